using DisclosureBot.Bureau;
using DisclosureBot.Cards.Calendar;
using DisclosureBot.Channel;
using DisclosureBot.Clock;
using DisclosureBot.Journal;

namespace DisclosureBot.Calendar;

/// <summary>Lets the standing case look at the calendar: at the start, when its timer is due, and after an import; and words its message.</summary>
public sealed class CalendarNudges(Workflow workflow, NudgeCase nudges, Calendars calendars, CaseJournal journal, Roster roster, TimeProvider clock)
{
    public Task<Outcome<Nudge>> Look(CancellationToken stop)
    {
        var at = clock.BureauNow();
        var administrators = roster.Holding(Role.Administrator).Select(person => person.Id).ToList();
        return workflow.Run(
            nudges, NudgeCase.Id, nudge => new Decision<NudgeEvent>.Accepted(Nudge.Look(nudge, calendars.Present, administrators, at)), null, stop);
    }

    /// <summary>What its slot should show now.</summary>
    public async Task<(Message Message, long Version)> Of(bool alert, CancellationToken stop)
    {
        var nudge = await Load(stop);
        var card = NudgeCard.Render(View(nudge));
        return (new Message(card.FallbackText, card, alert), nudge.Version);
    }

    /// <summary>What an older reminder becomes: the same as the newest, which stands below it.</summary>
    public async Task<Message> Moved(CancellationToken stop) => (await Of(alert: false, stop)).Message;

    private NudgeView View(Nudge nudge)
    {
        var year = clock.BureauNow().Year;
        var coverage = Coverage.Of(calendars.Present, year).Where(line => line.Tone != Cards.Slips.Tone.Good && !line.Label.StartsWith($"{year - 1}年", StringComparison.Ordinal));
        return new(nudge.Year, [.. coverage]);
    }

    /// <summary>A slot refers to the case, so that there is one.</summary>
    private async Task<Nudge> Load(CancellationToken stop) =>
        nudges.Read(await journal.Load(NudgeCase.Id, stop)) ?? throw new InvalidOperationException($"Case {NudgeCase.Id} has a slot but is not there.");
}
