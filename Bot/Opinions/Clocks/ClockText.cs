using System.Globalization;
using DisclosureBot.Calendar;
using DisclosureBot.Clock;
using DisclosureBot.Opinions.Intake;

namespace DisclosureBot.Opinions.Clocks;

/// <summary>Words an item's clocks for people: how they stand, what a reminder says, and how they were counted.</summary>
public static class ClockText
{
    /// <summary>还剩3小时12分, 已逾期40分钟, or 已于11月23日 10:00完成(提前2小时).</summary>
    /// <param name="now">Bureau time.</param>
    public static string Remaining(OpinionClock clock, DateTimeOffset now) => clock.Met is { } met
        ? $"已于{BureauTime.Show(met.When, now.Year)}完成({Punctuality(met.When - clock.Deadline.Due)})"
        : Remaining(clock.Deadline.Due, now);

    /// <summary>What a point of the countdown says at the moment at which it is told: 时限已过半,还剩12小时. Never what it would have said in time.</summary>
    /// <param name="at">Bureau time.</param>
    public static string Reminder(CountdownPoint point, HourDeadline deadline, DateTimeOffset at) =>
        point == CountdownPoint.Half && at < deadline.Due ? $"时限已过半,{Remaining(deadline.Due, at)}" : Remaining(deadline.Due, at);

    /// <summary>The receipt, line by line: rule, source, start, hours, due, and that nothing stops it.</summary>
    public static IReadOnlyList<string> Receipt(HourDeadline deadline, Drill? drill) =>
    [
        $"规则:{deadline.Rule}",
        $"依据:{deadline.Source}",
        $"起算:{Moment(deadline.Start)}{deadline.StartedBy},计{deadline.Hours}小时",
        .. drill is null ? (IEnumerable<string>)[] : [$"演练:按{drill.Speed}倍速计时,{deadline.Hours}小时压缩为{Length(deadline.Due - deadline.Start)}"],
        $"截止:{Moment(deadline.Due)}",
        "计时:自然小时,夜间、周末、节假日不停表",
    ];

    /// <summary>A length as people say it: 40分钟, 3小时, 3小时12分, 3天2小时; to the minute, and to the hour from three days on.</summary>
    public static string Length(TimeSpan length)
    {
        var minutes = (long)Math.Floor(length.TotalMinutes);
        var (days, hours, rest) = (minutes / (24 * 60), minutes / 60, minutes % 60);
        return minutes switch
        {
            < 1 => "不到1分钟",
            < 60 => Text($"{minutes}分钟"),
            _ when days >= 3 => hours % 24 == 0 ? Text($"{days}天") : Text($"{days}天{hours % 24}小时"),
            _ => rest == 0 ? Text($"{hours}小时") : Text($"{hours}小时{rest}分"),
        };
    }

    /// <summary>The nearest minute: what is told a second after its moment still says 还剩4小时.</summary>
    private static string Remaining(DateTimeOffset due, DateTimeOffset now)
    {
        if (now < due) return $"还剩{Length(due - now + TimeSpan.FromSeconds(30))}";
        return now - due < TimeSpan.FromMinutes(1) ? "已逾期" : $"已逾期{Length(now - due)}";
    }

    private static string Punctuality(TimeSpan late) => late switch
    {
        { Ticks: 0 } => "准时",
        { Ticks: < 0 } => $"提前{Length(-late)}",
        _ => $"逾期{Length(late)}",
    };

    private static string Moment(DateTimeOffset at)
    {
        var local = at.ToOffset(BureauTime.Offset);
        return string.Create(CultureInfo.InvariantCulture, $"{local.Year}年{DeadlineText.Day(BureauTime.Day(local))} {local:HH:mm}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
