using DisclosureBot.Bureau;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Slips.Publishing;

/// <summary>Everything that is refused between issue and the public, with the sentence a person gets.</summary>
public sealed class PublishingRefusalTests
{
    private static readonly PublishingCommand.HandOver HandOver = new();
    private static readonly PublishingCommand.Receive Receive = new();
    private static readonly PublishingCommand.ReturnHandover Return = new("电子版打不开");
    private static readonly PublishingCommand.Catalogue Catalogue = new();
    private static readonly PublishingCommand.TakeDown TakeDown = new();

    [Fact]
    public void Only_the_drafter_hands_over() => Refused(LaterStory.Issued(), "pulan", HandOver, RefusalKind.Forbidden, "起草人李映禾(演示)");

    [Fact]
    public void Nothing_is_handed_over_before_it_is_issued_and_the_next_step_is_named()
    {
        var story = LaterStory.Signed().File(FileRole.Document);
        Refused(story, "liying", HandOver, RefusalKind.Invalid, "“印制”");
        Refused(story.Printed(), "liying", HandOver, RefusalKind.Invalid, "“登记”");
        Refused(story.Registered(), "liying", HandOver, RefusalKind.Invalid, "“用印”");
        Refused(story.Sealed(), "liying", HandOver, RefusalKind.Invalid, "“发文”");
        Refused(new SlipStory().Draft(), "liying", HandOver, RefusalKind.Invalid, "尚未签发");
    }

    [Fact]
    public void What_is_not_disclosed_is_not_handed_over() =>
        Refused(LaterStory.Issued(DisclosureAttribute.NotDisclosed), "liying", HandOver, RefusalKind.Invalid, "定期评审");

    [Theory]
    [InlineData(DisclosureAttribute.Public)]
    [InlineData(DisclosureAttribute.OnRequest)]
    public void Without_its_text_nothing_is_handed_over(DisclosureAttribute attribute) =>
        Refused(LaterStory.Signed(attribute).Printed().Registered().Sealed().Issued(), "liying", HandOver, RefusalKind.Invalid, "上传正文");

    [Fact]
    public void A_redacted_document_waits_for_its_version_its_list_and_its_confirmation()
    {
        var story = LaterStory.Signed(DisclosureAttribute.Redacted).File(FileRole.Document).Printed().Registered().Sealed().Issued();
        Refused(story, "liying", HandOver, RefusalKind.Invalid, "只能移交删减版");
        Refused(story.File(FileRole.RedactedVersion), "liying", HandOver, RefusalKind.Invalid, "删减内容及依据");
        Refused(story.Listed(), "liying", HandOver, RefusalKind.Invalid, "普云岚(演示)");
        story.Confirmed().File(FileRole.RedactedVersion);
        Refused(story, "liying", HandOver, RefusalKind.Invalid, "第2版");
        Assert.True(story.Now.Deadlines.Single(clock => clock.Kind == DisclosureBot.Slips.Deadlines.DeadlineKind.Handover).IsRunning);
    }

    [Fact]
    public void Who_comes_second_hears_who_was_first()
    {
        Refused(LaterStory.Received(), "jiwen", Receive, RefusalKind.Stale, "罗青砚(演示)");
        Refused(LaterStory.Received(DisclosureAttribute.OnRequest).Do("luoqing", Catalogue), "jiwen", Catalogue, RefusalKind.Stale, "罗青砚(演示)");
        var feedback = new PublishingCommand.PublishFeedback(LaterStory.Url, null);
        Refused(LaterStory.Published(form: SlipStory.Form() with { PreDecision = true }).Later(TimeSpan.FromDays(30)).Do("liying", feedback), "luoqing", feedback, RefusalKind.Stale, "李映禾(演示)");
    }

    [Fact]
    public void A_card_of_before_somebody_else_published_is_stale()
    {
        var story = LaterStory.Cleared();
        var click = LaterStory.Publish(LaterStory.Url + "?other") with { Round = story.Now.Round };
        story.Do("luoqing", LaterStory.Publish());
        Refused(story, "jiwen", click, RefusalKind.Stale, "罗青砚(演示)");
    }

    [Theory]
    [InlineData("pulan")]
    [InlineData("zhoulin")]
    [InlineData("liying")]
    public void Receipt_return_publication_catalogue_and_take_down_are_the_operations_sections(string other)
    {
        foreach (var command in new SlipCommand[] { Receive, Return, LaterStory.Publish(), Catalogue, TakeDown })
            Refused(LaterStory.Cleared(), other, command, RefusalKind.Forbidden, "罗青砚(演示)、纪文岫(演示)");
    }

    [Fact]
    public void Whoever_handed_over_does_not_sign_for_it()
    {
        var story = LaterStory.HandedOver(drafter: "luoqing");
        Assert.Equal("jiwen,zhoulin", story.Waits());
        Refused(story, "luoqing", Receive, RefusalKind.Forbidden, "纪文岫(演示)");
        Refused(story, "luoqing", Return, RefusalKind.Forbidden, "纪文岫(演示)");
    }

    [Fact]
    public void What_was_not_handed_over_is_not_received_returned_or_published()
    {
        // In the circle, since it was handed over once.
        var story = LaterStory.HandedOver().Do("luoqing", Return);
        Refused(story, "jiwen", Receive, RefusalKind.Invalid, "尚未移交");
        Refused(story, "jiwen", Return, RefusalKind.Invalid, "尚未移交");
        Refused(story, "jiwen", LaterStory.Publish(), RefusalKind.Invalid, "尚未移交");
    }

    [Fact]
    public void A_return_needs_its_reason_and_comes_too_late_once_the_public_has_it()
    {
        Refused(LaterStory.HandedOver(), "luoqing", new PublishingCommand.ReturnHandover(" "), RefusalKind.Invalid, "退回理由");
        Refused(LaterStory.Published(), "luoqing", Return, RefusalKind.Invalid, "更正发布记录");
        Refused(LaterStory.Received(DisclosureAttribute.OnRequest).Do("luoqing", Catalogue), "luoqing", Return, RefusalKind.Invalid, "已列入");
    }

    [Fact]
    public void Only_a_reviewer_judges_secrecy_and_never_of_their_own()
    {
        var review = new PublishingCommand.ReviewSecrecy("file-1", true, PublishingRules.UsualBasis);
        Refused(LaterStory.Received(), "xushan", review, RefusalKind.Forbidden, "周临溪(演示)");
        Refused(LaterStory.Received(), "liying", review, RefusalKind.Forbidden, "不得审查自己的文件");
        Refused(LaterStory.Signed().File(FileRole.Document, by: "zhoulin"), "zhoulin", review, RefusalKind.Forbidden, "徐山岚(演示)");
        var nobody = new SlipStory(SmallBureau.Without("xushan"));
        nobody.Draft(drafter: "liying");
        while (nobody.Now.Phase == SlipPhase.InReview) nobody.Sign(SmallBureau.Next(nobody), DisclosureAttribute.Public);
        Refused(nobody.File(FileRole.Document, by: "zhoulin"), "zhoulin", review, RefusalKind.Forbidden, "管理员");
    }

    [Fact]
    public void A_review_needs_its_conclusion_and_its_basis()
    {
        Review(null, PublishingRules.UsualBasis, "审查结论");
        Review(true, " ", "审查依据");
        Review(false, PublishingRules.UsualBasis, "写明涉及的事项");
        Review(true, new string('经', 1001), "最多1000字");

        static void Review(bool? cleared, string basis, string named) =>
            Refused(LaterStory.Received(), "zhoulin", new PublishingCommand.ReviewSecrecy("file-1", cleared, basis), RefusalKind.Invalid, named);
    }

    [Fact]
    public void A_colleagues_objection_is_not_cleared_away_without_a_reason()
    {
        var story = LaterStory.Received().Do("zhoulin", new PublishingCommand.ReviewSecrecy("file-1", false, "涉及企业数据"));
        Refused(story, "zhoulin", new PublishingCommand.ReviewSecrecy("file-1", true, PublishingRules.UsualBasis), RefusalKind.Invalid, "改变结论的理由");
    }

    [Fact]
    public void There_is_nothing_to_review_before_the_signature_of_what_stays_inside_or_once_it_is_out()
    {
        var review = new PublishingCommand.ReviewSecrecy("file-1", true, PublishingRules.UsualBasis);
        Refused(new SlipStory().Draft().File(FileRole.Document), "zhoulin", review, RefusalKind.Invalid, "尚未签发");
        Refused(LaterStory.Issued(DisclosureAttribute.OnRequest), "zhoulin", review, RefusalKind.Invalid, "不在拟公开之列");
        Refused(LaterStory.Issued().File(FileRole.Document), "zhoulin", review, RefusalKind.Invalid, "被新的版本取代");
        Refused(LaterStory.Published(), "zhoulin", review with { Basis = "再看" }, RefusalKind.Stale, "已经发布");
    }

    [Fact]
    public void First_reviewed_then_published()
    {
        Refused(LaterStory.Received(), "luoqing", LaterStory.Publish(), RefusalKind.Invalid, "“正文.docx”尚未作保密审查,请周临溪(演示)审查");
        var refused = LaterStory.Received().Do("zhoulin", new PublishingCommand.ReviewSecrecy("file-1", false, "涉及企业数据"));
        Refused(refused, "luoqing", LaterStory.Publish(), RefusalKind.Invalid, "不得公开");
        Refused(LaterStory.HandedOver().Clear(), "luoqing", LaterStory.Publish(), RefusalKind.Invalid, "先签收");
    }

    [Theory]
    [InlineData(DisclosureAttribute.OnRequest, "只列入依申请公开目录,正文不发布")]
    [InlineData(DisclosureAttribute.NotDisclosed, "不得发布")]
    public void What_is_not_for_the_public_cannot_be_published(DisclosureAttribute attribute, string named)
    {
        var story = attribute == DisclosureAttribute.OnRequest ? LaterStory.Received(attribute)
            : LaterStory.Published().Do("gaoyuan", new DisclosureBot.Slips.Changes.ChangeAttribute(attribute, "涉及商业秘密", "15"));
        Refused(story, "luoqing", LaterStory.Publish(), RefusalKind.Invalid, named);
    }

    [Fact]
    public void Somebody_else_publishes_what_was_drafted_for_them() =>
        Refused(LaterStory.Received(form: SlipStory.Form() with { OnBehalf = true }), "luoqing", LaterStory.Publish(), RefusalKind.Invalid, "委托机关");

    public static TheoryData<string, string?> WrongAddresses() => new()
    {
        { "请填写", null },
        { "请填写", "  " },
        { "完整地址", "swj.example.cn/1.html" },
        { "完整地址", "ftp://swj.example.cn/1.html" },
        { "完整地址", "javascript:alert(1)" },
        { "完整地址", "https://user:word@swj.example.cn/" },
        { "完整地址", "https://swj.example.cn/a b" },
        { "完整地址", "/1.html" },
        { "最多500字", "https://swj.example.cn/" + new string('a', 500) },
    };

    [Theory]
    [MemberData(nameof(WrongAddresses))]
    public void An_address_must_be_one_that_everybody_can_open(string named, string? url) =>
        Refused(LaterStory.Cleared(), "luoqing", LaterStory.Publish(url), RefusalKind.Invalid, named);

    [Fact]
    public void The_bureaus_site_is_always_among_the_channels()
    {
        Refused(LaterStory.Cleared(), "luoqing", LaterStory.Publish(channels: "微博"), RefusalKind.Invalid, "必须包括局网站");
        Refused(LaterStory.Cleared(), "luoqing", new PublishingCommand.Publish(LaterStory.Url, [], null, null), RefusalKind.Invalid, "必须包括局网站");
        Refused(LaterStory.Cleared(), "luoqing", LaterStory.Publish(channels: ["局网站", "公告栏"]), RefusalKind.Invalid, "名单");
    }

    [Fact]
    public void The_channels_are_those_of_the_bureaus_own_settings()
    {
        var settings = PublishingSettings.Usual with { PublicationChannels = ["县局网站", "公告栏"] };
        var story = LaterStory.Cleared();
        var rules = new SlipRules(DemoBureau.Roster, DemoBureau.Clocks, settings);
        var form = Assert.Single(new PublishingSteps(DemoBureau.Roster, settings).Offer(story.Now, DemoBureau.Person("luoqing"), story.Time), step => step.Verb == StepVerbs.Publish);
        var offered = Assert.Single(form.Fields.OfType<StepField.Pick>());
        Assert.Equal(["县局网站", "公告栏"], offered.Choices.Select(choice => choice.Value));
        Assert.Equal("县局网站", offered.Value);

        Assert.Contains("名单", Asked(["局网站"]).Refusal.Text, StringComparison.Ordinal);
        Assert.Contains("必须包括县局网站", Asked(["公告栏"]).Refusal.Text, StringComparison.Ordinal);
        Assert.IsType<Decision<SlipEvent>.Accepted>(Decided(["公告栏", "县局网站"]));

        Decision<SlipEvent> Decided(string[] channels) => rules.Decide(story.Now, LaterStory.Publish(channels: channels), DemoBureau.Person("luoqing"), story.Time);
        Decision<SlipEvent>.Refused Asked(string[] channels) => Assert.IsType<Decision<SlipEvent>.Refused>(Decided(channels));
    }

    [Fact]
    public void The_day_lies_between_issue_and_now()
    {
        var story = LaterStory.Cleared();
        Refused(story, "luoqing", LaterStory.Publish(when: story.Time.AddMinutes(5)), RefusalKind.Invalid, "不能晚于现在");
        Refused(story, "luoqing", LaterStory.Publish(when: PublicAddress.When("2026-11-31", null)), RefusalKind.Invalid, "不能晚于现在");
        Refused(story, "luoqing", LaterStory.Publish(when: story.Time.AddDays(-1)), RefusalKind.Invalid, "不能早于发文");
    }

    [Fact]
    public void A_draft_put_to_the_public_says_until_when_comments_are_taken()
    {
        var form = SlipStory.Form() with { PreDecision = true };
        Refused(LaterStory.Cleared(form: form), "luoqing", LaterStory.Publish(), RefusalKind.Invalid, "意见征集截止日期");
        Refused(LaterStory.Cleared(form: form), "luoqing", LaterStory.Publish(closes: new DateOnly(2026, 11, 23)), RefusalKind.Invalid, "之后");
    }

    [Fact]
    public void Only_a_document_on_request_that_was_received_is_catalogued()
    {
        Refused(LaterStory.Cleared(), "luoqing", Catalogue, RefusalKind.Invalid, "此件公开发布");
        Refused(LaterStory.HandedOver(DisclosureAttribute.OnRequest), "luoqing", Catalogue, RefusalKind.Invalid, "先签收");
        Refused(LaterStory.HandedOver(DisclosureAttribute.OnRequest).Do("luoqing", Return), "luoqing", Catalogue, RefusalKind.Invalid, "尚未移交");
    }

    [Fact]
    public void Feedback_is_for_published_drafts_and_needs_its_address_and_day()
    {
        var feedback = new PublishingCommand.PublishFeedback(LaterStory.Url, null);
        var form = SlipStory.Form() with { PreDecision = true };
        Refused(LaterStory.Published(), "liying", feedback, RefusalKind.Invalid, "不是征求意见");
        Refused(LaterStory.Cleared(form: form), "liying", feedback, RefusalKind.Invalid, "尚未公开发布");
        var story = LaterStory.Published(form: form);
        Refused(story, "pulan", feedback, RefusalKind.Forbidden, "李映禾(演示)");
        Refused(story, "liying", feedback with { Url = null }, RefusalKind.Invalid, "反馈地址");
        Refused(story, "liying", feedback with { When = PublicAddress.Unreadable }, RefusalKind.Invalid, "反馈日期");
        Refused(story, "liying", feedback, RefusalKind.Invalid, "意见征集于2026年12月23日截止");
    }

    [Fact]
    public void There_is_nothing_to_take_down_while_the_attribute_stands() =>
        Refused(LaterStory.Published(), "luoqing", TakeDown, RefusalKind.Invalid, "没有应当撤下");

    [Fact]
    public void An_archived_slip_takes_no_step_more_but_the_correction_of_what_was_recorded()
    {
        var story = LaterStory.Published().Archived();
        foreach (var command in new SlipCommand[] { Receive with { Round = 0 }, Return, TakeDown })
            Refused(story, "jiwen", command, RefusalKind.Stale, "已归档");
        story.Do("jiwen", LaterStory.Publish(LaterStory.Url + "?2"));
    }

    private static void Refused(SlipStory story, string actor, SlipCommand command, RefusalKind kind, string named)
    {
        var refusal = story.Refused(actor, command);
        Assert.Contains(named, refusal.Text, StringComparison.Ordinal);
        Assert.Equal(kind, refusal.Kind);
    }
}
