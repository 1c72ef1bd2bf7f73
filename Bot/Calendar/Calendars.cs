namespace DisclosureBot.Calendar;

/// <summary>
/// Holds the calendar in force. Whoever counts takes one look at <see cref="Present"/> and counts with that;
/// a confirmed import puts another in its place at once.
/// </summary>
public sealed class Calendars(CalendarSettings settings)
{
    private volatile BureauCalendar _present = new(EmbeddedTables.All, settings);

    public CalendarSettings Settings => settings;

    public BureauCalendar Present => _present;

    /// <summary>The deadlines by the present calendar.</summary>
    public DeadlineRules Rules => new(settings, Present);

    /// <summary>The embedded tables with these after them, in the order they were confirmed.</summary>
    public void Replace(IEnumerable<CalendarTable> imported) => _present = new BureauCalendar([.. EmbeddedTables.All, .. imported], settings);
}
