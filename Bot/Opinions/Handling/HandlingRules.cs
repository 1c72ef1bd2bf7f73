using DisclosureBot.Bureau;
using DisclosureBot.Opinions.Alarm;
using DisclosureBot.Opinions.Clocks;

namespace DisclosureBot.Opinions.Handling;

/// <summary>Decides 研判, 交办, 记事, 转出 and 办结. Pure.</summary>
internal sealed class HandlingRules(Roster roster, OpinionClocks clocks)
{
    public const int NoteLimit = 500;
    public const int DepartmentLimit = 100;
    public const int AppraisalLimit = 1000;

    /// <summary>Characters that say at least something of why nothing was answered.</summary>
    public const int LeastReason = 10;

    private readonly HandlingGates _gates = new(roster);

    public Decision<OpinionEvent> Decide(OpinionItem item, HandlingCommand command, Person actor, DateTimeOffset at) => command switch
    {
        HandlingCommand.Assess assess => Assess(item, assess, actor, at),
        HandlingCommand.Assign assign => Assign(item, assign, actor, at),
        HandlingCommand.AddNote note => AddNote(item, note, actor, at),
        HandlingCommand.TransferOut transfer => TransferOut(item, transfer, actor, at),
        HandlingCommand.Close close => Close(item, close, actor, at),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
    };

    private Decision<OpinionEvent> Assess(OpinionItem item, HandlingCommand.Assess assess, Person actor, DateTimeOffset at)
    {
        if (_gates.Assess(item, actor) is { } no) return no;
        if (assess.Kind is not { } kind) return OpinionAnswers.Invalid("请选择“舆情类别”。");
        if (SetsAside(item, kind, actor)) return OpinionAnswers.Invalid($"本条已定为{OpinionNames.Of(item.Gravity)},不能直接改为其他类别。请先由主要领导或按通报“调整级别”,再重新研判。");
        // An emergency always weighs; how much, only a level says, and that is not set here (B-22).
        if ((kind == OpinionKind.Emergency ? OpinionLevel.Important : assess.Level) is not { } level) return OpinionAnswers.Invalid("请选择“舆情等级”:一般舆情,或重要舆情。");
        if (OpinionAnswers.Text(assess.Note, "研判意见", NoteLimit, out var note) is { } wrong) return wrong;
        var weighed = item with { Assessment = new(kind, level, note, Who.Of(actor), at), Incident = kind == OpinionKind.Emergency ? item.Incident : null };
        return OpinionAnswers.Accept(new HandlingEvent.Assessed(
            Who.Of(actor), at, kind, level, note, Weighing.NextCall(weighed, roster, clocks, at), Rankers(item, kind), Clocks(item, weighed, at)));
    }

    /// <summary>The 24 hours of a 重大 or 特别重大 emergency end on no word but the principal leader's, or by its level (B-22).</summary>
    private static bool SetsAside(OpinionItem item, OpinionKind kind, Person actor) =>
        item.Gravity >= Gravity.SeriousIncident && kind != OpinionKind.Emergency && !actor.Is(Role.PrincipalLeader);

    /// <summary>Those who set the level of an emergency or answer for it: once that it is one, and that it is none after all.</summary>
    private IReadOnlyList<string> Rankers(OpinionItem item, OpinionKind kind) => (kind == OpinionKind.Emergency) == (item.Kind == OpinionKind.Emergency) ? [] :
    [
        .. Rungs.At(EscalationRung.PrincipalLeader, item.KeeperId, roster).Concat(Rungs.At(EscalationRung.LeaderInCharge, item.KeeperId, roster))
            .Concat(Rungs.At(EscalationRung.SectionHead, item.KeeperId, roster)).Select(person => person.Id).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Emergencies are told of by night as well; what is none any more is back at its 48 hours, unless it has been answered.</summary>
    private IReadOnlyList<HourDeadline>? Clocks(OpinionItem before, OpinionItem weighed, DateTimeOffset at) =>
        before.Gravity.IsEmergency() == weighed.Gravity.IsEmergency() ? null
        : weighed.IsAnswered ? []
        : clocks.Response(weighed.Story.LearntAt, weighed.Gravity, weighed.Drill, at) is { } response ? [response] : [];

    private Decision<OpinionEvent> Assign(OpinionItem item, HandlingCommand.Assign assign, Person actor, DateTimeOffset at)
    {
        if (_gates.Assign(actor) is { } no) return no;
        if (_gates.Sections().FirstOrDefault(section => section.Id == assign.SectionId) is not { } to) return OpinionAnswers.Invalid("请选择“交办科室”。");
        if (OpinionAnswers.Optional(assign.Note, "交办要求", NoteLimit, out var note) is { } wrong) return wrong;
        return OpinionAnswers.Accept(new HandlingEvent.Assigned(
            Who.Of(actor), at, to.Id, to.Name, note, [.. OpinionDuties.Answering(to.Id, roster).Select(person => person.Id)],
            [.. roster.People.Where(person => person.Section.Id == to.Id).Select(person => person.Id)]));
    }

    private Decision<OpinionEvent> AddNote(OpinionItem item, HandlingCommand.AddNote add, Person actor, DateTimeOffset at) =>
        (_gates.AddNote(item, actor) ?? OpinionAnswers.Text(add.Text, "记事", NoteLimit, out _)) is { } no
            ? no
            : OpinionAnswers.Accept(new HandlingEvent.Noted(Who.Of(actor), at, Wording.Clean(add.Text)!));

    private Decision<OpinionEvent> TransferOut(OpinionItem item, HandlingCommand.TransferOut transfer, Person actor, DateTimeOffset at)
    {
        if (_gates.TransferOut(item, actor) is { } no) return no;
        if (OpinionAnswers.Text(transfer.Department, "转往部门", DepartmentLimit, out var department) is { } noDepartment) return noDepartment;
        return OpinionAnswers.Text(transfer.Record, "转办记录", NoteLimit, out var record) is { } noRecord
            ? noRecord
            : OpinionAnswers.Accept(new HandlingEvent.TransferredOut(Who.Of(actor), at, department, record));
    }

    private Decision<OpinionEvent> Close(OpinionItem item, HandlingCommand.Close close, Person actor, DateTimeOffset at)
    {
        if (_gates.Close(item, actor) is { } no) return no;
        if (OpinionAnswers.Text(close.Appraisal, "评估", AppraisalLimit, out var appraisal) is { } wrong) return wrong;
        return item.Releases.Count == 0 && item.Clocks.Count == 0 && appraisal.Length < LeastReason
            ? OpinionAnswers.Invalid($"本条没有发布回应,请在“评估”中写明不回应的理由(不少于{LeastReason}字)。")
            : OpinionAnswers.Accept(new HandlingEvent.Closed(Who.Of(actor), at, appraisal));
    }
}
