using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Clock;
using DisclosureBot.Journal;

namespace DisclosureBot.Briefing;

/// <summary>Lets the standing case look each morning who has something to be told, and takes people's choices.</summary>
public sealed class Briefings(Workflow workflow, BriefingCase cases, Briefs briefs, Reminding reminding, Calendars calendars, CaseJournal journal, Roster roster, TimeProvider clock)
{
    /// <summary>At the start, and when the timer is due. Where nobody ever wanted a digest, nothing is kept.</summary>
    public async Task Look(CancellationToken stop)
    {
        await ReleaseLeftOver(stop);
        var at = clock.BureauNow();
        var before = await Standing(stop);
        if (before is null && reminding.Usual == ReminderMode.AtOnce) return;
        var to = before?.IsDue(at) == true && calendars.Present.InOfficeHours(at) == at ? await Readers(before, at, stop) : [];
        await workflow.Run(cases, BriefingCase.Id, Decide, null, stop);

        // Whoever was faster has looked at the same cases; a choice made in between leaves them as they are.
        Decision<BriefingEvent> Decide(StandingBriefing? present) => new Decision<BriefingEvent>.Accepted(
            present?.Next == before?.Next ? StandingBriefing.Look(present, calendars.Present, to, at) : []);
    }

    /// <summary>From now on; who wants everything at once again is shown what was held back.</summary>
    public async Task Choose(Person person, ReminderMode mode, CancellationToken stop)
    {
        var at = clock.BureauNow();
        await workflow.Run(cases, BriefingCase.Id, state => new Decision<BriefingEvent>.Accepted(
            StandingBriefing.Choose(state, Who.Of(person), reminding.Of(person.Id), mode, calendars.Present, at)), null, stop);
        if (mode == ReminderMode.AtOnce) await journal.ReleaseHeld(person.Id, stop);
    }

    /// <summary>What a person's card tells now.</summary>
    /// <param name="since">Null: since the last card that arrived.</param>
    public async Task<Brief> Now(Person person, DateTimeOffset? since, CancellationToken stop)
    {
        var at = clock.BureauNow();
        return await briefs.Of(person, since ?? (await Standing(stop))?.From(person.Id, arrived: true) ?? calendars.Present.Opening(BureauTime.Day(at)).AddDays(-1), at, stop);
    }

    /// <summary>Null before anybody wanted a digest.</summary>
    public async Task<StandingBriefing?> Standing(CancellationToken stop) => cases.Read(await journal.Load(BriefingCase.Id, stop));

    private async Task<IReadOnlyList<Reader>> Readers(StandingBriefing standing, DateTimeOffset at, CancellationToken stop)
    {
        var behind = await journal.Behind(BriefingCase.Id, stop);
        List<Reader> readers = [];
        foreach (var person in roster.People.Where(person => reminding.Of(person.Id) != ReminderMode.AtOnce))
        {
            var from = standing.From(person.Id, arrived: !behind.Contains(person.Id, StringComparer.Ordinal));
            if (!(await briefs.Of(person, from, at, stop)).IsEmpty) readers.Add(new(person.Id, from, at));
        }

        return readers;
    }

    /// <summary>Held for somebody who has no morning card any more: by another configuration, or committed while they chose.</summary>
    private async Task ReleaseLeftOver(CancellationToken stop)
    {
        foreach (var person in await journal.PeopleHeldFor(stop))
            if (reminding.Of(person) == ReminderMode.AtOnce)
                await journal.ReleaseHeld(person, stop);
    }
}
