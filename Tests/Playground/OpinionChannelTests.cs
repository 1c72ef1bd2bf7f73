using DisclosureBot.Tests.Support;
using Microsoft.Playwright;
using Xunit;

namespace DisclosureBot.Tests.Playground;

/// <summary>An alert as the section's channel sees it in Microsoft's own client: posted, taken by a click, updated in place; and the same on the desk.</summary>
[Collection(BrowserTests.Name)]
public sealed class OpinionChannelTests
{
    private const string Story = "某超市水产被指按个数虚标重量";
    private static readonly Seat Officer = new(5, "luoqing", "罗青砚(演示)");
    private static readonly Seat Reporter = new(3, "yangzhi", "杨知渔(演示)");

    [Fact]
    public async Task An_alert_comes_to_the_channel_and_is_updated_in_place_when_somebody_takes_it()
    {
        Needs.Playground();
        await using var bot = await BotProcess.Start();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await PlaygroundBrowser.Open(playwright);
        await using var officer = await PlaygroundPerson.SitDown(Officer, bot, browser);
        await using var reporter = await PlaygroundPerson.SitDown(Reporter, bot, browser);

        await officer.GoToChannel();
        await officer.Mention("接收舆情");
        await officer.Hear("今后的舆情提醒发到这里");
        await officer.Screenshot("21-channel-is-named");

        await reporter.Say($"舆情 {Story} 来源:微博 昨天21:40发生");
        await reporter.See(Story, "等待接手");
        await reporter.Screenshot("22-reporter-has-reported");

        await officer.See(Story, "等待接手");
        await officer.Screenshot("23-channel-is-alerted");
        await officer.Click("我来处理");
        await officer.See(Story, $"{Officer.Name}处理中");
        Assert.Equal(1, await officer.CardsSaying(Story));
        await officer.Screenshot("24-channel-card-is-updated");

        await using var context = await browser.NewContextAsync(new() { Locale = "zh-CN", ViewportSize = new() { Width = 1400, Height = 1000 } });
        var desk = await context.NewPageAsync();
        await desk.GotoAsync(new Uri(bot.Client.BaseAddress!, $"/?as={Officer.Id}&slip=opinion-2026-0000001").ToString());
        await Assertions.Expect(desk.Locator("#paper")).ToContainTextAsync(Story);
        await Assertions.Expect(desk.Locator("#paper")).ToContainTextAsync($"{Officer.Name}处理中");
        await desk.ScreenshotAsync(new() { Path = Path.Combine(Repository.Output, "playground", "25-desk-shows-the-same.png") });
    }
}
