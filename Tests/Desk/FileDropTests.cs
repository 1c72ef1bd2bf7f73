using DisclosureBot.Tests.Documents;
using DisclosureBot.Tests.Scenarios;
using DisclosureBot.Tests.Support;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DisclosureBot.Tests.Desk;

/// <summary>Files dropped on the page, in a real browser against the real bot. Screenshots are kept.</summary>
[Collection(BrowserTests.Name)]
public sealed class FileDropTests(ChromiumFixture chromium) : IClassFixture<ChromiumFixture>
{
    private const string Slip = "slip-2026-0000001";
    private static readonly FilePayload Docx = new() { Name = "关于做好冬季保供工作的通知.docx", MimeType = "application/octet-stream", Buffer = Samples.Docx() };

    [Fact]
    public Task A_file_is_dropped_and_lies_on_the_slip() => OnThePage(async page =>
    {
        await page.GetByLabel("文件类别").SelectOptionAsync("正文");
        await Drop(page, ".files .zone", "通知.docx", Samples.Docx());

        await Expect(page.Locator(".files li")).ToContainTextAsync("已存入2026-0001,作为正文第1版");
        await Expect(page.Locator(".files li")).ToContainTextAsync("SHA-256");
        await Expect(page.Locator("#paper article")).ToContainTextAsync("通知.docx");
    });

    [Fact]
    public Task Several_files_are_chosen_by_keyboard_and_wait_for_their_category() => OnThePage(async page =>
    {
        // On the button itself: the page may move the focus while it is still being drawn.
        var choose = page.GetByRole(AriaRole.Button, new() { Name = "选择文件" });
        var chooser = await page.RunAndWaitForFileChooserAsync(() => choose.PressAsync("Enter"), new() { Timeout = ChromiumFixture.Patience });
        await chooser.SetFilesAsync([Docx, new() { Name = "附表.xlsx", MimeType = "", Buffer = Samples.Xlsx() }]);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("已选 2 个文件,请选择文件类别");
        await Expect(page.GetByLabel("文件类别")).ToBeFocusedAsync();

        await page.GetByLabel("文件类别").SelectOptionAsync("附件");

        await Expect(page.Locator(".files li[data-state=done]")).ToHaveCountAsync(2);
        await Expect(page.Locator("#spoken")).ToContainTextAsync("附表.xlsx");
    });

    [Fact]
    public Task What_is_refused_says_why_before_and_after_it_was_sent() => OnThePage(async page =>
    {
        await page.GetByLabel("文件类别").SelectOptionAsync("正文");
        await Drop(page, "body", "工具.exe", Samples.WindowsProgram);
        await Expect(page.GetByRole(AriaRole.Alert).Last).ToContainTextAsync("不能上传这种类型");
        await Drop(page, "body", "伪装.docx", Samples.WindowsProgram);
        await Expect(page.Locator(".files li[data-state=refused]").Last).ToContainTextAsync("是程序");

        await page.GetByRole(AriaRole.Button, new() { Name = "知道了" }).First.ClickAsync();
        await Expect(page.Locator(".files li")).ToHaveCountAsync(1);
    });

    [Fact]
    public Task A_fault_is_told_and_a_retry_brings_the_file_in() => OnThePage(async page =>
    {
        // One route for all three tries: adding another while the first is being taken away would let a request slip through.
        var tries = 0;
        await page.RouteAsync("**/desk/files*", route => ++tries switch
        {
            1 => route.FulfillAsync(new() { Status = 503, ContentType = "application/json", Body = """{"error":"文件暂时没有存上,请稍后重试。"}""" }),
            2 => route.AbortAsync(),
            _ => route.ContinueAsync(),
        });
        await page.GetByLabel("文件类别").SelectOptionAsync("正文");
        await Drop(page, ".files .zone", "通知.docx", Samples.Docx());
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("文件暂时没有存上");

        await page.GetByRole(AriaRole.Button, new() { Name = "重试" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("连接中断");

        await page.GetByRole(AriaRole.Button, new() { Name = "重试" }).ClickAsync();
        await Expect(page.Locator(".files li[data-state=done]")).ToContainTextAsync("已存入");
    });

    [Fact]
    public Task A_running_upload_shows_how_far_it_is_and_can_be_cancelled() => OnThePage(async page =>
    {
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/desk/files*", async route =>
        {
            await held.Task;
            await route.AbortAsync();
        });
        await page.GetByLabel("文件类别").SelectOptionAsync("正文");
        await Drop(page, ".files .zone", "通知.docx", Samples.Docx());
        await Drop(page, ".files .zone", "另一件.docx", Samples.Docx());
        await Expect(page.GetByLabel("上传进度:通知.docx")).ToBeVisibleAsync();
        await Expect(page.Locator(".files li").Last).ToContainTextAsync("等待上传");

        await page.GetByRole(AriaRole.Button, new() { Name = "取消" }).Last.ClickAsync();
        await Expect(page.Locator(".files li")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "取消" }).ClickAsync();
        await Expect(page.Locator(".files li")).ToContainTextAsync("已取消,没有存入");
        held.SetResult();
    });

    [Fact]
    public Task Without_a_slip_or_without_the_right_a_dropped_file_is_explained() => OnThePage(async page =>
    {
        await page.GotoAsync(page.Url.Split('?')[0] + "?as=shenxi");
        await Expect(page.Locator("#cases")).ToContainTextAsync("还没有办件");
        await Drop(page, "body", "通知.docx", Samples.Docx());
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("请先从左边打开");

        await page.GotoAsync(page.Url.Split('?')[0] + $"?as=gaoyuan&slip={Slip}");
        await Expect(page.Locator("#paper .ac-adaptiveCard")).ToBeVisibleAsync();
        await Expect(page.Locator(".files")).ToHaveCountAsync(0);
        await Drop(page, "body", "通知.docx", Samples.Docx());
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("您现在不能向本件上传文件");
    });

    [Theory]
    [InlineData(1360, 1000, ColorScheme.Light)]
    [InlineData(1360, 1000, ColorScheme.Dark)]
    [InlineData(720, 900, ColorScheme.Light)]
    [InlineData(375, 812, ColorScheme.Dark)]
    [InlineData(320, 640, ColorScheme.Light)]
    public Task Fits_every_width_in_light_and_dark(int width, int height, ColorScheme scheme) => OnThePage(async page =>
    {
        await page.RouteAsync("**/desk/files*name=%E7%AC%AC*", route => route.FulfillAsync(new() { Status = 503, ContentType = "application/json", Body = """{"error":"文件暂时没有存上,是系统的故障,请稍后重试;仍不成功时,请联系管理员。"}""" }));
        await page.GetByLabel("文件类别").SelectOptionAsync("附件");
        await page.Locator(".files input[type=file]").SetInputFilesAsync([Docx,
            new() { Name = "第二个附件.docx", MimeType = "", Buffer = Samples.Docx() }, new() { Name = "工具.exe", MimeType = "", Buffer = Samples.WindowsProgram }]);
        await Expect(page.Locator(".files li[data-state=failed]")).ToHaveCountAsync(1);
        await page.Locator(".files").ScrollIntoViewIfNeededAsync();
        await page.Locator(".files").ScreenshotAsync(new() { Path = Path.Combine(Repository.Output, $"files-{width}-{scheme}.png".ToLowerInvariant()) });
        await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Output, $"files-page-{width}-{scheme}.png".ToLowerInvariant()) });
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page must not scroll sideways.");
        Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('.files, .files *')].every(one => one.scrollWidth <= one.clientWidth + 1 || one.clientWidth === 0 || getComputedStyle(one).display === 'inline' || one.matches('.hidden'))"), "Nothing may run out of its box.");
    }, width, height, scheme);

    /// <summary>What a drag from the desktop ends in: a drop that carries a file.</summary>
    private static async Task Drop(IPage page, string on, string name, byte[] content)
    {
        var transfer = await page.EvaluateHandleAsync("""
            ([name, content]) => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([Uint8Array.from(atob(content), sign => sign.charCodeAt(0))], name));
              return transfer;
            }
            """, new[] { name, Convert.ToBase64String(content) });
        foreach (var kind in new[] { "dragenter", "dragover", "drop" })
            await page.DispatchEventAsync(on, kind, new { dataTransfer = transfer });
    }

    private async Task OnThePage(Func<IPage, Task> act, int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        Needs.Renderer();
        await using var town = await Town.Start();
        await town.Person("liying").Draft(("标题", "关于做好冬季生活必需品保供工作的通知(演示)"));
        await using var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme, Locale = "zh-CN" });
        var page = await context.NewPageAsync();
        SetDefaultExpectTimeout(30_000);
        Directory.CreateDirectory(Repository.Output);
        var complaints = new List<string>();
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, said) => { if (said.Text.Contains("Content Security Policy", StringComparison.Ordinal)) complaints.Add(said.Text); };

        await page.GotoAsync($"{town.Bot.Address}?as=liying&slip={Slip}");
        await Expect(page.Locator(".files .zone")).ToBeVisibleAsync();
        await act(page);

        Assert.Empty(complaints);
    }
}
