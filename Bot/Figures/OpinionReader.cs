using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Clocks;

namespace DisclosureBot.Figures;

/// <summary>Reads one item's history into the clocks that are counted; drills and repeats are in none (演练不计入统计). Pure.</summary>
/// <param name="mayName">Whether the reader may see the item as it is now.</param>
/// <param name="section">Id of the only section that is counted; null for all. An item belongs to the section that must answer it.</param>
public sealed class OpinionReader(FigureFacts facts, Func<OpinionItem, bool> mayName, string? section = null)
{
    public void Read(IEnumerable<OpinionEvent> history)
    {
        OpinionItem? present = null, then = null;
        foreach (var fact in history)
        {
            present = OpinionItem.Evolve(present, fact);
            if (fact.At < facts.AsOf) then = present;
        }
        if (then is not { IsDrill: false, Phase: not OpinionPhase.Merged } item) return;
        if (section is not null && item.SectionId != section) return;
        var named = mayName(present!);
        var about = new Subject(item.SectionId, item.Section, named ? item.Number : null, named ? item.Story.Headline : null);
        foreach (var clock in item.Clocks)
            if (Result(item, clock) is { } result)
                facts.Clocks.Add(new(about, null, clock.Deadline.Kind, clock.Deadline.Due, clock.Met?.When, clock.Met?.At, result));
    }

    /// <summary>Null where the clock does not count: met in another period, or gone elsewhere with its item.</summary>
    private ClockResult? Result(OpinionItem item, OpinionClock clock) => (clock.Met, item.Phase) switch
    {
        ({ } met, _) => !facts.Period.Holds(met.At) ? null : clock.WasLate ? ClockResult.Late : ClockResult.InTime,
        (null, OpinionPhase.Open) => clock.Deadline.Due < facts.AsOf ? ClockResult.Overdue : ClockResult.Running,
        (null, OpinionPhase.Closed) => facts.Period.Holds(item.End?.At) ? ClockResult.LeftOpen : null,
        (null, OpinionPhase.TransferredOut or OpinionPhase.Merged) => null,
        _ => throw new InvalidOperationException(item.Phase.ToString()),
    };
}
