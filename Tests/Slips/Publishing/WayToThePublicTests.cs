using DisclosureBot.Slips;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Slips.Publishing;

/// <summary>From the signature to the archive, by attribute: where it stands, whom it waits for, which clocks run.</summary>
public sealed class WayToThePublicTests
{
    private const string Office = "shenxi,xushan,zhoulin";
    private const string Operations = "jiwen,luoqing";

    [Fact]
    public void A_public_document_is_handed_over_reviewed_published_and_done()
    {
        var story = LaterStory.Signed();
        At(story, "已签发,公开属性(最终):此件公开发布;待起草人印制", "liying");
        At(story.Printed(), "待办公室登记", Office);
        At(story.Registered(), "待用印", Office);
        At(story.Sealed(), "待发文", Office);
        At(story.Issued(), "待移交商务运行科(11月26日前)", "liying");
        story.File(FileRole.Document).File(FileRole.Attachment, name: "附表.xlsx").File(FileRole.Attachment, name: "附表.xlsx");
        At(story, "待移交商务运行科(11月26日前)", "liying,zhoulin");

        At(story.Do("liying", new PublishingCommand.HandOver()), "待签收", "jiwen,luoqing,zhoulin");
        Assert.Equal(["file-1", "file-3"], story.Now.Publication.Handover!.FileIds);
        Assert.False(story.Now.Clock(DeadlineKind.Handover)!.IsRunning);
        At(story.Do("luoqing", new PublishingCommand.Receive()), "待保密审查", "zhoulin");
        Assert.True(story.Now.Clock(DeadlineKind.Publication)!.IsRunning);
        At(story.Clear(), "待发布", Operations);
        At(story.Do("jiwen", LaterStory.Publish(channels: ["微信公众号", "局网站"])), "已发布,待归档", "");
        Assert.False(story.Now.Clock(DeadlineKind.Publication)!.IsRunning);
        Assert.Equal(["局网站", "微信公众号"], story.Now.Publication.Published!.Channels);

        story.Archived();
        At(story, "已发布,已归档,公开属性:此件公开发布", "");
        story.Nothing(null, new PublishingCommand.Archive("package-1", new string('a', 64), 1));
    }

    [Fact]
    public void Of_a_redacted_document_only_the_confirmed_redacted_version_goes_over()
    {
        var story = LaterStory.Signed(DisclosureAttribute.Redacted).File(FileRole.Document).File(FileRole.Attachment).Printed().Registered().Sealed().Issued();
        story.File(FileRole.RedactedVersion).Listed();
        At(story, "待移交商务运行科(11月26日前)", "pulan,zhoulin");
        story.Confirmed().Do("liying", new PublishingCommand.HandOver());
        Assert.Equal(["file-3"], story.Now.Publication.Handover!.FileIds);
        Assert.Equal(["file-3"], Publishable.ToReview(story.Now).Select(file => file.Id));
        story.Do("luoqing", new PublishingCommand.Receive()).Clear();
        At(story.Do("luoqing", LaterStory.Publish()), "已发布,待归档", "");
    }

    [Fact]
    public void A_document_on_request_enters_the_catalogue_and_is_never_offered_for_publication()
    {
        var story = LaterStory.Received(DisclosureAttribute.OnRequest);
        At(story, "待列入依申请公开目录", Operations);
        Assert.Empty(Publishable.ToReview(story.Now));
        Assert.True(story.Now.Clock(DeadlineKind.Publication)!.IsRunning);
        At(story.Do("luoqing", new PublishingCommand.Catalogue()), "已列入依申请公开目录,待归档", "");
        Assert.False(story.Now.Clock(DeadlineKind.Publication)!.IsRunning);
        Assert.True(Completion.IsDone(story.Now));
    }

    [Fact]
    public void A_document_that_is_not_disclosed_is_done_once_issued()
    {
        var story = LaterStory.Signed(DisclosureAttribute.NotDisclosed).File(FileRole.Document).Printed().Registered().Sealed();
        Assert.Equal([OpenStep.Issue], Completion.Of(story.Now));
        At(story.Issued(), "不公开,待归档", "");
        story.Do(null, new PublishingCommand.Archive("package-1", new string('a', 64), 1));
        At(story, "不公开,已归档,列入定期评审", "");
    }

    [Fact]
    public void A_normative_document_is_explained_within_its_clock()
    {
        var story = LaterStory.Published(form: SlipStory.Form() with { Normative = true });
        At(story, "已发布,待解读(11月26日前)", "liying");
        story.File(FileRole.InterpretationMaterial);
        At(story, "已发布,解读材料待保密审查", "zhoulin");
        At(story.Clear().Released(), "已发布,待归档", "");
        Assert.False(story.Now.Clock(DeadlineKind.Interpretation)!.IsRunning);
    }

    [Fact]
    public void Material_that_came_out_before_the_document_leaves_no_clock_to_run()
    {
        var story = LaterStory.Cleared(form: SlipStory.Form() with { Normative = true }).Released().Do("luoqing", LaterStory.Publish());
        Assert.Null(story.Now.Clock(DeadlineKind.Interpretation));
    }

    [Fact]
    public void A_draft_put_to_the_public_is_followed_by_what_became_of_the_comments()
    {
        var story = LaterStory.Published(form: SlipStory.Form() with { PreDecision = true });
        At(story, "已发布,待反馈意见采纳情况(1月7日前)", "liying");
        Assert.True(story.Now.Clock(DeadlineKind.CommentFeedback)!.IsRunning);
        At(story.Later(TimeSpan.FromDays(30)).Do("liying", new PublishingCommand.PublishFeedback(LaterStory.Url + "?fk", null)), "已发布,待归档", "");
        Assert.False(story.Now.Clock(DeadlineKind.CommentFeedback)!.IsRunning);
        var first = story.Now.Publication.Feedback!.When;
        story.Do("luoqing", new PublishingCommand.PublishFeedback(LaterStory.Url + "?fk2", null));
        Assert.Equal(first, story.Now.Publication.Feedback!.When);
    }

    [Fact]
    public void What_was_drafted_for_another_is_published_by_them()
    {
        var story = LaterStory.Received(form: SlipStory.Form() with { OnBehalf = true, Normative = true });
        Assert.Null(story.Now.Clock(DeadlineKind.Publication));
        At(story, "待记录委托机关公开情况", "liying");
        At(story.Outside(), "已发布,待解读(11月26日前)", "liying");
        At(story.Released(), "已发布,待归档", "");
    }

    [Fact]
    public void A_returned_hand_over_lets_the_clock_run_on_and_is_handed_over_again()
    {
        var story = LaterStory.Received();
        story.Do("jiwen", new PublishingCommand.ReturnHandover("电子版打不开"));
        At(story, "待移交商务运行科(11月26日前)", "liying,zhoulin");
        Assert.True(story.Now.Clock(DeadlineKind.Handover)!.IsRunning);
        Assert.Null(story.Now.Clock(DeadlineKind.Publication));
        story.File(FileRole.Document).Do("liying", new PublishingCommand.HandOver());
        Assert.Equal(["file-2"], story.Now.Publication.Handover!.FileIds);
    }

    [Fact]
    public void A_file_that_must_not_be_disclosed_stops_publication_until_it_is_judged_anew()
    {
        var story = LaterStory.Received();
        story.Do("zhoulin", new PublishingCommand.ReviewSecrecy("file-1", false, "涉及未公开的企业数据"));
        At(story, "保密审查不得公开,待更换文件或变更公开属性", Operations);
        story.Do("zhoulin", new PublishingCommand.ReviewSecrecy("file-1", true, "企业已书面同意公开,经复核不涉密。"));
        At(story, "待发布", Operations);
        Assert.Equal(2, story.Now.Publication.SecrecyReviews.Count);
    }

    [Fact]
    public void A_corrected_address_keeps_the_time_and_starts_no_clock_again()
    {
        var story = LaterStory.Published(form: SlipStory.Form() with { Normative = true });
        var (when, clock) = (story.Now.Publication.Published!.When, story.Now.Clock(DeadlineKind.Interpretation));
        story.Later(TimeSpan.FromDays(1)).Do("jiwen", LaterStory.Publish(LaterStory.Url + "?2"));
        Assert.Equal((when, AddressCheck.Pending), (story.Now.Publication.Published!.When, story.Now.Publication.Published.Check));
        Assert.Equal(clock, story.Now.Clock(DeadlineKind.Interpretation));
    }

    [Fact]
    public void Where_the_reviewer_drafted_or_uploaded_it_the_office_reviews()
    {
        var story = LaterStory.Signed().File(FileRole.Document, by: "zhoulin");
        At(story, "已签发,公开属性(最终):此件公开发布;待起草人印制", "liying,xushan");
    }

    [Fact]
    public void A_repeated_click_changes_nothing()
    {
        var story = LaterStory.Issued();
        Twice(story, "liying", new PublishingCommand.HandOver());
        Twice(story, "luoqing", new PublishingCommand.Receive());
        Twice(story, "luoqing", new PublishingCommand.ReturnHandover("电子版打不开"));
        Twice(story, "liying", new PublishingCommand.HandOver());
        Twice(story, "luoqing", new PublishingCommand.Receive());
        Twice(story, "zhoulin", new PublishingCommand.ReviewSecrecy("file-1", true, PublishingRules.UsualBasis));
        Twice(story, "luoqing", LaterStory.Publish());
        Twice(LaterStory.Received(DisclosureAttribute.OnRequest), "luoqing", new PublishingCommand.Catalogue());
        Twice(LaterStory.Published(form: SlipStory.Form() with { PreDecision = true }).Later(TimeSpan.FromDays(30)), "liying", new PublishingCommand.PublishFeedback(LaterStory.Url, null));
    }

    [Fact]
    public void A_click_of_before_the_return_does_not_hand_over_again()
    {
        var story = LaterStory.Issued();
        var click = new PublishingCommand.HandOver() with { Round = story.Now.Round };
        story.Do("liying", click).Do("luoqing", new PublishingCommand.ReturnHandover("缺附件"));
        Assert.Equal(RefusalKind.Stale, story.Refused("liying", click).Kind);
    }

    private static void Twice(SlipStory story, string actor, SlipCommand command)
    {
        command = command with { Round = story.Now.Round };
        story.Do(actor, command).Nothing(actor, command);
    }

    private static void At(SlipStory story, string status, string waits)
    {
        Assert.Equal(status, story.Status());
        Assert.Equal(waits, story.Waits());
        // Whom it waits for can see it.
        Assert.All(Waiting.On(story.Now, DemoBureau.Roster), id => Assert.True(Desks.MaySee(story.Now, DemoBureau.Person(id)), id));
    }
}
