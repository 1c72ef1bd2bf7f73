using System.Globalization;

namespace DisclosureBot.Opinions.Feeds;

/// <summary>One RSS or Atom feed under watch.</summary>
/// <param name="Name">As people call it; stands on the items it brings.</param>
/// <param name="Every">Between two fetches.</param>
public sealed record Feed(string Name, string Url, TimeSpan Every, FeedRules Rules)
{
    /// <summary>Who reports what it brings.</summary>
    public Who Reporter => new($"feed:{Name}", Name);
}

/// <summary>The feeds of this bureau: the configuration section <c>Opinion:Feeds</c>.</summary>
public sealed record FeedSettings(IReadOnlyList<Feed> Feeds)
{
    private const string Section = "Opinion:Feeds";
    private const int LongestName = 40;
    private const int UsualMinutes = 30;
    private static readonly string[] Keys = ["Name", "Url", "EveryMinutes", "Keywords", "Except"];

    /// <exception cref="InvalidOperationException">With a sentence that names the setting and says what would do.</exception>
    public static FeedSettings Read(IConfiguration configuration)
    {
        Feed[] feeds = [.. configuration.GetSection(Section).GetChildren().Select(One)];
        Unique(feeds.Select(feed => feed.Name), "Name");
        Unique(feeds.Select(feed => feed.Url), "Url");
        return new(feeds);
    }

    private static Feed One(IConfigurationSection section)
    {
        foreach (var given in section.GetChildren())
            if (!Keys.Contains(given.Key, StringComparer.OrdinalIgnoreCase))
                throw new InvalidOperationException($"{given.Path} is not a setting (known: {string.Join(", ", Keys)}).");
        return new(Name(section), Url(section), Every(section), Rules(section));
    }

    private static string Name(IConfigurationSection section) => Wording.Clean(section["Name"]) is { Length: <= LongestName } name
        ? name
        : throw new InvalidOperationException($"{section.Path}:Name must say what people call the feed, in at most {LongestName} letters.");

    private static string Url(IConfigurationSection section) => WebAddress.Read(section["Url"], "Url", out var url) is null
        ? new Uri(url).AbsoluteUri
        : throw new InvalidOperationException($"{section.Path}:Url must be a whole address that begins with http:// or https:// and has no user name in it.");

    private static TimeSpan Every(IConfigurationSection section) => section["EveryMinutes"] is not { Length: > 0 } minutes ? TimeSpan.FromMinutes(UsualMinutes)
        : int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 5 and <= 1440 ? TimeSpan.FromMinutes(number)
        : throw new InvalidOperationException($"{section.Path}:EveryMinutes must be a whole number of minutes from 5 to 1440.");

    private static FeedRules Rules(IConfigurationSection section)
    {
        var keywords = FeedRules.Parse(section.GetSection("Keywords").Get<string[]>() ?? [])
            ?? throw new InvalidOperationException($"{section.Path}:Keywords must list words, or several joined by + that must all occur; one of them is empty.");
        var except = FeedRules.Parse(section.GetSection("Except").Get<string[]>() ?? [])
            ?? throw new InvalidOperationException($"{section.Path}:Except must list words, or several joined by + that must all occur; one of them is empty.");
        return keywords.Count > 0
            ? new(keywords, except)
            : throw new InvalidOperationException($"{section.Path}:Keywords is missing: without keywords the feed would take in everything. List at least one word.");
    }

    private static void Unique(IEnumerable<string> values, string key)
    {
        if (values.GroupBy(value => value, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new InvalidOperationException($"{Section}: two feeds have the {key} '{twice.Key}'; each needs its own.");
    }
}
