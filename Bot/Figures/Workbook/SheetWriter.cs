using System.Globalization;
using System.Xml;

namespace DisclosureBot.Figures.Workbook;

/// <summary>Writes one sheet as it comes, row by row: heads stay in sight and on every printed page, A4 lying.</summary>
internal static class SheetWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int HeadRow = SheetPlan.FirstRow - 1;

    public static void Write(SheetPlan sheet, bool isFirst, Stream into)
    {
        using var xml = XmlWriter.Create(into, new XmlWriterSettings { CloseOutput = false });
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>""");
        xml.WriteRaw($"""<sheetViews><sheetView {(isFirst ? "tabSelected=\"1\" " : "")}workbookViewId="0"><pane ySplit="{HeadRow}" topLeftCell="A{SheetPlan.FirstRow}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        xml.WriteRaw("""<sheetFormatPr defaultRowHeight="15"/>""");
        Columns(sheet, xml);
        var last = Data(sheet, xml);
        if (sheet.HasFilter) xml.WriteRaw($"""<autoFilter ref="A{HeadRow}:{SheetPlan.Letter(sheet.Columns.Count - 1)}{Text(Math.Max(last, SheetPlan.FirstRow))}"/>""");
        xml.WriteRaw("""<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>""");
        xml.WriteRaw("""<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第&amp;P页 共&amp;N页&amp;R&amp;A</oddFooter></headerFooter>""");
        xml.WriteEndElement();
    }

    private static void Columns(SheetPlan sheet, XmlWriter xml)
    {
        xml.WriteStartElement("cols", Main);
        foreach (var (column, place) in sheet.Columns.Select((column, place) => (column, place + 1)))
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"""<col min="{place}" max="{place}" width="{column.Width}" customWidth="1"/>"""));
        xml.WriteEndElement();
    }

    /// <returns>The last row.</returns>
    private static int Data(SheetPlan sheet, XmlWriter xml)
    {
        xml.WriteStartElement("sheetData", Main);
        Row(1, [new Cell.Words(sheet.Title, CellStyle.Title)], xml, height: 28);
        Row(2, [new Cell.Words(sheet.Note, CellStyle.Note)], xml);
        Row(HeadRow, [.. sheet.Columns.Select(column => new Cell.Words(column.Head, CellStyle.Head))], xml, height: 32);
        var row = HeadRow;
        foreach (var cells in sheet.Rows) Row(++row, cells, xml);
        xml.WriteEndElement();
        return row;
    }

    private static void Row(int row, IReadOnlyList<Cell> cells, XmlWriter xml, int? height = null)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", Text(row));
        if (height is { } points)
        {
            xml.WriteAttributeString("ht", Text(points));
            xml.WriteAttributeString("customHeight", "1");
        }
        for (var column = 0; column < cells.Count; column++) Write(SheetPlan.Letter(column) + Text(row), cells[column], xml);
        xml.WriteEndElement();
    }

    private static void Write(string place, Cell cell, XmlWriter xml)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", place);
        xml.WriteAttributeString("s", Text((int)cell.Style));
        switch (cell)
        {
            case Cell.Words { Text: { Length: > 0 } words }:
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", Main);
                xml.WriteStartElement("t", Main);
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(CellText.Of(words));
                xml.WriteEndElement();
                xml.WriteEndElement();
                break;
            case Cell.Number { Value: { } number }:
                xml.WriteElementString("v", Main, Text(number));
                break;
            case Cell.Formula formula:
                Write(place, formula, xml);
                break;
            case Cell.Words or Cell.Number:
                break;
            default:
                throw new InvalidOperationException(cell.GetType().Name);
        }
        xml.WriteEndElement();
    }

    private static void Write(string place, Cell.Formula formula, XmlWriter xml)
    {
        if (formula.Value is null) xml.WriteAttributeString("t", "str");
        xml.WriteStartElement("f", Main);
        if (formula.IsArray)
        {
            xml.WriteAttributeString("t", "array");
            xml.WriteAttributeString("ref", place);
        }
        xml.WriteString(formula.Text);
        xml.WriteEndElement();
        xml.WriteElementString("v", Main, formula.Value is { } value ? Text(value) : "");
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
