using System.Net;
using DisclosureBot.Tests.Figures;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>统计 through the front door: who gets which figures, and the table behind the button.</summary>
public sealed class FiguresTests : IAsyncLifetime
{
    private const string Title = "关于做好冬季生活必需品保供工作的通知";
    private Town _town = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _town = await Town.Start();
        await _town.Person("liying").Draft(("标题", Title));
    }

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Theory]
    [InlineData("gaoyuan", "统计", "楚雄州商务局(演示)公文公开统计", "没有起草文件(计0件):市场体系建设科、商务运行科、政策法规科、对外贸易科、办公室、局领导")]
    [InlineData("xushan", "统计 电商科 今年", "电子商务科公文公开统计", "2026年(截至")]
    [InlineData("pulan", "统计 本季?", "电子商务科公文公开统计", "起草1件")]
    [InlineData("zhangmu", "统计", "市场体系建设科公文公开统计", "起草0件")]
    [InlineData("zhangmu", "统计 电子商务科", "您可以查看市场体系建设科的统计", "办公室徐山岚(演示)")]
    [InlineData("liying", "统计 本月", "科室负责人查看", "普云岚(演示)")]
    [InlineData("gaoyuan", "统计 大前天", "没有看懂“大前天”", "统计 2026年第三季度")]
    public async Task Everybody_hears_what_they_may(string person, string said, params string[] heard)
    {
        var answer = Assert.Single(await _town.Person(person).Say(said));
        foreach (var words in heard) Assert.Contains(words, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("保供", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_button_opens_the_table_for_whoever_may_see_it_and_for_nobody_else()
    {
        var card = Assert.Single(await _town.Person("gaoyuan").Say("统计"));
        Assert.Contains("下载表格", card.ButtonTitles);
        var whole = await Open("/figures/2026-11/-.xlsx?as=gaoyuan");
        Assert.Equal((1.0, Title), (whole["汇总", "B4"], whole["明细(文件)", "B4"]));

        // A head who asks for all gets their own section; an administrator without sight of a slip its number only.
        var own = await Open("/figures/2026-11/-.xlsx?as=zhangmu");
        Assert.Equal((0.0, null), (own["汇总", "B4"], own["明细(文件)", "B4"]));
        var counted = await Open("/figures/2026-11/-.xlsx?as=shenxi");
        Assert.Equal((1.0, "(不在您的查看范围)"), (counted["汇总", "B4"], counted["明细(文件)", "B4"]));

        Assert.Equal(HttpStatusCode.Forbidden, await Status("/figures/2026-11/-.xlsx?as=liying"));
        Assert.Equal(HttpStatusCode.Forbidden, await Status("/figures/2026-11/ecommerce.xlsx?as=zhangmu"));
        Assert.Equal(HttpStatusCode.NotFound, await Status("/figures/2026-13/-.xlsx?as=gaoyuan"));
        Assert.Equal(HttpStatusCode.NotFound, await Status("/figures/2026-11/nothing.xlsx?as=gaoyuan"));
    }

    [Fact]
    public async Task The_period_before_is_one_tap_away_and_help_tells_of_it()
    {
        var resident = _town.Person("gaoyuan");
        var card = Assert.Single(await resident.Say("统计 本月"));
        var before = await resident.Press(card, "统计 2026年10月");
        Assert.Equal(200, before.Status);
        Assert.Contains("统计", Assert.Single(await resident.Say("帮助")).Text, StringComparison.Ordinal);
    }

    private async Task<OpenedWorkbook> Open(string path) => new(await _town.Bot.Client.GetByteArrayAsync(new Uri(path, UriKind.Relative), Stop));

    private async Task<HttpStatusCode> Status(string path)
    {
        using var answer = await _town.Bot.Client.GetAsync(new Uri(path, UriKind.Relative), Stop);
        return answer.StatusCode;
    }
}
