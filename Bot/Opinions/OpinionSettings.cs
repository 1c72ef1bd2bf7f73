using System.Globalization;

namespace DisclosureBot.Opinions;

/// <summary>What a bureau settles for its watch: the configuration section <c>Opinion</c>.</summary>
/// <param name="Patience">How long an item of that weight rests untaken before the next rung is called (<c>Opinion:Patience:{Gravity}</c>, minutes).</param>
/// <param name="FirstReleaseClock">The 5 hours of 国办发〔2016〕80号 (<c>Opinion:NationalClocks:FirstRelease</c>).</param>
/// <param name="ResponseClock">The 48 hours of 国办发〔2016〕61号 (<c>Opinion:NationalClocks:Response</c>); with both off only the 24 hours of 三(九) run (B-23).</param>
public sealed record OpinionSettings(IReadOnlyDictionary<Gravity, TimeSpan> Patience, bool FirstReleaseClock, bool ResponseClock)
{
    private const string Waits = "Opinion:Patience";
    private const string Switches = "Opinion:NationalClocks";
    private const string FirstRelease = "FirstRelease";
    private const string Response = "Response";
    private const int LongestMinutes = 24 * 60;

    public static readonly OpinionSettings Usual = new(
        new Dictionary<Gravity, TimeSpan>
        {
            [Gravity.General] = TimeSpan.FromMinutes(120),
            [Gravity.Important] = TimeSpan.FromMinutes(30),
            [Gravity.Unassessed] = TimeSpan.FromMinutes(60),
            [Gravity.GeneralIncident] = TimeSpan.FromMinutes(15),
            [Gravity.MajorIncident] = TimeSpan.FromMinutes(10),
            [Gravity.UnrankedIncident] = TimeSpan.FromMinutes(10),
            [Gravity.SeriousIncident] = TimeSpan.FromMinutes(5),
            [Gravity.ExtraordinaryIncident] = TimeSpan.FromMinutes(5),
        }, FirstReleaseClock: true, ResponseClock: true);

    /// <exception cref="InvalidOperationException">A value cannot be read, or a key is not known; names it and what would do.</exception>
    public static OpinionSettings Read(IConfiguration configuration)
    {
        var waits = Known(configuration.GetSection(Waits), [.. Usual.Patience.Keys.Select(gravity => gravity.ToString())]);
        var switches = Known(configuration.GetSection(Switches), [FirstRelease, Response]);
        return new(
            Usual.Patience.ToDictionary(usual => usual.Key, usual => Minutes(waits, usual.Key.ToString(), usual.Value)),
            Switch(switches, FirstRelease), Switch(switches, Response));
    }

    /// <summary>What stands in the wrong place, or under a misspelt key, would leave the usual values in force without a word.</summary>
    private static IConfigurationSection Known(IConfigurationSection section, IReadOnlyList<string> keys)
    {
        if (section.Value is { Length: > 0 } value) throw new InvalidOperationException($"{section.Path} is '{value}'; set its keys instead ({string.Join(", ", keys)}).");
        var unknown = section.GetChildren().FirstOrDefault(given => !keys.Contains(given.Key, StringComparer.OrdinalIgnoreCase));
        return unknown is null ? section : throw new InvalidOperationException($"{unknown.Path} is not a setting (known: {string.Join(", ", keys)}).");
    }

    private static TimeSpan Minutes(IConfigurationSection section, string key, TimeSpan usual) => section[key] switch
    {
        null or "" => usual,
        var text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is >= 1 and <= LongestMinutes
            ? TimeSpan.FromMinutes(minutes)
            : throw Wrong(section, key, text, $"a whole number of minutes from 1 to {LongestMinutes}"),
    };

    private static bool Switch(IConfigurationSection section, string key) => section[key] switch
    {
        null or "" => true,
        var text => bool.TryParse(text, out var on) ? on : throw Wrong(section, key, text, "true or false"),
    };

    private static InvalidOperationException Wrong(IConfigurationSection section, string key, string text, string expected) =>
        new($"{section.Path}:{key} is '{text}'; it must be {expected}.");
}
