using DisclosureBot.Bureau;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Interpretation;

namespace DisclosureBot.Figures;

/// <summary>Counts the rows into figures. Pure.</summary>
public static class FigureCount
{
    /// <param name="sections">Every one gets its row.</param>
    public static BureauFigures Of(FigureFacts facts, string scope, IReadOnlyList<Section> sections)
    {
        var labels = SectionLabels.Of(sections, facts);
        var rows = labels.Select(label => Row(label.Key, label.Value, facts, id => id == label.Key)).ToList();
        return new(
            facts.Period, facts.AsOf, scope, rows, Row("", "合计", facts, _ => true), [.. Enum.GetValues<TurnDesk>().Select(desk => At(desk, facts))],
            [.. Enum.GetValues<ChangePoint>().Select(point => At(point, facts))],
            [.. Enum.GetValues<DeadlineKind>().Select(kind => Clocks(kind, null, facts.Clocks.Where(clock => clock.Deadline == kind)))],
            [.. Enum.GetValues<OpinionClockKind>().Select(kind => Clocks(null, kind, facts.Clocks.Where(clock => clock.Opinion == kind)))],
            new(facts.Documents.Count(row => row.Sync == SyncStatus.Synchronous), facts.Documents.Count(row => row.Sync == SyncStatus.InTime), facts.Documents.Count(row => row.Sync == SyncStatus.Overdue)),
            [.. facts.GuessedYears]);
    }

    private static SectionFigures Row(string id, string name, FigureFacts facts, Func<string, bool> isOf)
    {
        var documents = facts.Documents.Where(row => isOf(row.About.SectionId)).ToList();
        var drafted = documents.Where(row => facts.Period.Holds(row.DraftedAt)).ToList();
        var handovers = facts.Clocks.Where(row => row.Deadline == DeadlineKind.Handover && isOf(row.About.SectionId)).ToList();
        return new(
            id, name, drafted.Count, documents.Count(row => facts.Period.Holds(row.SignedAt)), documents.Count(row => facts.Period.Holds(row.DeclinedAt)),
            [.. AttributeStatement.InOrder.Select(value => drafted.Count(row => row.Attribute == value))], drafted.Count(row => row.Attribute is null),
            documents.Count(row => facts.Period.Holds(row.HandedOverAt)), documents.Count(row => facts.Period.Holds(row.OpenedAt)),
            facts.Changes.Count(row => isOf(row.About.SectionId)), facts.Turns.Count(row => row.End == TurnEnd.Returned && isOf(row.About.SectionId)),
            handovers.Count(row => row.Result == ClockResult.InTime), handovers.Count(row => row.Result is ClockResult.Late or ClockResult.Overdue));
    }

    private static DeskFigures At(TurnDesk desk, FigureFacts facts)
    {
        var turns = facts.Turns.Where(turn => turn.Desk == desk).ToList();
        var hours = turns.Where(turn => turn.IsOwn).Select(turn => turn.Hours).Order().ToList();
        return new(desk, hours.Count, Percentile(hours, 0.5), Percentile(hours, 0.9), [.. Enum.GetValues<TurnEnd>().Select(end => turns.Count(turn => turn.End == end))]);
    }

    private static ChangeFigures At(ChangePoint point, FigureFacts facts)
    {
        var changes = facts.Changes.Where(change => change.Point == point).ToList();
        return new(point, [.. AttributeStatement.InOrder.Select(from => (IReadOnlyList<int>)[.. AttributeStatement.InOrder.Select(to => changes.Count(change => change.From == from && change.To == to))])]);
    }

    private static ClockFigures Clocks(DeadlineKind? deadline, OpinionClockKind? opinion, IEnumerable<ClockRow> clocks)
    {
        var results = clocks.ToLookup(clock => clock.Result);
        int Of(ClockResult result) => results[result].Count();
        return new(deadline, opinion, Of(ClockResult.InTime), Of(ClockResult.Late), Of(ClockResult.Running), Of(ClockResult.Overdue), Of(ClockResult.LeftOpen));
    }

    /// <summary>Between the two nearest, as spreadsheets do it (PERCENTILE.INC); null of nothing.</summary>
    public static double? Percentile(IReadOnlyList<double> sorted, double share)
    {
        if (sorted.Count == 0) return null;
        var place = share * (sorted.Count - 1);
        var below = (int)Math.Floor(place);
        return below + 1 < sorted.Count ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
