using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Emergency;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Opinions.Intake;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Rules;

/// <summary>研判, 交办, 记事, 转出 and 办结.</summary>
public sealed class HandlingTests
{
    private readonly OpinionStory _story = new OpinionStory().Report();

    [Theory]
    [InlineData(null, OpinionLevel.General, "说明", "请选择“舆情类别”。")]
    [InlineData(OpinionKind.Hotspot, null, "说明", "请选择“舆情等级”:一般舆情,或重要舆情。")]
    [InlineData(OpinionKind.Hotspot, OpinionLevel.General, " ", "请填写“研判意见”。")]
    public void An_assessment_says_kind_weight_and_why(OpinionKind? kind, OpinionLevel? level, string note, string why) =>
        Assert.Equal(new(RefusalKind.Invalid, why), _story.Refused("luoqing", new HandlingCommand.Assess(kind, level, note)));

    [Fact]
    public void Long_texts_are_refused_with_their_length()
    {
        var text = new string('长', 1001);
        Assert.Equal("“研判意见”最多500字,现有1001字,请删减。", _story.Refused("luoqing", new HandlingCommand.Assess(OpinionKind.Hotspot, OpinionLevel.General, text)).Text);
        Assert.Equal("“交办要求”最多500字,现有1001字,请删减。", _story.Refused("luoqing", new HandlingCommand.Assign("market", text)).Text);
        Assert.Equal("“记事”最多500字,现有1001字,请删减。", _story.Refused("luoqing", new HandlingCommand.AddNote(text)).Text);
        Assert.Equal("“转往部门”最多100字,现有1001字,请删减。", _story.Refused("luoqing", new HandlingCommand.TransferOut(text, "记录")).Text);
        Assert.Equal("“转办记录”最多500字,现有1001字,请删减。", _story.Refused("luoqing", new HandlingCommand.TransferOut("市场监管局", text)).Text);
        Assert.Equal("“评估”最多1000字,现有1001字,请删减。", _story.Assess().Answer().Refused("luoqing", new HandlingCommand.Close(text)).Text);
    }

    [Fact]
    public void An_emergency_calls_those_who_set_its_level_and_has_none_of_itself()
    {
        var fact = _story.Made<HandlingEvent.Assessed>("luoqing", new HandlingCommand.Assess(OpinionKind.Emergency, null, "商场火灾"));
        Assert.Equal(["luming", "gaoyuan", "jiwen"], fact.To);
        Assert.Null(_story.Now.Incident);
        Assert.Equal(Gravity.UnrankedIncident, _story.Now.Gravity);
        _story.Nothing("luoqing", new HandlingCommand.Assess(OpinionKind.Emergency, OpinionLevel.General, "商场火灾"));
        Assert.Empty(_story.Made<HandlingEvent.Assessed>("jiwen", new HandlingCommand.Assess(OpinionKind.Emergency, null, "已核实")).To);
    }

    [Fact]
    public void What_is_no_emergency_after_all_is_back_at_its_48_hours()
    {
        _story.Rank();
        Assert.Equal([OpinionClockKind.FirstRelease, OpinionClockKind.PressConference], _story.Now.Clocks.Select(clock => clock.Deadline.Kind));
        _story.Assess(OpinionKind.FalseInformation, actor: "luming");
        Assert.Null(_story.Now.Incident);
        Assert.Equal(OpinionClockKind.Response, Assert.Single(_story.Now.Clocks).Deadline.Kind);
        Assert.Equal(_story.Now.Story.LearntAt.AddHours(48), _story.Now.Clocks[0].Deadline.Due);
    }

    [Fact]
    public void Nobody_overrules_a_judgement_that_their_card_did_not_show()
    {
        var shown = _story.Now.Weighed;
        _story.Assess();
        Assert.Equal(
            new(RefusalKind.Stale, "这张卡片已经过时,您的操作没有生效。请看最新的卡片。"),
            _story.Refused("jiwen", new HandlingCommand.Assess(OpinionKind.Hotspot, OpinionLevel.Important, "不同意见") { Round = shown }));
        _story.Nothing("luoqing", new HandlingCommand.Assess(OpinionKind.Hardship, OpinionLevel.General, "需要尽快说明") { Round = shown });
        _story.Do("jiwen", new HandlingCommand.AddNote("另一件事,不受影响") { Round = shown });
    }

    [Fact]
    public void It_is_given_to_a_section_whose_head_is_told_and_whose_people_see_it()
    {
        Assert.Equal(OpinionRules.Unknown, _story.Refused("yangzhi", new HandlingCommand.AddNote("看看")));
        var fact = _story.Made<HandlingEvent.Assigned>("luoqing", new HandlingCommand.Assign("market", null));
        Assert.Equal(["zhangmu"], fact.To);
        Assert.Equal(["yangzhi", "zhangmu"], fact.Circle);
        _story.Nothing("luoqing", new HandlingCommand.Assign("market", " "));
        _story.Do("yangzhi", new HandlingCommand.AddNote("已联系商户"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("leaders")]
    [InlineData("nowhere")]
    public void It_is_given_to_no_leader_and_to_no_section_that_is_not_there(string? section) =>
        Assert.Equal("请选择“交办科室”。", _story.Refused("luoqing", new HandlingCommand.Assign(section, null)).Text);

    [Fact]
    public void A_note_is_written_once()
    {
        _story.Do("luoqing", new HandlingCommand.AddNote("已电话核实"));
        _story.Nothing("luoqing", new HandlingCommand.AddNote("已电话核实 "));
        Assert.Equal("请填写“记事”。", _story.Refused("luoqing", new HandlingCommand.AddNote(null)).Text);
    }

    [Fact]
    public void What_is_not_ours_goes_to_another_department_and_its_clock_ends()
    {
        Assert.Equal("请填写“转往部门”。", _story.Refused("luoqing", new HandlingCommand.TransferOut(null, "转办单3号")).Text);
        Assert.Equal("请填写“转办记录”。", _story.Refused("luoqing", new HandlingCommand.TransferOut("州市场监管局", null)).Text);
        _story.Do("luoqing", new HandlingCommand.TransferOut("州市场监管局", "转办单3号"));
        Assert.Equal(OpinionPhase.TransferredOut, _story.Now.Phase);
        _story.Nothing("luoqing", new HandlingCommand.TransferOut("州市场监管局", "转办单3号"));
        _story.Later(TimeSpan.FromDays(3)).Nothing(null, new EmergencyCommand.RemindOf(OpinionClockKind.Response));
        Assert.Equal("舆2026-0001 非本部门职责,转州市场监管局,不能再办理。有新情况请重新上报。", _story.Refused("luoqing", new HandlingCommand.AddNote("补记")).Text);
    }

    [Theory]
    [InlineData(IncidentLevel.Serious, false)]
    [InlineData(IncidentLevel.ExtraordinarilySerious, false)]
    [InlineData(IncidentLevel.Major, true)]
    [InlineData(IncidentLevel.General, true)]
    public void A_serious_emergency_stays_ours(IncidentLevel level, bool mayGo)
    {
        var decision = _story.Rank(level).Try("luoqing", new HandlingCommand.TransferOut("州应急局", "电话转办"));
        Assert.Equal(mayGo ? null : $"{OpinionNames.Of(level)}突发事件由负责处置的部门作为信息发布第一责任人,不能转其他部门。级别有误的,请先调整级别。", (decision as Decision<OpinionEvent>.Refused)?.Refusal.Text);
    }

    [Fact]
    public void It_closes_when_it_was_answered_and_appraised()
    {
        _story.Take().Assess();
        Assert.Equal("“回应”时限仍在计时,请先发布回应,或记录已作的回应,再办结;非本部门职责的,请“转其他部门”。", Close("平稳"));
        _story.Answer();
        Assert.Equal("请填写“评估”。", Close(null));
        _story.Do("luoqing", new HandlingCommand.Close("平稳"));
        _story.Nothing("luoqing", new HandlingCommand.Close("平稳"));
        Assert.Equal("舆2026-0001 已由罗青砚(演示)办结,不能再办理。有新情况请重新上报。", _story.Refused("jiwen", new HandlingCommand.Close("平稳")).Text);
    }

    [Fact]
    public void It_does_not_close_before_it_was_judged()
    {
        Assert.Equal("本条尚未研判,请先研判,再办结。", Close("平稳"));
        _story.Assess(OpinionKind.Emergency);
        Assert.Equal("本条研判为突发事件,尚未定级,请先定级;不是突发事件的,请重新研判。", Close("平稳"));
        _story.Rank();
        Assert.Equal("“首次权威信息”时限仍在计时,请先发布权威信息,或记录已作的发布,再办结。", Close("平稳"));
        _story.Answer();
        Assert.Equal("“新闻发布会”时限仍在计时,请先记录新闻发布会(链接或文件),再办结。", Close("平稳"));
        _story.MeetPress().Do("luoqing", new HandlingCommand.Close("平稳"));
    }

    [Fact]
    public void False_information_is_clarified_before_it_is_closed_whatever_met_the_clock()
    {
        _story.Take().Assess(OpinionKind.FalseInformation).Do("luoqing", new EmergencyCommand.MeetClock(OpinionClockKind.Response, _story.Time, "电话答复", OpinionStory.Url, null));
        Assert.Equal("不实信息要迅速澄清事实(三(九)),请先发布澄清,再办结。", Close("已电话答复举报人,不再公开"));
        _story.Answer().Do("luoqing", new HandlingCommand.Close("已澄清"));
    }

    [Fact]
    public void Where_no_clock_runs_and_nothing_was_answered_the_appraisal_says_why()
    {
        var story = new OpinionStory(settings: OpinionSettings.Usual with { ResponseClock = false }).Report().Assess();
        Assert.Equal("本条没有发布回应,请在“评估”中写明不回应的理由(不少于10字)。", story.Refused("luoqing", new HandlingCommand.Close("不必回应")).Text);
        story.Do("luoqing", new HandlingCommand.Close("经核实为个别情况,已当面向反映人说明。"));
    }

    private string Close(string? appraisal) => _story.Refused("luoqing", new HandlingCommand.Close(appraisal)).Text;
}
