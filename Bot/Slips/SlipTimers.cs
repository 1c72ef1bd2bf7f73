using System.Text.Json;
using DisclosureBot.Journal;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Expediting;
using DisclosureBot.Slips.Interpretation;
using DisclosureBot.Slips.Publishing;

namespace DisclosureBot.Slips;

/// <summary>When the clock is to come back to a slip. Only what differs from before is written: most steps touch no timer at all.</summary>
public static class SlipTimers
{
    /// <summary>Look at the recorded addresses.</summary>
    public const string Address = "address";

    /// <summary>Nothing is missing any more: seal the package.</summary>
    public const string Archive = "archive";

    /// <summary>It has rested at one desk for as long as it may.</summary>
    public const string Rest = "rest";

    private const string Waiting = "waiting";
    private const string Due = "due.";

    /// <summary>How many looks at an address that cannot be reached, and how long between them; natural time.</summary>
    public const int Looks = 3;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(1);

    private static readonly Dictionary<string, DeadlineKind> Kinds = Enum.GetValues<DeadlineKind>().ToDictionary(Name, StringComparer.Ordinal);

    public static IReadOnlyList<TimerWrite> Between(Slip? before, IReadOnlyList<SlipEvent> facts, Slip after, SlipClocks clocks) =>
        [.. UrgentWait(before, facts[^1], after, clocks), .. Resting.Timer(before, after, clocks), .. Rungs(before, after), .. Addresses(facts, after), .. Archiving(before, facts[^1], after)];

    /// <summary>What the timers of this name ask for, where a command is all they ask for.</summary>
    public static SlipCommand Command(string timer) => timer switch
    {
        Waiting => new SlipCommand.Remind(),
        Rest => new ExpediteCommand.Escalate(),
        _ when Kinds.TryGetValue(timer, out var kind) => new DeadlineCommand.RemindOf(kind),
        _ => throw new InvalidOperationException($"No timer of a slip is called {timer}."),
    };

    public static string Name(DeadlineKind kind) => Due + JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    /// <summary>An urgent slip may rest on one desk for so long; a slip that rests with nobody, or was reminded of, has no such wait.</summary>
    private static IEnumerable<TimerWrite> UrgentWait(Slip? before, SlipEvent last, Slip after, SlipClocks clocks)
    {
        if (Patience(after) is { } patience)
        {
            if (before is null || Patience(before) != patience || before.Turn != after.Turn) yield return new(Waiting, clocks.AtWork(last.At + patience));
        }
        else if (before is not null && Patience(before) is not null)
        {
            yield return new(Waiting, null);
        }
    }

    private static TimeSpan? Patience(Slip slip) =>
        slip is { Phase: SlipPhase.InReview, Reminded: false } ? UrgencyLevel.Patience(slip.Content.Urgency) : null;

    private static IEnumerable<TimerWrite> Rungs(Slip? before, Slip after)
    {
        if (before is null || ReferenceEquals(before.Deadlines, after.Deadlines) && before.Phase == after.Phase) yield break;
        foreach (var (name, kind) in Kinds)
            if (Next(after, kind) is var next && next != Next(before, kind))
                yield return new(name, next);
    }

    private static DateTimeOffset? Next(Slip slip, DeadlineKind kind) => slip.Phase == SlipPhase.Signed ? slip.Clock(kind)?.Next?.At : null;

    /// <summary>A newly recorded address is looked at once, one that could not be reached a few times more.</summary>
    private static IEnumerable<TimerWrite> Addresses(IReadOnlyList<SlipEvent> facts, Slip after) => facts.LastOrDefault(IsOfAddress) switch
    {
        null => [],
        PublishingEvent.AddressChecked { Check: AddressCheck.Unreachable } e => after.Publication.TriesAt(e.Url) < Looks ? [new(Address, e.At + BetweenLooks)] : [],
        PublishingEvent.AddressChecked => [],
        var recorded => [new(Address, recorded.At)],
    };

    private static bool IsOfAddress(SlipEvent fact) =>
        fact is PublishingEvent.Published or PublishingEvent.FeedbackPublished or PublishingEvent.AddressChecked or InterpretationEvent.Released;

    private static IEnumerable<TimerWrite> Archiving(Slip? before, SlipEvent last, Slip after)
    {
        var (was, isDone) = (before is not null && Completion.IsDone(before), Completion.IsDone(after));
        return was == isDone ? [] : [new TimerWrite(Archive, isDone ? last.At : null)];
    }
}
