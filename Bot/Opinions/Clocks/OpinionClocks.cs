using DisclosureBot.Calendar;
using DisclosureBot.Opinions.Intake;

namespace DisclosureBot.Opinions.Clocks;

/// <summary>Counts an item's clocks and the moments people are called at. The clocks are natural hours; only calls about items that are no emergency respect the night.</summary>
public sealed class OpinionClocks(Calendars calendars, OpinionSettings settings)
{
    /// <summary>When the next rung is called for an item of that weight; bureau time.</summary>
    public DateTimeOffset Escalation(Gravity gravity, Drill? drill, DateTimeOffset now)
    {
        var at = now + Scaled(settings.Patience[gravity], drill);
        return gravity.IsEmergency() || drill is not null ? at : calendars.Present.InOfficeHours(at);
    }

    /// <summary>48 h from 获知; null where the bureau has switched the national clock off.</summary>
    public HourDeadline? Response(DateTimeOffset learntAt, Gravity gravity, Drill? drill, DateTimeOffset now) => !settings.ResponseClock ? null : Count(
        OpinionClockKind.Response, learntAt, HourClocks.OpinionResponse(learntAt), "获知政务舆情后48小时内回应", "国家规定:国办发〔2016〕61号", "获知", gravity, drill, now);

    /// <summary>What runs from the occurrence: 24 h and 5 h for 特别重大 and 重大; 48 h from 获知 for the others.</summary>
    public IReadOnlyList<HourDeadline> Incident(IncidentLevel level, DateTimeOffset occurredAt, DateTimeOffset learntAt, Drill? drill, DateTimeOffset now)
    {
        if (level < IncidentLevel.Serious) return Response(learntAt, level == IncidentLevel.Major ? Gravity.MajorIncident : Gravity.GeneralIncident, drill, now) is { } response ? [response] : [];
        var press = Count(
            OpinionClockKind.PressConference, occurredAt, HourClocks.PressConference(occurredAt), "特别重大、重大突发事件发生后24小时内举行新闻发布会", "方案 三(九)", "发生", Gravity.SeriousIncident, drill, now);
        return settings.FirstReleaseClock
            ? [Count(OpinionClockKind.FirstRelease, occurredAt, HourClocks.FirstRelease(occurredAt), "特别重大、重大突发事件发生后5小时内发布权威信息", "国家规定:国办发〔2016〕80号", "发生", Gravity.SeriousIncident, drill, now), press]
            : [press];
    }

    private HourDeadline Count(
        OpinionClockKind kind, DateTimeOffset start, DateTimeOffset undrilled, string rule, string source, string startedBy, Gravity gravity, Drill? drill, DateTimeOffset now)
    {
        var hours = undrilled - start;
        var length = Scaled(hours, drill);
        var due = start + length;
        (CountdownPoint Point, DateTimeOffset At)[] points =
        [
            (CountdownPoint.Half, start + length / 2),
            (CountdownPoint.FourHours, due - Scaled(TimeSpan.FromHours(4), drill)),
            (CountdownPoint.OneHour, due - Scaled(TimeSpan.FromHours(1), drill)),
        ];
        var told = points.OrderBy(point => point.At).Select(point => new Countdown(point.Point, At(point.At))).Where(point => point.At > now && point.At < due);
        return new(kind, start, due, rule, source, startedBy, (int)hours.TotalHours, [.. told, new Countdown(CountdownPoint.Overdue, At(due) is var overdue && overdue > now ? overdue : now)]);

        // What would only be told after the due moment is told at night all the same: better woken than late.
        DateTimeOffset At(DateTimeOffset natural) => gravity.IsEmergency() || drill is not null ? natural
            : calendars.Present.InOfficeHours(natural) is var open && (open < due || natural >= due) ? open : natural;
    }

    private static TimeSpan Scaled(TimeSpan length, Drill? drill) => drill is null ? length : length / drill.Speed;
}
