using DisclosureBot.Bureau;
using DisclosureBot.Journal;

namespace DisclosureBot.Slips;

/// <summary>Who looks at a slip's new state, who is told of it, and when its desk is reminded.</summary>
public static class SlipReactions
{
    private const string Waiting = "waiting";

    public static Reaction Of(IReadOnlyList<SlipEvent> facts, Slip after, Roster roster)
    {
        var last = facts[^1];
        var acting = Acting(after, roster);
        var told = Told(last, after, acting);
        var slots = after.Circle.Select(person => new SlotWrite(person, told.Contains(person), acting.Contains(person))).ToList();
        return new Reaction(slots, Timers(last, after));
    }

    /// <summary>What a timer of this name asks for.</summary>
    public static SlipCommand Command(string timer) => timer switch
    {
        Waiting => new SlipCommand.Remind(),
        _ => throw new InvalidOperationException($"No timer of a slip is called {timer}."),
    };

    private static HashSet<string> Acting(Slip slip, Roster roster) => slip.Phase switch
    {
        SlipPhase.InReview => Desks.At(slip.Stage, slip, roster).Select(person => person.Id).ToHashSet(),
        SlipPhase.WithDrafter => [slip.Drafter.Id],
        SlipPhase.Signed or SlipPhase.Declined or SlipPhase.Archived => [],
        _ => throw new InvalidOperationException(slip.Phase.ToString()),
    };

    /// <summary>Told are those it newly waits for, and the drafter of how it ended; nobody is told what they just did.</summary>
    private static HashSet<string> Told(SlipEvent last, Slip slip, HashSet<string> acting)
    {
        HashSet<string> told = last switch
        {
            SlipEvent.Drafted or SlipEvent.Resubmitted or SlipEvent.Reminded => [.. acting],
            SlipEvent.Signed => slip.Phase == SlipPhase.Signed ? [slip.Drafter.Id] : [.. acting],
            SlipEvent.Returned or SlipEvent.Declined => [slip.Drafter.Id],
            SlipEvent.Withdrawn or SlipEvent.TakenBack or SlipEvent.SignerCorrected => [],
            _ => [],
        };
        told.Remove(last.By.Id);
        return told;
    }

    /// <summary>Every step restarts the wait of an urgent slip; a slip that rests with nobody has none.</summary>
    private static IReadOnlyList<TimerWrite> Timers(SlipEvent last, Slip slip)
    {
        var patience = slip is { Phase: SlipPhase.InReview, Reminded: false } ? UrgencyLevel.Patience(slip.Content.Urgency) : null;
        return [new TimerWrite(Waiting, last.At + patience)];
    }
}
