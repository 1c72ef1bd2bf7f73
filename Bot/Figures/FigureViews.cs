using System.Globalization;
using DisclosureBot.Cards.Figures;
using DisclosureBot.Clock;
using DisclosureBot.Slips;

namespace DisclosureBot.Figures;

/// <summary>Words the figures for their card. Pure.</summary>
public static class FigureViews
{
    private static readonly string[] DeskHeads = ["环节", "件次", "中位", "九成以内"];
    private static readonly string[] ClockHeads = ["类别", "按时", "逾期办", "计时中", "已逾期", "按时率"];

    /// <param name="section">The section that was named, to ask the same of the period before; null where none was.</param>
    /// <param name="url">Where the table can be opened; null where nowhere.</param>
    public static FiguresView Of(BureauFigures figures, string? section, string? url)
    {
        var total = figures.Total;
        return new()
        {
            Title = $"{figures.Scope}公文公开统计",
            Period = $"{figures.Period.Name}{(figures.IsOver ? "" : $"(截至{BureauTime.Show(figures.AsOf)})")}",
            Counts = Text($"起草{total.Drafted}件 签发{total.Signed}件 不予签发{total.Declined}件 移交{total.HandedOver}件 公开{total.Opened}件"),
            Attributes = [.. AttributeStatement.InOrder.Select(value => AttributeStatement.Plain(value)[2..]), FigureNames.Undetermined],
            Sections = [.. figures.Sections.Select(row => new SectionBar(row.Name, [.. row.ByAttribute, row.Undetermined]))],
            Desks = [DeskHeads, .. figures.Desks.Select(Desk)],
            Clocks = figures.Deadlines.Concat(figures.Opinions).Where(clock => Any(clock)).Select(Clock).ToList() is { Count: > 0 } clocks ? [ClockHeads, .. clocks] : [],
            Lines = [.. Lines(figures)],
            Caution = figures.GuessedYears.Count == 0 ? null : $"{string.Join('、', figures.GuessedYears.Select(year => Text($"{year}年")))}的节假日安排尚未录入,用时暂按推算的工作日计。",
            Url = url,
            Before = $"{FigureQuestion.Word} {figures.Period.Before.Name}{(section is null ? "" : $" {section}")}",
        };
    }

    /// <summary>84.2%, 100%; — of nothing.</summary>
    public static string Share(double? share) => share is { } known ? known.ToString("0.#%", CultureInfo.InvariantCulture) : "—";

    private static bool Any(ClockFigures clock) => clock.InTime + clock.Late + clock.Running + clock.Overdue + clock.LeftOpen > 0;

    private static string[] Desk(DeskFigures desk) => [FigureNames.Of(desk.Desk), Text($"{desk.Turns}"), Hours(desk.Median), Hours(desk.Ninetieth)];

    private static string[] Clock(ClockFigures clock) =>
        [FigureNames.Of(clock), Text($"{clock.InTime}"), Text($"{clock.Late}"), Text($"{clock.Running}"), Text($"{clock.Overdue + clock.LeftOpen}"), Share(clock.Share)];

    private static IEnumerable<string> Lines(BureauFigures figures)
    {
        yield return "属性改动:" + string.Join(';', figures.Changes.Select(change => Text($"{FigureNames.Of(change.Point)}{change.Sum}件")));
        if (figures.Sync.Sum > 0) yield return Text($"三同步:同步{figures.Sync.Synchronous}件,期限内{figures.Sync.InTime}件,逾期{figures.Sync.Overdue}件;同步率{Share(figures.Sync.Share)}");
        int Ends(TurnEnd end) => figures.Desks.Sum(desk => desk.Ends[(int)end]);
        yield return Text($"退回修改{Ends(TurnEnd.Returned)}次,退回移交{Ends(TurnEnd.HandoverReturned)}次,起草人撤回{Ends(TurnEnd.Withdrawn)}次,收回签署{Ends(TurnEnd.TakenBack)}次");
    }

    private static string Hours(double? hours) => hours is { } known ? known.ToString("0.0", CultureInfo.InvariantCulture) : "—";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
