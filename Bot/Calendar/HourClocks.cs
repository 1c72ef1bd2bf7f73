namespace DisclosureBot.Calendar;

/// <summary>Deadlines in hours, which run through nights and holidays: they take no calendar, so that none can stop them.</summary>
public static class HourClocks
{
    /// <summary>24 hours from the occurrence of a 特别重大 or 重大 emergency to the press conference (方案 三(九)).</summary>
    public static DateTimeOffset PressConference(DateTimeOffset occurredAt) => occurredAt.AddHours(24);

    /// <summary>5 hours from the occurrence to the first authoritative release (国家规定).</summary>
    public static DateTimeOffset FirstRelease(DateTimeOffset occurredAt) => occurredAt.AddHours(5);

    /// <summary>48 hours from the finding of public opinion to the response (国家规定).</summary>
    public static DateTimeOffset OpinionResponse(DateTimeOffset foundAt) => foundAt.AddHours(48);
}
