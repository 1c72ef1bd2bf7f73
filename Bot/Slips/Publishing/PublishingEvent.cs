using DisclosureBot.Calendar;

namespace DisclosureBot.Slips.Publishing;

/// <summary>Facts between the issued document and the public.</summary>
public abstract record PublishingEvent(Who By, DateTimeOffset At) : SlipEvent(By, At)
{
    /// <summary>存档与移交 (F-15, B-11).</summary>
    public sealed record HandedOver(Who By, DateTimeOffset At, IReadOnlyList<string> FileIds, IReadOnlyList<string> To) : PublishingEvent(By, At);

    /// <summary>签收. <paramref name="Publication"/>: the internal target for publishing (B-15), where there is something to publish.</summary>
    public sealed record Received(Who By, DateTimeOffset At, Deadline? Publication) : PublishingEvent(By, At);

    /// <summary>退回移交: what came over cannot be used; the clock runs on.</summary>
    public sealed record HandoverReturned(Who By, DateTimeOffset At, string Reason) : PublishingEvent(By, At);

    public sealed record SecrecyReviewed(Who By, DateTimeOffset At, string FileId, bool Cleared, string Basis) : PublishingEvent(By, At);

    public sealed record Published(
        Who By, DateTimeOffset At, string Url, IReadOnlyList<string> Channels, DateTimeOffset When, DateOnly? CommentsCloseOn,
        Deadline? Interpretation, Deadline? Feedback) : PublishingEvent(By, At);

    /// <summary>The clock looked at the recorded address.</summary>
    public sealed record AddressChecked(Who By, DateTimeOffset At, string Url, AddressCheck Check, string? Note) : PublishingEvent(By, At);

    public sealed record Catalogued(Who By, DateTimeOffset At) : PublishingEvent(By, At);

    public sealed record FeedbackPublished(Who By, DateTimeOffset At, string Url, DateTimeOffset When) : PublishingEvent(By, At);

    public sealed record TakenDown(Who By, DateTimeOffset At) : PublishingEvent(By, At);

    /// <summary>The sealed package is in the archive.</summary>
    /// <param name="Seal">SHA-256 of the package's manifest, lower-case hex.</param>
    public sealed record Archived(Who By, DateTimeOffset At, string PackageId, string Seal, long Size) : PublishingEvent(By, At);
}

/// <summary>One sealed package in the archive.</summary>
public sealed record ArchivedPackage(string Id, string Seal, long Size, DateTimeOffset At);
