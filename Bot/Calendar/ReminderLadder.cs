namespace DisclosureBot.Calendar;

/// <summary>When people are reminded of a deadline: before it, on its last day, and once it has passed, always as the doors open.</summary>
public static class ReminderLadder
{
    /// <summary>An unknown make-up Saturday makes the true deadline earlier, so a 暂定 one is recalled this many working days before its time.</summary>
    private const int EarlierWhenProvisional = 3;

    /// <summary>Whether the prefecture's holidays interrupt a count is settled by no text found.</summary>
    private const int EarlierAcrossLocalHolidays = 1;

    /// <param name="now">
    /// Bureau time; only what lies after it is kept, but an overdue deadline is always told of: where its time has passed, as the doors open next.
    /// </param>
    public static IReadOnlyList<Reminder> Of(BureauCalendar calendar, DateOnly due, Receipt receipt, DateTimeOffset now)
    {
        // A last day off that was not rolled is acted on before it, or it is missed.
        var lastDay = calendar.WorkingDayUpTo(due);
        var reminders = new List<Reminder>(3);
        if (Before(calendar, lastDay, receipt, now) is { } before) reminders.Add(new(Rung.Before, before));
        reminders.Add(new(Rung.OnTheDay, calendar.Opening(lastDay)));
        reminders.Add(new(Rung.Overdue, Overdue(calendar, due, now)));
        return [.. reminders.Where(reminder => reminder.At > now)];
    }

    /// <summary>What was recorded too late, or moved into the past, is overdue all the same.</summary>
    private static DateTimeOffset Overdue(BureauCalendar calendar, DateOnly due, DateTimeOffset now)
    {
        var after = calendar.Opening(due.AddDays(1));
        return after > now ? after : calendar.NextOpening(now);
    }

    /// <summary>As early as the deadline asks and the clock still allows; null when even the last working day before has begun.</summary>
    private static DateTimeOffset? Before(BureauCalendar calendar, DateOnly lastDay, Receipt receipt, DateTimeOffset now)
    {
        // Before a rolled deadline, so early that the strict reading is met as well (B-9).
        var isRolled = receipt.Strict < lastDay;
        var day = isRolled ? calendar.WorkingDayUpTo(receipt.Strict) : calendar.WorkingDayFrom(lastDay, -1);
        for (var earlier = Earlier(receipt); earlier >= 0; earlier--)
            if (calendar.Opening(calendar.WorkingDayFrom(day, -earlier)) is var at && at > now)
                return at;
        return null;
    }

    private static int Earlier(Receipt receipt) =>
        (receipt.IsProvisional ? EarlierWhenProvisional : 0)
        + (receipt.Crossed.Any(day => day is { IsLocal: true, IsOff: true }) ? EarlierAcrossLocalHolidays : 0);
}
