namespace DisclosureBot.Calendar;

/// <summary>The tables that came with the program: the State Council's, the prefecture's as far as known, and the next year's guess.</summary>
public static class EmbeddedTables
{
    private const string Prefix = "calendar/";

    /// <summary>In the order of their years; what is imported goes after them.</summary>
    public static IReadOnlyList<CalendarTable> All { get; } = Read();

    private static List<CalendarTable> Read()
    {
        var assembly = typeof(EmbeddedTables).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read)];

        CalendarTable Read(string name)
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return CalendarFile.Read(bytes.ToArray(), out var faults) ?? throw new InvalidOperationException($"{name}: {string.Join(' ', faults)}");
        }
    }
}
