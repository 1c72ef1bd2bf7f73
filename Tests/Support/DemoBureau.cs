using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Slips.Deadlines;

namespace DisclosureBot.Tests.Support;

/// <summary>The fifteen people of the demo bureau, as the product itself reads them.</summary>
internal static class DemoBureau
{
    public static readonly Roster Roster = Read();

    public static readonly SlipClocks Clocks = new(new Calendars(CalendarSettings.Default));

    public static Person Person(string id) => Roster.Find(id) ?? throw new ArgumentException($"Nobody called {id}.", nameof(id));

    private static Roster Read()
    {
        using var stream = typeof(Roster).Assembly.GetManifestResourceStream("demo-bureau.json")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return RosterReader.Read(bytes.ToArray(), "demo-bureau.json");
    }
}
