using DisclosureBot.Clock;
using DisclosureBot.Paper;

namespace DisclosureBot.Opinions.Report;

/// <summary>What a 专报 says besides its item.</summary>
/// <param name="FirstSpokesperson">第一新闻发言人 of grave emergencies (三(九)).</param>
/// <param name="At">When it is made; bureau time.</param>
public sealed record ReportImprint(string Bureau, string FirstSpokesperson, string MadeBy, DateTimeOffset At);

/// <summary>Puts one item on paper: 政务舆情专报 as a PDF on A4, with everything that was done and when. A drill's bears 演练 across every page.</summary>
public static class OpinionReport
{
    private const double Size = 10.5;

    /// <summary>Writes the PDF. The same item gives the same bytes on the same version of .NET, which packs the streams.</summary>
    /// <exception cref="IOException">The typeface is not beside the program.</exception>
    public static void Write(OpinionItem item, ReportImprint imprint, Stream to)
    {
        var fonts = new PdfFonts();
        var head = new Letterhead(
            imprint.Bureau + Name(item), Name(item), item.Number, $"本件由系统按第1至{item.Version}条记录生成,内容以系统记录为准。",
            $"生成时间 {BureauTime.Show(imprint.At, year: 0)};生成人 {imprint.MadeBy}", item.IsDrill ? "演练" : null);
        var pages = Sheets.Fill(head, new ReportForm(item, imprint, Size).Rows(), fonts);
        PdfFile.Write([.. pages.Select((sheet, at) => sheet.Draw(at + 1, pages.Count))], fonts, $"{Name(item)} {item.Number} {item.Story.Headline}", to);
    }

    public static string Name(OpinionItem item) => item.IsDrill ? "政务舆情演练专报" : "政务舆情专报";
}
