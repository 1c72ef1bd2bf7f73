using DisclosureBot.Opinions.Alarm;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Emergency;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Opinions.Response;

namespace DisclosureBot.Opinions;

/// <summary>What each fact makes of an item, and of its timeline.</summary>
internal static class OpinionEvolution
{
    public static OpinionItem Apply(OpinionItem? item, OpinionEvent fact) => (item, fact) switch
    {
        (null, IntakeEvent.Reported e) => New(e),
        (null, _) => throw new InvalidOperationException("The first event of an item is Reported."),
        (_, IntakeEvent.Reported) => throw new InvalidOperationException("An item is reported once."),
        (_, IntakeEvent e) => Gathered(item, e),
        (_, AlarmEvent e) => Alarmed(item, e),
        (_, HandlingEvent e) => Handled(item, e),
        (_, ResponseEvent e) => Answered(item, e),
        (_, EmergencyEvent e) => Ranked(item, e),
        _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
    };

    /// <summary>Whom a fact brings into the circle.</summary>
    public static IEnumerable<string> Joining(OpinionEvent fact) => fact switch
    {
        IntakeEvent.Reported e => e.To.Concat(e.Circle),
        IntakeEvent.Absorbed e => e.Circle,
        IntakeEvent => [],
        AlarmEvent.Taken e => [e.By.Id],
        AlarmEvent.Escalated e => e.To,
        AlarmEvent.Passed e => [e.To.Id],
        HandlingEvent.Assessed e => e.To.Append(e.By.Id),
        HandlingEvent.Assigned e => [e.By.Id, .. e.To, .. e.Circle],
        HandlingEvent => [fact.By.Id],
        ResponseEvent.Drafted e => e.To.Append(e.By.Id),
        ResponseEvent => [fact.By.Id],
        EmergencyEvent.LevelSet e => e.To.Append(e.By.Id),
        EmergencyEvent.ClockMet => [fact.By.Id],
        EmergencyEvent.Reminded e => e.To,
        _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
    };

    private static OpinionItem New(IntakeEvent.Reported e) => new()
    {
        Id = e.Id,
        Number = e.Number,
        Story = e.Story,
        Reporter = e.By,
        ReportedAt = e.At,
        KeeperId = e.SectionId,
        Keeper = e.Section,
        Drill = e.Drill,
        SuspectedEmergency = e.SuspectedEmergency,
        Sources = [e.Source],
        EscalateAt = e.EscalateAt,
        Called = e.To,
        Clocks = e.Response is { } response ? [new(response)] : [],
        Trail = [new(e.At, e.By, $"上报({e.Source.Name})")],
    };

    private static OpinionItem Gathered(OpinionItem item, IntakeEvent fact) => fact switch
    {
        IntakeEvent.SourceAdded e => item.Seen([e.Source], [.. item.Trail, new(e.At, e.By, $"新增来源:{e.Source.Name}", e.Source.Headline, SourceKey: e.Source.Key)]),
        IntakeEvent.FileAdded e => item with { Files = [.. item.Files, e.File], Trail = item.Add(e, $"存入材料“{e.File.Name}”") },
        IntakeEvent.FileOpened => item,
        IntakeEvent.Merged e => item.Ended(OpinionPhase.Merged, e, $"并入 {e.IntoNumber}", null, e.IntoId),
        IntakeEvent.Absorbed e => item.Seen(e.Sources, item.Add(e, $"{e.FromNumber} 并入本条", e.LearntAt is null ? null : "沿用较早的获知时间和期限")) with
        {
            Absorbed = [.. item.Absorbed, e.FromId],
            Story = item.Story with { LearntAt = e.LearntAt ?? item.Story.LearntAt },
            Clocks = e.Response is { } response ? [.. item.Clocks.Where(clock => clock.Deadline.Kind != response.Kind), Anew(item.Clocks, response)] : item.Clocks,
        },
        _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
    };

    /// <summary>The first sighting and the newest: a vendor that tells one story without end must not make the item grow without end. The events keep all.</summary>
    private static OpinionItem Seen(this OpinionItem item, IReadOnlyList<OpinionSource> more, IReadOnlyList<OpinionTrail> trail)
    {
        List<OpinionSource> all = [.. item.Sources, .. more];
        var left = all.Count - OpinionItem.MostSources;
        if (left <= 0) return item with { Sources = all, Trail = trail };
        var gone = all.Skip(1).Take(left).Select(source => source.Key).ToHashSet(StringComparer.Ordinal);
        return item with
        {
            Sources = [all[0], .. all.Skip(1 + left)],
            OlderSources = (item.OlderSources ?? 0) + left,
            Trail = [.. trail.Where(line => line.SourceKey is null || !gone.Contains(line.SourceKey))],
        };
    }

    private static OpinionItem Alarmed(OpinionItem item, AlarmEvent fact) => fact switch
    {
        AlarmEvent.Taken e => item with { Handler = e.By, TakenAt = item.TakenAt ?? e.At, InHandSince = e.At, EscalateAt = null, Trail = item.Add(e, "我来处理") },
        AlarmEvent.Escalated e => item with { Escalated = e.Rung, EscalateAt = e.Next, Called = [.. item.Called.Union(e.To, StringComparer.Ordinal)], Trail = item.Add(e, $"无人接手,提请{Rungs.Name(e.Rung)}") },
        AlarmEvent.Passed e => item with { Handler = e.To, TakenAt = item.TakenAt ?? e.At, InHandSince = e.At, EscalateAt = null, Trail = item.Add(e, $"转交{e.To.Name}", e.Note) },
        _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
    };

    private static OpinionItem Handled(OpinionItem item, HandlingEvent fact) => fact switch
    {
        HandlingEvent.Assessed e => item with
        {
            Assessment = new(e.Kind, e.Level, e.Note, e.By, e.At),
            Incident = e.Kind == OpinionKind.Emergency ? item.Incident : null,
            Clocks = e.Clocks is { } clocks ? Restart(item.Clocks, clocks) : item.Clocks,
            Weighed = item.Weighed + 1,
            EscalateAt = e.EscalateAt,
            Trail = item.Add(e, e.Kind == OpinionKind.Emergency ? $"研判:{OpinionNames.Of(e.Kind)}" : $"研判:{OpinionNames.Of(e.Kind)},{OpinionNames.Of(e.Level)}", e.Note),
        },
        HandlingEvent.Assigned e => item with { Assignment = new(e.SectionId, e.Section, e.Note, e.By, e.At), Trail = item.Add(e, $"交办{e.Section}", e.Note) },
        HandlingEvent.Noted e => item with { Trail = item.Add(e, e.Text) },
        HandlingEvent.TransferredOut e => item.Ended(OpinionPhase.TransferredOut, e, $"非本部门职责,转{e.Department}", e.Record),
        HandlingEvent.Closed e => item.Ended(OpinionPhase.Closed, e, "办结", e.Appraisal),
        _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
    };

    private static OpinionItem Answered(OpinionItem item, ResponseEvent fact) => fact switch
    {
        ResponseEvent.Drafted e => item with { Draft = new(e.Number, e.Text, e.By, e.At), Trail = item.Add(e, $"拟写{OpinionNames.Answer(item.Kind)}(第{e.Number}稿)") },
        ResponseEvent.Reviewed e => item with
        {
            Draft = item.Draft! with { Review = new(e.Cleared, e.Basis, e.By, e.At) },
            Trail = item.Add(e, $"第{e.Number}稿{(e.Cleared ? "可以公开" : "不得公开")}", e.Basis, !e.Cleared),
        },
        ResponseEvent.Released e => item with
        {
            Releases = [.. item.Releases, new(e.Number, item.Draft!.Text, e.Url, e.Channel, e.When, e.By, e.At)],
            Draft = null,
            Clocks = e.Met.Aggregate(item.Clocks, (clocks, kind) => Meet(clocks, kind, new(e.When, $"{e.Channel}发布", e.Url, null, e.By, e.At))),
            Trail = item.Add(e, $"发布{OpinionNames.Answer(item.Kind)}({e.Channel})", e.Url),
        },
        _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
    };

    private static OpinionItem Ranked(OpinionItem item, EmergencyEvent fact) => fact switch
    {
        EmergencyEvent.LevelSet e => item with
        {
            Incident = new(e.Level, e.Authority, e.Basis, e.By, e.At),
            Story = item.Story with { OccurredAt = e.OccurredAt },
            Clocks = Restart(item.Clocks, e.Clocks),
            Weighed = item.Weighed + 1,
            EscalateAt = e.EscalateAt,
            Trail = item.Add(e, $"{(item.Incident is null ? "定级" : "调整级别")}:{OpinionNames.Of(e.Level)}", e.Basis),
        },
        EmergencyEvent.ClockMet e => item with
        {
            Clocks = Meet(item.Clocks, e.Clock, new(e.When, e.What, e.Url, e.FileId, e.By, e.At)),
            Trail = item.Add(e, $"{ClockNames.Of(e.Clock)}:{e.What}", e.Url),
        },
        EmergencyEvent.Reminded e => item with
        {
            Clocks = [.. item.Clocks.Select(clock => clock.Deadline.Kind == e.Clock ? clock with { Told = clock.Deadline.Points.TakeWhile(point => point.Point != e.Point).Count() + 1 } : clock)],
            Trail = item.Add(e, $"{ClockNames.Of(e.Clock)}:{ClockText.Reminder(e.Point, item.Clock(e.Clock)!.Deadline, e.At)}"),
        },
        _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
    };

    /// <summary>What was met stays met; what no longer applies goes; what starts anew is told of anew (级别升级后重新起算提醒).</summary>
    private static IReadOnlyList<OpinionClock> Restart(IReadOnlyList<OpinionClock> before, IReadOnlyList<HourDeadline> now) =>
    [
        .. before.Where(clock => !clock.IsRunning),
        .. now.Where(deadline => before.All(clock => clock.IsRunning || clock.Deadline.Kind != deadline.Kind)).Select(deadline => Anew(before, deadline)),
    ];

    /// <summary>People are not told a second time that the same moment has passed.</summary>
    private static OpinionClock Anew(IReadOnlyList<OpinionClock> before, HourDeadline now) =>
        before.FirstOrDefault(clock => clock is { IsRunning: true, Next: null } && clock.Deadline.Kind == now.Kind && clock.Deadline.Due == now.Due) ?? new(now);

    private static IReadOnlyList<OpinionClock> Meet(IReadOnlyList<OpinionClock> clocks, OpinionClockKind kind, ClockProof proof) =>
        [.. clocks.Select(clock => clock.Deadline.Kind == kind && clock.IsRunning ? clock with { Met = proof } : clock)];

    private static OpinionItem Ended(this OpinionItem item, OpinionPhase phase, OpinionEvent fact, string what, string? why, string? into = null) => item with
    {
        Phase = phase,
        EscalateAt = null,
        End = new(why ?? what, fact.By, fact.At, into),
        Trail = item.Add(fact, what, why),
    };

    private static IReadOnlyList<OpinionTrail> Add(this OpinionItem item, OpinionEvent fact, string what, string? why = null, bool isInner = false) =>
        [.. item.Trail, new(fact.At, fact.By, what, why, isInner)];
}
