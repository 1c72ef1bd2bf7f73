using DisclosureBot.Tests.Support;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>What a newcomer does first: opens the page and walks a document through four desks, in four tabs. Screenshots are kept.</summary>
[Collection(BrowserTests.Name)]
public sealed class DeskWalkTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private const string Title = "关于做好冬季生活必需品保供工作的通知(演示)";
    private static readonly string Shots = Path.Combine(Repository.Output, "desk");

    [Fact]
    public async Task A_document_walks_through_four_desks_and_every_open_page_follows()
    {
        Needs.Renderer();
        await using var bot = await BotProcess.Start();
        await using var context = await chromium.Browser.NewContextAsync(new() { Locale = "zh-CN", ViewportSize = new() { Width = 1360, Height = 1000 } });
        var drafter = await Sit(context, bot, "liying");
        var leader = await Sit(context, bot, "gaoyuan");

        await Button(drafter, "拟稿").ClickAsync();
        var form = drafter.Locator("#log .ac-adaptiveCard").Last;
        await form.GetByLabel("标题").FillAsync(Title);
        await form.GetByText("否", new() { Exact = true }).ClickAsync();
        await Button(drafter, "提交").ClickAsync();
        await Expect(drafter.Locator("#log")).ToContainTextAsync("已提交,签号 2026-0001");
        await Shot(drafter, "1-drafter");

        await Sign(await Sit(context, bot, "pulan"), "同意此件公开发布", "等待办公室二审", "2-head");
        await Sign(await Sit(context, bot, "zhoulin"), "同意此件公开发布", "等待局领导签发", "3-office");

        // The leader's page has been open all the while: the slip comes by itself.
        await leader.BringToFrontAsync();
        await Expect(leader.Locator("#cases a").First).ToContainTextAsync(Title);
        await leader.Locator("#cases a").First.ClickAsync();
        await Sign(leader, "同意", "公开属性(最终)", "4-leader");

        await drafter.BringToFrontAsync();
        await Expect(drafter.Locator("#cases a").First).ToContainTextAsync("已签发");
        await Shot(drafter, "5-drafter-sees-the-final");
    }

    [Theory]
    [InlineData(1360, 1000, ColorScheme.Light)]
    [InlineData(1360, 1000, ColorScheme.Dark)]
    [InlineData(720, 1000, ColorScheme.Dark)]
    [InlineData(375, 812, ColorScheme.Light)]
    [InlineData(320, 640, ColorScheme.Dark)]
    public async Task Sample_documents_fit_every_width_and_both_colours(int width, int height, ColorScheme scheme)
    {
        Needs.Renderer();
        await using var bot = await BotProcess.Start(new Dictionary<string, string>(StringComparer.Ordinal) { ["Demo:Samples"] = "true" });
        await using var context = await chromium.Browser.NewContextAsync(new() { Locale = "zh-CN", ColorScheme = scheme, ViewportSize = new() { Width = width, Height = height } });
        foreach (var person in new[] { "maoyun", "zhoulin", "gaoyuan", "heyan" })
        {
            var page = await Sit(context, bot, person);
            await page.Locator("#cases a").First.ClickAsync();
            await Expect(page.Locator("#paper .ac-adaptiveCard")).ToBeVisibleAsync();
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{person}: the page must not scroll sideways.");
            Assert.True(await page.EvaluateAsync<bool>("document.querySelector('.brand').scrollWidth <= document.querySelector('.brand').clientWidth"), $"{person}: nothing in the bar may run into its neighbour.");
            await Shot(page, $"{person}-{width}-{scheme}".ToLowerInvariant());
            await page.CloseAsync();
        }
    }

    private static async Task<IPage> Sit(IBrowserContext context, BotProcess bot, string person)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{bot.Address}?as={person}");
        await Expect(page.Locator("#log")).ToContainTextAsync("您好");
        return page;
    }

    private static async Task Sign(IPage page, string button, string after, string shot)
    {
        await Expect(page.Locator("#paper")).ToContainTextAsync(Title);
        await Button(page, button).ClickAsync();
        await Expect(page.Locator("#paper")).ToContainTextAsync(after);
        await Shot(page, shot);
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static Task<byte[]> Shot(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Shots, $"{name}.png"), FullPage = true });
}
