using DisclosureBot.Bureau;
using DisclosureBot.Opinions.Clocks;

namespace DisclosureBot.Opinions.Intake;

/// <summary>Decides how an item comes in, gathers sources and files, and is merged. Pure.</summary>
internal sealed class IntakeRules(Roster roster, OpinionClocks clocks)
{
    private readonly IntakeGates _gates = new(roster);

    /// <param name="actor">Null where a feed or vendor reports.</param>
    public Decision<OpinionEvent> Report(IntakeCommand.Report report, Person? actor, DateTimeOffset at)
    {
        if (OpinionDuties.Keeping(roster) is not { } keeper) return OpinionAnswers.Invalid("花名册中没有负责舆情的科室,无法上报。请联系管理员补充科室职责。");
        if (StoryCheck.Read(report.Story, at, out var story) is { } wrong) return wrong;
        if (StoryCheck.Read(report.Source, story.Headline, out var source) is { } wrongSource) return wrongSource;
        var by = actor is null ? report.Reporter! : Who.Of(actor);
        var gravity = report.SuspectedEmergency ? Gravity.UnrankedIncident : Gravity.Unassessed;
        return OpinionAnswers.Accept(new IntakeEvent.Reported(
            by, at, report.Id, report.Number, report.Key, story, source, report.SuspectedEmergency, report.Drill, keeper.Id, keeper.Name,
            clocks.Response(story.LearntAt, gravity, report.Drill, at), clocks.Escalation(gravity, report.Drill, at), Alerted(report), Circle(actor)));
    }

    public Decision<OpinionEvent> Decide(OpinionItem item, IntakeCommand command, Person? actor, DateTimeOffset at) => command switch
    {
        IntakeCommand.AddSource add => AddSource(item, add, actor, at),
        IntakeCommand.AddFile add => AddFile(item, add, actor!, at),
        IntakeCommand.Merge merge => Merge(item, merge, actor!, at),
        IntakeCommand.Absorb absorb => actor is not null && _gates.Merge(actor) is { } no ? no : Absorb(item, absorb.From, actor is null ? absorb.From.End?.By ?? Who.Clock : Who.Of(actor), at),
        IntakeCommand.Report => throw new InvalidOperationException("An item is reported once."),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
    };

    /// <summary>Looking is noted, also at what has ended.</summary>
    public static Decision<OpinionEvent> Open(OpinionItem item, IntakeCommand.OpenFile open, Person actor, DateTimeOffset at) => item.File(open.FileId) is { } file
        ? OpinionAnswers.Accept(new IntakeEvent.FileOpened(Who.Of(actor), at, file.Id))
        : new Refusal(RefusalKind.NotFound, "没有找到这个文件,请从舆情卡片上重新打开。");

    private static Decision<OpinionEvent> AddSource(OpinionItem item, IntakeCommand.AddSource add, Person? actor, DateTimeOffset at) =>
        StoryCheck.Read(add.Source, item.Story.Headline, out var source) is { } wrong
            ? wrong
            : OpinionAnswers.Accept(new IntakeEvent.SourceAdded(actor is null ? add.Reporter : Who.Of(actor), at, source));

    private Decision<OpinionEvent> AddFile(OpinionItem item, IntakeCommand.AddFile add, Person actor, DateTimeOffset at) => _gates.AddFile(item, actor) is { } no
        ? no
        : OpinionAnswers.Accept(new IntakeEvent.FileAdded(Who.Of(actor), at, new(add.FileId, add.Name, add.ContentType, add.Size, add.Sha256, Who.Of(actor), at)));

    private Decision<OpinionEvent> Merge(OpinionItem item, IntakeCommand.Merge merge, Person actor, DateTimeOffset at)
    {
        if (_gates.Merge(actor) is { } no) return no;
        if (merge.Into is not { } into || !OpinionDuties.MaySee(into, actor)) return OpinionAnswers.Invalid("没有找到要并入的舆情,请填写完整编号(如 舆2026-0001)。");
        if (into.Id == item.Id) return OpinionAnswers.Invalid("不能并入本条自己,请填写另一条舆情的编号。");
        if (!into.IsOpen) return OpinionAnswers.Invalid($"{into.Number} 已经结束,不能并入。请选择仍在办理的舆情,或单独办理本条。");
        if (into.IsDrill != item.IsDrill) return OpinionAnswers.Invalid("演练与真实舆情不能合并,请分别办理。");
        if (item.Incident is not null && into.Gravity < item.Gravity)
            return OpinionAnswers.Invalid($"本条已定为{OpinionNames.Of(item.Gravity)},并入后其时限不再计时。请把 {into.Number} 并入本条。");
        return item.Gravity.IsEmergency() && !into.Gravity.IsEmergency()
            ? OpinionAnswers.Invalid($"本条按突发事件办理,并入后不再按突发事件提醒。请把 {into.Number} 并入本条;不是突发事件的,请先研判。")
            : OpinionAnswers.Accept(new IntakeEvent.Merged(Who.Of(actor), at, into.Id, into.Number));
    }

    private Decision<OpinionEvent> Absorb(OpinionItem item, OpinionItem from, Who by, DateTimeOffset at)
    {
        if (from.Id == item.Id) return OpinionAnswers.Invalid("不能并入本条自己,请填写另一条舆情的编号。");
        if (from.IsDrill != item.IsDrill) return OpinionAnswers.Invalid("演练与真实舆情不能合并,请分别办理。");
        var known = item.Sources.Select(source => source.Key).ToHashSet(StringComparer.Ordinal);
        DateTimeOffset? earlier = from.Story.LearntAt < item.Story.LearntAt ? from.Story.LearntAt : null;
        return OpinionAnswers.Accept(new IntakeEvent.Absorbed(
            by, at, from.Id, from.Number, [.. from.Sources.Where(source => known.Add(source.Key))], from.Circle, earlier,
            earlier is { } learnt && item.Clock(OpinionClockKind.Response) is { IsRunning: true } ? clocks.Response(learnt, item.Gravity, item.Drill, at) : null));
    }

    /// <summary>The section's own chat and who is on duty; where nobody is, every keeper (三(九)).</summary>
    private IReadOnlyList<string> Alerted(IntakeCommand.Report report) =>
        report.OnDuty.Where(id => roster.Find(id) is not null).ToList() is { Count: > 0 } onDuty
            ? [OpinionGroup.Id, .. onDuty]
            : [OpinionGroup.Id, .. OpinionDuties.Keepers(roster).Select(person => person.Id)];

    private IReadOnlyList<string> Circle(Person? reporter) =>
        [.. OpinionDuties.Keepers(roster).Select(person => person.Id), .. reporter is null ? [] : (IEnumerable<string>)[reporter.Id]];
}
