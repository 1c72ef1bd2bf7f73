using DisclosureBot.Calendar;

namespace DisclosureBot.Briefing;

/// <summary>The standing case: who wants to be reminded how, each person's last card, and when the next go out. Pure.</summary>
/// <param name="Begun">Where the news of somebody who never had a card begin.</param>
public sealed record StandingBriefing(long Version, DateTimeOffset Begun, DateTimeOffset Next, IReadOnlyList<Preference> Preferences, IReadOnlyList<Reader> Readers)
{
    public static StandingBriefing Evolve(StandingBriefing? state, BriefingEvent fact)
    {
        var next = (state ?? new(0, fact.At, fact.Next, [], [])) with { Version = (state?.Version ?? 0) + 1, Next = fact.Next };
        return fact switch
        {
            BriefingEvent.Chosen chosen => next with
            {
                Preferences = [.. next.Preferences.Where(one => one.Person != chosen.By.Id), new(chosen.By.Id, chosen.Mode, chosen.At)],
            },
            BriefingEvent.Looked => next,
            BriefingEvent.Told told => next with { Readers = [.. next.Readers.Where(one => told.To.All(reader => reader.Person != one.Person)), .. told.To] },
            _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
        };
    }

    public bool IsDue(DateTimeOffset at) => at >= Next;

    /// <summary>Since when the next card's news count: since the last one that arrived, or since the person first wanted one.</summary>
    /// <param name="arrived">Whether their last card did.</param>
    public DateTimeOffset From(string person, bool arrived) =>
        Last(person) is { } last ? arrived ? last.At : last.From
        : Preferences.FirstOrDefault(one => one.Person == person)?.Since ?? Begun;

    /// <summary>Null where they never had a card.</summary>
    public Reader? Last(string person) => Readers.FirstOrDefault(one => one.Person == person);

    /// <summary>The choice itself; none where it is so already.</summary>
    public static IReadOnlyList<BriefingEvent> Choose(StandingBriefing? state, Who by, ReminderMode present, ReminderMode mode, BureauCalendar calendar, DateTimeOffset at) =>
        present == mode && state?.Preferences.Any(one => one.Person == by.Id) == true ? [] : [new BriefingEvent.Chosen(by, at, state?.Next ?? calendar.NextOpening(at), mode)];

    /// <summary>
    /// What a look makes of it. A morning that was missed is made up for while the doors are open, and otherwise as they next open; never twice, never at night.
    /// </summary>
    /// <param name="to">Whoever has something to be told; counts only where cards are due.</param>
    public static IReadOnlyList<BriefingEvent> Look(StandingBriefing? state, BureauCalendar calendar, IReadOnlyList<Reader> to, DateTimeOffset at)
    {
        var next = calendar.NextOpening(at);
        if (state is null) return [new BriefingEvent.Looked(Who.Clock, at, next)];
        // A day that has become a working day comes before the one that was waited for.
        if (!state.IsDue(at)) return next < state.Next ? [new BriefingEvent.Looked(Who.Clock, at, next)] : [];
        if (calendar.InOfficeHours(at) is var open && open > at) return [new BriefingEvent.Looked(Who.Clock, at, open)];
        return to.Count == 0 ? [new BriefingEvent.Looked(Who.Clock, at, next)] : [new BriefingEvent.Told(Who.Clock, at, next, to)];
    }
}
