using System.Text.Json;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Tests.Support;
using Xunit;
using static DisclosureBot.Tests.Cards.SampleOpinions;

namespace DisclosureBot.Tests.Cards;

/// <summary>What an item's card must say first, what it must never leave out, and where its buttons stand.</summary>
public sealed class OpinionCardTests
{
    public static TheoryData<string> Drills => ["opinion-drill", "opinion-drill-closed", "opinion-drill-moved", "opinion-long"];

    [Theory]
    [MemberData(nameof(Drills))]
    public void A_drill_says_so_at_its_head_and_foot_in_its_title_and_without_the_card(string state)
    {
        var card = Gallery.Cards[state]();
        Assert.All([card.Body[0], card.Body[^1]], banner => Assert.Equal("【演练】本条为演练,不是真实舆情", Words(banner)));
        Assert.StartsWith("【演练】", card.FallbackText, StringComparison.Ordinal);
        Assert.True(card.Body.SelectMany(Paragraphs).Count(words => words.StartsWith("【演练】", StringComparison.Ordinal)) >= 3);
    }

    [Fact]
    public void What_is_real_never_says_drill() => Assert.All(
        Gallery.Cards.Where(state => state.Key.StartsWith("opinion-", StringComparison.Ordinal) && !state.Key.Contains("drill", StringComparison.Ordinal) && state.Key is not ("opinion-long" or "opinion-hostile")),
        state => Assert.DoesNotContain("演练】", CardJson.Write(state.Value()), StringComparison.Ordinal));

    [Fact]
    public void The_nearest_clock_stands_large_and_first_with_its_source_and_the_others_below()
    {
        var text = Read(Fire).Text;
        string[] inOrder = ["重大突发事件", "某县商贸综合体夜间火灾", "鲁明泽(演示)", "首次权威信息(国家规定)", "还剩3小时50分", "新闻发布会(方案 三(九)):", "还剩22小时50分", "11月21日 21:40(至今1小时10分)", "11月21日 22:05(至今45分钟)", "21时40分左右"];
        Assert.Equal(inOrder.Select(words => text.IndexOf(words, StringComparison.Ordinal)).Order(), inOrder.Select(words => text.IndexOf(words, StringComparison.Ordinal)));
        Assert.All(inOrder, words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public void An_item_that_nobody_took_says_so_and_what_comes_then()
    {
        Assert.True(Read(Salt).Says("尚无人接手"));
        Assert.True(Read(Salt).Says("11月23日 09:10仍无人接手,将再向上提请"));
        Assert.False(Read(Taken).Says("尚无人接手"));
        Assert.False(Read(Closed with { Handler = null }).Says("尚无人接手"));
    }

    [Fact]
    public void The_button_that_needs_nothing_typed_stands_once_right_under_the_first_glance()
    {
        var card = OpinionCard.Render(Salt with { Steps = [Take, SampleOpinions.Note] });
        var (button, story) = (Place(card, element => element is ActionSet set && set.Actions[0].Title == "我来处理"), Place(card, element => Words(element).StartsWith("短视频画面", StringComparison.Ordinal)));
        Assert.InRange(button, 1, story - 1);
        Assert.Equal(["记一笔…"], card.Actions!.Select(action => action.Title));
    }

    [Fact]
    public void What_must_be_filled_in_stands_open_at_the_foot_with_its_button()
    {
        var card = OpinionCard.Render(Taken with { Steps = [Assess] });
        Assert.Equal(3, card.Body.OfType<Input>().Count());
        Assert.Equal(["提交研判"], card.Actions!.Select(action => action.Title));
    }

    [Fact]
    public void An_emergency_without_its_moment_says_that_it_is_not_known() => Assert.True(Read(Fire with { OccurredOn = null }).Says("发生:时间尚不清楚"));

    [Fact]
    public void Many_sources_are_counted_and_the_newest_shown()
    {
        var read = new ReadCard(JsonSerializer.Deserialize<JsonElement>(CardJson.Write(Gallery.Cards["opinion-overheard"]())));
        Assert.True(read.Says("来源(9)") && read.Says("1. 短视频平台") && read.Says("网传食盐断货(9)") && read.Says("更早的5个来源未显示"));
        Assert.False(read.Says("网传食盐断货(5)"));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://evil.example@host/")]
    [InlineData("ftp://x.cn/")]
    public void Nothing_unsafe_can_be_opened(string url)
    {
        var view = Released with
        {
            Sources = [new("微博", "标题", url, "今天")],
            Files = [new("图.png", "1 KB", url)],
            Releases = [Released.Releases[0] with { Url = url }],
            Clocks = [Met with { Proof = new("见链接", url) }],
        };
        Assert.DoesNotContain("Action.OpenUrl", CardJson.Write(OpinionCard.Render(view)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("opinion-untaken", true)]
    [InlineData("opinion-fire-met", true)]
    [InlineData("opinion-closed", false)]
    [InlineData("opinion-merged", false)]
    [InlineData("opinion-moved", false)]
    public void Only_an_open_item_is_fetched_anew(string state, bool anew) => Assert.Equal(anew, Gallery.Cards[state]().Refresh is not null);

    [Fact]
    public void A_notification_says_how_grave_what_who_and_how_long_is_left()
    {
        Assert.Equal("未研判:短视频称“某县超市食盐断货、限购”(等待接手;回应还剩47小时35分)", OpinionCard.Summary(Salt));
        Assert.Equal("【演练】重大突发事件:某县商贸综合体夜间火灾(罗青砚(演示)处理中,等待回应;首次权威信息还剩3小时50分)", OpinionCard.Summary(Fire with { DrillSpeed = 12 }));
        Assert.Equal("重要舆情:短视频称“某县超市食盐断货、限购”(已办结)", OpinionCard.Summary(Closed));
    }

    [Fact]
    public void Whoever_opens_a_merged_item_finds_the_one_it_goes_on_in() =>
        Assert.Contains(Gallery.Cards["opinion-merged"]().Actions!.OfType<ExecuteAction>(), action => action is { Title: "打开并入的舆情", Verb: SlipVerbs.Show } && action.Data["slip"] == "opinion-2026-0000001");

    [Fact]
    public void Every_step_pressed_is_read_back_with_what_stands_in_it() => Assert.All(All, form =>
    {
        for (var main = 0; main < 2; main++)
        {
            var button = Pressed.On(OpinionCard.Render(Salt with { Steps = [form with { IsMain = main > 0 }] })).Single(one => one.Title == form.Button);
            var click = StepClick.Read(button.Verb, button.Data, OpinionVerbs.All)!;
            Assert.Equal((form.Verb, Salt.Case, form.Round), (click.Verb, click.Case, click.Round));
            Assert.Equal(form.Fields.Where(field => field.Value is not null).Select(field => field.Id).Order(StringComparer.Ordinal), click.Typed.Keys.Order(StringComparer.Ordinal));
        }
    });

    [Fact]
    public void Every_verb_has_its_sample() => Assert.Equal(OpinionVerbs.All.Order(StringComparer.Ordinal), All.Select(form => form.Verb).Order(StringComparer.Ordinal));

    private static ReadCard Read(OpinionView view) => new(JsonSerializer.Deserialize<JsonElement>(CardJson.Write(OpinionCard.Render(view))));

    private static int Place(AdaptiveCard card, Func<Element, bool> wanted) => card.Body.ToList().FindIndex(element => wanted(element));

    private static string Words(Element element) => string.Concat(Paragraphs(element));

    private static IEnumerable<string> Paragraphs(Element element) => element switch
    {
        RichTextBlock text => [string.Concat(text.Inlines.Select(run => run.Text))],
        Container container => container.Items.SelectMany(Paragraphs),
        _ => [],
    };
}
