namespace DisclosureBot.Paper;

/// <summary>Sets words into the labelled rows that the bureau's forms are made of.</summary>
/// <param name="size">Of the writing, in points.</param>
internal sealed class FormRows(double size)
{
    public const double Margin = 56.7, Width = PdfPage.Width - 2 * Margin, Label = 78;

    /// <summary>In lines; a foot never goes over the page, so names beyond all measure are text instead.</summary>
    private const int LongestFoot = 8;

    /// <summary>The least height of a row.</summary>
    public double Field => size * 2.1;

    /// <summary>A label, and what it is about across the rest of the form.</summary>
    public Row Wide(string label, IReadOnlyList<Written> text, double least = 0) =>
        new([Heading(label), Written(Width - Label, text, [])], Math.Max(least, Field));

    public static IEnumerable<Written> Numbered(IReadOnlyList<string> lines) =>
        lines.Count == 1 ? [new(lines[0])] : lines.Select((line, at) => new Written($"{at + 1}. {line}"));

    public Cell Heading(string label, double width = Label) => new(width, [.. Typeset(width, new(label, Align: Align.Centre), Ink.Red)], []);

    public Cell Written(double width, IEnumerable<Written> text, IEnumerable<Written> foot)
    {
        List<TypeLine> lines = [.. text.SelectMany(part => Typeset(width, part, Ink.Black))], signed = [.. foot.SelectMany(part => Typeset(width, part, Ink.Black))];
        return signed.Count <= LongestFoot ? new(width, lines, signed) : new(width, [.. lines, .. signed], []);
    }

    private IEnumerable<TypeLine> Typeset(double width, Written part, string ink)
    {
        if (part.Text is null) return [];
        var points = part.Smaller ? size * 0.92 : size;
        return LineBreaking.Lines(PdfFonts.Printable(part.Text), width - 2 * Cell.PadX, rune => PdfFonts.Width(rune, points, part.Bold))
            .Select(line => new TypeLine(line, points, part.Bold, ink, part.Align));
    }
}

/// <summary>Words for a cell, before they are set in lines.</summary>
internal sealed record Written(string? Text, bool Bold = false, bool Smaller = false, Align Align = Align.Left);
