using System.Globalization;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Chat;
using DisclosureBot.Clock;
using DisclosureBot.Opinions.Intake;
using Xunit;

namespace DisclosureBot.Tests.Chat;

/// <summary>What the reporting form accepts, and the sentence for everything it does not.</summary>
public sealed class ReportFormsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 30, 0, BureauTime.Offset);

    private static readonly ReportInput Good = new()
    {
        Secret = "no",
        Headline = "某超市水产被指虚标重量",
        Seen = "微博",
        OccurredDay = "2026-11-22",
        OccurredTime = "21:40",
        LearntDay = "2026-11-23",
        LearntTime = "9:05",
    };

    [Fact]
    public void A_good_form_makes_a_story_and_its_source()
    {
        Assert.Null(Read(Good with { Url = " https://weibo.com/1 " }, out var story, out var source));
        Assert.Equal(new Story("某超市水产被指虚标重量", null, null, At(22, 21, 40), At(23, 9, 5)), story);
        Assert.Equal(new OpinionSource("key", "微博", "某超市水产被指虚标重量", "https://weibo.com/1", At(23, 9, 5)), source);
    }

    [Fact]
    public void Times_left_open_are_unknown_and_now()
    {
        Assert.Null(Read(Good with { OccurredDay = null, OccurredTime = null, LearntDay = null, LearntTime = null }, out var story, out _));
        Assert.Equal((null, Now), (story.OccurredAt, story.LearntAt));
    }

    [Fact]
    public void What_is_classified_is_refused_before_anything_else()
    {
        var refusal = Read(new ReportInput { Secret = "yes", Headline = "不" }, out _, out _)!;
        Assert.Equal((RefusalKind.Secret, ReportForms.SecretText), (refusal.Kind, refusal.Text));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Everything_else_is_refused_in_a_sentence(string why, ReportInput typed)
    {
        var refusal = Read(typed, out _, out _)!;
        Assert.Equal(RefusalKind.Invalid, refusal.Kind);
        Assert.Contains(why, refusal.Text, StringComparison.Ordinal);
    }

    public static TheoryData<string, ReportInput> Wrong => new()
    {
        { "是否涉密", Good with { Secret = null } },
        { "“标题”", Good with { Headline = null } },
        { "“标题”", Good with { Headline = "起火" } },
        { "“标题”最多200字", Good with { Headline = new string('长', 201) } },
        { "“情况”最多2000字", Good with { Text = new string('长', 2001) } },
        { "“地点”最多100字", Good with { Place = new string('长', 101) } },
        { "在哪里看到", Good with { Seen = "梦里" } },
        { "链接", Good with { Url = "javascript:alert(1)" } },
        { "发生日期", Good with { OccurredDay = null } },
        { "发生时间", Good with { OccurredTime = null } },
        { "发生时间", Good with { OccurredTime = "晚上" } },
        { "获知时间", Good with { LearntTime = "25:00" } },
        { "还没有到", Good with { LearntTime = "23:59" } },
        { "还没有到", Good with { OccurredDay = "2026-11-24" } },
        { "早于", Good with { OccurredDay = "2026-11-23", OccurredTime = "9:06" } },
    };

    private static Refusal? Read(ReportInput typed, out Story story, out OpinionSource source) => ReportForms.Read(typed, "key", Now, out story, out source);

    private static DateTimeOffset At(int day, int hour, int minute) => new(2026, 11, day, hour, minute, 0, BureauTime.Offset);
}
