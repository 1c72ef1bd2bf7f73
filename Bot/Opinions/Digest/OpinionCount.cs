using DisclosureBot.Cards;
using DisclosureBot.Opinions.Clocks;

namespace DisclosureBot.Opinions.Digest;

/// <summary>Counts the figures of a period from the items as they stand. Pure.</summary>
/// <param name="From">Exclusive; bureau time.</param>
/// <param name="To">Inclusive, and the moment for which is counted what is open and overdue.</param>
public sealed record OpinionCount(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>More would not fit a card; the rest is counted, not named.</summary>
    public const int MostItems = 10;

    private const int LongestHeadline = 80;

    /// <param name="isPartial">There are more items than these.</param>
    public OpinionFigures Of(IEnumerable<OpinionItem> items, bool isPartial = false)
    {
        var real = items.Where(item => !item.IsDrill).ToList();
        var counted = real.Where(item => item.Phase != OpinionPhase.Merged).ToList();
        var open = counted.Where(item => item.IsOpen).ToList();
        return new(
            From, To, counted.Count(item => Within(item.ReportedAt)), Ended(counted, OpinionPhase.Closed), Ended(counted, OpinionPhase.TransferredOut),
            Ended(real, OpinionPhase.Merged), open.Count, Weights(counted),
            Took(counted.Where(item => Within(item.TakenAt)).Select(item => item.TakenAt!.Value - item.ReportedAt)),
            Took(counted.Where(item => item.Releases.Count > 0 && Within(item.Releases[0].At)).Select(item => item.Releases[0].When - item.ReportedAt)),
            Clocks(counted), [.. open.Select(Named).OrderBy(Urgency).Take(MostItems)], isPartial);
    }

    private bool Within(DateTimeOffset? at) => at > From && at <= To;

    private int Ended(IEnumerable<OpinionItem> items, OpinionPhase phase) => items.Count(item => item.Phase == phase && Within(item.End?.At));

    private IReadOnlyList<GravityFigures> Weights(IEnumerable<OpinionItem> items) =>
    [
        .. from item in items
           where item.IsOpen || Within(item.End?.At)
           group item by item.Gravity into alike
           orderby alike.Key descending
           select new GravityFigures(
               alike.Key, alike.Count(IsUntaken), alike.Count(item => item.IsOpen && !IsUntaken(item) && item.Releases.Count == 0),
               alike.Count(item => item.IsOpen && !IsUntaken(item) && item.Releases.Count > 0), alike.Count(item => !item.IsOpen)),
    ];

    private static bool IsUntaken(OpinionItem item) => item is { IsOpen: true, Handler: null };

    /// <summary>What was done before it was reported took no time.</summary>
    private static Lapse? Took(IEnumerable<TimeSpan> lapses)
    {
        var sorted = lapses.Select(lapse => lapse > TimeSpan.Zero ? lapse : TimeSpan.Zero).Order().ToList();
        if (sorted.Count == 0) return null;
        var middle = sorted.Count / 2;
        var median = sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new(sorted.Count, TimeSpan.FromTicks((long)sorted.Average(lapse => lapse.Ticks)), median);
    }

    /// <summary>Of an item that has ended no clock runs on.</summary>
    private IReadOnlyList<ClockFigures> Clocks(IEnumerable<OpinionItem> items) =>
    [
        .. from clock in items.SelectMany(item => item.Clocks.Where(clock => item.IsOpen || !clock.IsRunning))
           group clock by clock.Deadline.Kind into alike
           orderby alike.Key
           let met = alike.Where(clock => Within(clock.Met?.At)).ToList()
           let figures = new ClockFigures(
               alike.Key, met.Count(clock => !clock.WasLate), met.Count(clock => clock.WasLate),
               alike.Count(clock => clock.IsRunning && clock.Deadline.Due < To), alike.Count(clock => clock.IsRunning && clock.Deadline.Due >= To))
           where figures is not { InTime: 0, Late: 0, Overdue: 0, Running: 0 }
           select figures,
    ];

    private static OpenItem Named(OpinionItem item)
    {
        var next = item.Clocks.Where(clock => clock.IsRunning).MinBy(clock => clock.Deadline.Due);
        return new(
            item.Id, item.Number, PlainText.Clip(item.Story.Headline, LongestHeadline), item.Gravity, OpinionStatus.Of(item), next?.Deadline.Kind, next?.Deadline.Due);
    }

    /// <summary>Emergencies first, then what is due first; of what has no clock the oldest.</summary>
    private static (bool, DateTimeOffset, string) Urgency(OpenItem item) => (!item.Gravity.IsEmergency(), item.Due ?? DateTimeOffset.MaxValue, item.Number);
}
