using System.Globalization;

namespace DisclosureBot.Calendar;

/// <summary>Words a deadline for people: the day, what is doubtful about it, and how it was counted.</summary>
public static class DeadlineText
{
    private const string Weekdays = "日一二三四五六";

    /// <summary>11月26日(周四)前, with the year when it is not <paramref name="year"/>. Done on that day is on time.</summary>
    public static string Due(Deadline deadline, int year) => Day(deadline.Due, year) + "前";

    /// <summary>11月26日(周四), with the year when it is not <paramref name="year"/>.</summary>
    public static string Day(DateOnly day, int? year = null)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日(周{Weekday(day)})");
        return year is { } current && day.Year != current ? string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{text}") : text;
    }

    /// <summary>一 … 六, 日.</summary>
    public static char Weekday(DateOnly day) => Weekdays[(int)day.DayOfWeek];

    /// <summary>What must stand beside the day: 暂定(…), 含州内假日; often nothing.</summary>
    public static IReadOnlyList<string> Marks(Receipt receipt)
    {
        List<string> marks = [];
        if (receipt.IsProvisional) marks.Add($"暂定({string.Join('、', receipt.MissingYears)}年节假日安排尚未录入)");
        if (receipt.Crossed.Any(day => day is { IsLocal: true, IsOff: true })) marks.Add("含州内假日");
        return marks;
    }

    /// <summary>The day with its marks, in one line.</summary>
    public static string Line(Deadline deadline, int year) => string.Join(',', [Due(deadline, year), .. Marks(deadline.Receipt)]);

    /// <summary>The receipt, line by line: rule, source, start, what was crossed, calendar.</summary>
    public static IReadOnlyList<string> Receipt(Deadline deadline)
    {
        var receipt = deadline.Receipt;
        var year = receipt.Start.Year;
        var unit = receipt.Unit == DayUnit.CalendarDay ? "自然日" : "工作日";
        List<string> lines =
        [
            $"规则:{receipt.Rule}",
            $"依据:{receipt.Source}",
            $"起算:{receipt.Start.Year}年{Day(receipt.Start)}{receipt.StartedBy},当日不计,计{receipt.Count}个{unit}",
            receipt.Strict == deadline.Due ? $"截止:{Day(deadline.Due, year)}" : $"截止:{Day(receipt.Strict, year)}为休息日,顺延至{Day(deadline.Due, year)}",
            $"经过:{Crossed(receipt.Crossed, year)}",
            .. Marks(receipt).Select(mark => $"提示:{mark}"),
            $"日历:{receipt.CalendarVersion}",
        ];
        return lines;
    }

    private static string Crossed(IReadOnlyList<CrossedDay> crossed, int year) =>
        crossed.Count == 0 ? "无节假日和调休上班日" : string.Join(';', Runs(crossed).Select(run => Run(run, year)));

    private static string Run(IReadOnlyList<CrossedDay> run, int year)
    {
        var (first, last) = (run[0], run[^1]);
        var days = first == last ? Day(first.Date, year) : $"{Day(first.Date, year)}至{Day(last.Date, year)}";
        return $"{days}{(first.IsOff ? $"{first.Name}放假" : $"调休上班({first.Name})")}{(first.IsLocal ? "(州内)" : "")}";
    }

    /// <summary>Days of one holiday that follow each other are read as one.</summary>
    private static List<List<CrossedDay>> Runs(IReadOnlyList<CrossedDay> crossed)
    {
        List<List<CrossedDay>> runs = [];
        foreach (var day in crossed)
            if (runs is [.., [.., var last]] && last == day with { Date = last.Date } && last.Date.AddDays(1) == day.Date) runs[^1].Add(day);
            else runs.Add([day]);
        return runs;
    }
}
