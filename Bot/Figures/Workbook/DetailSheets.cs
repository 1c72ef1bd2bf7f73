using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Slips.Interpretation;

namespace DisclosureBot.Figures.Workbook;

/// <summary>The rows behind the figures, and how formulas call their columns. What the reader may not see is counted, not named.</summary>
/// <param name="labels">What the sections are called, by id.</param>
internal sealed class DetailSheets(FigureFacts facts, IReadOnlyDictionary<string, string> labels)
{
    /// <summary>Where a row is about what the reader may not see.</summary>
    public const string Unnamed = "(不在您的查看范围)";

    public const string Yes = "是";

    public Columns Documents { get; } = new("明细(文件)", facts.Documents.Count);
    public Columns Turns { get; } = new("明细(环节)", facts.Turns.Count);
    public Columns Changes { get; } = new("明细(变更)", facts.Changes.Count);
    public Columns Clocks { get; } = new("明细(时限)", facts.Clocks.Count);

    /// <summary>The rows of one sheet as formulas see them.</summary>
    public sealed record Columns(string Sheet, int Rows)
    {
        public string this[char column] => FormattableString.Invariant($"'{Sheet}'!${column}${SheetPlan.FirstRow}:${column}${SheetPlan.FirstRow - 1 + Math.Max(Rows, 1)}");
    }

    public IEnumerable<SheetPlan> All(string title, string note) =>
    [
        new(Documents.Sheet, title, note, [("签号", 12), ("标题", 48), ("科室", 18), ("起草", 17), ("签发", 17), ("不予签发", 17), ("公开属性", 18), ("移交", 17), ("公开(登记)", 17), ("三同步", 10)],
            facts.Documents.Select(Row), HasFilter: true),
        new(Turns.Sheet, title, note, [("签号", 12), ("标题", 48), ("科室", 18), ("环节", 18), ("办理人", 22), ("收到", 17), ("办出", 17), ("用时(工作小时)", 12), ("结果", 16), ("计入用时", 10)],
            facts.Turns.Select(Row), HasFilter: true),
        new(Changes.Sheet, title, note, [("签号", 12), ("标题", 48), ("科室", 18), ("环节", 26), ("时间", 17), ("原为", 18), ("改为", 18), ("办理人", 22)],
            facts.Changes.Select(Row), HasFilter: true),
        new(Clocks.Sheet, title, note, [("编号", 14), ("标题", 48), ("科室", 18), ("时限", 28), ("到期", 17), ("完成", 17), ("登记", 17), ("结果", 14)],
            facts.Clocks.Select(Row), HasFilter: true),
    ];

    private IReadOnlyList<Cell> Row(DocumentRow row) =>
    [
        .. About(row.About), Cell.Of(row.DraftedAt), Cell.Of(row.SignedAt), Cell.Of(row.DeclinedAt), new Cell.Words(FigureNames.Of(row.Attribute)), Cell.Of(row.HandedOverAt), Cell.Of(row.OpenedAt),
        new Cell.Words(row.Sync is { } sync ? TripleSync.Name(sync) : null),
    ];

    private IReadOnlyList<Cell> Row(TurnRow row) =>
    [
        .. About(row.About), new Cell.Words(FigureNames.Of(row.Desk)), new Cell.Words(row.Who), Cell.Of(row.From), Cell.Of(row.To), new Cell.Number(row.Hours, CellStyle.Hours),
        new Cell.Words(FigureNames.Of(row.End)), new Cell.Words(row.IsOwn ? Yes : "否"),
    ];

    private IReadOnlyList<Cell> Row(ChangeRow row) =>
        [.. About(row.About), new Cell.Words(FigureNames.Of(row.Point)), Cell.Of(row.At), new Cell.Words(FigureNames.Of(row.From)), new Cell.Words(FigureNames.Of(row.To)), new Cell.Words(row.Who)];

    private IReadOnlyList<Cell> Row(ClockRow row)
    {
        var style = row.Opinion is null ? CellStyle.Day : CellStyle.Moment;
        return [.. About(row.About), new Cell.Words(FigureNames.Of(row)), Cell.Of(row.Due, style), Cell.Of(row.Met, style), Cell.Of(row.RecordedAt), new Cell.Words(FigureNames.Of(row.Result))];
    }

    private IEnumerable<Cell> About(Subject about) => [new Cell.Words(about.Number), new Cell.Words(about.Title ?? Unnamed), new Cell.Words(labels[about.SectionId])];
}
