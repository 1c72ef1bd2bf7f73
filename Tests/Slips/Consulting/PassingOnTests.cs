using DisclosureBot.Bureau;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Consulting;
using DisclosureBot.Slips.Files;
using DisclosureBot.Tests.Support;
using Xunit;
using static DisclosureBot.Tests.Slips.Consulting.ConsultingStory;

namespace DisclosureBot.Tests.Slips.Consulting;

/// <summary>转办: a desk of one slip goes to another who could sit there, never to the drafter or who signed before (B-26).</summary>
public sealed class PassingOnTests
{
    [Fact]
    public void The_new_holder_is_told_and_signs_and_the_former_one_no_longer_can()
    {
        var story = new SlipStory().Draft().Do("liying", StepStory.File(FileRole.Document, "text"));
        var old = story.Now.Turn;
        Assert.Equal("zhangmu", story.Told("pulan", PassOn("zhangmu")));
        Assert.Equal("等待科室负责人初审(张牧原(演示))", story.Status());
        Assert.Equal((true, false), (story.WaitsFor("zhangmu"), story.WaitsFor("pulan")));
        Assert.Contains(story.Now.Trail, line => line is { Act: SlipAct.PassOn, What: "转办:由张牧原(演示)办理“科室负责人初审”", Why: "外出培训" });
        var refusal = story.Refused("pulan", new SlipCommand.Sign(old, SlipStory.Value(DisclosureAttribute.Public)));
        Assert.Equal(RefusalKind.Stale, refusal.Kind);
        Assert.Contains("本件现在不由您办理。普云岚(演示)已于11月23日 09:02办理:转办:由张牧原(演示)", refusal.Text, StringComparison.Ordinal);
        story.Do("zhangmu", new FileCommand.Open("text")).Sign("zhangmu").Sign("zhoulin").Sign("gaoyuan");
        Assert.Equal("张牧原(演示)", story.Now.SignedAt(Stage.SectionHead)!.By.Name);
    }

    [Fact]
    public void At_the_leaders_desk_the_signer_is_now_the_other()
    {
        var story = new SlipStory().Draft().Sign("pulan").Sign("zhoulin").Do("gaoyuan", PassOn("luming"));
        Assert.Equal("luming", story.Now.Content.Signer.Id);
        story.Refuses("gaoyuan", new SlipCommand.Sign(story.Now.Turn, SlipStory.Value(DisclosureAttribute.Public)), RefusalKind.Forbidden, "本件现在不由您办理");
        story.Sign("luming");
    }

    [Fact]
    public void At_the_office_it_goes_to_another_of_the_office_and_comes_back_to_them_after_a_return()
    {
        var story = new SlipStory().Draft().Sign("pulan").Do("zhoulin", PassOn("shenxi"));
        story.Refuses("xushan", new SlipCommand.Sign(story.Now.Turn, SlipStory.Value(DisclosureAttribute.Public)), RefusalKind.Forbidden, "现在不由您办理");
        story.Do("shenxi", new SlipCommand.Return(story.Now.Turn, "请补附件", Stage.GeneralOffice));
        Assert.Equal("shenxi", story.Told("liying", new SlipCommand.Resubmit(story.Now.Turn, SlipStory.Form())));
        story.Do("shenxi", PassOn("zhoulin")).Sign("zhoulin").Sign("gaoyuan");
    }

    [Fact]
    public void Whoever_it_was_passed_to_gets_it_back_with_a_signature_taken_back()
    {
        var story = new SlipStory().Draft().Do("pulan", PassOn("zhangmu")).Sign("zhangmu");
        Assert.Equal("zhangmu", string.Join(' ', Desks.At(Stage.SectionHead, story.Do("zhangmu", new SlipCommand.TakeBack(story.Now.Turn)).Now, DemoBureau.Roster).Select(person => person.Id)));
        story.Sign("zhangmu");
    }

    [Fact]
    public void A_waiting_question_goes_with_the_desk()
    {
        var story = new SlipStory().Draft().Do("pulan", Opinion("luoqing")).Do("pulan", PassOn("zhangmu"));
        story.Refuses("zhangmu", new SlipCommand.Sign(story.Now.Turn, SlipStory.Value(DisclosureAttribute.Public)), RefusalKind.Invalid, "等待征求罗青砚");
        story.Do("zhangmu", story.Waive("luoqing")).Sign("zhangmu");
    }

    [Fact]
    public void A_repeated_click_passes_nothing_on_again()
    {
        var story = new SlipStory().Draft();
        var click = PassOn("zhangmu") with { Round = story.Now.Round };
        story.Twice("pulan", click);
        story.Refuses("pulan", click with { To = "maoyun" }, RefusalKind.Stale, "这张卡片已经过时");
        // Given back and once more passed on: no repetition.
        story.Do("zhangmu", PassOn("pulan", "已回来") with { Round = story.Now.Round }).Do("pulan", PassOn("zhangmu") with { Round = story.Now.Round });
    }

    [Fact]
    public void Nobody_gets_a_desk_they_may_not_sit_at()
    {
        var story = new SlipStory().Draft(drafter: "pulan", form: SlipStory.Form(signer: "luming"));
        story.Refuses("gaoyuan", PassOn("pulan"), RefusalKind.Invalid, "普云岚(演示)是本件起草人");
        story.Refuses("gaoyuan", PassOn("gaoyuan"), RefusalKind.Invalid, "请转给另一位同事");
        story.Refuses("gaoyuan", PassOn("liying"), RefusalKind.Invalid, "李映禾(演示)不能办理“科室负责人初审”,请转给其他科室负责人或局领导");
        story.Refuses("gaoyuan", PassOn(null), RefusalKind.Invalid, "请选择“转给谁”");
        story.Refuses("gaoyuan", PassOn("zhangmu maoyun"), RefusalKind.Invalid, "只能转给一位");
        story.Refuses("gaoyuan", PassOn("zhangmu", " "), RefusalKind.Invalid, "请填写“转办理由”");
        story.Refuses("luming", PassOn("zhangmu"), RefusalKind.Forbidden, "本件现在不由您办理,不能转办");
        story.Do("pulan", Countersign("zhangmu")).Refuses("gaoyuan", PassOn("zhangmu"), RefusalKind.Invalid, "张牧原(演示)已列为会签");
        story.Do("gaoyuan", PassOn("xushan")).Sign("xushan").Refuses("zhoulin", PassOn("xushan"), RefusalKind.Invalid, "徐山岚(演示)已签署上一道意见");
        story.Refuses("zhoulin", PassOn("luming"), RefusalKind.Invalid, "请转给办公室的其他同事");
        story.Do("zhoulin", story.Waive("zhangmu")).Sign("zhoulin").Refuses("luming", PassOn("pulan"), RefusalKind.Invalid, "起草人");
        story.Refuses("luming", PassOn("zhangmu"), RefusalKind.Invalid, "请转给其他局领导");
        story.Sign("luming").Refuses("luming", PassOn("gaoyuan"), RefusalKind.Stale, "不在审签中");
    }

    [Fact]
    public void Where_nobody_else_could_sit_there_it_stays()
    {
        var demo = DemoBureau.Roster;
        var story = new SlipStory(new Roster(demo.BureauId, demo.BureauName, demo.TenantId, [.. demo.People.Where(person => person.Id != "luming")])).Draft().Sign("pulan").Sign("zhoulin");
        story.Refuses("gaoyuan", PassOn("pulan"), RefusalKind.Invalid, "花名册中没有其他人可以办理“局领导签发”");
    }
}
