using System.Text.RegularExpressions;
using DisclosureBot.Tests.Support;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DisclosureBot.Tests.Desk;

/// <summary>The page in a real browser, with Microsoft's own card renderer.</summary>
[Collection(BrowserTests.Name)]
public sealed class DeskPageTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    [Fact]
    public Task The_slip_is_opened_and_signed_in_place() => OnThePage(async (page, bot, _) =>
    {
        await Expect(page.Locator("#cases a[aria-current]")).ToContainTextAsync("直播电商");
        await Expect(page.GetByText("*直播电商*培训活动的通知 <b>a</b>")).ToBeVisibleAsync();

        await page.GetByLabel("处理意见").FillAsync("同意。");
        await page.GetByRole(AriaRole.Button, new() { Name = "同意此件公开发布", Exact = true }).ClickAsync();

        await Expect(page.Locator("#paper")).ToContainTextAsync("已签署:同意。");
        await Expect(page.Locator("#waiting")).ToBeHiddenAsync();
        Assert.Equal(1, bot.Clicks);
    });

    [Fact]
    public Task Two_quick_clicks_make_one() => OnThePage(async (page, bot, _) =>
    {
        var held = new TaskCompletionSource();
        bot.Held = held.Task;
        await page.GetByRole(AriaRole.Button, new() { Name = "同意此件公开发布", Exact = true }).DblClickAsync();
        await Expect(page.Locator("#paper .card")).ToHaveAttributeAsync("inert", "");

        held.SetResult();

        await Expect(page.Locator("#paper")).ToContainTextAsync("已签署");
        Assert.Equal(1, bot.Clicks);
    });

    [Fact]
    public Task What_is_missing_or_refused_is_said_and_what_was_typed_stays() => OnThePage(async (page, bot, _) =>
    {
        await page.GetByLabel("处理意见").FillAsync("我写了很久的意见");
        await page.GetByRole(AriaRole.Button, new() { Name = "退回修改" }).ClickAsync();
        var returning = page.GetByRole(AriaRole.Button, new() { Name = "退回", Exact = true });
        await returning.ClickAsync();
        await Expect(page.GetByText("请写明退回理由")).ToBeVisibleAsync();
        Assert.Equal(0, bot.Clicks);

        await page.GetByLabel("退回理由").FillAsync("错");
        await returning.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("退回理由太短");
        await Expect(page.GetByLabel("处理意见")).ToHaveValueAsync("我写了很久的意见");
        await Expect(page.GetByLabel("退回理由")).ToHaveValueAsync("错");
    });

    [Fact]
    public Task A_change_elsewhere_shows_at_once_but_never_over_what_is_being_typed() => OnThePage(async (page, bot, _) =>
    {
        bot.ChangeElsewhere("等待改派");
        await Expect(page.Locator("#paper")).ToContainTextAsync("等待改派");

        await page.GetByLabel("处理意见").FillAsync("写到一半");
        bot.ChangeElsewhere("已由他人处理");

        var newer = page.GetByRole(AriaRole.Button, new() { Name = "此件已有更新,点此刷新" });
        await Expect(newer).ToBeVisibleAsync();
        await Expect(page.GetByLabel("处理意见")).ToHaveValueAsync("写到一半");
        await newer.ClickAsync();
        await Expect(page.Locator("#paper")).ToContainTextAsync("已由他人处理");
        await Expect(newer).ToBeHiddenAsync();
    });

    [Fact]
    public Task A_broken_line_keeps_the_words_and_a_retry_delivers_them() => OnThePage(async (page, _, _) =>
    {
        await page.RouteAsync("**/desk/messages*", route => route.AbortAsync());
        await page.GetByLabel("写给机器人").FillAsync("你好");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有送达:连接不上服务器");

        await page.UnrouteAllAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "重试" }).ClickAsync();

        await Expect(page.Locator("#log")).ToContainTextAsync("没有看懂“你好”");
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    });

    [Fact]
    public Task A_link_opens_its_slip_and_on_a_phone_one_can_go_back_to_the_list() => OnThePage(async (page, _, _) =>
    {
        await page.GotoAsync(page.Url.Split('?')[0] + "?as=pulan&slip=slip-2026-0003");
        await Expect(page.Locator("#paper .ac-adaptiveCard")).ToBeVisibleAsync();
        await Expect(page.Locator("#cases")).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "返回列表" }).ClickAsync();

        await Expect(page.Locator("#cases")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(page.Locator("#paper .ac-adaptiveCard")).ToBeVisibleAsync();
    }, width: 375);

    [Fact]
    public Task Everything_can_be_reached_by_keyboard() => OnThePage(async (page, _, _) =>
    {
        await Expect(page.Locator("#paper .ac-adaptiveCard")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        for (var presses = 0; presses < 20; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("document.activeElement.textContent") is "同意此件公开发布") break;
        }

        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("#paper")).ToContainTextAsync("已签署");
        await Expect(page.Locator("#paper .card")).ToBeFocusedAsync();
    });

    [Fact]
    public Task Changing_the_seat_changes_who_asks() => OnThePage(async (page, _, _) =>
    {
        await page.GetByLabel("我是").SelectOptionAsync("zhoulin");
        await Expect(page).ToHaveURLAsync(new Regex("as=zhoulin", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(page.GetByLabel("我是")).ToHaveValueAsync("zhoulin");
    });

    [Theory]
    [InlineData(1280, 860, ColorScheme.Light)]
    [InlineData(1280, 860, ColorScheme.Dark)]
    [InlineData(900, 700, ColorScheme.Light)]
    [InlineData(375, 720, ColorScheme.Light)]
    [InlineData(375, 720, ColorScheme.Dark)]
    [InlineData(320, 560, ColorScheme.Light)]
    public Task Fits_every_width_in_light_and_dark(int width, int height, ColorScheme scheme) => OnThePage(async (page, _, shots) =>
    {
        if (width < 700) await page.Locator("#cases").ScreenshotAsync(new() { Path = $"{shots}-list.png" });
        if (width < 700) await page.Locator("#cases a").First.ClickAsync();
        await Expect(page.Locator("#paper .ac-adaptiveCard")).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { Path = $"{shots}-slip.png" });
        await page.GetByRole(AriaRole.Button, new() { Name = "改为其他属性" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "签署", Exact = true }).ClickAsync();
        await page.ScreenshotAsync(new() { Path = $"{shots}-form.png" });

        if (width < 1120) await page.GetByRole(AriaRole.Button, new() { Name = "对话" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "待办", Exact = true }).ClickAsync();
        await Expect(page.Locator("#log .ac-adaptiveCard")).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { Path = $"{shots}-chat.png" });

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page must not scroll sideways.");
    }, width, height, scheme);

    private async Task OnThePage(
        Func<IPage, SampleBot, string, Task> act, int width = 1280, int height = 860, ColorScheme scheme = ColorScheme.Light)
    {
        Needs.Renderer();
        var bot = new SampleBot();
        await using var host = await DeskHost.Start(bot.Handle, bot.Inbox);
        bot.Feed = host.Feed;
        await using var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme, Locale = "zh-CN" });
        var page = await context.NewPageAsync();
        SetDefaultExpectTimeout(30_000);
        var complaints = new List<string>();
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, said) => { if (said.Text.Contains("Content Security Policy", StringComparison.Ordinal)) complaints.Add(said.Text); };

        await page.GotoAsync($"{host.Address}/?as=pulan");
        await Expect(page.Locator("#cases a")).ToHaveCountAsync(3);
        var shots = Repository.Output;
        Directory.CreateDirectory(shots);
        await act(page, bot, Path.Combine(shots, $"desk-{width}-{scheme}".ToLowerInvariant()));

        Assert.Empty(complaints);
    }
}
