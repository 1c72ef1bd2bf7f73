using DisclosureBot.Bureau;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Interpretation;
using DisclosureBot.Slips.PaperSigning;
using DisclosureBot.Tests.Support;
using Xunit;
using static DisclosureBot.Tests.Slips.StepStory;

namespace DisclosureBot.Tests.Slips.PaperSigning;

/// <summary>A pen-signed opinion: copied by one, compared by another, then a signature like any other.</summary>
public sealed class PaperTests
{
    private static PaperCommand.Enter Entering(
        SlipStory story, string? signer, DisclosureAttribute? value = DisclosureAttribute.Public, string? opinion = "拟同意,请办公室审核。", DateOnly? on = null, string? reason = null, string? ground = null) =>
        new(story.Now.Turn, signer, on ?? Today, value, opinion, reason, ground);

    private static PaperCommand.Confirm Confirming(SlipStory story) => new(story.Now.Turn, story.Now.PendingPaper?.Key);

    private static PaperCommand.Dismiss Dismissing(SlipStory story, string? reason = "日期抄错") => new(story.Now.Turn, story.Now.PendingPaper?.Key, reason);

    private static SlipStory Entered()
    {
        var story = new SlipStory().Draft();
        return story.Do("liying", Entering(story, "pulan"));
    }

    [Fact]
    public void Three_pen_signatures_carry_a_slip_to_its_end()
    {
        var story = new SlipStory().Draft();
        Assert.Contains("enterPaper", story.Verbs("liying"), StringComparison.Ordinal);
        story.Twice("liying", Entering(story, "pulan"));
        Assert.Equal("confirmPaper dismissPaper", story.Verbs("zhoulin"));
        var confirm = Confirming(story);
        story.Twice("zhoulin", confirm);

        var head = story.Now.SignedAt(Stage.SectionHead)!;
        Assert.Equal(("pulan", "拟同意,请办公室审核。同意此件公开发布", Today), (head.By.Id, head.Text, head.On));
        Assert.Equal(("liying", "zhoulin"), (head.Paper!.EnteredBy.Id, head.Paper.ConfirmedBy.Id));
        Assert.Null(story.Now.PendingPaper);

        story.Do("xushan", Entering(story, "zhoulin", opinion: null));
        story.Do("zhoulin", Confirming(story));
        story.Do("liying", Entering(story, "gaoyuan", opinion: null));
        story.Do("gaoyuan", Confirming(story));
        Assert.Equal(("同意", SlipPhase.Signed), (story.Now.SignedAt(Stage.Leader)!.Statement, story.Now.Phase));
        Assert.Equal(Today, story.Now.Clock(DeadlineKind.LegalDisclosure)!.Deadline.Receipt.Start);
    }

    [Fact]
    public void Whoever_may_compare_is_waited_for_and_hears_what_they_did()
    {
        var story = new SlipStory().Draft().Sign("pulan");
        story.Do("liying", Entering(story, "zhoulin", opinion: null));
        Assert.Equal(["xushan", "zhoulin"], Waiting.On(story.Now, DemoBureau.Roster).Order(StringComparer.Ordinal));
        story.Do("xushan", Confirming(story));
        Assert.Equal("核对确认周临溪(演示)的纸质签署“同意此件公开发布”", SlipStatus.LastDone(story.Now, DemoBureau.Person("xushan")));
        Assert.Equal("录入周临溪(演示)的纸质签署:同意此件公开发布", SlipStatus.LastDone(story.Now, DemoBureau.Person("liying")));
        Assert.Null(SlipStatus.LastDone(story.Now, DemoBureau.Person("gaoyuan")));
    }

    [Fact]
    public void Past_its_own_stage_the_section_compares_nothing()
    {
        var story = new SlipStory().Draft().Sign("pulan");
        story.Do("liying", Entering(story, "zhoulin", opinion: null));
        Assert.Empty(story.Verbs("pulan"));
        story.Refuses("pulan", Confirming(story), RefusalKind.Forbidden, "核对");
        story.Refuses("pulan", Dismissing(story), RefusalKind.Forbidden, "作废");
        story.Do("zhoulin", Confirming(story));
        Assert.Equal("zhoulin", story.Now.SignedAt(Stage.GeneralOffice)!.Paper!.ConfirmedBy.Id);
    }

    public static TheoryData<string, string?, DateOnly?, SignForm> WrongEntries() => new()
    {
        { "签署人", null, Today, Form() },
        { "签署人", "zhangmu", Today, Form() },
        { "签署日期", "pulan", null, Form() },
        { "不能晚于今天", "pulan", Today.AddDays(1), Form() },
        { "不能早于本件提交", "pulan", Today.AddDays(-1), Form() },
        { "公开属性", "pulan", Today, Form() with { Value = null } },
        { "理由", "pulan", Today, Form(DisclosureAttribute.Redacted) },
        { "法定依据", "pulan", Today, Form(DisclosureAttribute.Redacted) with { Reason = "有不宜公开的内容" } },
        { "最多500字", "pulan", Today, Form() with { Opinion = new string('同', 501) } },
        { "系统会按您的选择写入", "pulan", Today, Form() with { Opinion = "同意此件不公开" } },
        { "相矛盾", "pulan", Today, Form() with { Opinion = "不同意" } },
    };

    [Theory]
    [MemberData(nameof(WrongEntries))]
    public void An_entry_is_checked_like_a_signature(string saying, string? signer, DateOnly? on, SignForm form) => new SlipStory().Draft().Refuses(
        "liying", new PaperCommand.Enter(1, signer, on, form.Value, form.Opinion, form.Reason, form.Ground), RefusalKind.Invalid, saying);

    [Fact]
    public void A_differing_opinion_on_paper_gets_the_prescribed_words_with_reason_and_ground()
    {
        var story = new SlipStory().Draft();
        story.Do("liying", Entering(story, "pulan", DisclosureAttribute.Redacted, null, reason: "含企业报价", ground: "15"));
        story.Do("zhoulin", Confirming(story));
        var signed = story.Now.SignedAt(Stage.SectionHead)!;
        Assert.Equal(("此件应删减后公开", "含企业报价", "15"), (signed.Statement, signed.Reason, signed.Ground));
    }

    [Fact]
    public void The_drafter_or_the_office_enters()
    {
        var story = new SlipStory().Draft();
        story.Refuses("pulan", Entering(story, "pulan"), RefusalKind.Forbidden, "由起草人李映禾(演示)或办公室录入");
        story.Do("zhoulin", Entering(story, "pulan"));
    }

    [Fact]
    public void A_second_entry_waits_until_the_first_is_dismissed()
    {
        var story = Entered();
        story.Refuses("zhoulin", Entering(story, "pulan"), RefusalKind.Stale, "李映禾(演示)已于");
        story.Refuses("liying", Entering(story, "pulan", opinion: "另一份"), RefusalKind.Stale, "作废后重新录入");
        story.Twice("zhoulin", Dismissing(story));
        story.Do("zhoulin", Entering(story, "pulan"));
    }

    [Fact]
    public void Who_entered_it_does_not_compare_it_nor_does_the_drafter()
    {
        var story = Entered();
        story.Refuses("liying", Confirming(story), RefusalKind.Forbidden, "录入人不能核对自己的录入,请由普云岚(演示)、周临溪(演示)、徐山岚(演示)核对");
        var office = new SlipStory().Draft();
        office.Do("zhoulin", Entering(office, "pulan"));
        office.Refuses("liying", Confirming(office), RefusalKind.Forbidden, "普云岚(演示)");
        office.Refuses("luming", Confirming(office), RefusalKind.Forbidden, "普云岚(演示)");
        office.Do("pulan", Confirming(office));
    }

    [Fact]
    public void Whose_signature_it_is_may_compare_it()
    {
        var story = new SlipStory().Draft().Sign("pulan").Sign("zhoulin");
        story.Do("liying", Entering(story, "gaoyuan", opinion: null));
        story.Refuses("luming", Confirming(story), RefusalKind.Forbidden, "高远汀(演示)");
        story.Do("gaoyuan", Confirming(story));
    }

    [Fact]
    public void An_entry_put_in_the_place_of_another_is_not_confirmed_by_a_card_that_showed_the_first()
    {
        var story = Entered();
        var (confirm, dismiss) = (Confirming(story), Dismissing(story));
        story.Do("liying", Dismissing(story));
        story.Refuses("zhoulin", confirm, RefusalKind.Stale, "没有待核对");
        story.Do("liying", Entering(story, "pulan", DisclosureAttribute.NotDisclosed, null, reason: "《条例》第十五条:商业秘密"));
        story.Refuses("zhoulin", confirm, RefusalKind.Stale, "作废或更换");
        story.Refuses("zhoulin", dismiss, RefusalKind.Stale, "作废或更换");
        story.Nothing("liying", dismiss);
        Assert.NotNull(story.Now.PendingPaper);
    }

    [Fact]
    public void Dismissing_needs_a_reason_and_the_right_person()
    {
        var story = Entered();
        story.Refuses("zhoulin", Dismissing(story, " "), RefusalKind.Invalid, "作废理由");
        story.Refuses("gaoyuan", Dismissing(story), RefusalKind.Forbidden, "录入人李映禾(演示)");
        story.Do("liying", Dismissing(story));
        story.Refuses("zhoulin", Dismissing(story), RefusalKind.Stale, "没有待核对");
    }

    [Fact]
    public void A_signature_on_the_card_a_return_and_a_withdrawal_clear_the_entry()
    {
        Assert.Null(Entered().Sign("pulan").Now.PendingPaper);
        Assert.Null(Entered().Do("pulan", new SlipCommand.Return(1, "请修改", null)).Now.PendingPaper);
        Assert.Null(Entered().Do("liying", new SlipCommand.Withdraw(1)).Now.PendingPaper);
        var declined = new SlipStory().Draft().Sign("pulan").Sign("zhoulin");
        declined.Do("liying", Entering(declined, "gaoyuan", opinion: null)).Do("gaoyuan", new SlipCommand.Decline(declined.Now.Turn, "时机不成熟"));
        Assert.Null(declined.Now.PendingPaper);
    }

    [Fact]
    public void Paper_does_not_pass_where_the_card_would_not()
    {
        var story = new SlipStory().Draft(Normative());
        story.Do("liying", Entering(story, "pulan"));
        story.Refuses("zhoulin", Confirming(story), RefusalKind.Invalid, "报备政策法规科");
        story.Do("liying", File(FileRole.InterpretationPlan, "plan-1")).Do("liying", new InterpretationCommand.FilePlan("plan-1"));
        story.Do("zhoulin", Confirming(story));
    }

    [Fact]
    public void Paper_leaves_somebody_for_the_next_desk()
    {
        // 徐山岚 alone reviews for the office here, and heads its section: after her nobody could review.
        var demo = DemoBureau.Roster;
        var roster = new Roster(demo.BureauId, demo.BureauName, demo.TenantId, demo.People.Where(person => person.Id is "shenxi" or "xushan" or "gaoyuan" or "luming" or "zhoulin").Select(
            person => person.Id == "zhoulin" ? person with { Section = DemoBureau.Person("duanhe").Section, Roles = new HashSet<Role> { Role.SecrecyReviewer } } : person).ToList());
        var story = new SlipStory(roster).Draft(drafter: "shenxi");
        story.Do("shenxi", Entering(story, "xushan"));
        story.Refuses("xushan", Confirming(story), RefusalKind.Invalid, "没有人可以办理“办公室二审”");
    }

    [Fact]
    public void Who_left_the_desk_in_between_has_not_signed()
    {
        var story = Entered();
        var demo = DemoBureau.Roster;
        var roster = new Roster(demo.BureauId, demo.BureauName, demo.TenantId, demo.People.Where(person => person.Id != "pulan").ToList());
        var decision = new SlipRules(roster, DemoBureau.Clocks).Decide(story.Now, Confirming(story), DemoBureau.Person("zhoulin"), Noon);
        Assert.Contains("作废", Assert.IsType<Decision<SlipEvent>.Refused>(decision).Refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Older_cards_and_slips_out_of_review_take_no_paper()
    {
        var story = Entered();
        var (enter, confirm, dismiss) = (Entering(story, "pulan"), Confirming(story), Dismissing(story));
        story.Sign("pulan");
        story.Refuses("liying", enter, RefusalKind.Stale, "已经过时");
        story.Refuses("zhoulin", confirm, RefusalKind.Stale, "已经过时");
        story.Refuses("zhoulin", dismiss, RefusalKind.Stale, "已经过时");
        story.Sign("zhoulin").Sign("gaoyuan");
        story.Refuses("liying", Entering(story, "gaoyuan"), RefusalKind.Stale, "不在审签中");
        story.Refuses("zhoulin", Confirming(story), RefusalKind.Stale, "没有待核对");
    }

    [Fact]
    public void The_paper_of_an_earlier_day_starts_the_clocks_of_that_day()
    {
        var story = new SlipStory().Draft().Sign("pulan").Sign("zhoulin");
        var friday = Today.AddDays(3);
        var later = new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.FromHours(8));
        var rules = story.Rules;
        var slip = After(story.Now, Entering(story, "gaoyuan", opinion: null, on: friday), "liying");
        slip = After(slip, new PaperCommand.Confirm(slip.Turn, slip.PendingPaper!.Key), "zhoulin");
        Assert.Equal(friday, slip.Clock(DeadlineKind.LegalDisclosure)!.Deadline.Receipt.Start);
        var early = new DisclosureBot.Slips.Issuing.IssuingCommand.Print(friday.AddDays(-1), 10);
        Assert.IsType<Decision<SlipEvent>.Refused>(rules.Decide(slip, early, DemoBureau.Person("liying"), later));
        Assert.IsType<Decision<SlipEvent>.Accepted>(rules.Decide(slip, early with { On = friday }, DemoBureau.Person("liying"), later));

        Slip After(Slip before, SlipCommand command, string actor) =>
            Assert.IsType<Decision<SlipEvent>.Accepted>(rules.Decide(before, command, DemoBureau.Person(actor), later)).Events.Aggregate(before, (Slip? state, SlipEvent fact) => Slip.Evolve(state, fact))!;
    }

    private static SignForm Form(DisclosureAttribute value = DisclosureAttribute.Public) => new(value, null, null, null);
}
