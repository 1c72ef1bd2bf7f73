using System.Globalization;
using DisclosureBot.Calendar;
using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Slips.Deadlines;

/// <summary>Words a slip's clocks for its card: what is left, how it was counted, and how it ended. Pure.</summary>
public static class ClockViews
{
    /// <param name="today">The bureau's day.</param>
    public static IReadOnlyList<ClockView> Of(Slip slip, DateOnly today) =>
        slip.Deadlines.OrderBy(clock => clock.Kind).Select(clock => Of(clock, today)).ToList();

    private static ClockView Of(RunningDeadline clock, DateOnly today)
    {
        var (due, receipt) = (clock.Deadline.Due, clock.Deadline.Receipt);
        var (text, tone) = clock.DoneOn is { } done ? Ended(clock, done, today) : Left(due, receipt, today);
        return new(DeadlineKinds.Name(clock.Kind), text, tone, clock.IsRunning ? Marks(receipt) : [], Words(clock.Deadline, today));
    }

    private static (string, Tone) Ended(RunningDeadline clock, DateOnly done, DateOnly today) => clock.WasLate
        ? (Text($"{Day(done, today)}完成,逾期{done.DayNumber - clock.Deadline.Due.DayNumber}天(应于{Day(clock.Deadline.Due, today)}前)"), Tone.Bad)
        : ($"{Day(done, today)}完成,按期", Tone.Good);

    private static (string, Tone) Left(DateOnly due, Receipt receipt, DateOnly today)
    {
        var left = due.DayNumber - today.DayNumber;
        var words = left switch
        {
            < 0 => Text($"已逾期{-left}天"),
            0 => "今天到期",
            _ => Text($"还剩{left}天"),
        };
        var tone = left < 0 ? Tone.Bad : today >= WorkdayBefore(due, receipt) ? Tone.Warning : Tone.Good;
        return ($"{Day(due, today)}前,{words}", tone);
    }

    /// <summary>By the days that the receipt names as off or made up; all others are as the week has them.</summary>
    private static DateOnly WorkdayBefore(DateOnly due, Receipt receipt)
    {
        var day = due.AddDays(-1);
        while (day > receipt.Start && IsOff(day, receipt)) day = day.AddDays(-1);
        return day;
    }

    private static bool IsOff(DateOnly day, Receipt receipt) =>
        receipt.Crossed.FirstOrDefault(crossed => crossed.Date == day)?.IsOff ?? day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static List<string> Marks(Receipt receipt)
    {
        var marks = new List<string>();
        if (receipt.IsProvisional) marks.Add($"暂定:{Years(receipt)}节假日安排尚未录入");
        if (receipt.Crossed.Any(day => day.IsLocal)) marks.Add("含州内假日");
        return marks;
    }

    private static List<string> Words(Deadline deadline, DateOnly today)
    {
        var receipt = deadline.Receipt;
        var words = new List<string>
        {
            $"{receipt.Rule}(依据:{receipt.Source})",
            Text($"自{receipt.StartedBy}之日{Day(receipt.Start, today)}的次日起算,{receipt.Count}个{(receipt.Unit == DayUnit.WorkingDay ? "工作日" : "自然日")}"),
        };
        if (receipt.Crossed.Count > 0) words.Add("期间有" + string.Join('、', Runs(receipt.Crossed).Select(run => Run(run, today))));
        if (receipt.Strict != deadline.Due) words.Add($"最后一日{Day(receipt.Strict, today)}逢休息日,顺延至{Day(deadline.Due, today)}");
        if (receipt.IsProvisional) words.Add($"{Years(receipt)}节假日安排尚未录入,本期限为暂定,录入后重新计算");
        words.Add($"日历版本{receipt.CalendarVersion}");
        return words;
    }

    /// <summary>Days of one holiday that follow each other read as one.</summary>
    private static IEnumerable<IReadOnlyList<CrossedDay>> Runs(IReadOnlyList<CrossedDay> days)
    {
        var run = new List<CrossedDay>();
        foreach (var day in days)
        {
            if (run.Count > 0 && (run[^1].Date.AddDays(1) != day.Date || run[^1] with { Date = day.Date } != day))
            {
                yield return run;
                run = [];
            }

            run.Add(day);
        }

        if (run.Count > 0) yield return run;
    }

    private static string Run(IReadOnlyList<CrossedDay> run, DateOnly today)
    {
        var (first, last) = (run[0], run[^1]);
        var days = run.Count == 1 ? Day(first.Date, today, week: false) : $"{Day(first.Date, today, week: false)}至{Day(last.Date, today, week: false)}";
        var kind = first.IsOff ? first.IsLocal ? "州内放假" : "放假" : "调休上班";
        return $"{days}{first.Name}({kind})";
    }

    private static string Years(Receipt receipt) => string.Join('、', receipt.MissingYears.Select(year => Text($"{year}年")));

    /// <summary>11月26日(周四), with the year when it is not this one.</summary>
    private static string Day(DateOnly day, DateOnly today, bool week = true)
    {
        var year = day.Year == today.Year ? "" : Text($"{day.Year}年");
        return Text($"{year}{day.Month}月{day.Day}日{(week ? $"(周{"日一二三四五六"[(int)day.DayOfWeek]})" : "")}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
