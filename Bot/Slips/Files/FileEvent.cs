namespace DisclosureBot.Slips.Files;

/// <summary>Facts about a slip's files.</summary>
public abstract record FileEvent(Who By, DateTimeOffset At) : SlipEvent(By, At)
{
    public sealed record Added(Who By, DateTimeOffset At, SlipFile File) : FileEvent(By, At);

    /// <summary>Somebody opened or downloaded it; changes nothing that others see.</summary>
    public sealed record Opened(Who By, DateTimeOffset At, string FileId) : FileEvent(By, At);

    /// <summary>删减内容及依据, for one version of the redacted file.</summary>
    public sealed record RemovalsListed(Who By, DateTimeOffset At, string FileId, string Removed, string Ground) : FileEvent(By, At);

    /// <summary>The section head confirmed the redaction (B-14).</summary>
    public sealed record RedactionConfirmed(Who By, DateTimeOffset At, string FileId) : FileEvent(By, At);
}
