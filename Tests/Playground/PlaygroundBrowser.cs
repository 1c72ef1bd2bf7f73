using DisclosureBot.Tests.Support;
using Microsoft.Playwright;

namespace DisclosureBot.Tests.Playground;

/// <summary>The machine's own Chromium, which speaks to nobody by itself; nothing is downloaded.</summary>
public static class PlaygroundBrowser
{
    public static Task<IBrowser> Open(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Needs.Chromium(),
        Headless = true,
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        ],
    });
}
