using DisclosureBot.Calendar;
using DisclosureBot.Clock;
using DisclosureBot.Opinions.Intake;

namespace DisclosureBot.Opinions.Clocks;

/// <summary>Counts an item's clocks and the moments people are called at. The clocks are natural hours; only calls about items that are no emergency respect the night.</summary>
public sealed class OpinionClocks(Calendars calendars, OpinionSettings settings)
{
    private static readonly TimeSpan Promptly = TimeSpan.FromMinutes(5);
    private static readonly TimeOnly Night = new(22, 0);

    /// <summary>When the next rung is called for an item of that weight; bureau time.</summary>
    public DateTimeOffset Escalation(Gravity gravity, Drill? drill, DateTimeOffset now) =>
        Waking(now + Scaled(settings.Patience[gravity], drill), gravity, drill);

    /// <summary>48 h from 获知; null where the bureau has switched the national clock off.</summary>
    public HourDeadline? Response(DateTimeOffset learntAt, Gravity gravity, Drill? drill, DateTimeOffset now) => !settings.ResponseClock ? null : Count(
        OpinionClockKind.Response, learntAt, HourClocks.OpinionResponse(learntAt), "获知政务舆情后48小时内回应", "国家规定:国办发〔2016〕61号", "获知", gravity, drill, now);

    /// <summary>What runs from the occurrence: 24 h and 5 h for 特别重大 and 重大; 48 h from 获知 for the others, for which 三(九) says nothing (B-23).</summary>
    public IReadOnlyList<HourDeadline> Incident(IncidentLevel level, DateTimeOffset occurredAt, DateTimeOffset learntAt, Drill? drill, DateTimeOffset now)
    {
        if (level < IncidentLevel.Serious) return Response(learntAt, level == IncidentLevel.Major ? Gravity.MajorIncident : Gravity.GeneralIncident, drill, now) is { } response ? [response] : [];
        var press = Count(
            OpinionClockKind.PressConference, occurredAt, HourClocks.PressConference(occurredAt), "特别重大、重大突发事件发生后24小时内举行新闻发布会", "方案 三(九)", "发生", Gravity.SeriousIncident, drill, now);
        return settings.FirstReleaseClock
            ? [Count(OpinionClockKind.FirstRelease, occurredAt, HourClocks.FirstRelease(occurredAt), "特别重大、重大突发事件发生后5小时内发布权威信息", "国家规定:国办发〔2016〕80号", "发生", Gravity.SeriousIncident, drill, now), press]
            : [press];
    }

    /// <summary>
    /// When a call that fell due is made: at once, or, where it is found late (the program was down) and the night is to be respected, as the doors
    /// next open. What would then be told after its clock has run out is told now.
    /// </summary>
    /// <param name="fell">What the timer was set to. A worker a moment behind is not late.</param>
    /// <param name="now">Bureau time.</param>
    public DateTimeOffset Call(OpinionCommand command, OpinionItem item, DateTimeOffset fell, DateTimeOffset now) => command switch
    {
        _ when now - fell < Promptly => now,
        EmergencyCommand.RemindOf { Clock: var kind } when item.Clock(kind) is { } clock && clock.Deadline.Due > now =>
            InTime(clock.Deadline.Points.Skip(clock.Told).LastOrDefault(point => point.At <= now)?.Point ?? CountdownPoint.Half, now, clock.Deadline.Due, item.Gravity, item.Drill),
        _ => Waking(now, item.Gravity, item.Drill),
    };

    private HourDeadline Count(
        OpinionClockKind kind, DateTimeOffset start, DateTimeOffset undrilled, string rule, string source, string startedBy, Gravity gravity, Drill? drill, DateTimeOffset now)
    {
        var hours = undrilled - start;
        var due = start + Scaled(hours, drill);
        return new(kind, start, due, rule, source, startedBy, (int)hours.TotalHours, Points(start, due, gravity, drill, now));
    }

    /// <summary>What falls on the same minute is told once, as the later point: at 08:00, when the doors open, three messages say no more than one.</summary>
    private List<Countdown> Points(DateTimeOffset start, DateTimeOffset due, Gravity gravity, Drill? drill, DateTimeOffset now)
    {
        Countdown[] natural =
        [
            new(CountdownPoint.Half, start + ((due - start) / 2)),
            new(CountdownPoint.FourHours, due - Scaled(TimeSpan.FromHours(4), drill)),
            new(CountdownPoint.OneHour, due - Scaled(TimeSpan.FromHours(1), drill)),
        ];
        // A clock may already have run out when it is first counted: that is told at once, and by day where it is no emergency.
        var overdue = new Countdown(CountdownPoint.Overdue, Waking(due > now ? due : now, gravity, drill));
        return
        [
            .. natural.OrderBy(point => point.At).Select(point => point with { At = InTime(point.Point, point.At, due, gravity, drill) })
                .Where(point => point.At > now).Append(overdue)
                .GroupBy(point => point.At.Ticks / TimeSpan.TicksPerMinute).Select(minute => minute.Last()),
        ];
    }

    /// <summary>
    /// What would be told too late if it waited for the doors to open (a free day is among the 48 hours) does not wait for them. The last
    /// hours are then told even by night, of ordinary items too: better woken than late. That half is over is never worth a night's sleep
    /// where nothing is an emergency: a day is left, and it waits for the morning, be that of a free day.
    /// </summary>
    private DateTimeOffset InTime(CountdownPoint point, DateTimeOffset natural, DateTimeOffset due, Gravity gravity, Drill? drill) =>
        Waking(natural, gravity, drill) is var open && open < due ? open
        : point == CountdownPoint.Half && Morning(natural) is var morning && morning < due ? morning
        : natural;

    /// <summary>The moment itself by day, or the next morning.</summary>
    private DateTimeOffset Morning(DateTimeOffset at)
    {
        var (day, time, opens) = (BureauTime.Day(at), TimeOnly.FromDateTime(at.ToOffset(BureauTime.Offset).DateTime), calendars.Settings.OfficeHours.FirstOpening);
        return time < opens ? BureauTime.At(day, opens) : time >= Night ? BureauTime.At(day.AddDays(1), opens) : at;
    }

    private DateTimeOffset Waking(DateTimeOffset at, Gravity gravity, Drill? drill) =>
        gravity.IsEmergency() || drill is not null ? at : calendars.Present.InOfficeHours(at);

    private static TimeSpan Scaled(TimeSpan length, Drill? drill) => drill is null ? length : length / drill.Speed;
}
