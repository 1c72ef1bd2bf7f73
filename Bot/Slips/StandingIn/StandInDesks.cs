using DisclosureBot.Bureau;
using DisclosureBot.Slips.Consulting;

namespace DisclosureBot.Slips.StandingIn;

/// <summary>Whether a stand-in is kept from the part a slip now asks of whom they stand in for, by what they did on it themselves (B-26).</summary>
public static class StandInDesks
{
    /// <param name="seat">Whom it waits for, with who acts for them.</param>
    public static bool IsKeptAway(Slip slip, Person seat, Roster roster) => seat.ActedBy is { } standIn && slip.Phase switch
    {
        SlipPhase.InReview when Waiting.Asked(slip, seat.Id, roster) is { Review: false, Handling: false, Comment: true } => !MayComment(slip, seat),
        SlipPhase.InReview when Desks.At(slip.Stage, slip, roster).Any(one => one.Id == seat.Id) => !Desks.MayAct(slip.Stage, slip, seat, roster),
        SlipPhase.InReview or SlipPhase.Signed => !SlipDuties.IsDrafter(slip, seat) && Waiting.Asked(slip, seat.Id, roster).Review && Desks.Wrote(slip, standIn),
        SlipPhase.WithDrafter or SlipPhase.Declined or SlipPhase.Archived => false,
        _ => throw new InvalidOperationException(slip.Phase.ToString()),
    };

    /// <summary>Whether a comment that the seat was asked for may be given by who acts for them.</summary>
    public static bool MayComment(Slip slip, Person seat) => slip.Consultations.Any(one => ConsultingRules.NotAnswering(slip, one, seat) is null);
}
