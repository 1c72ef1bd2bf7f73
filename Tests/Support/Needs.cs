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
        Node();
        Packages(Repository.Tests);
    }

    /// <summary>The path of Chromium: what CHROMIUM names, or the first of the usual names found.</summary>
    public static string Chromium()
    {
        var named = Environment.GetEnvironmentVariable("CHROMIUM");
        return Have(File.Exists(named) ? named : OnPath("chromium") ?? OnPath("chromium-browser") ?? OnPath("google-chrome"),
            "Chromium is not installed (./test installs it)");
    }

    /// <summary>Node, Chromium and Microsoft's Agents Playground.</summary>
    public static void Playground()
    {
        Node();
        Chromium();
        Packages(Path.Combine(Repository.Tests, "Playground"));
    }

    private static void Node() => Have(OnPath("node"), "node is not installed (version 20 or later is needed)");

    private static void Packages(string folder) => Have(
        Directory.Exists(Path.Combine(folder, "node_modules")) ? folder : null,
        $"npm packages are missing: run `npm ci --ignore-scripts` in {Path.GetRelativePath(Repository.Root, folder)}");

    private static string Have(string? found, string otherwise)
    {
        if (Environment.GetEnvironmentVariable("REQUIRE_ALL") is "1")
            Assert.True(found is not null, otherwise);
        Assert.SkipWhen(found is null, otherwise);
        return found!;
    }

    private static string? OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program))
        .FirstOrDefault(File.Exists);
}
