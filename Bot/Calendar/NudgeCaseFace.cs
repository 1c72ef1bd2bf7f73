using DisclosureBot.Bureau;
using DisclosureBot.Channel;
using DisclosureBot.Journal;

namespace DisclosureBot.Calendar;

/// <summary>The yearly nudge as the workers see it.</summary>
public sealed class NudgeCaseFace(CalendarNudges nudges, NudgeCase cases) : ICaseFace
{
    public string Kind => NudgeCase.Kind;

    public Task<(Message Message, long Version)> Of(string caseId, Person person, bool alert, CancellationToken stop) => nudges.Of(alert, stop);

    public Task<Message> Moved(string caseId, CancellationToken stop) => nudges.Moved(stop);

    public bool MaySee(StoredCase stored, Person person) => cases.Read(stored)?.People.Contains(person.Id) == true;

    public string Rebuild(IEnumerable<StoredEvent> events) => cases.Rebuild(events);

    public Listing List(string state) => cases.List(state);

    public Task Fire(DueTimer timer, CancellationToken stop) => nudges.Look(stop);
}
