using System.Collections.Frozen;
using DisclosureBot.Clock;

namespace DisclosureBot.Opinions.Matching;

/// <summary>How alike two tellings are; what is not the same may be near enough for people to look.</summary>
public enum Likeness { Different, Near, Same }

/// <summary>Whether two tellings tell one story: alike in wording, and at odds in no fact that both name. Pure.</summary>
public static class StoryMatch
{
    /// <summary>What is told again after it is news, or another event.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(7);

    /// <summary>The same where no day is named that both agree in.</summary>
    private static readonly TimeSpan Undated = TimeSpan.FromDays(3);

    /// <summary>Tuned on generated items and checked on others, see the figures under Tests/Opinions/Matching.</summary>
    private const double SameFrom = 0.62;
    private const double NearFrom = 0.42;

    public static (Likeness Likeness, double Score) Compare(Telling one, Telling other)
    {
        if ((one.SeenAt - other.SeenAt).Duration() > (one.Facts.Days.Overlaps(other.Facts.Days) ? Window : Undated)) return (Likeness.Different, 0);
        var odds = Odds(one, other);
        if (one.Url is not null && one.Url == other.Url && odds < 2) return (Likeness.Same, 1);
        var score = Score(one, other);
        return (score >= SameFrom && odds == 0 ? Likeness.Same : score >= NearFrom ? Likeness.Near : Likeness.Different, score - odds);
    }

    /// <summary>Whether both name a fact, and not the same.</summary>
    public static bool Deny(Telling one, Telling other) => Odds(one, other) > 0;

    /// <summary>0 to about 1.3: wording counts most, and what both name confirms it.</summary>
    private static double Score(Telling one, Telling other)
    {
        var headline = Dice(one.Headline, other.Headline);
        var contained = one.Headline.Length <= other.Headline.Length ? Contained(one.Headline, other.Whole) : Contained(other.Headline, one.Whole);
        var text = one.Text.Length >= 12 && other.Text.Length >= 12 ? Contained(one.Whole, other.Whole) : headline;
        var wording = Math.Max(headline, (0.45 * headline) + (0.3 * contained) + (0.25 * text));
        return wording + Confirmed(one.Facts, other.Facts);
    }

    private static double Confirmed(StoryFacts one, StoryFacts other) =>
        (one.Names.Overlaps(other.Names) ? 0.2 : 0) + (one.Towns.Overlaps(other.Towns) ? 0.12 : 0) + (one.Villages.Overlaps(other.Villages) ? 0.08 : 0)
        + (one.Happenings.Overlaps(other.Happenings) ? 0.1 : 0) + (one.Counties.Overlaps(other.Counties) ? 0.06 : 0) + (one.Goods.Overlaps(other.Goods) ? 0.05 : 0)
        + (one.Amounts.Overlaps(other.Amounts) ? 0.06 : 0) + (one.Days.Overlaps(other.Days) ? 0.04 : 0);

    /// <summary>How many facts are at odds.</summary>
    private static int Odds(Telling one, Telling other)
    {
        var (a, b) = (one.Facts, other.Facts);
        return Count(
            Apart(a.Counties, b.Counties), Apart(a.Towns, b.Towns), Apart(a.Villages, b.Villages), Apart(a.Names, b.Names) || Apart(one.Title.Names, other.Title.Names), Apart(a.Happenings, b.Happenings), Apart(a.Goods, b.Goods),
            Apart(a.Days, b.Days), Apart(a.Periods, b.Periods), Apart(a.Amounts, b.Amounts), Apart(a.People, b.People), Foretold(one, other), Foretold(other, one), !TollsAgree(one, other));
    }

    private static int Count(params ReadOnlySpan<bool> odds)
    {
        var count = 0;
        foreach (var odd in odds) count += odd ? 1 : 0;
        return count;
    }

    private static bool Apart<T>(FrozenSet<T> one, FrozenSet<T> other) => one.Count > 0 && other.Count > 0 && !one.Overlaps(other);

    /// <summary>Nobody tells of a thing before its day.</summary>
    private static bool Foretold(Telling one, Telling other) => other.Began is { } began && began > BureauTime.Day(one.SeenAt);

    /// <summary>
    /// Numbers of people only grow: later tellings may name more, never fewer, and not far later;
    /// unless place and day are the same beyond doubt, for old numbers are still passed on.
    /// </summary>
    private static bool TollsAgree(Telling one, Telling other)
    {
        if (one.Facts.Names.Overlaps(other.Facts.Names) && one.Facts.Days.Overlaps(other.Facts.Days)) return true;
        var (early, late) = one.SeenAt <= other.SeenAt ? (one, other) : (other, one);
        foreach (var (kind, number) in early.Facts.Tolls)
            if (late.Facts.Tolls.TryGetValue(kind, out var then) && then != number && !Grown(number, then, late.SeenAt - early.SeenAt)) return false;
        return true;
    }

    private static bool Grown(int number, int then, TimeSpan after) => then > number && after <= TimeSpan.FromDays(3);

    private static double Dice(int[] one, int[] other) => one.Length + other.Length == 0 ? 0 : 2.0 * Common(one, other) / (one.Length + other.Length);

    /// <summary>Which part of the shorter is in the longer.</summary>
    private static double Contained(int[] one, int[] other) => Math.Min(one.Length, other.Length) is var shorter && shorter == 0 ? 0 : (double)Common(one, other) / shorter;

    private static int Common(int[] one, int[] other)
    {
        var (i, j, common) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            var order = one[i].CompareTo(other[j]);
            if (order == 0) common++;
            if (order <= 0) i++;
            if (order >= 0) j++;
        }

        return common;
    }
}
