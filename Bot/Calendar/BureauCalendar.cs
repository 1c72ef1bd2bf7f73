using System.Collections.Frozen;
using DisclosureBot.Clock;

namespace DisclosureBot.Calendar;

/// <summary>
/// Answers which days the bureau works, from all tables merged by date; never changed once made, so that any number
/// of counts may read it at once. A year without an official table is unknown, not Monday to Friday.
/// </summary>
public sealed class BureauCalendar
{
    private readonly FrozenDictionary<DateOnly, CalendarDay> _national;
    private readonly FrozenDictionary<DateOnly, CalendarDay> _local;
    private readonly FrozenSet<DateOnly> _announced;
    private readonly FrozenSet<int> _official;

    /// <param name="tables">In the order they came into force; a later one goes before.</param>
    public BureauCalendar(IReadOnlyList<CalendarTable> tables, CalendarSettings settings)
    {
        Settings = settings;
        Tables = MergedTables.InForce(tables);
        var official = Tables.Where(table => table.Status == TableStatus.Official).ToList();
        _official = official.Where(MergedTables.IsComplete).Select(table => table.Year).ToFrozenSet();
        _announced = official.SelectMany(table => table.Days).Where(day => !day.IsLocal).Select(day => day.Date).ToFrozenSet();
        var inOrder = Tables.Where(table => table.Status == TableStatus.Provisional).Concat(official).SelectMany(table => table.Days).ToList();
        _national = ByDate(inOrder.Where(day => !day.IsLocal));
        _local = settings.LocalHolidaysAreNonWorking ? ByDate(Tables.SelectMany(table => table.Days).Where(day => day.IsLocal)) : FrozenDictionary<DateOnly, CalendarDay>.Empty;
        Version = MergedTables.Version(_official, _national.Values.Concat(_local.Values));
    }

    public CalendarSettings Settings { get; }

    /// <summary>Those whose days count, in the order they came into force.</summary>
    public IReadOnlyList<CalendarTable> Tables { get; }

    /// <summary>Changes with every table that changes a day or a year's status; for receipts.</summary>
    public string Version { get; }

    /// <summary>Whether the State Council's table of the year has been entered.</summary>
    public bool IsOfficial(int year) => _official.Contains(year);

    /// <summary>Null where no official table covers the day: nobody knows yet.</summary>
    public bool? IsWorkingDay(DateOnly day) => IsOfficial(day.Year) || _announced.Contains(day) ? IsCountedAsWorkingDay(day) : null;

    /// <summary>The same with a guess where nobody knows: the provisional table, or Monday to Friday. Whoever uses it must say so.</summary>
    public bool IsCountedAsWorkingDay(DateOnly day) =>
        Special(day) is { } special ? !special.IsOff : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The holiday or make-up day that falls on the day; the prefecture's goes before the country's.</summary>
    public CalendarDay? Special(DateOnly day) => _local.GetValueOrDefault(day) ?? _national.GetValueOrDefault(day);

    /// <summary>Holidays and make-up days after <paramref name="start"/> up to and with <paramref name="end"/>.</summary>
    public IReadOnlyList<CrossedDay> Crossed(DateOnly start, DateOnly end)
    {
        List<CrossedDay> crossed = [];
        for (var day = start; day < end;)
            if (Special(day = day.AddDays(1)) is { } special)
                crossed.Add(new(special.Date, special.Name, special.IsOff, special.IsLocal));
        return crossed;
    }

    /// <summary>The working day that is the <paramref name="count"/>th after the day; before it for a negative count.</summary>
    public DateOnly WorkingDayFrom(DateOnly day, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
            if (IsCountedAsWorkingDay(day = day.AddDays(step)))
                left--;
        return day;
    }

    /// <summary>The day itself if it is a working day, or the next one.</summary>
    public DateOnly WorkingDayFrom(DateOnly day) => IsCountedAsWorkingDay(day) ? day : WorkingDayFrom(day, 1);

    /// <summary>The day itself if it is a working day, or the one before.</summary>
    public DateOnly WorkingDayUpTo(DateOnly day) => IsCountedAsWorkingDay(day) ? day : WorkingDayFrom(day, -1);

    /// <summary>When the doors first open on or after that day.</summary>
    public DateTimeOffset Opening(DateOnly day) => BureauTime.At(WorkingDayFrom(day), Settings.OfficeHours.FirstOpening);

    /// <summary>When the doors open next, strictly after <paramref name="at"/>, on this working day or a later one; bureau time.</summary>
    public DateTimeOffset NextOpening(DateTimeOffset at)
    {
        var today = BureauTime.Day(at);
        return Opening(today) is var opening && opening > at ? opening : Opening(today.AddDays(1));
    }

    /// <summary>The instant itself where it lies within office hours, or the next opening. Only reminders wait like this, never an hour clock.</summary>
    public DateTimeOffset InOfficeHours(DateTimeOffset at)
    {
        var day = BureauTime.Day(at);
        if (!IsCountedAsWorkingDay(day)) return Opening(day);
        var time = Time(at, day);
        return Settings.OfficeHours.InOrNext(time) switch
        {
            { } open when open == time => at,
            { } opening => BureauTime.At(day, opening),
            null => Opening(day.AddDays(1)),
        };
    }

    /// <summary>How long the doors were open between two instants (工作时间); zero where the second is not after the first.</summary>
    public TimeSpan WorkingTime(DateTimeOffset from, DateTimeOffset to)
    {
        var (first, last) = (BureauTime.Day(from), BureauTime.Day(to));
        var sum = TimeSpan.Zero;
        for (var day = first; day <= last; day = day.AddDays(1))
            if (IsCountedAsWorkingDay(day))
                sum += Settings.OfficeHours.Between(day == first ? Time(from, day) : TimeOnly.MinValue, day == last ? Time(to, day) : TimeOnly.MaxValue);
        return sum;
    }

    /// <summary>When the doors will have been open for <paramref name="length"/> since <paramref name="from"/>; bureau time.</summary>
    public DateTimeOffset AfterWorkingTime(DateTimeOffset from, TimeSpan length)
    {
        var day = BureauTime.Day(from);
        var time = Time(from, day);
        for (var left = length; ; day = day.AddDays(1), time = TimeOnly.MinValue)
        {
            if (!IsCountedAsWorkingDay(day)) continue;
            if (Settings.OfficeHours.After(time, left, out var held) is { } end) return BureauTime.At(day, end);
            left -= held;
        }
    }

    private static TimeOnly Time(DateTimeOffset at, DateOnly day) => TimeOnly.FromTimeSpan(at - BureauTime.At(day, TimeOnly.MinValue));

    private static FrozenDictionary<DateOnly, CalendarDay> ByDate(IEnumerable<CalendarDay> days)
    {
        var byDate = new Dictionary<DateOnly, CalendarDay>();
        foreach (var day in days) byDate[day.Date] = day;
        return byDate.ToFrozenDictionary();
    }
}
