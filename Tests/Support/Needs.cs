using Xunit;

namespace DisclosureBot.Tests.Support;

/// <summary>What some tests need installed. Absent, the test is named as left out; with REQUIRE_ALL=1 it fails instead.</summary>
internal static class Needs
{
    public const string ChromiumPath = "/usr/bin/chromium";

    public static void Chromium() => Present(File.Exists(ChromiumPath), $"Chromium is not installed at {ChromiumPath}.");

    public static void NodePackages() =>
        Present(Directory.Exists(Repository.Path("Bot", "node_modules")), "Bot/node_modules is missing: run npm ci in Bot.");

    public static void Renderer() =>
        Present(File.Exists(Repository.Path("Bot", "wwwroot", "lib", "adaptivecards.min.js")), "The card renderer is missing: build Bot with npm installed.");

    public static void Present(bool present, string why)
    {
        if (present) return;
        if (Environment.GetEnvironmentVariable("REQUIRE_ALL") is "1") Assert.Fail(why);
        Assert.Skip(why);
    }
}

/// <summary>Where the repository lies, found upwards from the tests' own directory.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find(DirectoryInfo? here)
    {
        while (here is not null && !File.Exists(System.IO.Path.Combine(here.FullName, "DisclosureBot.sln"))) here = here.Parent;
        return here?.FullName ?? throw new DirectoryNotFoundException("DisclosureBot.sln is not above the tests.");
    }
}
