namespace DisclosureBot.Paper;

/// <summary>One sheet of a form: its heading, its part of the rows, and its foot.</summary>
internal sealed class Sheet(Letterhead head, PdfFonts fonts, bool first)
{
    private const double Top = 46, Bottom = 62, Small = 9;
    private const double TitleSize = 22, TitleRoom = 44, NoteRoom = 18;

    /// <summary>The height that a page after the first has for rows.</summary>
    public const double Whole = PdfPage.Height - Top - Bottom - NoteRoom;

    public List<Row> Rows { get; } = [];

    private double Start => Top + (first ? TitleRoom : 0) + NoteRoom;

    /// <summary>What is left on the page, in points.</summary>
    public double Room => PdfPage.Height - Bottom - Start - Rows.Sum(row => row.Height);

    /// <summary>Gives what is left to the boxes that are signed, as on the printed form.</summary>
    public void Stretch()
    {
        var more = Room / Rows.Count(row => row.Grows);
        for (var at = 0; at < Rows.Count; at++)
        {
            if (Rows[at].Grows) Rows[at] = Rows[at] with { Least = Rows[at].Height + more };
        }
    }

    public PdfPage Draw(int number, int count)
    {
        var page = new PdfPage(fonts);
        if (head.Mark is { } mark) Mark(page, mark);
        Heading(page);
        var top = Start;
        page.Line(FormRows.Margin, top, FormRows.Margin + FormRows.Width, top, 1.4);
        foreach (var row in Rows)
        {
            Draw(page, row, top);
            top += row.Height;
        }
        page.Line(FormRows.Margin, top, FormRows.Margin + FormRows.Width, top, 1.4);
        Foot(page, number, count);
        return page;
    }

    /// <summary>What a paper is not finished with, or not in earnest, it says under everything else, where no fold or copy loses it.</summary>
    private static void Mark(PdfPage page, string mark)
    {
        const double size = 120, room = 560;
        var words = Plain(mark);
        page.Across(words, Fitting(words, size, room, bold: true), Ink.Faint);
    }

    private void Heading(PdfPage page)
    {
        if (first) Middle(page, head.Title);
        Ends(page, Start - NoteRoom + 2, 10.5, "编号:" + head.Number, first ? null : $"{head.Name}(续页)");
    }

    private void Middle(PdfPage page, string title)
    {
        var words = Plain(title);
        var size = Fitting(words, TitleSize, FormRows.Width, bold: true);
        page.Text(words, (PdfPage.Width - PdfFonts.Width(words, size, bold: true)) / 2, Top + (TitleSize - size) / 2, size, bold: true, Ink.Red);
    }

    private void Foot(PdfPage page, int number, int count)
    {
        const double top = PdfPage.Height - Bottom;
        Ends(page, top + 7, Small, head.Foot, null, Ink.Black);
        Ends(page, top + 22, Small, head.MadeAt, $"第{number}页 共{count}页", Ink.Grey);
    }

    /// <summary>One line with words at its left end and at its right.</summary>
    private void Ends(PdfPage page, double top, double size, string left, string? right, string ink = Ink.Black)
    {
        const double gap = 24;
        var (start, end) = (Plain(left), Plain(right ?? ""));
        var ending = PdfFonts.Width(end, size, bold: false);
        var fitting = Fitting(start, size, FormRows.Width - ending - gap, bold: false);
        page.Text(start, FormRows.Margin, top + (size - fitting), fitting, ink: ink);
        if (end.Length > 0) page.Text(end, FormRows.Margin + FormRows.Width - ending, top, size, ink: ink);
    }

    private static void Draw(PdfPage page, Row row, double top)
    {
        var (left, bottom) = (FormRows.Margin, top + row.Height);
        foreach (var cell in row.Cells)
        {
            page.Line(left, top, left, bottom);
            Draw(page, cell, left, top, row.Height);
            left += cell.Width;
        }
        page.Line(left, top, left, bottom);
        page.Line(FormRows.Margin, bottom, left, bottom);
    }

    /// <summary>A plain cell stands in the middle of its row; one that is signed begins at the top and ends at the foot.</summary>
    private static void Draw(PdfPage page, Cell cell, double left, double top, double height)
    {
        var free = height - cell.Height;
        var at = top + Cell.PadY + (cell.Foot.Count == 0 ? free / 2 : 0);
        foreach (var line in cell.Lines) at = Draw(page, line, cell, left, at);
        if (cell.Foot.Count > 0) at += free;
        foreach (var line in cell.Foot) at = Draw(page, line, cell, left, at);
    }

    private static double Draw(PdfPage page, TypeLine line, Cell cell, double left, double top)
    {
        var free = cell.Width - 2 * Cell.PadX - PdfFonts.Width(line.Text.TrimEnd(), line.Size, line.Bold);
        var indent = line.Align switch { Align.Left => 0, Align.Centre => free / 2, Align.Right => free, _ => throw new InvalidOperationException(line.Align.ToString()) };
        page.Text(line.Text, left + Cell.PadX + indent, top + (line.Height - line.Size) / 2, line.Size, line.Bold, line.Ink);
        return top + line.Height;
    }

    private static string Plain(string text) => PdfFonts.Printable(text).Replace('\n', ' ');

    private static double Fitting(string text, double size, double room, bool bold) =>
        Math.Min(size, size * room / Math.Max(1, PdfFonts.Width(text, size, bold)));
}
