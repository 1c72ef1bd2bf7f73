using System.Globalization;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Chat;
using DisclosureBot.Clock;
using Xunit;

namespace DisclosureBot.Tests.Chat;

/// <summary>What the message after 舆情 is taken for, and what is left unsaid.</summary>
public sealed class ReportTextTests
{
    private static readonly DateTimeOffset Now = At("2026-11-23T09:30:00");

    [Fact]
    public void The_first_sentence_is_the_headline_and_the_rest_the_text()
    {
        var read = ReportText.Read("某超市水产被指按个数虚标重量。视频播放量已过万。", Now)!;
        Assert.Equal(("某超市水产被指按个数虚标重量", "视频播放量已过万。"), (read.Story.Headline, read.Story.Text));
        Assert.Equal((null, Now), (read.Story.OccurredAt, read.Story.LearntAt));
        Assert.Equal(("本局人员上报", null), (read.Seen, read.Url));
    }

    [Fact]
    public void The_first_line_is_the_headline_where_lines_survive() =>
        Assert.Equal("某超市水产被指虚标重量", ReportText.Read("某超市水产被指虚标重量\n顾客已报警", Now)!.Story.Headline);

    [Fact]
    public void A_headline_too_long_for_one_is_cut_and_kept_in_full_in_the_text()
    {
        var read = ReportText.Read(new string('长', 300), Now)!;
        Assert.Equal(ReportCard.HeadlineLimit, read.Story.Headline.Length);
        Assert.Equal(300, read.Story.Text!.Length);
    }

    [Theory]
    [InlineData("某超市水产被指虚标重量 https://weibo.com/1/a?b=1 请核实", "https://weibo.com/1/a?b=1")]
    [InlineData("某超市水产被指虚标重量,见https://weibo.com/1。", "https://weibo.com/1")]
    public void A_link_becomes_the_address_and_leaves_the_words(string said, string url)
    {
        var read = ReportText.Read(said, Now)!;
        Assert.Equal(url, read.Url);
        Assert.DoesNotContain("https", read.Story.Headline + read.Story.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("微博:某超市水产被指虚标重量", "微博")]
    [InlineData("某超市水产被指虚标重量 来源:抖音 播放过万", "抖音")]
    [InlineData("某超市水产被指虚标重量,12345热线:已有三起投诉", "12345热线")]
    [InlineData("有人在微博上说某超市虚标重量", "本局人员上报")]
    public void Where_it_was_seen_is_taken_from_plain_words_only(string said, string seen)
    {
        var read = ReportText.Read(said, Now)!;
        Assert.Equal(seen, read.Seen);
        Assert.Contains("某超市", read.Story.Headline, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("昨天21:40发生", "2026-11-22T21:40:00")]
    [InlineData("11月22日 8:05", "2026-11-22T08:05:00")]
    [InlineData("2025年12月31日晚上8点发生", "2025-12-31T20:00:00")]
    [InlineData("今天凌晨2点10分发生", "2026-11-23T02:10:00")]
    [InlineData("前天下午3:20发生", "2026-11-21T15:20:00")]
    public void A_time_that_cannot_be_mistaken_is_when_it_happened(string when, string at)
    {
        var read = ReportText.Read($"某批发市场起火,{when}", Now)!;
        Assert.Equal(At(at), read.Story.OccurredAt);
        Assert.Equal(Now, read.Story.LearntAt);
    }

    [Theory]
    [InlineData("昨天8点发生")]
    [InlineData("明天21:40开会")]
    [InlineData("12月1日 9:00举行")]
    [InlineData("今天23:40发生")]
    [InlineData("11月31日 9:00发生")]
    [InlineData("昨天25:10发生")]
    [InlineData("昨天20:10和昨天21:10")]
    [InlineData("昨天21:40发生,昨天20:00获知")]
    public void A_time_that_can_be_mistaken_or_has_not_come_is_none(string when) =>
        Assert.Null(ReportText.Read($"某批发市场起火,{when}", Now)!.Story.OccurredAt);

    [Fact]
    public void When_it_was_learnt_may_be_said_too()
    {
        var read = ReportText.Read("某批发市场起火,昨天21:40发生,今天8:05获知", Now)!;
        Assert.Equal((At("2026-11-22T21:40:00"), At("2026-11-23T08:05:00")), (read.Story.OccurredAt, read.Story.LearntAt));
    }

    [Theory]
    [InlineData("怎么报?")]
    [InlineData("某超市的事有人报了吗")]
    [InlineData("起火")]
    [InlineData("https://weibo.com/1")]
    [InlineData("。。。。。")]
    public void A_question_or_hardly_a_word_is_no_report(string said) => Assert.Null(ReportText.Read(said, Now));

    private static DateTimeOffset At(string local) => new(DateTime.Parse(local, CultureInfo.InvariantCulture), BureauTime.Offset);
}
