using System.Globalization;
using DisclosureBot.Clock;

namespace DisclosureBot.Figures.Workbook;

/// <summary>The .xlsx of a period: 说明, the sheets of figures, and the rows behind them.</summary>
public static class FigureWorkbook
{
    /// <param name="madeAt">Bureau time; the same figures made at the same moment give the same bytes.</param>
    public static byte[] Write(BureauFigures figures, FigureFacts facts, string bureau, DateTimeOffset madeAt)
    {
        var title = figures.Scope == bureau ? $"{bureau}公文公开统计({figures.Period.Name})" : $"{bureau}{figures.Scope}公文公开统计({figures.Period.Name})";
        var note = $"{(figures.IsOver ? "时段已结束" : $"截至{Moment(figures.AsOf)}")};制表时间 {Moment(madeAt)};数字单位:件,另注明的除外";
        var details = new DetailSheets(facts, figures.Sections.ToDictionary(section => section.Id, section => section.Name, StringComparer.Ordinal));
        return WorkbookFile.Write([Explained(figures, bureau, title, note), .. new SummarySheets(figures, details).All(title, note), .. details.All(title, note)], madeAt);
    }

    /// <summary>Its fourth and fifth rows hold the bounds that formulas ask for.</summary>
    private static SheetPlan Explained(BureauFigures figures, string bureau, string title, string note) => new("说明", title, note, [("项目", 20), ("内容", 110)],
    [
        [new Cell.Words("起(含当日零时)"), Cell.Of(figures.Period.From, CellStyle.Day)],
        [new Cell.Words("止(不含当日)"), Cell.Of(figures.Period.To, CellStyle.Day)],
        [new Cell.Words("单位"), new Cell.Words(bureau)],
        [new Cell.Words("范围"), new Cell.Words(figures.Scope == bureau ? "全局" : figures.Scope)],
        .. figures.GuessedYears.Count == 0 ? (IEnumerable<IReadOnlyList<Cell>>)[] :
            [[new Cell.Words("注意"), new Cell.Words($"{string.Join('、', figures.GuessedYears.Select(year => year.ToString(CultureInfo.InvariantCulture) + "年"))}的节假日安排尚未录入,用时暂按推算的工作日计。")]],
        .. Definitions.All.Select(one => (IReadOnlyList<Cell>)[new Cell.Words(one.Figure), new Cell.Words(one.Meaning)]),
    ]);

    private static string Moment(DateTimeOffset at) => at.ToOffset(BureauTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
