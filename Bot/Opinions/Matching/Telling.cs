using DisclosureBot.Clock;
using DisclosureBot.Opinions.Intake;

namespace DisclosureBot.Opinions.Matching;

/// <summary>One telling of a story, made ready to be compared; immutable.</summary>
public sealed class Telling
{
    /// <summary>Characters of the text that are compared: a story says what it is about at its beginning.</summary>
    private const int LongestText = 1200;

    /// <summary>Characters of the text whose pairs a telling may be found by.</summary>
    private const int Opening = 60;

    private Telling(string headline, string? text, string? place, string? url, DateTimeOffset seenAt)
    {
        var folded = StoryText.Undressed(StoryText.Folded(headline));
        var body = StoryText.Folded(text is { Length: > LongestText } ? text[..LongestText] : text ?? "");
        var essence = StoryText.Essence(folded);
        var bodyEssence = StoryText.Essence(body);
        Url = StoryUrl.Canonical(url);
        SeenAt = seenAt;
        Headline = StoryText.Pairs(essence);
        Text = StoryText.Pairs(bodyEssence);
        Whole = StoryText.Pairs(essence + bodyEssence);
        Keys = StoryText.Pairs(essence + (bodyEssence.Length > Opening ? bodyEssence[..Opening] : bodyEssence));
        Facts = StoryFacts.Read($"{folded}。{StoryText.Folded(place ?? "")}。{body}");
        Title = StoryFacts.Read(folded);
        Began = Facts.Days.Select(day => Past(day, BureauTime.Day(seenAt))).OfType<DateOnly>().Order().Cast<DateOnly?>().FirstOrDefault();
    }

    /// <summary>Canonical; null where it has none of its own.</summary>
    public string? Url { get; }

    public DateTimeOffset SeenAt { get; }

    public int[] Headline { get; }

    public int[] Text { get; }

    public int[] Whole { get; }

    /// <summary>What it is found by.</summary>
    public int[] Keys { get; }

    internal StoryFacts Facts { get; }

    /// <summary>What the headline alone names.</summary>
    internal StoryFacts Title { get; }

    /// <summary>The first day it names that was past when it was seen; bureau time.</summary>
    internal DateOnly? Began { get; }

    public static Telling Of(Story story, OpinionSource source) => new(source.Headline, story.Text, story.Place, source.Url, source.SeenAt);

    /// <summary>As an item's further source: only its headline was kept.</summary>
    public static Telling Of(OpinionSource source, string? place) => new(source.Headline, null, place, source.Url, source.SeenAt);

    public static Telling Of(OpinionItem item) => new(item.Story.Headline, ClosedHint.Without(item.Story.Text), item.Story.Place, item.Sources[0].Url, item.Sources[0].SeenAt);

    /// <summary>The last such day of a month; null where there was none lately.</summary>
    private static DateOnly? Past(int day, DateOnly seen)
    {
        for (var back = 0; back < 20; back++)
            if (seen.AddDays(-back).Day == day) return seen.AddDays(-back);
        return null;
    }
}
