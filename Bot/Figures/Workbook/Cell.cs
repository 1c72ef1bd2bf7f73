using DisclosureBot.Clock;

namespace DisclosureBot.Figures.Workbook;

/// <summary>How a cell looks; the number is its place among the formats of <see cref="SheetStyles"/>.</summary>
internal enum CellStyle { Plain, Title, Note, Head, Text, Count, Hours, Share, Moment, Day, TotalText, TotalCount, TotalShare }

/// <summary>One cell of a sheet about to be written.</summary>
internal abstract record Cell(CellStyle Style)
{
    /// <summary>Always text, also where it begins like a formula.</summary>
    public sealed record Words(string? Text, CellStyle Style = CellStyle.Text) : Cell(Style);

    /// <param name="Value">Null leaves the cell empty.</param>
    public sealed record Number(double? Value, CellStyle Style = CellStyle.Count) : Cell(Style);

    /// <summary>A formula with the value it has: readers that do not calculate show that.</summary>
    /// <param name="Value">Null stands for an empty text.</param>
    /// <param name="IsArray">Must be worked out over whole columns at once.</param>
    public sealed record Formula(string Text, double? Value, CellStyle Style = CellStyle.Count, bool IsArray = false) : Cell(Style);

    public static Cell Of(DateTimeOffset? at, CellStyle style = CellStyle.Moment) => new Number(at is { } known ? Serial(known) : null, style);

    /// <summary>Days since the last one of 1899, bureau time, to the second.</summary>
    public static double Serial(DateTimeOffset at)
    {
        var local = at.ToOffset(BureauTime.Offset).DateTime;
        return new DateTime(local.Ticks - (local.Ticks % TimeSpan.TicksPerSecond)).ToOADate();
    }
}

/// <summary>One sheet: a title, a line beneath it, the heads of the columns, and the rows from the fourth on.</summary>
/// <param name="Rows">Read once, while it is written.</param>
/// <param name="HasFilter">Its heads offer filters.</param>
internal sealed record SheetPlan(string Name, string Title, string Note, IReadOnlyList<(string Head, double Width)> Columns, IEnumerable<IReadOnlyList<Cell>> Rows, bool HasFilter = false)
{
    public const int FirstRow = 4;

    public static string Letter(int column) => ((char)('A' + column)).ToString();
}
