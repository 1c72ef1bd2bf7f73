namespace DisclosureBot.Opinions.Watch;

/// <summary>Who has the watch at a moment, as far as this process has heard.</summary>
public sealed class DutyBook
{
    private readonly Dictionary<DateOnly, IReadOnlyList<string>> _byDay = [];

    /// <returns>Person ids; empty where nobody was entered for the day.</returns>
    public IReadOnlyList<string> OnDuty(DateTimeOffset at) => _byDay.GetValueOrDefault(Clock.BureauTime.Day(at), []);
}
