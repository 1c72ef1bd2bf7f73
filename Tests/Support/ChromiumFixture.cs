using Microsoft.Playwright;
using Xunit;

namespace DisclosureBot.Tests.Support;

/// <summary>One browser for the tests of a class; each test opens its own context in it.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    /// <summary>Milliseconds a page is waited for at most: a busy machine draws late, and a late page is not a wrong one.</summary>
    public const float Patience = 90_000;

    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Asked for by a test that needs it, so that its absence leaves out that test by name.</summary>
    public IBrowser Browser
    {
        get
        {
            Needs.Chromium();
            return _browser!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (Needs.ChromiumPath is null) return;
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Needs.ChromiumPath, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
