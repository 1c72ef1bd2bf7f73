using System.Globalization;
using DisclosureBot.Bureau;

namespace DisclosureBot.Slips.Expediting;

/// <summary>How long a slip may rest at each desk of the review before it is told upwards: <c>Slips:Rest</c> in the settings, in working hours; 0 for never.</summary>
/// <remarks>As given for 平件; half of it for 加急, a quarter for 特急.</remarks>
public sealed record RestSettings(TimeSpan SectionHead, TimeSpan GeneralOffice, TimeSpan Leader)
{
    public static readonly RestSettings Usual = new(TimeSpan.FromHours(8), TimeSpan.FromHours(8), TimeSpan.FromHours(8));

    /// <summary>More than a working month is a slip of the pen.</summary>
    private const double MostHours = 200;

    /// <exception cref="InvalidOperationException">A limit is no number of hours from 0 to 200.</exception>
    public static RestSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Slips:Rest");
        return new(
            Hours(section, nameof(SectionHead)) ?? Usual.SectionHead,
            Hours(section, nameof(GeneralOffice)) ?? Usual.GeneralOffice,
            Hours(section, nameof(Leader)) ?? Usual.Leader);
    }

    /// <summary>In working time; null where such a slip may rest as long as it will.</summary>
    public TimeSpan? Limit(Stage stage, string urgency)
    {
        var ordinary = stage switch
        {
            Stage.SectionHead => SectionHead,
            Stage.GeneralOffice => GeneralOffice,
            Stage.Leader => Leader,
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
        };
        return ordinary == TimeSpan.Zero ? null : urgency switch
        {
            UrgencyLevel.ExtraUrgent => ordinary / 4,
            UrgencyLevel.Urgent => ordinary / 2,
            _ => ordinary,
        };
    }

    private static TimeSpan? Hours(IConfigurationSection section, string name) => section[name] switch
    {
        null => null,
        var text when double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) && hours <= MostHours => TimeSpan.FromHours(hours),
        var text => throw new InvalidOperationException($"Slips:Rest:{name} must be working hours from 0 to {MostHours}, not “{text}”."),
    };
}
