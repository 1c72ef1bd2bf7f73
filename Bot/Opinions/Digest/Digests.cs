using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Clock;
using DisclosureBot.Journal;

namespace DisclosureBot.Opinions.Digest;

/// <summary>Lets the standing case look at the items: at the start, and when its timer is due; and counts them for whoever asks in between.</summary>
public sealed class Digests(Workflow workflow, DigestCase digests, OpinionCase items, Calendars calendars, CaseJournal journal, Roster roster, TimeProvider clock)
{
    /// <summary>Many times what a bureau has; keeps a flood from filling the memory.</summary>
    private const int Most = 2_000;

    public async Task<Outcome<StandingDigest>> Look(CancellationToken stop)
    {
        var at = clock.BureauNow();
        var before = await Standing(stop);
        var count = before?.IsDue(at) == true ? await Counting(before.WeekFrom, stop) : null;
        return await workflow.Run(digests, DigestCase.Id, Decide, null, stop);

        // Whoever was faster has looked at the same items.
        Decision<DigestEvent> Decide(StandingDigest? present) => new Decision<DigestEvent>.Accepted(
            present?.Version == before?.Version ? StandingDigest.Look(present, calendars.Present, count!, To(), at) : []);
    }

    /// <summary>The figures since the last digest of that kind, or since the program first ran; changes nothing.</summary>
    public async Task<OpinionFigures> Now(DigestKind kind, CancellationToken stop)
    {
        var (at, standing) = (clock.BureauNow(), await Standing(stop));
        var from = (kind == DigestKind.Weekly ? standing?.WeekFrom : standing?.DayFrom) ?? at;
        return (await Counting(from, stop))(new(from, at));
    }

    /// <summary>Null before the first look.</summary>
    public async Task<StandingDigest?> Standing(CancellationToken stop) => digests.Read(await journal.Load(DigestCase.Id, stop));

    private async Task<Func<OpinionCount, OpinionFigures>> Counting(DateTimeOffset since, CancellationToken stop)
    {
        var stored = await journal.OpenOrChanged(OpinionCase.Kind, since, Most, stop);
        List<OpinionItem> found = [.. stored.Select(one => items.Read(one)!)];
        return count => count.Of(found, isPartial: found.Count == Most);
    }

    /// <summary>The people of the section, the leaders, and the section's own chat.</summary>
    private IReadOnlyList<string> To() =>
        [OpinionGroup.Id, .. roster.People.Where(OpinionDuties.KeepsOrLeads).Select(person => person.Id)];
}
