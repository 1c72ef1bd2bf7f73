using System.Globalization;

namespace DisclosureBot.Calendar;

/// <summary>Whether a table can be true, before anybody is asked to confirm it: each fault forbids it, each warning asks for a second look.</summary>
public sealed record CalendarCheck(IReadOnlyList<string> Faults, IReadOnlyList<string> Warnings)
{
    private const int FewestMakeUps = 5, MostMakeUps = 9, LongestName = 30;

    /// <param name="thisYear">The bureau's year: notices speak of it, of the past or of the next.</param>
    /// <param name="present">The calendar the table would be merged into.</param>
    public static CalendarCheck Of(CalendarTable table, int thisYear, BureauCalendar present)
    {
        if (table.Year < StatutoryDays.FirstYear || table.Year > Math.Min(thisYear + 1, StatutoryDays.LastYear))
            return new([$"年度{table.Year}不合理,只能录入{StatutoryDays.FirstYear}年至{thisYear + 1}年的安排。"], []);
        List<string> faults = [.. Whole(table), .. table.Days.SelectMany(day => Single(table, day, present)), .. Twice(table)];
        if (table.Days.Any(day => !day.IsLocal)) faults.AddRange(Statutory(table, present));
        return new(faults, [.. Unusual(table, present)]);
    }

    private static IEnumerable<string> Whole(CalendarTable table)
    {
        if (table.Status != TableStatus.Official) yield return "这是推算的暂定安排,不是正式通知,不能录入。";
        if (table.Days.Count == 0) yield return "没有任何放假或上班的日期。";
    }

    private static IEnumerable<string> Single(CalendarTable table, CalendarDay day, BureauCalendar present)
    {
        if (day.Name.Length > LongestName) yield return $"{Name(day)}:节日名称最多{LongestName}字。";
        // 元旦 may begin in the December before.
        if (day.Date.Year != table.Year && !(day.Date.Year == table.Year - 1 && day.Date.Month == 12)) yield return $"{Name(day)}:不在{table.Year}年。";
        if (!day.IsOff && day.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) yield return $"{Name(day)}:调休上班日必须是周六或周日。";
        if (day is { IsOff: false, IsLocal: true } && National(present, day.Date) is { IsOff: true } off) yield return $"{Name(day)}:全国安排这一天放假({off.Name}),不能上班。";
    }

    private static IEnumerable<string> Twice(CalendarTable table) =>
        from date in table.Days.GroupBy(day => day.Date)
        where date.Count() > 1
        select date.Select(day => day.Kind).Distinct().Count() > 1
            ? $"{DeadlineText.Day(date.Key)}既写了放假又写了上班。"
            : $"{DeadlineText.Day(date.Key)}写了两次({string.Join('、', date.Select(day => day.Name))})。";

    /// <summary>A table for a year must have every day of the law; a later notice about single days must leave them as they are.</summary>
    private static IEnumerable<string> Statutory(CalendarTable table, BureauCalendar present)
    {
        var missing = StatutoryDays.MissingFrom(table.Days, table.Year);
        if (missing.Count > 0 && !present.IsOfficial(table.Year))
            yield return $"缺少法定节假日:{string.Join('、', missing.Select(day => $"{DeadlineText.Day(day.Date)}{day.Name}"))}。";
        foreach (var day in table.Days.Where(day => !day.IsOff && StatutoryDays.Of(table.Year).Any(off => off.Date == day.Date)))
            yield return $"{Name(day)}:这一天是法定节假日,不能上班。";
    }

    private static IEnumerable<string> Unusual(CalendarTable table, BureauCalendar present)
    {
        var makeUps = table.Days.Count(day => day is { IsOff: false, IsLocal: false });
        if (MergedTables.IsComplete(table) && makeUps is < FewestMakeUps or > MostMakeUps)
            yield return string.Create(CultureInfo.InvariantCulture, $"调休上班日共{makeUps}天,往年为{FewestMakeUps}至{MostMakeUps}天,请核对是否有遗漏。");
        if (!MergedTables.IsComplete(table) && table.Days.Any(day => !day.IsLocal))
            yield return $"这份通知只涉及个别日期,将补充到已有的{table.Year}年安排中,不替换。";
        foreach (var day in table.Days.Where(day => day is { IsOff: true, IsLocal: true } && National(present, day.Date) is { IsOff: false }))
            yield return $"{Name(day)}:全国安排这一天调休上班,请核对。";
    }

    private static CalendarDay? National(BureauCalendar present, DateOnly date) =>
        present.Tables.Where(table => table.Status == TableStatus.Official).SelectMany(table => table.Days).LastOrDefault(day => !day.IsLocal && day.Date == date);

    private static string Name(CalendarDay day) => $"“{day.Name}”{DeadlineText.Day(day.Date)}";
}
