namespace DisclosureBot.Tests.Support;

/// <summary>The library that shows a program another time than the machine's.</summary>
public static class Faketime
{
    /// <summary>Where Debian puts it; null where it is not installed.</summary>
    public static string? Library { get; } = Directory.Exists("/usr/lib")
        ? Directory.EnumerateFiles("/usr/lib", "libfaketime.so.1", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2, IgnoreInaccessible = true }).FirstOrDefault()
        : null;

    /// <summary>What a program is started with so that its clock is off by so many seconds.</summary>
    public static IReadOnlyDictionary<string, string> Off(int seconds) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["LD_PRELOAD"] = Library ?? throw new InvalidOperationException("libfaketime is not installed."),
        ["FAKETIME"] = seconds.ToString("+0;-0", System.Globalization.CultureInfo.InvariantCulture),
        ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
        // Left to find out by itself, the library spoils every wait that has a limit.
        ["FAKETIME_FORCE_MONOTONIC_FIX"] = "0",
    };
}
