namespace DisclosureBot.Slips.Files;

/// <summary>What somebody wants of a slip's files.</summary>
public abstract record FileCommand : SlipCommand
{
    /// <summary>The content is stored and checked already; on a refusal the caller deletes it again.</summary>
    public sealed record Add(string FileId, FileRole Role, string Name, string ContentType, long Size, string Sha256) : FileCommand;

    public sealed record Open(string FileId) : FileCommand;

    public sealed record ListRemovals(string FileId, string? Removed, string? Ground) : FileCommand;

    public sealed record ConfirmRedaction(string FileId) : FileCommand;
}
