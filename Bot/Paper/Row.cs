namespace DisclosureBot.Paper;

/// <summary>One line of type, ready to be drawn.</summary>
internal sealed record TypeLine(string Text, double Size, bool Bold, string Ink, Align Align)
{
    /// <summary>The distance to the next line, in ems.</summary>
    private const double Leading = 1.45;

    public double Height => Size * Leading;
}

internal enum Align { Left, Centre, Right }

/// <summary>A cell of the form: what is written from its top, and what is signed at its foot.</summary>
internal sealed record Cell(double Width, IReadOnlyList<TypeLine> Lines, IReadOnlyList<TypeLine> Foot)
{
    public const double PadX = 6, PadY = 4;

    public double Height => Lines.Concat(Foot).Sum(line => line.Height) + 2 * PadY;
}

/// <summary>A row of the form. One that the page cannot hold is divided between its lines.</summary>
internal sealed record Row(IReadOnlyList<Cell> Cells, double Least, bool Grows = false)
{
    public double Height => Math.Max(Least, Cells.Max(cell => cell.Height));

    /// <summary>What stands beside the labels.</summary>
    private IEnumerable<Cell> Values => Cells.Where((_, at) => at % 2 == 1);

    public bool HasText => Values.Any(cell => cell.Lines.Count > 0);

    /// <summary>As much as fits into <paramref name="room"/>, and the rest, which repeats its labels and keeps the signatures.</summary>
    public (Row Here, Row After) Divide(double room)
    {
        var here = Cells.Select(cell => cell with { Lines = Fitting(cell, room), Foot = [] }).ToList();
        var rest = Cells.Select((cell, at) => cell with { Lines = [.. cell.Lines.Skip(here[at].Lines.Count)] }).ToList();
        for (var label = 0; label < rest.Count; label += 2)
        {
            if (rest[label].Lines.Count == 0 && Cells[label].Height < room / 2) rest[label] = Cells[label];
        }
        return (new Row(here, 0), new Row(rest, 0));
    }

    private static List<TypeLine> Fitting(Cell cell, double room)
    {
        var left = room - 2 * Cell.PadY;
        return [.. cell.Lines.TakeWhile(line => (left -= line.Height) >= 0)];
    }
}
