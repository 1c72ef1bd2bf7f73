using DisclosureBot.Slips;
using DisclosureBot.Slips.Changes;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Tests.Slips.Publishing;
using Xunit;

namespace DisclosureBot.Tests.Slips.Changes;

/// <summary>变更记录: the slip stays as it was signed, the way to the public begins again (B-31).</summary>
public sealed class ChangeTests
{
    private static readonly ChangeAttribute Closed = new(DisclosureAttribute.NotDisclosed, "涉及商业秘密", "15");
    private static readonly ChangeAttribute Opened = new(DisclosureAttribute.Public, "评审后可以公开", null);

    [Fact]
    public void An_undisclosed_document_opened_later_is_handed_over_from_the_day_of_decision()
    {
        var story = LaterStory.Issued(DisclosureAttribute.NotDisclosed).Do(null, new PublishingCommand.Archive("package-1", new string('a', 64), 1));
        var round = story.Now.Round;
        story.Later(TimeSpan.FromDays(30)).Do("luming", Opened);
        Assert.Equal((SlipPhase.Signed, DisclosureAttribute.Public, DisclosureAttribute.NotDisclosed), (story.Now.Phase, story.Now.Attribute!.Value, story.Now.Final!.Value));
        Assert.Equal((new DateOnly(2026, 12, 28), round + 1), (story.Now.Clock(DeadlineKind.Handover)!.Deadline.Due, story.Now.Round));
        Assert.Equal("待移交商务运行科(12月28日前)", story.Status());
        story.Do("liying", new PublishingCommand.HandOver()).Do("luoqing", new PublishingCommand.Receive()).Clear().Do("luoqing", LaterStory.Publish());
        Assert.True(Completion.IsDone(story.Looked().Now));
    }

    [Fact]
    public void A_published_document_closed_later_is_taken_down_and_then_done()
    {
        var story = LaterStory.Published(form: SlipStory.Form() with { Normative = true }).Do("gaoyuan", Closed);
        Assert.Equal("15", story.Now.Changes[0].Ground);
        Assert.Equal([OpenStep.TakeDown], Completion.Of(story.Now));
        Assert.Equal("jiwen,luoqing", story.Waits());
        Assert.Equal("公开属性已变更为此件不公开,待撤下已发布内容", story.Status());
        Assert.DoesNotContain(story.Now.Deadlines, clock => clock.IsRunning);
        story.Do("jiwen", new PublishingCommand.TakeDown()).Nothing("jiwen", new PublishingCommand.TakeDown());
        Assert.Equal(RefusalKind.Stale, story.Refused("luoqing", new PublishingCommand.TakeDown()).Kind);
        Assert.True(Completion.IsDone(story.Looked().Now));
    }

    [Fact]
    public void The_full_text_goes_before_the_redacted_version_comes()
    {
        var story = LaterStory.Published().Do("gaoyuan", Closed with { To = DisclosureAttribute.Redacted });
        story.File(FileRole.RedactedVersion).Confirmed().Do("liying", new PublishingCommand.HandOver()).Do("luoqing", new PublishingCommand.Receive()).Clear();
        Assert.Contains("先撤下", story.Refused("luoqing", LaterStory.Publish(LaterStory.Url + "?sj")).Text, StringComparison.Ordinal);
        story.Do("luoqing", new PublishingCommand.TakeDown()).Do("luoqing", LaterStory.Publish());
        Assert.Equal(DisclosureAttribute.Redacted, story.Now.Publication.Published!.As);
        Assert.True(Completion.IsDone(story.Looked().Now));
    }

    [Fact]
    public void A_redacted_document_opened_wholly_is_published_anew_and_nothing_taken_down()
    {
        var story = LaterStory.Published(DisclosureAttribute.Redacted).Do("gaoyuan", Opened);
        Assert.Equal([OpenStep.HandOver, OpenStep.Receive, OpenStep.ReviewSecrecy, OpenStep.Publish], Completion.Of(story.Now));
        story.Do("liying", new PublishingCommand.HandOver()).Do("luoqing", new PublishingCommand.Receive()).Clear().Do("luoqing", LaterStory.Publish());
        Assert.Equal(DisclosureAttribute.Public, story.Now.Publication.Published!.As);
    }

    [Fact]
    public void A_repeated_click_changes_nothing_and_an_old_card_is_stale()
    {
        var story = LaterStory.Published();
        var click = Closed with { Round = story.Now.Round };
        story.Do("gaoyuan", click).Nothing("gaoyuan", click);
        Assert.Contains("高远汀(演示)", story.Refused("luming", click).Text, StringComparison.Ordinal);
        Assert.Equal(RefusalKind.Stale, story.Refused("liying", new PublishingCommand.HandOver() with { Round = click.Round }).Kind);
    }

    [Theory]
    [InlineData("liying")]
    [InlineData("pulan")]
    [InlineData("zhoulin")]
    [InlineData("luoqing")]
    public void Only_a_leader_changes_it(string other)
    {
        var refusal = LaterStory.Published().Refused(other, Closed);
        Assert.Equal(RefusalKind.Forbidden, refusal.Kind);
        Assert.Contains("高远汀(演示)、鲁明泽(演示)", refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_leader_does_not_change_his_own_draft()
    {
        var story = LaterStory.Issued(form: SlipStory.Form(signer: "luming"), drafter: "gaoyuan");
        Assert.Contains("鲁明泽(演示)", story.Refused("gaoyuan", Closed).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_says_to_what_why_and_by_which_ground()
    {
        Named("公开属性", Closed with { To = null });
        Named("现在的公开属性", Opened);
        Named("变更理由", Closed with { Reason = " " });
        Named("法定依据", Closed with { Reason = "不宜公开", Ground = null });

        static void Named(string named, ChangeAttribute change) =>
            Assert.Contains(named, LaterStory.Issued().Refused("gaoyuan", change).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_the_issue_there_is_nothing_to_change()
    {
        Assert.Contains("尚未发文", LaterStory.Signed().Refused("gaoyuan", Closed).Text, StringComparison.Ordinal);
        Assert.Contains("尚未签发", new SlipStory().Draft().Refused("gaoyuan", Closed).Text, StringComparison.Ordinal);
        var declined = new SlipStory().Draft().Sign("pulan").Sign("zhoulin").Do("gaoyuan", new SlipCommand.Decline(3, "不妥"));
        Assert.Equal(RefusalKind.Stale, declined.Refused("luming", Closed).Kind);
    }
}
