using System.Text.Json.Serialization;

namespace DisclosureBot.Calendar;

/// <summary>One table of days off and make-up workdays as announced (or only computed) for one year.</summary>
/// <param name="Year">The year the notice is about; single days may lie in the December before.</param>
/// <param name="Missing">Holidays known to belong to the year whose dates the table does not have.</param>
public sealed record CalendarTable(int Year, CalendarSource Source, TableStatus Status, IReadOnlyList<CalendarDay> Days, IReadOnlyList<string>? Missing = null);

/// <summary>Where a table comes from; only the title is always known.</summary>
public sealed record CalendarSource(string Title, string? DocNo = null, string? Url = null, DateOnly? IssuedOn = null);

/// <summary>One day that is not what its weekday says, or that a holiday covers.</summary>
public sealed record CalendarDay(DateOnly Date, DayKind Kind, string Name, DayScope Scope)
{
    [JsonIgnore]
    public bool IsOff => Kind == DayKind.Off;

    [JsonIgnore]
    public bool IsLocal => Scope == DayScope.Local;
}

/// <summary>Announced, or only computed and never to be shown as if announced.</summary>
public enum TableStatus
{
    [JsonStringEnumMemberName("official")] Official,
    [JsonStringEnumMemberName("provisional")] Provisional,
}

/// <summary>放假 or 调休上班.</summary>
public enum DayKind
{
    [JsonStringEnumMemberName("off")] Off,
    [JsonStringEnumMemberName("work")] Work,
}

/// <summary>The whole country's, or the prefecture's own (放假办法 第4条, 自治条例).</summary>
public enum DayScope
{
    [JsonStringEnumMemberName("national")] National,
    [JsonStringEnumMemberName("local")] Local,
}
