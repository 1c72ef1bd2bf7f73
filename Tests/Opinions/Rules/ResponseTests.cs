using DisclosureBot.Bureau;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Response;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Rules;

/// <summary>Draft, secrecy review, release.</summary>
public sealed class ResponseTests
{
    private readonly OpinionStory _story = new OpinionStory().Report().Take().Assess();

    [Fact]
    public void An_answer_goes_from_draft_over_review_to_release_and_meets_the_clock()
    {
        var drafted = _story.Made<ResponseEvent.Drafted>("luoqing", new ResponseCommand.Draft("补贴已拨付"));
        Assert.Equal(["zhoulin"], drafted.To);
        Assert.Equal("经审查,不涉及国家秘密、工作秘密。", _story.Made<ResponseEvent.Reviewed>("zhoulin", new ResponseCommand.Review(true, null)).Basis);
        var released = _story.Made<ResponseEvent.Released>("luoqing", new ResponseCommand.Release(OpinionStory.Url, "局网站", null));
        Assert.Equal([OpinionClockKind.Response], released.Met);
        Assert.Equal(released.At, released.When);
        Assert.False(_story.Now.Clocks[0].IsRunning);
        Assert.Null(_story.Now.Draft);
    }

    [Fact]
    public void A_repeated_click_changes_nothing()
    {
        _story.Draft();
        _story.Nothing("luoqing", new ResponseCommand.Draft(_story.Now.Draft!.Text) { Round = 0 });
        _story.Review();
        _story.Nothing("zhoulin", new ResponseCommand.Review(true, null));
        _story.Release();
        _story.Nothing("luoqing", new ResponseCommand.Release(OpinionStory.Url, "局网站", null));
    }

    [Fact]
    public void A_second_answer_takes_the_next_number()
    {
        _story.Answer().Draft("补充说明");
        Assert.Equal(2, _story.Now.Draft!.Number);
    }

    [Fact]
    public void Nobody_reviews_or_releases_another_draft_than_their_card_showed()
    {
        _story.Draft().Draft("第二稿");
        Assert.Equal(RefusalKind.Stale, _story.Refused("zhoulin", new ResponseCommand.Review(true, null) { Round = 1 }).Kind);
        _story.Do("zhoulin", new ResponseCommand.Review(true, null) { Round = 2 });
    }

    [Theory]
    [InlineData(null, "请填写“回应内容”。")]
    [InlineData("long", "“回应内容”最多2000字,现有2001字,请删减。")]
    public void A_draft_says_something_and_not_too_much(string? text, string why) =>
        Assert.Equal(why, _story.Refused("luoqing", new ResponseCommand.Draft(text == "long" ? new('长', 2001) : text)).Text);

    [Fact]
    public void The_assigned_section_drafts_and_others_do_not()
    {
        Assert.Equal(new(RefusalKind.Forbidden, "处理结果由罗青砚(演示)或商务运行科拟写。"), _story.Refused("liying", new ResponseCommand.Draft("稿")));
        _story.Assign().Draft(actor: "yangzhi");
        Assert.Equal("yangzhi", _story.Now.Draft!.By.Id);
    }

    [Fact]
    public void Nobody_reviews_their_own_draft_and_a_leader_steps_in_for_the_only_reviewer()
    {
        _story.Assign("office").Draft(actor: "zhoulin");
        Assert.Equal(
            new(RefusalKind.Forbidden, "起草人不得审查自己的稿件。第1稿由高远汀(演示)作保密审查。请联系管理员补充保密审查员。"), _story.Refused("zhoulin", new ResponseCommand.Review(true, null)));
        _story.Review(actor: "gaoyuan");
    }

    [Fact]
    public void Where_nobody_may_review_it_is_said_who_must_be_added()
    {
        var people = DemoBureau.Roster.People.Select(person => person with { Roles = person.Roles.Except([Role.SecrecyReviewer, Role.LeaderInCharge]).ToHashSet() }).ToList();
        var story = new OpinionStory(new Roster("b", "局", "t", people)).Report().Take().Assess().Draft();
        Assert.Equal("花名册中没有人可以审查本稿(起草人不得自审),请联系管理员补充保密审查员。", story.Refused("jiwen", new ResponseCommand.Review(true, null)).Text);
        Assert.Equal("先审查、后公开:第1稿尚未作保密审查,请联系管理员补充保密审查员。", story.Refused("luoqing", new ResponseCommand.Release(OpinionStory.Url, "局网站", null)).Text);
    }

    [Fact]
    public void A_review_concludes_and_a_refusal_gives_its_basis()
    {
        Assert.Equal("现在没有等待审查的回应稿,请先拟写。", _story.Refused("luoqing", new ResponseCommand.Review(true, null)).Text);
        _story.Draft();
        Assert.Equal("第1稿由周临溪(演示)作保密审查。", _story.Refused("jiwen", new ResponseCommand.Review(true, null)).Text);
        Assert.Equal("请选择“审查结论”:可以公开,或不得公开。", _story.Refused("zhoulin", new ResponseCommand.Review(null, null)).Text);
        foreach (var basis in new[] { null, "经审查,不涉及国家秘密、工作秘密。" })
            Assert.Equal("结论为不得公开的,请在“审查依据”中写明涉及的事项和依据(勿写具体涉密内容)。", _story.Refused("zhoulin", new ResponseCommand.Review(false, basis)).Text);
        Assert.Equal("“审查依据”最多500字,现有501字,请删减。", _story.Refused("zhoulin", new ResponseCommand.Review(true, new('长', 501))).Text);
        _story.Review(cleared: false);
        Assert.Equal(
            new(RefusalKind.Stale, "周临溪(演示)已于11月23日 09:10审查第1稿:不得公开。需要改变结论的,请重新拟写送审。"), _story.Refused("zhoulin", new ResponseCommand.Review(true, null)));
    }

    [Fact]
    public void Only_a_cleared_draft_goes_out()
    {
        Assert.Equal("没有可以发布的回应稿,请先拟写并经保密审查。", Release());
        _story.Draft();
        Assert.Equal("先审查、后公开:第1稿尚未作保密审查,请周临溪(演示)审查。", Release());
        _story.Review(cleared: false);
        Assert.Equal("第1稿经周临溪(演示)保密审查不得公开(涉及工作秘密),请修改后重新送审。", Release());
        _story.Answer();
        Assert.Equal("罗青砚(演示)已于11月23日 09:10记录第2稿的发布。需要再次回应的,请重新拟写。", Release("jiwen"));
    }

    [Theory]
    [InlineData(null, "局网站", 0, "请填写“发布地址”。")]
    [InlineData("ftp://x", "局网站", 0, "“发布地址”应是以 http:// 或 https:// 开头的完整地址,不含用户名和密码,请从浏览器地址栏复制。")]
    [InlineData(OpinionStory.Url, " ", 0, "请填写“发布渠道”。")]
    [InlineData(OpinionStory.Url, "局网站", 60, "“发布时间”应写明已经发生的日期和时间(如 2026-11-26、14:30),不能晚于现在,请核对。")]
    [InlineData(OpinionStory.Url, "局网站", -60, "“发布时间”不能早于发生或获知时间(11月23日 08:50),请核对。")]
    public void A_release_has_an_address_a_channel_and_a_time_that_can_be(string? url, string channel, int minutes, string why)
    {
        _story.Draft().Review();
        Assert.Equal(why, _story.Refused("luoqing", new ResponseCommand.Release(url, channel, _story.Time.AddMinutes(minutes))).Text);
    }

    [Fact]
    public void Reviewers_and_sections_do_not_release()
    {
        _story.Draft().Review();
        Assert.Equal(new(RefusalKind.Forbidden, "发布由罗青砚(演示)、纪文岫(演示)办理。"), _story.Refused("zhoulin", new ResponseCommand.Release(OpinionStory.Url, "局网站", null)));
    }

    [Fact]
    public void A_release_is_the_first_authoritative_word_but_no_press_conference()
    {
        _story.Rank().Answer();
        Assert.Equal([OpinionClockKind.PressConference], _story.Now.Clocks.Where(clock => clock.IsRunning).Select(clock => clock.Deadline.Kind));
    }

    private string Release(string actor = "luoqing") => _story.Refused(actor, new ResponseCommand.Release(OpinionStory.Url + "/2", "局网站", null)).Text;
}
