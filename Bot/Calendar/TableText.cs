using System.Globalization;

namespace DisclosureBot.Calendar;

/// <summary>Words a table for people to compare with the notice.</summary>
internal static class TableText
{
    /// <summary>2027年全国节假日安排, 2027年州内节假日安排.</summary>
    public static string Title(CalendarTable table) =>
        string.Create(CultureInfo.InvariantCulture, $"{table.Year}年{(table.Days.Any(day => day.IsLocal) ? "州内" : "全国")}节假日安排");

    public static string Source(CalendarSource source)
    {
        var parts = new[] { source.DocNo, source.IssuedOn is { } on ? $"{on.Year}年{on.Month}月{on.Day}日" : null }.Where(part => part is not null).ToList();
        return parts.Count == 0 ? source.Title : $"{source.Title}({string.Join(',', parts)})";
    }

    /// <summary>Holiday by holiday, in the order of their first day.</summary>
    public static IReadOnlyList<string> Days(CalendarTable table) =>
        [.. from day in table.Days orderby day.Date group day by day.Name into holiday select Holiday(holiday.Key, [.. holiday], table.Year)];

    /// <summary>What becomes of which days; a year nobody had announced is new as a whole.</summary>
    public static IReadOnlyList<string> Changes(CalendarImport import)
    {
        var year = import.Table.Year;
        var known = import.Changes.Where(change => change.Was is not null).ToList();
        IEnumerable<string> news = import.Changes.Count > known.Count ? [$"{year}年此前没有正式安排,以上各日均为新增"] : [];
        var lines = Runs(known, change => change.Date, (last, next) => last == next with { Date = last.Date })
            .Select(run => $"{Span(run[0].Date, run[^1].Date, year)}{run[0].Name}:{Word(run[0].Was!.Value)}改为{Word(run[0].Becomes)}");
        return import.Changes.Count == 0 ? ["没有变化"] : [.. news, .. lines];
    }

    private static string Holiday(string name, IReadOnlyList<CalendarDay> days, int year)
    {
        var off = days.Where(day => day.IsOff).ToList();
        var work = days.Where(day => !day.IsOff).ToList();
        List<string> parts = [];
        if (off.Count > 0) parts.Add($"{string.Join('、', Runs(off, day => day.Date, (_, _) => true).Select(run => Span(run[0].Date, run[^1].Date, year)))}放假,共{off.Count}天");
        if (work.Count > 0) parts.Add($"{string.Join('、', work.Select(day => DeadlineText.Day(day.Date, year)))}上班");
        return $"{name}:{string.Join(';', parts)}";
    }

    private static string Word(bool works) => works ? "上班" : "放假";

    private static string Span(DateOnly first, DateOnly last, int year) =>
        first == last ? DeadlineText.Day(first, year) : $"{DeadlineText.Day(first, year)}至{DeadlineText.Day(last, year)}";

    private static List<List<T>> Runs<T>(IEnumerable<T> items, Func<T, DateOnly> date, Func<T, T, bool> alike)
    {
        List<List<T>> runs = [];
        foreach (var item in items)
            if (runs is [.., [.., var last]] && alike(last, item) && date(last).AddDays(1) == date(item)) runs[^1].Add(item);
            else runs.Add([item]);
        return runs;
    }
}
