using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Slips;

namespace DisclosureBot.Reachability;

/// <summary>Asks the journal whom Teams reaches, and lets the standing case look at it: at the start, and when its timer is due.</summary>
public sealed class ReachDesk(Workflow workflow, ReachCase cases, Calendars calendars, CaseJournal journal, Roster roster, TimeProvider clock)
{
    public async Task<Outcome<StandingReach>> Look(CancellationToken stop)
    {
        var at = clock.BureauNow();
        var before = await Standing(stop);
        IReadOnlyList<OutOfReach> outOfReach = before?.IsDue(at) == true ? [.. (await Everyone(stop)).Where(one => one is { IsOut: true, MustAct: > 0 }).OrderByDescending(one => one.MustAct).Select(Told)] : [];
        return await workflow.Run(cases, ReachCase.Id, Decide, null, stop);

        // Whoever was faster has looked at the same people.
        Decision<ReachEvent> Decide(StandingReach? present) => new Decision<ReachEvent>.Accepted(
            present?.Version == before?.Version ? StandingReach.Look(present, calendars.Present, outOfReach, To(), at) : []);
    }

    /// <summary>Everyone of the roster, in its order; two questions to the journal, however many they are.</summary>
    public async Task<IReadOnlyList<PersonReach>> Everyone(CancellationToken stop) =>
        PersonReach.Of(roster, await journal.KnownWays(stop), await journal.Undelivered(stop));

    /// <summary>Null before the first look.</summary>
    public async Task<StandingReach?> Standing(CancellationToken stop) => cases.Read(await journal.Load(ReachCase.Id, stop));

    /// <summary>The office keeps the papers moving; administrators can put credentials right.</summary>
    private List<string> To() => [.. roster.People.Where(person => SlipDuties.IsGeneralOffice(person) || person.Is(Role.Administrator)).Select(person => person.Id)];

    private static OutOfReach Told(PersonReach one) => new(Who.Of(one.Person), one.Person.Section.Name, one.State, one.Count, one.MustAct, one.Oldest!.Value.ToOffset(BureauTime.Offset));
}
