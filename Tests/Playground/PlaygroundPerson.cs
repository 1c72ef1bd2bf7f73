using System.Text.RegularExpressions;
using DisclosureBot.Tests.Support;
using Microsoft.Playwright;

namespace DisclosureBot.Tests.Playground;

/// <summary>A person at the Playground: says, fills, chooses, clicks and sees, always on the newest card.</summary>
public sealed class PlaygroundPerson : IAsyncDisposable
{
    private const float Patience = 30_000;
    private const float Once = 4_000;
    private const int Tries = 8;
    private readonly PlaygroundInstance _instance;
    private readonly IBrowserContext _context;
    private readonly IPage _page;

    private PlaygroundPerson(PlaygroundInstance instance, IBrowserContext context, IPage page)
    {
        _instance = instance;
        _context = context;
        _page = page;
    }

    /// <summary>The last message's card; a card opened inside it belongs to it.</summary>
    private ILocator Card => _page.Locator(".ac-adaptiveCard:not(.ac-adaptiveCard *)").Last;

    public static async Task<PlaygroundPerson> SitDown(Seat seat, BotProcess bot, IBrowser browser)
    {
        var instance = await PlaygroundInstance.Start(seat, bot.Messages);
        var context = await browser.NewContextAsync(new() { Locale = "zh-CN", ViewportSize = new() { Width = 1100, Height = 1400 } });
        var page = await context.NewPageAsync();
        // Whoever types before the page has told the bot of its installation breaks the page for good.
        await page.RunAndWaitForResponseAsync(
            () => page.GotoAsync(instance.Address.ToString()),
            answer => answer.Url.EndsWith("/installation", StringComparison.Ordinal));
        return new(instance, context, page);
    }

    public async Task Say(string text)
    {
        await _page.Locator("[role=textbox]").FillAsync(text);
        await _page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Opens the team's channel; what is said and seen from now on is there.</summary>
    /// <remarks>The list of conversations is folded away beside the chat, where a mouse cannot reach it.</remarks>
    public async Task GoToChannel()
    {
        await _page.GetByRole(AriaRole.Treeitem, new() { Name = "General" }).EvaluateAsync("item => item.click()");
        await Assertions.Expect(_page.GetByRole(AriaRole.Button, new() { Name = "Post", Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>@公文公开 and then the text: in a channel the bot hears nothing else.</summary>
    public async Task Mention(string text)
    {
        await _page.Locator("[role=textbox]").ClickAsync();
        await _page.Keyboard.TypeAsync("@");
        // By its text: how the client names the line to those who listen depends on whether its picture has come.
        await _page.GetByText(PlaygroundInstance.Bot, new() { Exact = true }).First.ClickAsync();
        await _page.Keyboard.TypeAsync(text);
        await _page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Waits until this stands somewhere in the conversation.</summary>
    public Task Hear(string text) => Assertions.Expect(_page.GetByText(text).First).ToBeVisibleAsync(new() { Timeout = Patience });

    /// <summary>How many cards of the conversation say this.</summary>
    public Task<int> CardsSaying(string text) => _page.Locator(".ac-adaptiveCard:not(.ac-adaptiveCard *)").Filter(new() { HasText = text }).CountAsync();

    public Task Fill(string label, string text) => On(label, input => input.FillAsync(text, new() { Timeout = Once }));

    /// <summary>Picks one choice of a drop-down list or of a row of round buttons.</summary>
    public Task Choose(string label, string choice) => On(label, async input =>
    {
        if (await input.GetAttributeAsync("role", new() { Timeout = Once }) is "radiogroup")
        {
            await input.GetByRole(AriaRole.Radio, new() { Name = choice, Exact = true }).CheckAsync(new() { Timeout = Once });
            return;
        }
        await input.ClickAsync(new() { Timeout = Once });
        await _page.GetByRole(AriaRole.Option, new() { Name = choice, Exact = true }).ClickAsync(new() { Timeout = Once });
    });

    /// <summary>Ticks a toggle, named by its label or its title.</summary>
    public Task Tick(string label) => On(label, input => input.CheckAsync(new() { Timeout = Once }));

    public Task Click(string button) => Card.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Waits until the newest card shows every one of these.</summary>
    public async Task See(params string[] texts)
    {
        foreach (var text in texts) await Assertions.Expect(Card).ToContainTextAsync(text, new() { Timeout = Patience });
    }

    public Task Screenshot(string name) => _page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Output, "playground", name + ".png") });

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _instance.DisposeAsync();
    }

    /// <summary>The client may draw a card again at any moment, and its inputs then have new ids: what did not succeed at once is looked up anew.</summary>
    private async Task On(string label, Func<ILocator, Task> act)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                await act(await Input(label));
                return;
            }
            catch (TimeoutException) when (left > 1)
            {
                // Drawn again in between.
            }
        }
    }

    /// <summary>What the visible label is for. Accessible names will not do: they also hold the title of a toggle and the error message.</summary>
    private async Task<ILocator> Input(string label)
    {
        var id = await Card.Locator("label[for]:visible").Filter(new() { HasTextRegex = Label(label) }).First.GetAttributeAsync("for");
        return _page.Locator($"[id='{id}']");
    }

    /// <summary>A required input's label carries a star.</summary>
    private static Regex Label(string label) => new($@"^{Regex.Escape(label)}\s*\*?$", RegexOptions.None, TimeSpan.FromSeconds(1));
}
