using DisclosureBot.Cards;

namespace DisclosureBot.Opinions.Intake;

/// <summary>Cleans and bounds what is reported before it becomes part of the record.</summary>
internal static class StoryCheck
{
    public const int TextLimit = Cards.Opinions.ReportCard.TextLimit;
    public const int PlaceLimit = Cards.Opinions.ReportCard.PlaceLimit;
    public const int NameLimit = 100;

    /// <summary>Clocks of two machines differ a little.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    /// <param name="at">Now.</param>
    /// <param name="clean">As it will be kept.</param>
    public static Refusal? Read(Story story, DateTimeOffset at, out Story clean)
    {
        clean = story;
        if (OpinionAnswers.Text(story.Headline, "标题", Wording.TitleLimit, out var headline) is { } noHeadline) return noHeadline;
        if (OpinionAnswers.Optional(story.Text, "情况", TextLimit, out var text) is { } longText) return longText;
        if (OpinionAnswers.Optional(story.Place, "地点", PlaceLimit, out var place) is { } longPlace) return longPlace;
        if (Times(story, at) is { } wrong) return wrong;
        clean = story with { Headline = headline, Text = text, Place = place, LearntAt = story.LearntAt < at ? story.LearntAt : at };
        return null;
    }

    public static Refusal? Read(OpinionSource source, string headline, out OpinionSource clean)
    {
        clean = source;
        if (OpinionAnswers.Text(source.Name, "来源", NameLimit, out var name) is { } noName) return noName;
        string? url = null;
        if (Wording.Clean(source.Url) is { } typed && WebAddress.Read(typed, "“链接”", out url) is { } wrong) return wrong;
        clean = source with { Name = name, Url = url, Headline = PlainText.Clip(Wording.Clean(source.Headline) ?? headline, Wording.TitleLimit) };
        return null;
    }

    /// <summary>What occurred before anybody can still mean it is a slip of the year.</summary>
    public static Refusal? TooOld(DateTimeOffset occurredAt, DateTimeOffset at) =>
        occurredAt < at.AddYears(-10) ? OpinionAnswers.Invalid("“发生时间”早于十年前,请核对年份。") : null;

    private static Refusal? Times(Story story, DateTimeOffset at)
    {
        if (story.LearntAt > at + Grace) return OpinionAnswers.Invalid("“获知时间”不能晚于现在,请核对日期和时间(如 2026-11-26、14:30)。");
        if (story.LearntAt < at.AddYears(-1)) return OpinionAnswers.Invalid("“获知时间”早于一年前,请核对年份。");
        if (story.OccurredAt is not { } occurred) return null;
        return occurred > story.LearntAt ? OpinionAnswers.Invalid("“发生时间”不能晚于“获知时间”,请核对日期和时间(如 2026-11-26、14:30)。") : TooOld(occurred, at);
    }
}
