using System.Globalization;
using DisclosureBot.Cards.Calendar;
using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Calendar;

/// <summary>Words which years the calendar settles, which it only guesses, and which it does not know.</summary>
internal static class Coverage
{
    public static IReadOnlyList<CoverageLine> Of(BureauCalendar calendar, int thisYear) =>
        [.. from year in Enumerable.Range(thisYear - 1, 3) select National(calendar, year), .. from year in Enumerable.Range(thisYear - 1, 3) select Local(calendar, year)];

    private static CoverageLine National(BureauCalendar calendar, int year)
    {
        var tables = calendar.Tables.Where(table => table.Year == year && table.Days.Any(day => !day.IsLocal)).ToList();
        if (calendar.IsOfficial(year)) return new(Label(year, "全国"), $"已录入:{TableText.Source(tables.Last(MergedTables.IsComplete).Source)}", Tone.Good);
        return tables.Count > 0
            ? new(Label(year, "全国"), "尚未录入,暂按推算(非官方安排)计算,涉及的期限标为暂定", Tone.Warning)
            : new(Label(year, "全国"), "尚未录入,也没有推算,涉及的期限按周一至周五计算并标为暂定", Tone.Bad);
    }

    private static CoverageLine Local(BureauCalendar calendar, int year)
    {
        var tables = calendar.Tables.Where(table => table.Year == year && table.Days.Any(day => day.IsLocal)).ToList();
        if (tables.Count == 0) return new(Label(year, "州内"), "尚未录入(自治州成立纪念日、火把节、彝族年)", Tone.Warning);
        var names = tables.SelectMany(table => table.Days).Where(day => day.IsLocal).Select(day => day.Name).Distinct().ToList();
        var missing = tables.SelectMany(table => table.Missing ?? []).Except(names).ToList();
        var known = string.Join('、', names) + (tables.Any(table => table.Status == TableStatus.Provisional) ? "(据转载,未见原文)" : "");
        var uncounted = calendar.Settings.LocalHolidaysAreNonWorking ? "" : ";按设置不影响期限计算";
        return new(Label(year, "州内"), $"{known}{(missing.Count > 0 ? $";缺{string.Join('、', missing)}" : "")}{uncounted}", missing.Count > 0 ? Tone.Warning : Tone.Good);
    }

    private static string Label(int year, string scope) => string.Create(CultureInfo.InvariantCulture, $"{year}年{scope}");
}
