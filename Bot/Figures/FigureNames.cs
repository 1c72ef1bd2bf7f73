using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Deadlines;

namespace DisclosureBot.Figures;

/// <summary>Figures as people read them; card and table say the same.</summary>
public static class FigureNames
{
    public const string Undetermined = "未定";

    public static string Of(TurnDesk desk) => desk switch
    {
        TurnDesk.SectionHead => "科室负责人初审",
        TurnDesk.GeneralOffice => "办公室二审",
        TurnDesk.Leader => "局领导签发",
        TurnDesk.Drafter => "起草人修改",
        TurnDesk.Receiver => "商务运行科签收",
        _ => throw new ArgumentOutOfRangeException(nameof(desk), desk, null),
    };

    public static string Of(TurnEnd end) => end switch
    {
        TurnEnd.Signed => "签署",
        TurnEnd.Returned => "退回修改",
        TurnEnd.Declined => "不予签发",
        TurnEnd.Resubmitted => "重新提交",
        TurnEnd.Received => "签收",
        TurnEnd.HandoverReturned => "退回移交",
        TurnEnd.Withdrawn => "起草人撤回",
        TurnEnd.TakenBack => "上一环节收回",
        TurnEnd.Overtaken => "因变更中止",
        _ => throw new ArgumentOutOfRangeException(nameof(end), end, null),
    };

    public static string Of(ChangePoint point) => point switch
    {
        ChangePoint.SectionHead => "科室负责人改起草人所拟",
        ChangePoint.GeneralOffice => "办公室改科室意见",
        ChangePoint.Leader => "局领导改科室意见",
        ChangePoint.AfterIssue => "签发后变更",
        _ => throw new ArgumentOutOfRangeException(nameof(point), point, null),
    };

    public static string Of(ClockResult result) => result switch
    {
        ClockResult.InTime => "按时",
        ClockResult.Late => "逾期完成",
        ClockResult.Running => "计时中",
        ClockResult.Overdue => "已逾期",
        ClockResult.LeftOpen => "办结时未完成",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, null),
    };

    public static string Of(DeadlineKind kind) => kind switch
    {
        DeadlineKind.Handover => "移交(3日/5日)",
        DeadlineKind.Publication => "公开发布(内部目标)",
        DeadlineKind.LegalDisclosure => "主动公开(法定20个工作日)",
        DeadlineKind.Interpretation => "解读(3个工作日)",
        DeadlineKind.CommentFeedback => "意见采纳反馈(内部目标)",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Of(OpinionClockKind kind) => kind switch
    {
        OpinionClockKind.PressConference => "新闻发布会(24小时)",
        OpinionClockKind.FirstRelease => "首次权威信息(5小时)",
        OpinionClockKind.Response => "舆情回应(48小时)",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>此件公开发布 …, as the paper says it; 未定 where nothing is determined.</summary>
    public static string Of(DisclosureAttribute? value) => value is { } determined ? AttributeStatement.Plain(determined) : Undetermined;

    public static string Of(ClockRow clock) => clock.Deadline is { } kind ? Of(kind) : Of(clock.Opinion!.Value);

    public static string Of(ClockFigures clock) => clock.Deadline is { } kind ? Of(kind) : Of(clock.Opinion!.Value);
}
