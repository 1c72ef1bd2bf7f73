using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Slips;

namespace DisclosureBot.Briefing;

/// <summary>Gathers what one person's card tells: fresh from the journal, and only what they may see now.</summary>
/// <param name="faces">Asked late: the card's own case is one of them.</param>
public sealed class Briefs(CaseJournal journal, Lazy<CaseFaces> faces, Calendars calendars)
{
    /// <summary>More are not counted.</summary>
    private const int Most = 300;

    /// <param name="from">Since when news count.</param>
    public async Task<Brief> Of(Person person, DateTimeOffset from, DateTimeOffset at, CancellationToken stop)
    {
        var waiting = await Seen(person, new CaseQuery { WaitsFor = person.Id, Open = true }, stop);
        var others = waiting.Concat(await Seen(person, new CaseQuery { WaitsFor = person.Id, Open = false }, stop)).ToList();
        var due = await Seen(person, new CaseQuery { Owner = person.Id, Open = true, DueTo = Tomorrow(at) }, stop);
        var news = await Seen(person, await journal.News(person.Id, from, Most, stop), stop);
        var section = person.Is(Role.SectionHead) ? await Seen(person, new CaseQuery { Kind = SlipCase.Kind, Section = person.Section.Id, Open = true }, stop) : [];
        var bureau = Leads(person) ? await Seen(person, new CaseQuery { Kind = SlipCase.Kind, Open = true }, stop) : [];
        return new(person, at, others, Without(due, others), Without(news, [.. others, .. due]), Without(section, others), bureau);
    }

    private DateOnly Tomorrow(DateTimeOffset at) => calendars.Present.WorkingDayFrom(BureauTime.Day(at), 1);

    private static bool Leads(Person person) => person.Is(Role.LeaderInCharge) || person.Is(Role.PrincipalLeader);

    private async Task<IReadOnlyList<FoundCase>> Seen(Person person, CaseQuery query, CancellationToken stop) =>
        await Seen(person, await journal.Find(query, Desks.Reach(person), Most, stop), stop);

    /// <summary>What somebody was once shown does not count: each case is asked as it is now.</summary>
    private async Task<IReadOnlyList<FoundCase>> Seen(Person person, IReadOnlyList<FoundCase> found, CancellationToken stop)
    {
        var stored = (await journal.Load(found.Select(one => one.Case.CaseId).ToList(), stop)).ToDictionary(one => one.Id, StringComparer.Ordinal);
        return [.. found.Where(one => one.Case.Kind != BriefingCase.Kind && stored.TryGetValue(one.Case.CaseId, out var now) && faces.Value.Of(now.Kind).MaySee(now, person))];
    }

    private static IReadOnlyList<FoundCase> Without(IReadOnlyList<FoundCase> found, IReadOnlyList<FoundCase> told)
    {
        var ids = told.Select(one => one.Case.CaseId).ToHashSet(StringComparer.Ordinal);
        return [.. found.Where(one => !ids.Contains(one.Case.CaseId))];
    }
}
