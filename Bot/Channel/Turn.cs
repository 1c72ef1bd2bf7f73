using System.Text.Json;
using DisclosureBot.Cards;

namespace DisclosureBot.Channel;

/// <summary>Who speaks. <see cref="AadObjectId"/> has been authenticated by the surface; nothing else in a turn has.</summary>
public sealed record Sender(string? AadObjectId, string? Name);

/// <summary>One thing that reached the bot, freed of the wire's form. The desk makes the same turns.</summary>
/// <param name="From">The speaker.</param>
/// <param name="Where">Null on the desk, where answers go back in the response.</param>
/// <param name="Personal">False in group chats and channels, where the bot is mentioned.</param>
public abstract record Turn(Sender From, Address? Where, bool Personal)
{
    /// <summary>Somebody wrote. Mentions of the bot are already taken out; may be empty.</summary>
    public sealed record Said(Sender From, Address? Where, bool Personal, string Text) : Turn(From, Where, Personal);

    /// <summary>Somebody clicked. <paramref name="Data"/> is untrusted and may be of any kind.</summary>
    /// <param name="CardId">The message the click was made on, where known.</param>
    public sealed record Clicked(Sender From, Address? Where, bool Personal, string Verb, JsonElement Data, string? CardId)
        : Turn(From, Where, Personal);

    /// <summary>The bot was added, or the person joined; may come again and again.</summary>
    public sealed record Arrived(Sender From, Address? Where, bool Personal) : Turn(From, Where, Personal);

    /// <summary>The bot was removed.</summary>
    public sealed record Left(Sender From, Address? Where, bool Personal) : Turn(From, Where, Personal);
}

/// <summary>What the bot answers to one turn.</summary>
/// <param name="Replies">Messages to say, in order. For a click: normally none.</param>
/// <param name="Click">The answer to a click; null for everything else.</param>
public sealed record Answer(IReadOnlyList<Message> Replies, ClickAnswer? Click = null)
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

/// <summary>What the surfaces call with every turn; the bot's one front door.</summary>
public delegate Task<Answer> TurnHandler(Turn turn, CancellationToken stop);
