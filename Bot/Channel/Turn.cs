using System.Text.Json;
using DisclosureBot.Cards;

namespace DisclosureBot.Channel;

/// <summary>Who speaks. <see cref="AadObjectId"/> has been authenticated by the surface; nothing else in a turn has.</summary>
public sealed record Sender(string? AadObjectId, string? Name);

/// <summary>A file in a message: it lies in the sender's OneDrive and is fetched from there. All of it is the sender's word.</summary>
/// <param name="DownloadUrl">Opens without a token, for a few minutes; visited only if <see cref="FileHosts"/> trusts it.</param>
/// <param name="FileType">The extension without its dot, where Teams gave one.</param>
/// <param name="UniqueId">OneDrive's name for the file; empty where Teams gave none.</param>
public sealed record SentFile(string Name, string DownloadUrl, string FileType, string UniqueId);

/// <summary>Where an accepted file goes: a OneDrive upload session, and the address it can be opened at afterwards.</summary>
public sealed record UploadTarget(string UploadUrl, string ContentUrl, string Name, string UniqueId, string FileType);

/// <summary>One thing that reached the bot, freed of the wire's form. The desk makes the same turns.</summary>
/// <param name="From">The speaker.</param>
/// <param name="Where">Null on the desk, where answers go back in the response.</param>
/// <param name="Personal">False in group chats and channels, where the bot is mentioned.</param>
public abstract record Turn(Sender From, Address? Where, bool Personal)
{
    /// <summary>Somebody wrote. Mentions of the bot are already taken out; may be empty.</summary>
    public sealed record Said(Sender From, Address? Where, bool Personal, string Text) : Turn(From, Where, Personal);

    /// <summary>Somebody sent files, perhaps with a word about them; only personal chats bring any.</summary>
    public sealed record Sent(Sender From, Address? Where, bool Personal, string Text, IReadOnlyList<SentFile> Files) : Turn(From, Where, Personal);

    /// <summary>Somebody took a file that was offered: it may now be uploaded. <paramref name="Context"/> is ours, but came through their client: untrusted.</summary>
    public sealed record FileAccepted(Sender From, Address? Where, bool Personal, JsonElement Context, UploadTarget Target) : Turn(From, Where, Personal);

    /// <summary>Somebody did not want a file that was offered.</summary>
    public sealed record FileDeclined(Sender From, Address? Where, bool Personal, JsonElement Context) : Turn(From, Where, Personal);

    /// <summary>Somebody clicked. <paramref name="Data"/> is untrusted and may be of any kind.</summary>
    /// <param name="CardId">The message the click was made on, where known.</param>
    public sealed record Clicked(Sender From, Address? Where, bool Personal, string Verb, JsonElement Data, string? CardId)
        : Turn(From, Where, Personal);

    /// <summary>Somebody looks for something from the box they write in; the answer is for their eyes until they insert one of it.</summary>
    /// <param name="Text">Empty where nothing has been typed yet.</param>
    /// <param name="Skip">How many were shown already.</param>
    /// <param name="Count">How many are wanted, at most <see cref="ComposeWire.MostAtOnce"/>.</param>
    public sealed record Sought(Sender From, Address? Where, bool Personal, string Text, int Skip, int Count) : Turn(From, Where, Personal);

    /// <summary>Somebody pasted an address where they write. It may be any.</summary>
    public sealed record Linked(Sender From, Address? Where, bool Personal, string Url) : Turn(From, Where, Personal);

    /// <summary>The bot was added, or the person joined; may come again and again.</summary>
    public sealed record Arrived(Sender From, Address? Where, bool Personal) : Turn(From, Where, Personal);

    /// <summary>The bot was removed.</summary>
    public sealed record Left(Sender From, Address? Where, bool Personal) : Turn(From, Where, Personal);
}

/// <summary>What the bot answers to one turn.</summary>
/// <param name="Replies">Messages to say, in order. For a click: normally none.</param>
/// <param name="Click">The answer to a click; null for everything else.</param>
/// <param name="Compose">The answer to a search from the compose box or to a pasted address; null for everything else.</param>
public sealed record Answer(IReadOnlyList<Message> Replies, ClickAnswer? Click = null, ComposeAnswer? Compose = null)
{
    public static readonly Answer Silence = new([]);
}

/// <summary>What takes the place of the clicked card.</summary>
public abstract record ClickAnswer
{
    private ClickAnswer() { }

    /// <param name="Spoken">What is said where the click came as a message and nothing can take its card's place; null for nothing.</param>
    public sealed record Card(AdaptiveCard Content, Message? Spoken = null) : ClickAnswer;

    public sealed record Sentence(string Text) : ClickAnswer;

    /// <param name="Status">400, 403, 404 or 412.</param>
    public sealed record Refusal(int Status, string Code, string Text) : ClickAnswer;
}

/// <summary>What the compose box shows.</summary>
public abstract record ComposeAnswer
{
    private ComposeAnswer() { }

    /// <param name="Found">In order; none is an answer too.</param>
    public sealed record Results(IReadOnlyList<ComposeResult> Found) : ComposeAnswer;

    /// <summary>A sentence in place of results.</summary>
    public sealed record Note(string Text) : ComposeAnswer;
}

/// <summary>One result.</summary>
/// <param name="Title">Shown to whoever searches, as is the line; both are plain text.</param>
/// <param name="Inserted">What goes into the conversation, before everybody who reads it.</param>
public sealed record ComposeResult(string Title, string Line, AdaptiveCard Inserted);

/// <summary>What the surfaces call with every turn; the bot's one front door.</summary>
public delegate Task<Answer> TurnHandler(Turn turn, CancellationToken stop);
