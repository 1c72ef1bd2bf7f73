namespace DisclosureBot.Bureau;

/// <summary>Where this bureau publishes: the configuration section <c>Publishing</c>.</summary>
/// <param name="PublicationChannels">渠道 of a document, 局网站 first (五(三), W-08).</param>
/// <param name="InterpretationChannels">Which of them satisfy 三(八) for 解读材料 (B-19).</param>
public sealed record PublishingSettings(IReadOnlyList<string> PublicationChannels, IReadOnlyList<string> InterpretationChannels)
{
    public static readonly PublishingSettings Usual = new(["局网站", "州政府门户网站", "微信公众号", "微博"], ["局网站", "州政府门户网站"]);

    /// <exception cref="InvalidOperationException">A list is given and empty, or names a channel twice or not at all.</exception>
    public static PublishingSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Publishing");
        return new(
            Channels(section, nameof(PublicationChannels)) ?? Usual.PublicationChannels,
            Channels(section, nameof(InterpretationChannels)) ?? Usual.InterpretationChannels);
    }

    private static string[]? Channels(IConfigurationSection section, string name)
    {
        if (!section.GetSection(name).Exists()) return null;
        var named = section.GetSection(name).Get<string[]>() ?? [];
        return named.Length > 0 && named.All(channel => !string.IsNullOrWhiteSpace(channel) && !channel.Contains(',', StringComparison.Ordinal)) && named.Distinct(StringComparer.Ordinal).Count() == named.Length
            ? named
            : throw new InvalidOperationException($"Publishing:{name} must list each channel once, without commas.");
    }
}
