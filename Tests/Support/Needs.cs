using Xunit;

namespace DisclosureBot.Tests.Support;

/// <summary>
/// Names what a test borrows from the machine. Where it is not installed the test is left out, saying so;
/// with <c>REQUIRE_ALL=1</c> nothing may be left out, and the test fails.
/// </summary>
public static class Needs
{
    /// <summary>Node and the packages of Tests/package.json.</summary>
    public static void NodePackages()
    {
        Have(OnPath("node") is not null, "node is not installed");
        Have(Directory.Exists(Path.Combine(Repository.Tests, "node_modules")), "run `npm ci --ignore-scripts` in Tests");
    }

    /// <summary>The path of Chromium: what CHROMIUM names, or the first of the usual names found.</summary>
    public static string Chromium()
    {
        var named = Environment.GetEnvironmentVariable("CHROMIUM");
        var found = File.Exists(named) ? named : OnPath("chromium") ?? OnPath("chromium-browser") ?? OnPath("google-chrome");
        Have(found is not null, "Chromium is not installed");
        return found!;
    }

    private static void Have(bool installed, string otherwise)
    {
        if (Environment.GetEnvironmentVariable("REQUIRE_ALL") is "1")
            Assert.True(installed, otherwise);
        else
            Assert.SkipUnless(installed, otherwise);
    }

    private static string? OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program))
        .FirstOrDefault(File.Exists);
}
