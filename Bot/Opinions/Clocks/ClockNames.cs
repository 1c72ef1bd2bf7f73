namespace DisclosureBot.Opinions.Clocks;

/// <summary>Clocks as people read them.</summary>
public static class ClockNames
{
    public static string Of(OpinionClockKind kind) => kind switch
    {
        OpinionClockKind.PressConference => "新闻发布会",
        OpinionClockKind.FirstRelease => "首次权威信息",
        OpinionClockKind.Response => "回应",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
