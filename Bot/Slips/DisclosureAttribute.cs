namespace DisclosureBot.Slips;

/// <summary>公开属性: what the public may see of a document. The names travel in payloads and events.</summary>
public enum DisclosureAttribute { Public, NotDisclosed, OnRequest, Redacted }

/// <summary>The prescribed words of 四(一)1–4, to the letter: which box says what about which value.</summary>
public static class AttributeStatement
{
    /// <summary>The leader's agreement is this one word (四(一)4).</summary>
    public const string LeaderAgrees = "同意";

    /// <summary>公开发布 first: disclosure is the rule (一, 二(一); G-03).</summary>
    public static readonly IReadOnlyList<DisclosureAttribute> InOrder =
        [DisclosureAttribute.Public, DisclosureAttribute.NotDisclosed, DisclosureAttribute.OnRequest, DisclosureAttribute.Redacted];

    /// <summary>此件…: the drafter's words in 密级, and the leader's when determining another value.</summary>
    public static string Plain(DisclosureAttribute value) => "此件" + Name(value);

    /// <summary>同意此件… or 此件应…: section head and General Office, against what they were asked to confirm.</summary>
    public static string OfReviewer(DisclosureAttribute asked, DisclosureAttribute value) =>
        asked == value ? "同意此件" + Name(value) : "此件应" + Name(value);

    /// <summary>同意 or 此件…: the leader, against the section's opinion and never the office's (F-12, B-6).</summary>
    public static string OfLeader(DisclosureAttribute section, DisclosureAttribute value) =>
        section == value ? LeaderAgrees : Plain(value);

    /// <summary>True when the public would see less; such a change needs its statutory ground.</summary>
    public static bool IsLessOpen(DisclosureAttribute value, DisclosureAttribute than) => Openness(value) < Openness(than);

    /// <summary>Whether text already speaks the prescribed words, however spaced or punctuated; only the choice may write them.</summary>
    public static bool StandsIn(string text)
    {
        var letters = string.Concat(text.Where(char.IsLetter)).Replace('開', '开').Replace("应当", "应", StringComparison.Ordinal);
        return InOrder.Any(value => letters.Contains(Plain(value), StringComparison.Ordinal) || letters.Contains("应" + Name(value), StringComparison.Ordinal));
    }

    private static string Name(DisclosureAttribute value) => value switch
    {
        DisclosureAttribute.Public => "公开发布",
        DisclosureAttribute.NotDisclosed => "不公开",
        DisclosureAttribute.OnRequest => "依申请公开",
        DisclosureAttribute.Redacted => "删减后公开",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
    };

    private static int Openness(DisclosureAttribute value) => value switch
    {
        DisclosureAttribute.Public => 3,
        DisclosureAttribute.Redacted => 2,
        DisclosureAttribute.OnRequest => 1,
        DisclosureAttribute.NotDisclosed => 0,
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
    };
}
