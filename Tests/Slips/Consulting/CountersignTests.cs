using DisclosureBot.Slips;
using DisclosureBot.Slips.Consulting;
using DisclosureBot.Tests.Support;
using Xunit;
using static DisclosureBot.Tests.Slips.Consulting.ConsultingStory;

namespace DisclosureBot.Tests.Slips.Consulting;

/// <summary>会签 of joint documents: between the head's signature and the office's, comment only (B-27).</summary>
public sealed class CountersignTests
{
    [Fact]
    public void They_are_asked_when_the_head_has_signed_and_the_office_waits_for_each()
    {
        var story = new SlipStory().Draft();
        Assert.Equal("", story.Told("liying", Countersign("zhangmu,maoyun")));
        Assert.False(story.WaitsFor("zhangmu"));
        Assert.True(story.WaitsFor("pulan"));
        Assert.Equal("maoyun zhangmu", story.Told("pulan", new SlipCommand.Sign(1, SlipStory.Value(DisclosureAttribute.Public))));
        Assert.Equal("等待张牧原(演示)、毛云舟(演示)会签后办公室二审(周临溪(演示)、徐山岚(演示))", story.Status());
        Assert.False(story.WaitsFor("zhoulin"));
        story.Refuses("zhoulin", new SlipCommand.Sign(story.Now.Turn, SlipStory.Value(DisclosureAttribute.Public)), RefusalKind.Invalid, "本件正等待张牧原(演示)、毛云舟(演示)会签");
        Assert.Equal("liying", story.Told("zhangmu", story.Answer("zhangmu", "同意会签")));
        Assert.Equal("liying xushan zhoulin", story.Told("maoyun", story.Answer("maoyun", "建议由两科共同组织")));
        story.Sign("zhoulin").Sign("gaoyuan");
        Assert.Equal(["此件公开发布", "同意此件公开发布", "同意此件公开发布", "同意"], story.Statements);
    }

    [Fact]
    public void A_sections_name_stands_for_its_head()
    {
        var story = new SlipStory().Draft().Do("pulan", Countersign("市场体系建设科,对外贸易科"));
        Assert.Equal(["zhangmu", "maoyun"], story.Now.Consultations.Select(one => one.Of.Id));
        Assert.Contains(story.Now.Trail, line => line.What == "请会签:张牧原(演示)(市场体系建设科)");
    }

    [Fact]
    public void The_office_does_without_one_and_says_why()
    {
        var story = new SlipStory().Draft().Do("liying", Countersign("zhangmu,maoyun")).Sign("pulan");
        story.Refuses("liying", story.Waive("zhangmu"), RefusalKind.Forbidden, "会签只能由办公室写明理由后撤销");
        story.Do("zhoulin", story.Waive("zhangmu", "该科已电话确认")).Do("maoyun", story.Answer("maoyun")).Sign("zhoulin");
        Assert.Equal("该科已电话确认", story.Of("zhangmu").Reason);
    }

    [Fact]
    public void Returned_before_the_heads_desk_it_begins_again_and_returned_to_the_office_it_stands()
    {
        var story = new SlipStory().Draft().Do("liying", Countersign("zhangmu,maoyun,jiwen")).Do("liying", new ConsultingCommand.Waive("c4", "不涉及该科")).Sign("pulan");
        story.Do("zhangmu", story.Answer("zhangmu")).Do("zhoulin", story.Waive("maoyun"));
        story.Do("zhoulin", new SlipCommand.Return(story.Now.Turn, "文种应为函", Stage.GeneralOffice)).Do("liying", new SlipCommand.Resubmit(story.Now.Turn, SlipStory.Form()));
        Assert.Equal((false, false), (story.Of("zhangmu").IsOpen, story.Of("maoyun").IsOpen));
        story.Do("zhoulin", new SlipCommand.Return(story.Now.Turn, "请重新核定", Stage.SectionHead));
        Assert.False(story.WaitsFor("zhangmu"));
        story.Do("liying", new SlipCommand.Resubmit(story.Now.Turn, SlipStory.Form()));
        Assert.False(story.WaitsFor("zhangmu"));
        Assert.Equal("maoyun zhangmu", story.Told("pulan", new SlipCommand.Sign(story.Now.Turn, SlipStory.Value(DisclosureAttribute.Public))));
        Assert.False(story.Of("jiwen").IsOpen);
        story.Do("zhangmu", story.Answer("zhangmu", "仍同意会签")).Do("maoyun", story.Answer("maoyun")).Sign("zhoulin");
    }

    [Fact]
    public void A_head_who_takes_the_signature_back_begins_it_again()
    {
        var story = new SlipStory().Draft().Do("pulan", Countersign("zhangmu")).Sign("pulan").Do("zhangmu", new ConsultingCommand.Answer("c2", "同意会签")).Do("pulan", new SlipCommand.TakeBack(3));
        Assert.True(story.Of("zhangmu").IsOpen);
        Assert.False(story.WaitsFor("zhangmu"));
    }

    [Fact]
    public void Not_the_drafter_not_the_head_not_twice_and_not_too_late()
    {
        var story = new SlipStory().Draft().Do("liying", Countersign("zhangmu,xushan"));
        story.Refuses("pulan", Countersign("liying"), RefusalKind.Invalid, "李映禾(演示)是本件起草人,不参加会签");
        story.Refuses("liying", Countersign("pulan"), RefusalKind.Invalid, "普云岚(演示)正办理本件初审,不参加会签");
        story.Refuses("pulan", Countersign("zhangmu"), RefusalKind.Invalid, "张牧原(演示)已列为会签");
        story.Refuses("liying", Countersign("局领导"), RefusalKind.Invalid, "局领导在花名册中没有负责人,请写明由该科室的哪位同事会签");
        story.Refuses("liying", Countersign("maoyun", new string('事', 501)), RefusalKind.Invalid, "最多500字");
        story.Refuses("zhoulin", Countersign("maoyun"), RefusalKind.Forbidden, "会签由起草人李映禾(演示)或当前办理人普云岚(演示)提出");
        Assert.Equal(SlipRules.Unknown, story.Refused("zhangmu", story.Answer("zhangmu")));
        story.Refuses("xushan", story.Answer("xushan"), RefusalKind.Stale, "现在还不用会签");
        story.Sign("pulan").Refuses("liying", Countersign("maoyun"), RefusalKind.Stale, "会签单位在科室负责人签署之前确定");
        story.Refuses("zhangmu", story.Answer("zhangmu", "此件应不公开"), RefusalKind.Invalid, "“会签意见”只提意见");
        story.Refuses("zhangmu", story.Answer("zhangmu", ""), RefusalKind.Invalid, "请填写“会签意见”");
    }

    [Fact]
    public void Whoever_signed_as_head_does_not_also_countersign()
    {
        var story = new SlipStory().Draft().Given(new ConsultingEvent.Asked(
            new Who("liying", "李映禾(演示)"), StepStory.Noon, "c2", ConsultationKind.Countersign, new Who("pulan", "普云岚(演示)"), "电子商务科", null, Waits: true));
        story.Sign("pulan").Refuses("pulan", story.Answer("pulan"), RefusalKind.Forbidden, "您已签署科室意见,不能再会签本件");
        story.Do("zhoulin", story.Waive("pulan")).Sign("zhoulin");
    }

    [Fact]
    public void A_declined_slip_asks_for_no_countersignature()
    {
        var story = new SlipStory().Draft().Sign("pulan").Sign("zhoulin").Do("gaoyuan", new SlipCommand.Decline(3, "时机不成熟"));
        story.Refuses("liying", Countersign("maoyun"), RefusalKind.Stale, "已办结,不能再请人会签");
        Assert.DoesNotContain(DemoBureau.Roster.People, person => story.WaitsFor(person.Id));
    }
}
