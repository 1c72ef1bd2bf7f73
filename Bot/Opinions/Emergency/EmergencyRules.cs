using DisclosureBot.Bureau;
using DisclosureBot.Opinions.Alarm;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Opinions.Intake;

namespace DisclosureBot.Opinions.Emergency;

/// <summary>Decides the level of an emergency, what meets its clocks, and whom a countdown tells. Pure.</summary>
internal sealed class EmergencyRules(Roster roster, OpinionClocks clocks)
{
    public const int BasisLimit = 500;
    public const int WhatLimit = 200;
    public const string LeadersWord = "主要领导确定";
    private readonly EmergencyGates _gates = new(roster);

    public Decision<OpinionEvent> Decide(OpinionItem item, EmergencyCommand command, Person actor, DateTimeOffset at) => command switch
    {
        EmergencyCommand.SetLevel set => SetLevel(item, set, actor, at),
        EmergencyCommand.MeetClock meet => MeetClock(item, meet, actor, at),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
    };

    /// <summary>The clock's: tells the newest point reached; those it slept through are told no more.</summary>
    public Decision<OpinionEvent> Remind(OpinionItem item, OpinionClockKind kind, DateTimeOffset at)
    {
        if (!item.IsOpen || item.Clock(kind) is not { } clock || !(clock.Next?.At <= at)) return OpinionAnswers.Nothing;
        var reached = clock.Deadline.Points.Skip(clock.Told).Last(point => point.At <= at);
        return OpinionAnswers.Accept(new EmergencyEvent.Reminded(Who.Clock, at, kind, reached.Point, Told(item, kind, reached.Point)));
    }

    private Decision<OpinionEvent> SetLevel(OpinionItem item, EmergencyCommand.SetLevel set, Person actor, DateTimeOffset at)
    {
        if (_gates.SetLevel(item, actor) is { } no) return no;
        if (set.Level is not { } level) return OpinionAnswers.Invalid("请选择“级别”:特别重大、重大、较大或一般。");
        if (set.Authority is not { } authority) return OpinionAnswers.Invalid("请选择“由谁定级”:主要领导,或应急管理部门通报。");
        if (_gates.SetLevel(authority, actor) is { } notTheirs) return notTheirs;
        if (Basis(set, authority, out var basis) is { } wrong) return wrong;
        if ((set.OccurredAt ?? item.Story.OccurredAt) is not { } occurred) return OpinionAnswers.Invalid("请填写“发生日期”和“发生时间”(如 2026-11-26、14:30):时限自发生起计算。");
        if ((OpinionMoments.NotPast(occurred, at, "发生时间") ?? StoryCheck.TooOld(occurred, at)) is { } wrongTime) return wrongTime;
        var facts = Implied(item, basis, actor, at);
        var weighed = facts.Aggregate(item, OpinionItem.Evolve) with { Incident = new(level, authority, basis, Who.Of(actor), at) };
        return OpinionAnswers.Accept([.. facts, new EmergencyEvent.LevelSet(
            Who.Of(actor), at, level, authority, basis, occurred, Clocks(item, level, occurred, at),
            Weighing.NextCall(weighed, roster, clocks, at), Called(item, level))]);
    }

    /// <summary>What went out while it counted as graver was its answer: no 48 hours begin after it.</summary>
    private IReadOnlyList<HourDeadline> Clocks(OpinionItem item, IncidentLevel level, DateTimeOffset occurred, DateTimeOffset at) =>
        [.. clocks.Incident(level, occurred, item.Story.LearntAt, item.Drill, at).Where(clock => clock.Kind != OpinionClockKind.Response || !item.IsAnswered)];

    private static Refusal? Basis(EmergencyCommand.SetLevel set, LevelAuthority authority, out string basis)
    {
        basis = LeadersWord;
        return authority == LevelAuthority.PrincipalLeader && Wording.Clean(set.Basis) is null
            ? null
            : OpinionAnswers.Text(set.Basis, "定级依据", BasisLimit, out basis) is { } wrong && basis.Length == 0
                ? OpinionAnswers.Invalid("请填写“定级依据”:通报单位、文号和时间。")
                : Wording.TooLong(basis, "定级依据", BasisLimit);
    }

    /// <summary>Whoever ranks what came in as an emergency has thereby judged it to be one.</summary>
    private static IReadOnlyList<OpinionEvent> Implied(OpinionItem item, string basis, Person actor, DateTimeOffset at) => item.Assessment is not null
        ? []
        : [new HandlingEvent.Assessed(Who.Of(actor), at, OpinionKind.Emergency, OpinionLevel.Important, basis, item.EscalateAt, [])];

    /// <summary>O-03: the principal leader as 第一新闻发言人 at once, and all who act; of the lesser ones those who lead and handle, and the principal leader where it counted as graver before.</summary>
    private IReadOnlyList<string> Called(OpinionItem item, IncidentLevel level) => level >= IncidentLevel.Serious
        ? Ids([.. On(EscalationRung.PrincipalLeader, item), .. On(EscalationRung.LeaderInCharge, item), .. On(EscalationRung.SectionHead, item), .. OpinionDuties.Keepers(roster).Select(person => person.Id), OpinionGroup.Id])
        : Ids([.. item.Gravity >= Gravity.SeriousIncident ? On(EscalationRung.PrincipalLeader, item) : [], .. On(EscalationRung.LeaderInCharge, item), .. On(EscalationRung.SectionHead, item), .. Handler(item)]);

    private Decision<OpinionEvent> MeetClock(OpinionItem item, EmergencyCommand.MeetClock meet, Person actor, DateTimeOffset at)
    {
        if (_gates.MeetClock(item, meet.Clock, actor) is { } no) return no;
        var label = TimeLabel(meet.Clock);
        if (meet.When is not { } when) return OpinionAnswers.Invalid($"请填写“{label}”的日期和时间(如 2026-11-26、14:30)。");
        var (start, what) = meet.Clock == OpinionClockKind.Response ? (OpinionMoments.Beginning(item), "发生或获知时间") : (item.Clock(meet.Clock)!.Deadline.Start, "发生时间");
        if ((OpinionMoments.NotPast(when, at, label) ?? OpinionMoments.Before(when, start, label, what)) is { } wrongTime) return wrongTime;
        if (OpinionAnswers.Optional(meet.What, "说明", WhatLimit, out var said) is { } tooLong) return tooLong;
        string? url = null;
        if (Wording.Clean(meet.Url) is { } typed && WebAddress.Read(typed, "“链接”", out url) is { } wrongUrl) return wrongUrl;
        if (meet.FileId is { } id && item.File(id) is null) return OpinionAnswers.Invalid("没有找到作为证明的文件,请从已存入本条的文件中选择。");
        return url is null && meet.FileId is null
            ? OpinionAnswers.Invalid("请提供证明:填写“链接”,或先把照片、文件存入本条,再选择为证明。")
            : OpinionAnswers.Accept(new EmergencyEvent.ClockMet(Who.Of(actor), at, meet.Clock, when, said ?? Usual(meet.Clock), url, meet.FileId));
    }

    public static string Usual(OpinionClockKind kind) => kind switch
    {
        OpinionClockKind.PressConference => "举行新闻发布会",
        OpinionClockKind.FirstRelease => "发布权威信息",
        OpinionClockKind.Response => "作出回应",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string TimeLabel(OpinionClockKind kind) => kind switch
    {
        OpinionClockKind.PressConference => "举行时间",
        OpinionClockKind.FirstRelease => "发布时间",
        OpinionClockKind.Response => "回应时间",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private IReadOnlyList<string> Told(OpinionItem item, OpinionClockKind kind, CountdownPoint point) => Ids(
    [
        .. item.Handler is { } handler ? [handler.Id] : item.Called,
        .. On(EscalationRung.SectionHead, item),
        .. kind is OpinionClockKind.PressConference or OpinionClockKind.FirstRelease ? On(EscalationRung.PrincipalLeader, item) : [],
        .. point == CountdownPoint.Overdue ? On(EscalationRung.LeaderInCharge, item) : [],
    ]);

    private IEnumerable<string> On(EscalationRung rung, OpinionItem item) => Rungs.At(rung, item.KeeperId, roster).Select(person => person.Id);

    private static IEnumerable<string> Handler(OpinionItem item) => item.Handler is { } handler ? [handler.Id] : [];

    private static IReadOnlyList<string> Ids(IEnumerable<string> ids) => [.. ids.Distinct(StringComparer.Ordinal)];
}
