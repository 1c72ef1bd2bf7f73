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
        return new(DeadlineKinds.Name(clock.Kind), text, tone, clock.IsRunning ? DeadlineText.Marks(receipt) : [], DeadlineText.Receipt(clock.Deadline));
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

    private static string Day(DateOnly day, DateOnly today) => DeadlineText.Day(day, today.Year);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
