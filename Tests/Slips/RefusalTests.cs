using DisclosureBot.Slips;
using Xunit;

namespace DisclosureBot.Tests.Slips;

/// <summary>Everything the rules refuse, with the sentence a person gets.</summary>
public sealed class RefusalTests
{
    private static SlipCommand.Draft Drafting(DraftForm form) => new("slip-2026-0000001", "2026-0001", "form-1", form);

    [Fact]
    public void A_classified_document_is_refused_before_anything_else_is_looked_at()
    {
        var refusal = new SlipStory().Refused("liying", Drafting(SlipStory.Form() with { Secret = true, Title = null }));
        Assert.Equal(RefusalKind.Secret, refusal.Kind);
        Assert.Contains("线下涉密渠道", refusal.Text, StringComparison.Ordinal);
    }

    public static TheoryData<string, DraftForm> WrongDrafts() => new()
    {
        { "是否涉密", SlipStory.Form() with { Secret = null } },
        { "标题", SlipStory.Form() with { Title = " \u200b\t" } },
        { "最多200字", SlipStory.Form() with { Title = new string('商', 201) } },
        { "文种", SlipStory.Form() with { Genre = "条例" } },
        { "主送", SlipStory.Form() with { MainRecipients = new string('商', 501) } },
        { "公开属性", SlipStory.Form() with { Attribute = null } },
        { "理由", SlipStory.Form(DisclosureAttribute.Redacted) with { Reason = null } },
        { "理由", SlipStory.Form(DisclosureAttribute.OnRequest) with { Reason = "  " } },
        { "最多1000字", SlipStory.Form(DisclosureAttribute.OnRequest) with { Reason = new string('商', 1001) } },
        { "法定依据", SlipStory.Form(DisclosureAttribute.NotDisclosed) with { Reason = "不宜公开" } },
        { "签发人", SlipStory.Form(signer: "pulan") },
    };

    [Theory]
    [MemberData(nameof(WrongDrafts))]
    public void A_draft_that_cannot_stand_is_refused_by_name(string named, DraftForm form)
    {
        var refusal = new SlipStory().Refused("liying", Drafting(form));
        Assert.Equal(RefusalKind.Invalid, refusal.Kind);
        Assert.Contains(named, refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_leader_cannot_choose_himself_as_signer_of_his_own_draft() =>
        Assert.Contains("签发人", new SlipStory().Refused("gaoyuan", Drafting(SlipStory.Form(signer: "gaoyuan"))).Text, StringComparison.Ordinal);

    public static TheoryData<string, SignForm> WrongSignatures() => new()
    {
        { "公开属性", new SignForm(null, null, null, null) },
        { "理由", new SignForm(DisclosureAttribute.Redacted, null, null, "15") },
        { "法定依据", new SignForm(DisclosureAttribute.Redacted, null, "有不宜公开的内容", null) },
        { "最多500字", new SignForm(DisclosureAttribute.Public, new string('同', 501), null, null) },
        { "系统会按您的选择写入", new SignForm(DisclosureAttribute.Public, "同意此件不公开", null, null) },
        { "系统会按您的选择写入", new SignForm(DisclosureAttribute.Public, "此 件、不 公 开", null, null) },
        { "系统会按您的选择写入", new SignForm(DisclosureAttribute.Public, "建议改为应当不公开", null, null) },
        { "相矛盾", new SignForm(DisclosureAttribute.Public, "不同意本件内容", null, null) },
    };

    [Theory]
    [MemberData(nameof(WrongSignatures))]
    public void A_signature_that_lacks_something_is_refused_by_name(string named, SignForm form)
    {
        var story = new SlipStory().Draft();
        Assert.Contains(named, story.Refused("pulan", new SlipCommand.Sign(story.Now.Turn, form)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_opinion_of_just_the_limit_is_taken_with_the_full_stop_it_lacked()
    {
        var story = new SlipStory().Draft();
        story.Do("pulan", new SlipCommand.Sign(story.Now.Turn, new SignForm(DisclosureAttribute.Public, new string('阅', 500), null, null)));
    }

    [Fact]
    public void The_office_must_have_checked_genre_and_format()
    {
        var story = new SlipStory().Draft().Sign("pulan");
        var unchecked_ = SlipStory.Value(DisclosureAttribute.Public) with { FormatChecked = false };
        Assert.Contains("文种", story.Refused("zhoulin", new SlipCommand.Sign(story.Now.Turn, unchecked_)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("liying")]
    [InlineData("pulan")]
    [InlineData("luming")]
    public void The_office_can_only_name_a_leader_who_is_not_the_drafter(string signer)
    {
        var story = new SlipStory().Draft().Sign("pulan");
        var command = new SlipCommand.Sign(story.Now.Turn, SlipStory.Value(DisclosureAttribute.Public) with { SignerId = signer });
        if (signer == "luming") story.Do("zhoulin", command);
        else Assert.Contains("签发人", story.Refused("zhoulin", command).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yangzhi")]
    [InlineData("zhangmu")]
    [InlineData("luoqing")]
    public void A_stranger_learns_only_that_there_is_nothing_for_them(string stranger)
    {
        var story = new SlipStory().Draft();
        foreach (var command in Every(story.Now.Turn))
            Assert.Equal(SlipRules.Unknown, story.Refused(stranger, command));
        Assert.Equal(SlipRules.Unknown, new SlipStory().Refused(stranger, new SlipCommand.Sign(1, SlipStory.Value(DisclosureAttribute.Public))));
    }

    [Fact]
    public void The_drafter_cannot_review_their_own_slip_and_hears_who_can()
    {
        var story = new SlipStory().Draft();
        var refusal = story.Refused("liying", new SlipCommand.Sign(story.Now.Turn, SlipStory.Value(DisclosureAttribute.Public)));
        Assert.Equal(RefusalKind.Forbidden, refusal.Kind);
        Assert.Contains("起草人不能审签自己起草的文件", refusal.Text, StringComparison.Ordinal);
        Assert.Contains("普云岚(演示)", refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_signs_two_adjacent_desks()
    {
        // 徐山岚 heads the office's own section and reviews for the office too.
        var story = new SlipStory().Draft(drafter: "shenxi").Sign("xushan");
        var refusal = story.Refused("xushan", new SlipCommand.Sign(story.Now.Turn, SlipStory.Value(DisclosureAttribute.Public)));
        Assert.Contains("不得连续签署两道", refusal.Text, StringComparison.Ordinal);
        Assert.Contains("周临溪(演示)", refusal.Text, StringComparison.Ordinal);
        story.Sign("zhoulin");
    }

    [Fact]
    public void Of_two_officers_the_first_wins_and_the_second_hears_who_it_was()
    {
        var story = new SlipStory().Draft().Sign("pulan");
        var turn = story.Now.Turn;
        story.Sign("zhoulin");
        var refusal = story.Refused("xushan", new SlipCommand.Sign(turn, SlipStory.Value(DisclosureAttribute.NotDisclosed)));
        Assert.Equal(RefusalKind.Stale, refusal.Kind);
        Assert.Contains("周临溪(演示)", refusal.Text, StringComparison.Ordinal);
        Assert.Contains("同意此件公开发布", refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_click_on_an_older_card_is_stale_even_at_the_same_desk()
    {
        var story = new SlipStory().Draft();
        var old = story.Now.Turn;
        story.Do("pulan", new SlipCommand.Return(old, "请补充附件", null)).Do("liying", new SlipCommand.Resubmit(story.Now.Turn, SlipStory.Form()));
        Assert.Equal(RefusalKind.Stale, story.Refused("pulan", new SlipCommand.Sign(old, SlipStory.Value(DisclosureAttribute.Public))).Kind);
    }

    [Fact]
    public void A_return_and_a_decline_need_their_reasons()
    {
        var story = new SlipStory().Draft().Sign("pulan").Sign("zhoulin");
        Assert.Contains("退回理由", story.Refused("gaoyuan", new SlipCommand.Return(story.Now.Turn, " ", null)).Text, StringComparison.Ordinal);
        Assert.Contains("不予签发理由", story.Refused("gaoyuan", new SlipCommand.Decline(story.Now.Turn, null)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_return_cannot_resume_at_a_desk_in_between()
    {
        var story = new SlipStory().Draft().Sign("pulan").Sign("zhoulin");
        Assert.Equal(RefusalKind.Invalid, story.Refused("gaoyuan", new SlipCommand.Return(story.Now.Turn, "请修改", Stage.GeneralOffice)).Kind);
    }

    [Fact]
    public void Only_the_leader_can_decline_to_issue()
    {
        var story = new SlipStory().Draft();
        Assert.Equal(RefusalKind.Forbidden, story.Refused("pulan", new SlipCommand.Decline(story.Now.Turn, "不妥")).Kind);
    }

    [Fact]
    public void Nothing_can_be_undone_once_the_next_desk_has_acted()
    {
        var story = new SlipStory().Draft().Sign("pulan");
        Assert.Equal(RefusalKind.Stale, story.Refused("liying", new SlipCommand.Withdraw(story.Now.Turn)).Kind);
        story.Sign("zhoulin");
        Assert.Equal(RefusalKind.Stale, story.Refused("pulan", new SlipCommand.TakeBack(story.Now.Turn)).Kind);
        story.Sign("gaoyuan");
        Assert.Contains("最终确定", story.Refused("gaoyuan", new SlipCommand.TakeBack(story.Now.Turn)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signature_cannot_be_taken_back_once_the_next_desk_has_returned_the_slip()
    {
        var story = new SlipStory().Draft().Sign("pulan").Do("zhoulin", new SlipCommand.Return(2, "请修改", Stage.GeneralOffice));
        story.Do("liying", new SlipCommand.Resubmit(story.Now.Turn, SlipStory.Form()));
        Assert.Equal(RefusalKind.Stale, story.Refused("pulan", new SlipCommand.TakeBack(story.Now.Turn)).Kind);
    }

    [Fact]
    public void Only_the_drafter_withdraws_and_resubmits()
    {
        var story = new SlipStory().Draft();
        Assert.Contains("李映禾(演示)", story.Refused("pulan", new SlipCommand.Withdraw(story.Now.Turn)).Text, StringComparison.Ordinal);
        story.Do("pulan", new SlipCommand.Return(story.Now.Turn, "请修改", null));
        Assert.Contains("李映禾(演示)", story.Refused("pulan", new SlipCommand.Resubmit(story.Now.Turn, SlipStory.Form())).Text, StringComparison.Ordinal);
        Assert.Equal(RefusalKind.Invalid, story.Refused("liying", new SlipCommand.Resubmit(story.Now.Turn, SlipStory.Form() with { Title = "" })).Kind);
        var secret = story.Refused("liying", new SlipCommand.Resubmit(story.Now.Turn, SlipStory.Form() with { Secret = true }));
        Assert.Equal(RefusalKind.Secret, secret.Kind);
        Assert.Contains("此前登记的标题等信息仍在系统中", secret.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_slip_takes_nothing_more()
    {
        var story = new SlipStory().Draft().Sign("pulan").Sign("zhoulin").Do("gaoyuan", new SlipCommand.Decline(3, "时机不成熟"));
        foreach (var command in Every(story.Now.Turn))
            foreach (var person in new[] { "liying", "pulan", "xushan", "luming" })
                Assert.IsType<Decision<SlipEvent>.Refused>(story.Try(person, command));
        Assert.Equal(SlipPhase.Declined, story.Now.Phase);
    }

    private static SlipCommand[] Every(long turn) =>
    [
        new SlipCommand.Sign(turn, SlipStory.Value(DisclosureAttribute.Public)),
        new SlipCommand.Return(turn, "请修改", null),
        new SlipCommand.Decline(turn, "不妥"),
        new SlipCommand.Resubmit(turn, SlipStory.Form()),
        new SlipCommand.Withdraw(turn),
        new SlipCommand.TakeBack(turn),
    ];
}
