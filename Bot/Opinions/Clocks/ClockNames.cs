namespace DisclosureBot.Opinions.Clocks;

/// <summary>Clocks and their points as people read them.</summary>
public static class ClockNames
{
    public static string Of(OpinionClockKind kind) => kind switch
    {
        OpinionClockKind.PressConference => "新闻发布会",
        OpinionClockKind.FirstRelease => "首次权威信息",
        OpinionClockKind.Response => "回应",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Of(CountdownPoint point) => point switch
    {
        CountdownPoint.Half => "时限已过半",
        CountdownPoint.FourHours => "还剩4小时",
        CountdownPoint.OneHour => "还剩1小时",
        CountdownPoint.Overdue => "已逾期",
        _ => throw new ArgumentOutOfRangeException(nameof(point), point, null),
    };
}
