using DisclosureBot.Delegations;
using DisclosureBot.Tests.Support;
using Xunit;
using static DisclosureBot.Tests.Delegations.DelegationStory;

namespace DisclosureBot.Tests.Delegations;

/// <summary>Who may be entrusted with whose part, for how long, and when it ends.</summary>
public sealed class GrantingTests
{
    private readonly DelegationStory _story = new();

    [Fact]
    public void Every_field_must_be_there_and_right()
    {
        Refused("pulan", Form("zhangmu") with { To = null }, "请选择“受托人”");
        Refused("pulan", Form("nobody"), "花名册中没有这位受托人");
        Refused("xushan", Form("zhangmu", from: "nobody"), "花名册中没有这位委托人");
        Refused("pulan", Form("pulan"), "不能委托给委托人本人");
        Refused("pulan", Form("zhangmu") with { Scope = null }, "请选择“委托范围”");
        Refused("pulan", Form("zhangmu") with { Since = null }, "“开始日期”");
        Refused("pulan", Form("zhangmu") with { Until = null }, "“结束日期”");
        Refused("pulan", Form("zhangmu", ahead: -1), "不能早于今天");
        Refused("pulan", Form("zhangmu", days: 0), "不能早于“开始日期”");
        Refused("pulan", Form("zhangmu", days: DelegationRules.LongestDays + 1), "最多90天");
        Refused("pulan", Form("zhangmu") with { Basis = " " }, "请填写“授权依据”");
        _story.Given("pulan", "zhangmu", days: DelegationRules.LongestDays);
    }

    [Fact]
    public void Only_the_office_and_administrators_enter_one_for_others()
    {
        var refusal = _story.NotGranted("liying", Form("zhangmu", from: "pulan"));
        Assert.Equal(RefusalKind.Forbidden, refusal.Kind);
        Assert.Contains("只能录入本人的委托", refusal.Text, StringComparison.Ordinal);
        Assert.IsType<Decision<DelegationEvent>.Accepted>(_story.Grant("shenxi", Form("zhangmu", from: "pulan")));
        Assert.Equal(("pulan", "shenxi"), (_story.Book.All[0].From.Id, _story.Book.All[0].GrantedBy.Id));
    }

    [Fact]
    public void A_signature_goes_only_to_who_may_bear_it()
    {
        Refused("gaoyuan", Form("pulan"), "只能委托其他局领导");
        Refused("pulan", Form("yangzhi"), "只能委托本科室人员、其他科室负责人或局领导");
        Refused("zhoulin", Form("luoqing"), "只能委托办公室人员");
        foreach (var (from, to) in new[] { ("gaoyuan", "luming"), ("pulan", "liying"), ("maoyun", "zhangmu"), ("zhangmu", "gaoyuan"), ("zhoulin", "xushan"), ("xushan", "shenxi"), ("liying", "luoqing") })
            _story.Given(from, to);
        new DelegationStory().Given("gaoyuan", "pulan", DelegationScope.Handling).Given("pulan", "yangzhi", DelegationScope.Handling);
    }

    [Fact]
    public void The_same_matter_is_not_given_to_two_people_at_once()
    {
        _story.Given("pulan", "zhangmu");
        Refused("pulan", Form("maoyun"), "已委托张牧原(演示)");
        Refused("pulan", Form("maoyun", DelegationScope.Review, days: 1, ahead: 4), "同一事项不能同时委托两人");
        Refused("pulan", Form("zhangmu"), "不必重复");
        Assert.IsType<Decision<DelegationEvent>.Accepted>(_story.Grant("pulan", Form("maoyun", ahead: 5)));
        var parted = new DelegationStory().Given("pulan", "zhangmu", DelegationScope.Review).Given("pulan", "liying", DelegationScope.Handling);
        Assert.Contains("张牧原(演示)", parted.NotGranted("pulan", Form("maoyun", DelegationScope.Review)).Text, StringComparison.Ordinal);
        parted.Given("zhangmu", "maoyun").Given("liying", "maoyun");
        Assert.IsType<Decision<DelegationEvent>.Accepted>(_story.Revoke("pulan"));
        Assert.IsType<Decision<DelegationEvent>.Accepted>(_story.Grant("pulan", Form("maoyun", days: 5)));
    }

    [Fact]
    public void It_is_revoked_by_those_concerned_and_once()
    {
        _story.Given("pulan", "zhangmu", days: 1);
        Assert.Equal(RefusalKind.NotFound, Assert.IsType<Decision<DelegationEvent>.Refused>(_story.Revoke("liying")).Refusal.Kind);
        Assert.Contains("最多1000字", Assert.IsType<Decision<DelegationEvent>.Refused>(_story.Revoke("pulan", reason: new string('长', 1001))).Refusal.Text, StringComparison.Ordinal);
        Assert.True(_story.Book.All[0].RunsAt(_story.Time));
        Assert.Single(Assert.IsType<Decision<DelegationEvent>.Accepted>(_story.Revoke("zhoulin")).Events);
        Assert.False(_story.Book.All[0].RunsAt(_story.Time));
        Assert.Empty(Assert.IsType<Decision<DelegationEvent>.Accepted>(_story.Revoke("zhoulin")).Events);
        Assert.Contains("周临溪(演示)已于", Assert.IsType<Decision<DelegationEvent>.Refused>(_story.Revoke("pulan")).Refusal.Text, StringComparison.Ordinal);
        var over = new DelegationStory().Given("pulan", "zhangmu", days: 1).Later(TimeSpan.FromHours(15));
        Assert.Contains("已经到期", Assert.IsType<Decision<DelegationEvent>.Refused>(over.Revoke("pulan")).Refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_clock_notes_its_begin_and_end_once_and_never_before_they_are_there()
    {
        var rules = new DelegationRules(DemoBureau.Roster);
        _story.Grant("pulan", Form("zhangmu", days: 1, ahead: 1));
        var one = _story.Book.All[0];
        Assert.Empty(Clock(new DelegationCommand.Begin(), Morning));
        one = Delegation.Evolve(one, Assert.Single(Clock(new DelegationCommand.Begin(), Morning.AddDays(1))));
        Assert.Empty(Clock(new DelegationCommand.Begin(), Morning.AddDays(1)));
        Assert.Empty(Clock(new DelegationCommand.End(), one.Ends.AddTicks(-1)));
        one = Delegation.Evolve(one, Assert.Single(Clock(new DelegationCommand.End(), one.Ends)));
        Assert.Empty(Clock(new DelegationCommand.End(), one.Ends));
        Assert.Equal((true, true, 3L), (one.Begun, one.Ended, one.Version));

        IReadOnlyList<DelegationEvent> Clock(DelegationCommand command, DateTimeOffset at) => Assert.IsType<Decision<DelegationEvent>.Accepted>(rules.Decide(one, command, null, at)).Events;
    }

    private void Refused(string actor, DelegationForm form, string why) => Assert.Contains(why, _story.NotGranted(actor, form).Text, StringComparison.Ordinal);
}
