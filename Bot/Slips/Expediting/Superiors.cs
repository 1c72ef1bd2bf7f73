using DisclosureBot.Bureau;
using DisclosureBot.Slips.Consulting;

namespace DisclosureBot.Slips.Expediting;

/// <summary>Who stands above the desk a slip rests on: nobody who sits there or whose comment it waits for, nor its drafter. Pure.</summary>
internal static class Superiors
{
    /// <param name="level">From 1; above the highest there is nobody, and the highest is told once more.</param>
    public static IReadOnlyList<Person> Of(Slip slip, int level, Roster roster)
    {
        var kept = Desks.At(slip.Stage, slip, roster).Select(person => person.Id).Concat(Hearing.Holding(slip).Select(one => one.Of.Id)).Append(slip.Drafter.Id).ToHashSet(StringComparer.Ordinal);
        List<IReadOnlyList<Person>> ladder =
            [.. Ladder(slip, roster).Select(rung => rung.Where(person => !kept.Contains(person.Id)).ToList()).Where(rung => rung.Count > 0)];
        return ladder.Count == 0 ? [] : ladder[Math.Min(level, ladder.Count) - 1];
    }

    private static IEnumerable<IEnumerable<Person>> Ladder(Slip slip, Roster roster)
    {
        var principal = roster.Holding(Role.PrincipalLeader);
        var office = roster.People.Where(SlipDuties.IsGeneralOffice);
        return slip.Stage switch
        {
            Stage.SectionHead => [InCharge(slip, roster), principal],
            Stage.GeneralOffice => [office.Where(person => person.Is(Role.SectionHead)), InCharge(slip, roster), principal],
            // 督办 is the office's; whoever signs for the bureau answers to its principal leader.
            Stage.Leader => [office.Union(principal)],
            _ => throw new InvalidOperationException(slip.Stage.ToString()),
        };
    }

    /// <summary>The leader in charge whom the slip is put before; where it is another's, everyone in charge.</summary>
    private static IEnumerable<Person> InCharge(Slip slip, Roster roster) =>
        roster.Find(slip.Content.Signer.Id) is { } signer && signer.Is(Role.LeaderInCharge) ? [signer] : roster.Holding(Role.LeaderInCharge);
}
