using System.IO.Compression;
using System.Text;
using DisclosureBot.Clock;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DisclosureBot.Figures.Workbook;

/// <summary>Puts sheets together into one .xlsx; the same sheets give the same bytes.</summary>
internal static class WorkbookFile
{
    public static byte[] Write(IReadOnlyList<SheetPlan> sheets, DateTimeOffset madeAt)
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook)) Fill(document, sheets);
        package.Position = 0;
        return Settled(package, madeAt);
    }

    private static void Fill(SpreadsheetDocument document, IReadOnlyList<SheetPlan> sheets)
    {
        var workbook = document.AddWorkbookPart();
        document.ChangeIdOfPart(workbook, "rIdWorkbook");
        var styles = workbook.AddNewPart<WorkbookStylesPart>("rIdStyles");
        using (var into = styles.GetStream(FileMode.Create)) into.Write(Encoding.UTF8.GetBytes(SheetStyles.Xml));
        for (var i = 0; i < sheets.Count; i++)
        {
            using var into = workbook.AddNewPart<WorksheetPart>(Id(i)).GetStream(FileMode.Create);
            SheetWriter.Write(sheets[i], i == 0, into);
        }
        workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(
            new Sheets(sheets.Select((sheet, i) => new Sheet { Name = sheet.Name, SheetId = (uint)(i + 1), Id = Id(i) })),
            new DefinedNames(sheets.Select((sheet, i) => new DefinedName($"'{sheet.Name}'!$1:${SheetPlan.FirstRow - 1}") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i })),
            new CalculationProperties { FullCalculationOnLoad = true });
        workbook.Workbook.Save();
    }

    private static string Id(int sheet) => FormattableString.Invariant($"rId{sheet + 1}");

    /// <summary>The same entries in a fixed order and with one time: a package keeps the machine's otherwise.</summary>
    private static byte[] Settled(Stream package, DateTimeOffset madeAt)
    {
        using var into = new MemoryStream();
        using (var from = new ZipArchive(package, ZipArchiveMode.Read))
        using (var to = new ZipArchive(into, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries.OrderBy(entry => entry.FullName != "[Content_Types].xml").ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = madeAt.ToOffset(BureauTime.Offset);
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }
        return into.ToArray();
    }
}
