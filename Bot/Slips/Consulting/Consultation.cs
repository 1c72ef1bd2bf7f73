using System.Text.Json.Serialization;

namespace DisclosureBot.Slips.Consulting;

/// <summary>One question to one colleague, open until answered, withdrawn, or overtaken by the slip's way.</summary>
public sealed record Consultation(string Id, ConsultationKind Kind, Who By, Who Of, string Section, DateTimeOffset At, string? Question, bool Waits)
{
    /// <summary>The answer; null where there is none.</summary>
    public string? Comment { get; init; }

    /// <summary>Who gave it: whom it was asked of, or their stand-in.</summary>
    public Who? AnsweredBy { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Who did without the answer; null where nobody did.</summary>
    public Who? WaivedBy { get; init; }

    /// <summary>Why they did.</summary>
    public string? Reason { get; init; }

    [JsonIgnore]
    public bool IsOpen => EndedAt is null;

    /// <summary>The same, to be answered anew.</summary>
    public Consultation Again() => this with { Comment = null, AnsweredBy = null, EndedAt = null, WaivedBy = null, Reason = null };
}

/// <summary>转办: who has this stage of the slip in place of those who sit there by role.</summary>
public sealed record PassedDesk(Stage Stage, Who To);
