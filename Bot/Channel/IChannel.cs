using DisclosureBot.Cards;

namespace DisclosureBot.Channel;

/// <summary>Where a person's conversation with the bot is reached.</summary>
/// <param name="ServiceUrl">The Connector's base address; checked against the trusted hosts at every use.</param>
public sealed record Address(string ServiceUrl, string ConversationId);

/// <summary>What the bot says: a sentence, or one card alone with its summary (text beside a card would lose the message id).</summary>
/// <param name="Summary">What a notification shows; makes sense without the card.</param>
/// <param name="Alert">Ask Teams for a toast.</param>
/// <param name="File">One of Teams' own two cards about a file, instead of a card of ours.</param>
public sealed record Message(string Summary, AdaptiveCard? Card = null, bool Alert = false, FileCard? File = null);

/// <summary>Teams' own cards about a file.</summary>
/// <param name="Name">The file's, with its extension.</param>
public abstract record FileCard(string Name)
{
    /// <summary>Asks whether the person wants the file in their OneDrive.</summary>
    /// <param name="Size">Bytes.</param>
    /// <param name="Context">Comes back with the answer.</param>
    public sealed record Consent(string Name, string Description, long Size, IReadOnlyDictionary<string, string> Context) : FileCard(Name);

    /// <summary>The file as it now lies in their OneDrive.</summary>
    public sealed record Info(string Name, string ContentUrl, string UniqueId, string FileType) : FileCard(Name);
}

/// <summary>Everything that can come of one attempt to send or update.</summary>
public abstract record SendOutcome
{
    private SendOutcome() { }

    /// <param name="MessageId">Absent where the channel gave none.</param>
    public sealed record Delivered(string? MessageId) : SendOutcome;

    /// <summary>Surely not delivered; worth another try, after <paramref name="After"/> where the channel named a time.</summary>
    public sealed record Later(TimeSpan? After, string Why) : SendOutcome;

    /// <summary>Timed out or failed half-way: it may have been delivered.</summary>
    public sealed record Unknown(string Why) : SendOutcome;

    /// <summary>The message to update is no longer there.</summary>
    public sealed record Gone : SendOutcome;

    /// <summary>The person or tenant does not let the bot speak; nothing to retry until they turn up again.</summary>
    public sealed record Blocked(string Code) : SendOutcome;

    /// <summary>Refused for good: a fault of ours or of the configuration.</summary>
    public sealed record Rejected(int Status, string Code) : SendOutcome;
}

/// <summary>The far side of chat: the Bot Framework protocol here, the genuine SDK in another build flavour. One attempt per call.</summary>
public interface IChannel
{
    Task<SendOutcome> Send(Address to, Message message, CancellationToken stop);

    Task<SendOutcome> Update(Address to, string messageId, Message message, CancellationToken stop);

    /// <summary>Opens a personal conversation with somebody who has not written yet; <c>Delivered.MessageId</c> is the conversation's id.</summary>
    Task<SendOutcome> Open(string serviceUrl, string tenantId, string aadObjectId, CancellationToken stop);

    /// <summary>Who is in a conversation now, all pages of it.</summary>
    /// <returns>Null where that could not be learnt completely, or they are more than <paramref name="most"/>.</returns>
    Task<IReadOnlyList<Member>?> Members(Address of, int most, CancellationToken stop);
}

/// <summary>Somebody in a conversation, as the channel knows them.</summary>
/// <param name="AadObjectId">Null where they have none, as guests without an account.</param>
/// <param name="IsGuest">Of another house, whatever id they bear.</param>
public sealed record Member(string? AadObjectId, bool IsGuest);
