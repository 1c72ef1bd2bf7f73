using System.Text.Json.Serialization;
using DisclosureBot.Opinions.Clocks;

namespace DisclosureBot.Opinions.Digest;

/// <summary>How many items of one weight stand where: the open ones as of now, and those that ended in the period.</summary>
public sealed record GravityFigures(Gravity Gravity, int Untaken, int InHand, int Answered, int Ended);

/// <summary>How long something took, in natural time, over so many items.</summary>
public sealed record Lapse(int Count, TimeSpan Average, TimeSpan Median);

/// <summary>The clocks of one kind: met in the period in time or late; overdue and running as of now.</summary>
public sealed record ClockFigures(OpinionClockKind Kind, int InTime, int Late, int Overdue, int Running);

/// <summary>An open item as the digest names it.</summary>
/// <param name="Clock">The running clock that ends first; null where none runs.</param>
public sealed record OpenItem(string Id, string Number, string Headline, Gravity Gravity, string Status, OpinionClockKind? Clock, DateTimeOffset? Due);

/// <summary>What a digest tells of a period; kept as told. Drills are in none of it (演练不计入统计), and an item merged into another counts once.</summary>
/// <param name="From">Exclusive; bureau time.</param>
/// <param name="To">Inclusive; bureau time.</param>
/// <param name="New">Reported in the period.</param>
/// <param name="Merged">Found in the period to be the same story as another.</param>
/// <param name="Open">As of <paramref name="To"/>.</param>
/// <param name="ByGravity">The heaviest first; only weights that occur.</param>
/// <param name="FirstResponse">From 上报 to 接手, of what was taken in the period; null where nothing was.</param>
/// <param name="FirstRelease">From 上报 to the first answer that went out, of what was first answered in the period.</param>
/// <param name="Clocks">Only kinds that occur.</param>
/// <param name="Items">The most urgent of the open ones.</param>
/// <param name="IsPartial">There were more items than are counted at once.</param>
public sealed record OpinionFigures(
    DateTimeOffset From, DateTimeOffset To, int New, int Closed, int TransferredOut, int Merged, int Open,
    IReadOnlyList<GravityFigures> ByGravity, Lapse? FirstResponse, Lapse? FirstRelease,
    IReadOnlyList<ClockFigures> Clocks, IReadOnlyList<OpenItem> Items, bool IsPartial)
{
    /// <summary>There is nothing to tell: no news, nothing ended, nothing open and so nothing overdue.</summary>
    [JsonIgnore]
    public bool IsEmpty => New == 0 && Closed == 0 && TransferredOut == 0 && Open == 0;

    [JsonIgnore]
    public int Overdue => Clocks.Sum(clock => clock.Overdue);
}
