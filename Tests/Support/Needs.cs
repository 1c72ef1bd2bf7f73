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

    /// <summary>What CHROMIUM names, or the first of the usual names found; null where there is none.</summary>
    public static string? ChromiumPath { get; } = Environment.GetEnvironmentVariable("CHROMIUM") is { } named && File.Exists(named)
        ? named
        : OnPath("chromium") ?? OnPath("chromium-browser") ?? OnPath("google-chrome");

    /// <summary>The path of Chromium.</summary>
    public static string Chromium() => Have(ChromiumPath, "Chromium is not installed (./test installs it)");

    /// <summary>libfaketime.</summary>
    public static void Faketime() => Have(Support.Faketime.Library, "libfaketime is not installed (./test installs it)");

    /// <summary>Node, Chromium and Microsoft's Agents Playground.</summary>
    public static void Playground()
    {
        Node();
        Chromium();
        Packages(Path.Combine(Repository.Tests, "Playground"));
    }

    /// <summary>Node and Azurite are both there.</summary>
    public static bool HasAzurite { get; } = OnPath("node") is not null
        && File.Exists(Support.Azurite.Program);

    /// <summary>Microsoft's stand-in for Azure Blob Storage, one of the packages of Tests/package.json.</summary>
    public static void Azurite() => Have(HasAzurite ? "" : null, "Azurite is missing: run `npm ci --ignore-scripts` in Tests");

    /// <summary>The programs of a PostgreSQL server.</summary>
    public static void Postgres() => Have(PostgresServer.Programs, "PostgreSQL is not installed (./test installs it)");

    /// <summary>The desk's card renderer, which the build fetches with npm.</summary>
    public static void Renderer() => Have(
        File.Exists(Path.Combine(Repository.Root, "Bot", "wwwroot", "lib", "adaptivecards.min.js")) ? "" : null,
        "the card renderer is missing (build Bot with npm installed)");

    public static void Programs(params string[] names)
    {
        foreach (var name in names) Have(OnPath(name), $"{name} is not installed (./test installs it)");
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
