namespace DisclosureBot.Paper;

/// <summary>Fills the pages from the top with the rows of a form.</summary>
internal static class Sheets
{
    public static IReadOnlyList<Sheet> Fill(Letterhead head, IEnumerable<Row> rows, PdfFonts fonts)
    {
        var waiting = new Stack<Row>(rows.Reverse());
        var sheets = new List<Sheet>();
        while (waiting.Count > 0)
        {
            var sheet = new Sheet(head, fonts, first: sheets.Count == 0);
            while (waiting.TryPop(out var row) && !Place(sheet, row, waiting)) { }
            sheets.Add(sheet);
        }
        return sheets;
    }

    /// <returns>True when the page is full.</returns>
    private static bool Place(Sheet sheet, Row row, Stack<Row> waiting)
    {
        if (row.Height <= sheet.Room)
        {
            sheet.Rows.Add(row);
            return false;
        }
        if (sheet.Rows.Count > 0 && row.Height <= Sheet.Whole / 3) waiting.Push(row);
        else Split(sheet, row, waiting);
        return true;
    }

    private static void Split(Sheet sheet, Row row, Stack<Row> waiting)
    {
        var (here, rest) = row.Divide(sheet.Room);
        var began = here.HasText || sheet.Rows.Count == 0;
        if (began) sheet.Rows.Add(here);
        waiting.Push(began ? rest : row);
    }
}
