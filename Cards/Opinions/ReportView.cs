using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Opinions;

/// <summary>The form with which an item is reported.</summary>
/// <param name="Key">Names this form: one form makes one item.</param>
/// <param name="Places">Where a story can have been seen: 微博, 12345热线 ….</param>
public sealed record ReportView(string Key, IReadOnlyList<Choice> Places, ReportInput Typed, Notice? Notice);

/// <summary>What was typed into the form. Nothing in it is trusted; days are yyyy-MM-dd and times HH:mm, bureau time.</summary>
public sealed record ReportInput
{
    /// <summary>yes or no.</summary>
    public string? Secret { get; init; }
    public string? Headline { get; init; }
    public string? Text { get; init; }

    /// <summary>在哪里看到.</summary>
    public string? Seen { get; init; }
    public string? Url { get; init; }
    public string? Place { get; init; }

    /// <summary>发生; nothing where it is not known.</summary>
    public string? OccurredDay { get; init; }
    public string? OccurredTime { get; init; }

    /// <summary>获知.</summary>
    public string? LearntDay { get; init; }
    public string? LearntTime { get; init; }
    public bool SuspectedEmergency { get; init; }
}
