using DisclosureBot.Bureau;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Consulting;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.PaperSigning;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Tests.Support;
using Xunit;
using static DisclosureBot.Tests.Slips.Consulting.ConsultingStory;

namespace DisclosureBot.Tests.Slips.Consulting;

/// <summary>征求意见 and 抄送: anybody is asked or told; the slip waits where the asker chose so, and for nobody in vain.</summary>
public sealed class OpinionTests
{
    [Fact]
    public void While_a_waiting_question_is_open_nobody_signs_and_its_asked_person_is_waited_for_in_the_desks_place()
    {
        var story = new SlipStory().Draft();
        Assert.Equal("luoqing", story.Told("pulan", Opinion("luoqing")));
        Assert.Equal("等待征求罗青砚(演示)意见后科室负责人初审(普云岚(演示))", story.Status());
        Assert.Equal((true, false), (story.WaitsFor("luoqing"), story.WaitsFor("pulan")));
        story.Refuses("pulan", new SlipCommand.Sign(1, SlipStory.Value(DisclosureAttribute.Public)), RefusalKind.Invalid, "本件正等待征求罗青砚(演示)意见,答复后才能签署。不再等待的,请用“撤销征求”");
        Assert.Equal("pulan", story.Told("luoqing", story.Answer("luoqing")));
        Assert.Equal(("没有不同意见。", (string?)null), (story.Of("luoqing").Comment, story.Of("luoqing").Reason));
        story.Sign("pulan");
    }

    [Fact]
    public void A_question_that_is_not_waited_for_holds_nothing_up_and_is_not_told_again_at_the_next_desk()
    {
        var story = new SlipStory().Draft().Do("liying", Opinion("luoqing,duanhe", waits: false));
        Assert.Equal("等待科室负责人初审(普云岚(演示))", story.Status());
        Assert.Equal("xushan zhoulin", story.Told("pulan", new SlipCommand.Sign(1, SlipStory.Value(DisclosureAttribute.Public))));
        Assert.True(story.WaitsFor("luoqing") && story.WaitsFor("zhoulin"));
        Assert.Equal("liying", story.Told("luoqing", story.Answer("luoqing")));
        story.Sign("zhoulin").Sign("gaoyuan").Do("duanhe", story.Answer("duanhe"));
    }

    [Fact]
    public void The_drafter_may_still_ask_after_the_signature_and_nothing_waits_then()
    {
        var story = new SlipStory().Draft().Signed().Do("liying", Opinion("luoqing"));
        Assert.False(story.Of("luoqing").Waits);
        Assert.True(story.WaitsFor("luoqing"));
        story.Printed();
        Assert.DoesNotContain(story.Offered("liying").Single(form => form.Verb == "step.consult").Fields, field => field.Id == "waits");
    }

    [Fact]
    public void The_asker_or_the_desk_does_without_the_answer()
    {
        var story = new SlipStory().Draft().Do("liying", Opinion("luoqing"));
        Assert.Contains("waiveConsultation", story.Verbs("liying"), StringComparison.Ordinal);
        Assert.Equal("pulan", story.Told("liying", story.Waive("luoqing")));
        story.Do("liying", Opinion("luoqing")).Do("pulan", story.Waive("luoqing", "已当面沟通"));
        Assert.Equal(("普云岚(演示)", "已当面沟通"), (story.Of("luoqing").WaivedBy!.Name, story.Of("luoqing").Reason));
        Assert.False(story.WaitsFor("luoqing"));
        story.Sign("pulan");
    }

    [Fact]
    public void Every_repeated_click_changes_nothing()
    {
        var story = new SlipStory().Draft();
        story.Twice("pulan", Opinion("luoqing,duanhe")).Twice("luoqing", story.Answer("luoqing")).Twice("pulan", story.Waive("duanhe")).Twice("liying", new ConsultingCommand.Copy(["maoyun"]));
        Assert.Equal(2, story.Now.Consultations.Count);
        Assert.Equal(["maoyun"], story.Now.CopiedTo.Select(who => who.Id));
    }

    [Theory]
    [InlineData("return")]
    [InlineData("withdraw")]
    [InlineData("decline")]
    public void A_slip_that_leaves_its_desks_asks_nobody_any_more(string how)
    {
        var story = new SlipStory().Draft();
        if (how == "decline") story.Sign("pulan").Sign("zhoulin");
        story.Do("liying", Opinion("luoqing", waits: how != "decline"));
        SlipCommand leaving = how switch
        {
            "return" => new SlipCommand.Return(story.Now.Turn, "请修改", Stage.SectionHead),
            "withdraw" => new SlipCommand.Withdraw(story.Now.Turn),
            _ => new SlipCommand.Decline(story.Now.Turn, "时机不成熟"),
        };
        story.Do(how switch { "return" => "pulan", "withdraw" => "liying", _ => "gaoyuan" }, leaving);
        Assert.False(story.Of("luoqing").IsOpen);
        Assert.False(story.WaitsFor("luoqing"));
        story.Refuses("luoqing", story.Answer("luoqing"), RefusalKind.Stale, "本件已退回、撤回或办结");
        Assert.True(Desks.MaySee(story.Now, DemoBureau.Person("luoqing")));
    }

    [Fact]
    public void What_the_drafter_asked_while_revising_ends_with_the_resubmission()
    {
        var story = new SlipStory().Draft().Do("liying", new SlipCommand.Withdraw(1)).Do("liying", Opinion("luoqing"));
        Assert.True(story.WaitsFor("luoqing"));
        story.Do("liying", new SlipCommand.Resubmit(story.Now.Turn, SlipStory.Form()));
        Assert.False(story.Of("luoqing").IsOpen);
    }

    [Fact]
    public void A_signature_taken_back_leaves_no_question_that_would_hold_up_the_other_desk()
    {
        var story = new SlipStory().Draft().Do("pulan", Opinion("duanhe", waits: false)).Sign("pulan").Do("zhoulin", Opinion("luoqing")).Do("pulan", new SlipCommand.TakeBack(3));
        Assert.Equal((false, true), (story.Of("luoqing").IsOpen, story.Of("duanhe").IsOpen));
        story.Sign("pulan");
    }

    [Fact]
    public void Whoever_is_asked_reads_the_document_while_asked_and_whoever_is_copied_does_not()
    {
        var story = new SlipStory().Draft().Do("liying", StepStory.File(FileRole.Document, "text"));
        Assert.Equal(SlipRules.Unknown, story.Refused("duanhe", new FileCommand.Open("text")));
        story.Do("pulan", Opinion("duanhe")).Do("pulan", new ConsultingCommand.Copy(["maoyun"]));
        story.Do("duanhe", new FileCommand.Open("text"));
        story.Refuses("maoyun", new FileCommand.Open("text"), RefusalKind.Forbidden, "不在您的办理范围内");
        story.Do("duanhe", story.Answer("duanhe")).Refuses("duanhe", new FileCommand.Open("text"), RefusalKind.Forbidden, "不在您的办理范围内");
    }

    [Fact]
    public void A_pen_signature_waits_like_any_other()
    {
        var story = new SlipStory().Draft().Do("liying", new PaperCommand.Enter(1, "pulan", StepStory.Today, DisclosureAttribute.Public, null, null, null)).Do("liying", Opinion("luoqing"));
        story.Refuses("pulan", new PaperCommand.Confirm(1, story.Now.PendingPaper!.Key), RefusalKind.Invalid, "本件正等待");
        Assert.DoesNotContain("confirmPaper", story.Verbs("pulan"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_is_told_once_and_waits_for_nobody()
    {
        var story = new SlipStory().Draft();
        Assert.Equal("duanhe maoyun", story.Told("liying", new ConsultingCommand.Copy(["maoyun", "duanhe"])));
        Assert.Equal("luoqing", story.Told("pulan", new ConsultingCommand.Copy(["maoyun", "luoqing"])));
        Assert.False(story.WaitsFor("maoyun"));
        Assert.Contains(story.Now.Trail, line => line.What == "抄送:毛云舟(演示)、段禾川(演示)");
    }

    [Fact]
    public void Nothing_that_cannot_be_asked_is_asked()
    {
        var story = new SlipStory().Draft().Do("liying", Opinion("luoqing"));
        story.Refuses("pulan", Opinion("pulan"), RefusalKind.Invalid, "不能征求自己的意见");
        story.Refuses("pulan", Opinion("luoqing", "另一个问题"), RefusalKind.Invalid, "罗青砚(演示)已被征求意见,尚未答复");
        story.Refuses("pulan", new ConsultingCommand.Ask(ConsultationKind.Opinion, [], null, true), RefusalKind.Invalid, "请选择“征求谁的意见”");
        story.Refuses("pulan", Opinion("张三"), RefusalKind.Invalid, "花名册中没有“张三”");
        story.Refuses("pulan", Opinion("电子商务科"), RefusalKind.Invalid, "花名册中没有“电子商务科”");
        story.Refuses("pulan", Opinion("duanhe", new string('问', 501)), RefusalKind.Invalid, "最多500字");
        story.Refuses("zhoulin", Opinion("duanhe"), RefusalKind.Forbidden, "征求意见由起草人李映禾(演示)或当前办理人普云岚(演示)提出");
        story.Refuses("pulan", Opinion("duanhe") with { Round = 99 }, RefusalKind.Stale, "这张卡片已经过时");
        Assert.Equal(SlipRules.Unknown, story.Refused("duanhe", Opinion("maoyun")));
        story.Do("pulan", Opinion("段禾川(演示)"));
    }

    [Fact]
    public void Only_the_asked_person_answers_once_and_only_with_a_comment()
    {
        var story = new SlipStory().Draft().Do("pulan", Opinion("luoqing"));
        story.Refuses("zhoulin", story.Answer("luoqing"), RefusalKind.Forbidden, "这一项请罗青砚(演示)答复");
        story.Refuses("luoqing", story.Answer("luoqing", " "), RefusalKind.Invalid, "请填写“意见”");
        story.Refuses("luoqing", story.Answer("luoqing", new string('意', 501)), RefusalKind.Invalid, "最多500字");
        story.Refuses("luoqing", story.Answer("luoqing", "同意此件公开发布"), RefusalKind.Invalid, "请不要写公开属性的表述");
        story.Refuses("luoqing", new ConsultingCommand.Answer("c99", "好"), RefusalKind.Stale, "没有找到这一项");
        story.Do("luoqing", story.Answer("luoqing")).Refuses("luoqing", story.Answer("luoqing", "又想了想"), RefusalKind.Stale, "罗青砚(演示)已于11月23日 09:07答复");
    }

    [Fact]
    public void Only_the_asker_or_the_desk_waives_with_a_reason()
    {
        var story = new SlipStory().Draft().Do("liying", Opinion("luoqing")).Do("pulan", Opinion("duanhe"));
        story.Refuses("liying", story.Waive("duanhe"), RefusalKind.Forbidden, "这一项由提出人普云岚(演示)或当前办理人撤销");
        story.Refuses("pulan", story.Waive("duanhe", null), RefusalKind.Invalid, "请填写“撤销理由”");
        story.Refuses("pulan", new ConsultingCommand.Waive("", "时间紧"), RefusalKind.Invalid, "请选择“撤销哪一项”");
        story.Refuses("pulan", new ConsultingCommand.Waive("c99", "时间紧"), RefusalKind.Stale, "没有找到这一项");
        story.Do("pulan", story.Waive("duanhe")).Refuses("duanhe", story.Answer("duanhe"), RefusalKind.Stale, "撤销这一项(时间紧)");
    }

    [Fact]
    public void Only_the_drafter_and_the_desk_send_it_for_information()
    {
        var story = new SlipStory().Draft();
        story.Refuses("zhoulin", new ConsultingCommand.Copy(["duanhe"]), RefusalKind.Forbidden, "抄送由起草人李映禾(演示)或当前办理人普云岚(演示)提出");
        story.Refuses("pulan", new ConsultingCommand.Copy(["pulan"]), RefusalKind.Invalid, "不必抄送给自己");
        story.Refuses("pulan", new ConsultingCommand.Copy([]), RefusalKind.Invalid, "请选择“抄送给”");
        story.Sign("pulan").Sign("zhoulin").Do("gaoyuan", new SlipCommand.Decline(story.Now.Turn, "时机不成熟"));
        story.Refuses("liying", new ConsultingCommand.Copy(["duanhe"]), RefusalKind.Stale, "已办结,不能再抄送");
        story.Refuses("liying", Opinion("duanhe"), RefusalKind.Stale, "已办结,不能再征求意见");
    }

    [Fact]
    public void An_archived_slip_is_asked_about_no_more()
    {
        var story = new SlipStory().Draft().Do("liying", Opinion("luoqing", waits: false)).Signed();
        story.Given(Archived(story.Time));
        Assert.False(story.Of("luoqing").IsOpen);
        story.Refuses("liying", Opinion("duanhe"), RefusalKind.Stale, "本件已归档,不能再征求意见");
    }

    [Fact]
    public void In_a_bureau_too_large_for_a_list_names_are_typed()
    {
        var demo = DemoBureau.Roster;
        var many = Enumerable.Range(0, 30).Select(n => new Person($"p{n}", $"oid-{n}", n < 2 ? "王同名" : $"同事{n}", DemoBureau.Person("maoyun").Section, new HashSet<Role> { Role.Drafter }));
        var roster = new Roster(demo.BureauId, demo.BureauName, demo.TenantId, [.. demo.People, .. many]);
        var story = new SlipStory(roster).Draft();
        var form = StepStory.Families(roster).Offer(story.Now, DemoBureau.Person("pulan"), StepStory.Noon).Single(one => one.Verb == "step.consult");
        Assert.IsType<StepField.Text>(form.Fields[0]);
        var click = new StepClick(form.Verb, story.Now.Id, form.Round, null, new Dictionary<string, string>(StringComparer.Ordinal) { ["of"] = "同事3、同事4,罗青砚(演示)" });
        story.Do("pulan", StepStory.Families(roster).Read(click)!);
        Assert.Equal(["p3", "p4", "luoqing"], story.Now.Consultations.Select(one => one.Of.Id));
        story.Refuses("pulan", Opinion("王同名"), RefusalKind.Invalid, "有多位同事叫“王同名”");
    }

    private static PublishingEvent.Archived Archived(DateTimeOffset at) => new(Who.Clock, at, "package-1", "sealed", 1);
}
