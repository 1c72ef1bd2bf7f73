namespace DisclosureBot.Opinions;

/// <summary>Where an item stands, in one short line.</summary>
public static class OpinionStatus
{
    public static string Of(OpinionItem item) => item switch
    {
        { Phase: OpinionPhase.Merged or OpinionPhase.TransferredOut } => item.Trail[^1].What,
        { Phase: OpinionPhase.Closed } => "已办结",
        { Handler: null } => item.Escalated is { } rung ? $"无人接手,已提请{Alarm.Rungs.Name(rung)}" : "等待接手",
        { Assessment: null, Handler: { } handler } => $"{handler.Name}处理中,等待研判",
        { Assessment.Kind: OpinionKind.Emergency, Incident: null } => "突发事件,等待主要领导定级",
        { Draft: { Review: null } draft } => $"回应第{draft.Number}稿等待保密审查",
        { Draft.Review.Cleared: true } => "回应已审查,等待发布",
        { Draft.Review.Cleared: false } => "回应未通过保密审查,等待修改",
        _ when OpinionWaiting.IsReady(item) && item.Clock(Clocks.OpinionClockKind.PressConference) is { IsRunning: true } => "已回应,等待新闻发布会",
        _ when OpinionWaiting.IsReady(item) => "已回应,等待办结",
        { Assignment: { } assigned } => $"已交办{assigned.Section},等待回应",
        { Handler: { } handler } => $"{handler.Name}处理中,等待回应",
    };
}
