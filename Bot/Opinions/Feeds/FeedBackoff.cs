namespace DisclosureBot.Opinions.Feeds;

/// <summary>How long a feed that fails is left alone.</summary>
public static class FeedBackoff
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>No site is believed that asks for more.</summary>
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(24);

    /// <summary>The feed's own interval first, then doubling; up to a fifth less, so that feeds that failed together do not return together.</summary>
    /// <param name="failures">In a row, this one included.</param>
    /// <param name="chance">From 0 to 1.</param>
    /// <param name="asked">By the site (Retry-After): never earlier.</param>
    public static TimeSpan After(TimeSpan every, int failures, double chance, TimeSpan? asked)
    {
        var pause = Math.Min(every.TotalSeconds * Math.Pow(2, Math.Min(failures, 16) - 1), Longest.TotalSeconds) * (1 - (chance / 5));
        return TimeSpan.FromSeconds(Math.Max(pause, Math.Min(asked?.TotalSeconds ?? 0, LongestAsked.TotalSeconds)));
    }
}
