namespace DisclosureBot.Cards.Calendar;

/// <summary>The buttons of an import, each carrying what <see cref="CalendarClick.Read"/> needs.</summary>
public static class CalendarButtons
{
    /// <summary>For lists that show cases of several kinds.</summary>
    public static ExecuteAction Show(string title, string calendar) => Act(title, CalendarVerbs.Show, calendar) with { AssociatedInputs = "none" };

    /// <summary>确认生效 must go through whatever stands in the inputs.</summary>
    internal static ExecuteAction Confirm(string calendar) => Act("确认生效", CalendarVerbs.Confirm, calendar) with { AssociatedInputs = "none" };

    internal static ExecuteAction Reject(string calendar) => Act("退回", CalendarVerbs.Reject, calendar);

    private static ExecuteAction Act(string title, string verb, string calendar) =>
        new(title, verb, new Dictionary<string, string>(StringComparer.Ordinal) { ["calendar"] = calendar });
}
