using System.Globalization;

namespace DisclosureBot.Calendar;

/// <summary>How the bureau counts, from the configuration section <c>Calendar</c>.</summary>
/// <param name="OfficeHours">Bureau time; the prefecture's organs keep 08:00–12:00 and 14:30–18:00.</param>
/// <param name="PublicationDayUnit">Whether 3日 and 5日 of 方案 四(一)4 are 自然日 or 工作日 (B-9).</param>
/// <param name="RollForward">A last day that is no working day moves to the next one (B-9).</param>
/// <param name="LocalHolidaysAreNonWorking">The prefecture's own holidays interrupt the counting of working days.</param>
/// <param name="PublicationTargetDays">Working days from hand-over to publication: a target of the bureau's own (B-15).</param>
/// <param name="CommentFeedbackDays">Working days from the end of a consultation to its feedback: a target of the bureau's own.</param>
public sealed record CalendarSettings(
    OfficeHours OfficeHours,
    DayUnit PublicationDayUnit = DayUnit.CalendarDay,
    bool RollForward = true,
    bool LocalHolidaysAreNonWorking = true,
    int PublicationTargetDays = 1,
    int CommentFeedbackDays = 10)
{
    public const string Section = "Calendar";

    private const int MostDays = 250;

    private static readonly string[] Keys =
        [nameof(OfficeHours), nameof(PublicationDayUnit), nameof(RollForward), nameof(LocalHolidaysAreNonWorking), nameof(PublicationTargetDays), nameof(CommentFeedbackDays)];

    public static CalendarSettings Default { get; } = new(OfficeHours.Default);

    /// <exception cref="InvalidOperationException">A value cannot be read, or a key is not known; names it and what would do.</exception>
    public static CalendarSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        foreach (var given in section.GetChildren())
            if (!Keys.Contains(given.Key, StringComparer.OrdinalIgnoreCase))
                throw new InvalidOperationException($"{Section}:{given.Key} is not a setting (known: {string.Join(", ", Keys)}).");
        return new(
            Hours(section),
            Unit(section),
            Flag(section, nameof(RollForward), Default.RollForward),
            Flag(section, nameof(LocalHolidaysAreNonWorking), Default.LocalHolidaysAreNonWorking),
            Days(section, nameof(PublicationTargetDays), Default.PublicationTargetDays),
            Days(section, nameof(CommentFeedbackDays), Default.CommentFeedbackDays));
    }

    private static OfficeHours Hours(IConfigurationSection section) => section[nameof(OfficeHours)] is not { Length: > 0 } text
        ? OfficeHours.Default
        : OfficeHours.Parse(text) ?? throw Wrong(nameof(OfficeHours), text, "periods in order such as 08:00-12:00,14:30-18:00");

    private static DayUnit Unit(IConfigurationSection section) => section[nameof(PublicationDayUnit)] switch
    {
        null or "" or "自然日" => DayUnit.CalendarDay,
        "工作日" => DayUnit.WorkingDay,
        var text => throw Wrong(nameof(PublicationDayUnit), text, "自然日 or 工作日"),
    };

    private static bool Flag(IConfigurationSection section, string key, bool otherwise) => section[key] switch
    {
        null or "" => otherwise,
        var text => bool.TryParse(text, out var flag) ? flag : throw Wrong(key, text, "true or false"),
    };

    private static int Days(IConfigurationSection section, string key, int otherwise) => section[key] switch
    {
        null or "" => otherwise,
        var text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= MostDays
            ? days
            : throw Wrong(key, text, $"a number of days from 1 to {MostDays}"),
    };

    private static InvalidOperationException Wrong(string key, string text, string expected) =>
        new($"{Section}:{key} is '{text}'; it must be {expected}.");
}
