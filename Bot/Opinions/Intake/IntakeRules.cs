using DisclosureBot.Bureau;
using DisclosureBot.Opinions.Clocks;

namespace DisclosureBot.Opinions.Intake;

/// <summary>Decides how an item comes in, gathers sources and files, and is merged. Pure.</summary>
internal sealed class IntakeRules(Roster roster, OpinionClocks clocks)
{
    /// <param name="actor">Null where a feed or vendor reports.</param>
    public Decision<OpinionEvent> Report(IntakeCommand.Report report, Person? actor, DateTimeOffset at)
    {
        if (OpinionDuties.Keeping(roster) is not { } keeper) return OpinionAnswers.Invalid("花名册中没有负责舆情的科室,无法上报。请联系管理员补充科室职责。");
        var by = actor is null ? report.Reporter! : Who.Of(actor);
        var gravity = report.SuspectedEmergency ? Gravity.UnrankedIncident : Gravity.Unassessed;
        return OpinionAnswers.Accept(new IntakeEvent.Reported(
            by, at, report.Id, report.Number, report.Key, report.Story, report.Source, report.SuspectedEmergency, report.Drill, keeper.Id, keeper.Name,
            clocks.Response(report.Story.LearntAt, gravity, report.Drill, at), clocks.Escalation(gravity, report.Drill, at), Alerted(report), Circle(actor)));
    }

    public Decision<OpinionEvent> Decide(OpinionItem item, IntakeCommand command, Person? actor, DateTimeOffset at)
    {
        _ = (item, command, actor, at);
        throw new NotSupportedException();
    }

    /// <summary>The section's own chat and who is on duty; where nobody is, every keeper (三(九)).</summary>
    private IReadOnlyList<string> Alerted(IntakeCommand.Report report) =>
        [OpinionGroup.Id, .. report.OnDuty.Count > 0 ? report.OnDuty : OpinionDuties.Keepers(roster).Select(person => person.Id)];

    private IReadOnlyList<string> Circle(Person? reporter) =>
        [.. OpinionDuties.Keepers(roster).Select(person => person.Id), .. reporter is null ? [] : (IEnumerable<string>)[reporter.Id]];
}
