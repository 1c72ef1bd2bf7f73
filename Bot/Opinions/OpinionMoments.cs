using System.Globalization;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Clock;

namespace DisclosureBot.Opinions;

/// <summary>Moments as people give them: to the minute, in bureau time. The clocks are counted in hours, so that a day alone does not do.</summary>
internal static class OpinionMoments
{
    /// <summary>Stands for what could not be read; nothing took place so late.</summary>
    public static readonly DateTimeOffset Unreadable = DateTimeOffset.MaxValue;

    /// <summary>Null where neither the day (yyyy-MM-dd) nor the hour (14:30) was given.</summary>
    public static DateTimeOffset? Moment(this StepClick click, string day, string time)
    {
        if (click[day] is null && click[time] is null) return null;
        return click.Day(day) is { } date && TimeOnly.TryParseExact(click[time]?.Trim().Replace('\uFF1A', ':'), "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour)
            ? BureauTime.At(date, hour)
            : Unreadable;
    }

    public static string Time(DateTimeOffset at) => at.ToOffset(BureauTime.Offset).ToString("HH:mm", CultureInfo.InvariantCulture);

    public static Refusal? NotPast(DateTimeOffset when, DateTimeOffset now, string label) => when > now
        ? OpinionAnswers.Invalid($"“{label}”应写明已经发生的日期和时间(如 2026-11-26、14:30),不能晚于现在,请核对。")
        : null;

    /// <summary>People write minutes: the same minute is not before.</summary>
    public static Refusal? Before(DateTimeOffset when, DateTimeOffset bound, string label, string what) => when < bound.AddTicks(-(bound.Ticks % TimeSpan.TicksPerMinute))
        ? OpinionAnswers.Invalid($"“{label}”不能早于{what}({BureauTime.Show(bound)}),请核对。")
        : null;

    /// <summary>The earliest moment at which anybody could speak of it.</summary>
    public static DateTimeOffset Beginning(OpinionItem item) => item.Story.OccurredAt is { } occurred && occurred < item.Story.LearntAt ? occurred : item.Story.LearntAt;
}
