using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DisclosureBot.Calendar;

/// <summary>Which of several tables are in force, and the name of what they make together.</summary>
internal static class MergedTables
{
    /// <summary>
    /// A complete official table replaces what stood for its year; a later notice about single days only adds to it.
    /// Of the prefecture's tables a later one replaces the holidays of the same name and year.
    /// </summary>
    public static IReadOnlyList<CalendarTable> InForce(IEnumerable<CalendarTable> tables)
    {
        List<CalendarTable> inForce = [];
        foreach (var table in tables)
        {
            var isComplete = IsComplete(table);
            var names = table.Days.Where(day => day.IsLocal).Select(day => day.Name).ToHashSet(StringComparer.Ordinal);
            for (var i = 0; i < inForce.Count; i++)
                if (inForce[i].Year == table.Year)
                    inForce[i] = Without(inForce[i], day => day.IsLocal ? names.Contains(day.Name) : isComplete);
            inForce.Add(table);
        }

        var announced = inForce.Where(IsComplete).Select(table => table.Year).ToHashSet();
        return [.. inForce
            .Select(table => table.Status == TableStatus.Provisional && announced.Contains(table.Year) ? Without(table, day => !day.IsLocal) : table)
            .Where(table => table.Days.Count > 0)];
    }

    /// <summary>Whether the table settles its year: announced, with every day on which the whole country is off by law.</summary>
    public static bool IsComplete(CalendarTable table) => table.Status == TableStatus.Official && StatutoryDays.MissingFrom(table.Days, table.Year) is [];

    private static CalendarTable Without(CalendarTable table, Func<CalendarDay, bool> dropped) => table with { Days = [.. table.Days.Where(day => !dropped(day))] };

    /// <summary>2024–2026官方·1a2b3c4d: the years announced, and a hash over every day that counts.</summary>
    public static string Version(IReadOnlyCollection<int> official, IEnumerable<CalendarDay> days)
    {
        var text = new StringBuilder().AppendJoin(',', official.Order()).Append('\n');
        foreach (var day in days.OrderBy(day => day.Date).ThenBy(day => day.Scope))
            text.Append(CultureInfo.InvariantCulture, $"{day.Date:O} {day.Kind} {day.Scope} {day.Name}\n");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 4));
        return official.Count == 0 ? $"无官方日历·{hash}" : string.Create(CultureInfo.InvariantCulture, $"{Years(official)}官方·{hash}");
    }

    private static string Years(IReadOnlyCollection<int> years) =>
        years.Count == 1 ? $"{years.Single()}" : years.Max() - years.Min() == years.Count - 1 ? $"{years.Min()}–{years.Max()}" : string.Join('、', years.Order());
}
