using System.Globalization;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Clock;

namespace DisclosureBot;

/// <summary>Reads days and numbers from a click; what is none counts as not given, and the rules ask for it.</summary>
internal static class StepTyping
{
    private const string Form = "yyyy-MM-dd";

    public static string Show(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    public static DateOnly? Day(this StepClick click, string field) => Day(click[field]);

    public static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The beginning of a day, bureau time.</summary>
    public static DateTimeOffset? Moment(this StepClick click, string field) =>
        click.Day(field) is { } day ? BureauTime.At(day, TimeOnly.MinValue) : null;

    public static int? Number(this StepClick click, string field) =>
        int.TryParse(click[field], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : null;
}
