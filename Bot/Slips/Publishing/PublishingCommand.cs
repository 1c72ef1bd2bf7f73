namespace DisclosureBot.Slips.Publishing;

/// <summary>What somebody wants between issue and the public; typed values may be missing or wrong.</summary>
public abstract record PublishingCommand : SlipCommand
{
    public sealed record HandOver : PublishingCommand;

    public sealed record Receive : PublishingCommand;

    public sealed record ReturnHandover(string? Reason) : PublishingCommand;

    public sealed record ReviewSecrecy(string FileId, bool? Cleared, string? Basis) : PublishingCommand;

    /// <param name="When">Bureau time; null means now.</param>
    public sealed record Publish(string? Url, IReadOnlyList<string> Channels, DateTimeOffset? When, DateOnly? CommentsCloseOn) : PublishingCommand;

    public sealed record Catalogue : PublishingCommand;

    public sealed record PublishFeedback(string? Url, DateTimeOffset? When) : PublishingCommand;

    public sealed record TakeDown : PublishingCommand;

    /// <summary>The clock's: what was found at a recorded address.</summary>
    public sealed record RecordAddress(string Url, AddressCheck Check, string? Note) : PublishingCommand;

    /// <summary>The clock's: the sealed package is stored.</summary>
    public sealed record Archive(string PackageId, string Seal, long Size) : PublishingCommand;
}
