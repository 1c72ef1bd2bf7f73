using DisclosureBot.Bureau;
using DisclosureBot.Opinions.Alarm;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Emergency;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Opinions.Response;

namespace DisclosureBot.Opinions;

/// <summary>Decides what a command makes of an item. Pure: people, settings and calendar arrive as data.</summary>
public sealed class OpinionRules(Roster roster, OpinionClocks clocks)
{
    private readonly IntakeRules _intake = new(roster, clocks);
    private readonly AlarmRules _alarm = new(roster, clocks);
    private readonly HandlingRules _handling = new(roster, clocks);
    private readonly ResponseRules _response = new(roster);
    private readonly EmergencyRules _emergency = new(roster, clocks);

    public static readonly Refusal Unknown = new(RefusalKind.NotFound, "没有找到这条舆情,或者您不在办理范围内。请写“舆情”查看可以办理的条目。");

    /// <param name="actor">Null for the clock, feeds and vendors.</param>
    /// <param name="at">Bureau time.</param>
    public Decision<OpinionEvent> Decide(OpinionItem? item, OpinionCommand command, Person? actor, DateTimeOffset at)
    {
        if (item is null) return command is IntakeCommand.Report report ? _intake.Report(report, actor, at) : Unknown;
        if (actor is not null && !OpinionDuties.MaySee(item, actor)) return Unknown;
        if (OpinionRepeats.Has(item, command, actor)) return OpinionAnswers.Nothing;
        return command switch
        {
            AlarmCommand.Escalate => _alarm.Escalate(item, at),
            EmergencyCommand.RemindOf point => _emergency.Remind(item, point.Clock, at),
            IntakeCommand.OpenFile open => IntakeRules.Open(item, open, actor!, at),
            _ => OpinionAnswers.Ended(item) is { } ended ? ended
                : IsOvertaken(item, command) ? OpinionAnswers.Stale("这张卡片已经过时,您的操作没有生效。请看最新的卡片。")
                : Act(item, command, actor, at),
        };
    }

    private Decision<OpinionEvent> Act(OpinionItem item, OpinionCommand command, Person? actor, DateTimeOffset at) => command switch
    {
        IntakeCommand intake => _intake.Decide(item, intake, actor, at),
        AlarmCommand alarm => _alarm.Decide(item, alarm, actor!, at),
        HandlingCommand handling => _handling.Decide(item, handling, actor!, at),
        ResponseCommand response => _response.Decide(item, response, actor!, at),
        EmergencyCommand emergency => _emergency.Decide(item, emergency, actor!, at),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
    };

    /// <summary>Nobody judges what their card did not show: another draft, or another 研判 or 定级. All else goes side by side.</summary>
    private static bool IsOvertaken(OpinionItem item, OpinionCommand command) => command.Round is { } round && command switch
    {
        ResponseCommand => round != item.Round,
        HandlingCommand.Assess or EmergencyCommand.SetLevel => round != item.Weighed,
        _ => false,
    };
}
