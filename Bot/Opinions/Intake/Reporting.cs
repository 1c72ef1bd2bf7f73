using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Opinions.Watch;

namespace DisclosureBot.Opinions.Intake;

/// <summary>Gives a new item its number and puts it through the workflow, once per form or sighting however often it comes.</summary>
public sealed class Reporting(Workflow workflow, OpinionCase items, OpinionRules rules, DutyBook duties, CaseJournal journal, TimeProvider clock) : IDisposable
{
    private readonly Numbering _real = new(journal, workflow, OpinionCase.Kind);
    private readonly Numbering _drills = new(journal, workflow, OpinionCase.DrillIds);

    /// <summary>上报 by a person, or the start of a drill.</summary>
    /// <param name="key">Names the form or message it was written on.</param>
    public Task<Outcome<OpinionItem>> Report(Person reporter, string key, Story story, OpinionSource source, bool suspectedEmergency, Drill? drill, ClickedCard? clicked, CancellationToken stop) =>
        Open(reporter, null, key, story, source, suspectedEmergency, drill, clicked, stop);

    /// <summary>A feed or vendor brings a story that no open item tells.</summary>
    public Task<Outcome<OpinionItem>> Collect(Who reporter, Story story, OpinionSource source, CancellationToken stop) =>
        Open(null, reporter, source.Key, story, source, suspectedEmergency: false, null, null, stop);

    public void Dispose()
    {
        _real.Dispose();
        _drills.Dispose();
    }

    private Task<Outcome<OpinionItem>> Open(
        Person? actor, Who? reporter, string key, Story story, OpinionSource source, bool suspectedEmergency, Drill? drill, ClickedCard? clicked, CancellationToken stop)
    {
        var at = clock.BureauNow();
        return (drill is null ? _real : _drills).Open(items, at.Year, () => Earlier(actor, key, stop), Decide, clicked, stop);

        Decision<OpinionEvent> Decide(string id, int sequence) => rules.Decide(null, new IntakeCommand.Report(
            id, OpinionCase.Number(at.Year, sequence, drill is not null), key, story, source, suspectedEmergency, drill, duties.OnDuty(at), reporter), actor, at);
    }

    private async Task<Outcome<OpinionItem>?> Earlier(Person? actor, string key, CancellationToken stop)
    {
        if (await journal.FindOnce(key, stop) is not { } id) return null;
        var item = items.Read(await journal.Load(id, stop));
        return item is not null && (actor is null || item.Reporter.Id == actor.Id) ? new(item, null) : new(null, OpinionRules.Unknown);
    }
}
