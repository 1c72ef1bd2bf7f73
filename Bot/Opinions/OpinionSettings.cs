using System.Globalization;

namespace DisclosureBot.Opinions;

/// <summary>What a bureau settles for its watch: the configuration section <c>Opinion</c>.</summary>
/// <param name="Patience">How long an item of that weight rests untaken before the next rung is called (<c>Opinion:Patience:{Gravity}</c>, minutes).</param>
/// <param name="FirstReleaseClock">The 5 hours of 国办发〔2016〕80号 (<c>Opinion:NationalClocks:FirstRelease</c>).</param>
/// <param name="ResponseClock">The 48 hours of 国办发〔2016〕61号 (<c>Opinion:NationalClocks:Response</c>).</param>
public sealed record OpinionSettings(IReadOnlyDictionary<Gravity, TimeSpan> Patience, bool FirstReleaseClock, bool ResponseClock)
{
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

    /// <exception cref="InvalidOperationException">A patience is no whole number of minutes from 1 to 1440, or a switch is neither true nor false.</exception>
    public static OpinionSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Opinion");
        var patience = Usual.Patience.ToDictionary(
            usual => usual.Key,
            usual => section[$"Patience:{usual.Key}"] is not { } minutes ? usual.Value
                : int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 1440 ? TimeSpan.FromMinutes(number)
                : throw new InvalidOperationException($"Opinion:Patience:{usual.Key} must be a whole number of minutes from 1 to 1440."));
        return new(patience, Switch(section, "FirstRelease"), Switch(section, "Response"));
    }

    private static bool Switch(IConfigurationSection section, string name) =>
        section[$"NationalClocks:{name}"] is not { } value || (bool.TryParse(value, out var on) ? on
            : throw new InvalidOperationException($"Opinion:NationalClocks:{name} must be true or false."));
}
