namespace DisclosureBot.Journal;

/// <summary>A case as last committed. <see cref="State"/> is its JSON; <see cref="Version"/> counts its events.</summary>
public sealed record StoredCase(string Id, string Kind, long Version, string State);

/// <summary>One event about to be appended. <see cref="Body"/> is its JSON, kept byte for byte.</summary>
/// <param name="Actor">Person id from the roster, or <c>clock</c>.</param>
public sealed record NewEvent(string Type, string Body, string Actor, DateTimeOffset At);

/// <summary>One event as read back, with its place in the chain (hex SHA-256).</summary>
public sealed record StoredEvent(string CaseId, long Version, string Type, string Body, string Actor, DateTimeOffset At, string Previous, string Hash);

/// <summary>What lists and searches show of a case without opening it.</summary>
/// <param name="Owner">Person id of the drafter.</param>
/// <param name="Status">A short line, ready to read.</param>
/// <param name="Text">Everything 查 may match: title, number, names.</param>
public sealed record Listing(string Number, string Title, string Owner, string Section, string Status, bool Open, string Text)
{
    /// <summary>公开属性 as it now stands, in the word that travels in payloads; null where the case has none.</summary>
    public string? Attribute { get; init; }

    /// <summary>Where it lies, in a word of its kind, e.g. <c>sectionHead</c> or <c>print</c>; null where that says nothing.</summary>
    public string? Place { get; init; }

    /// <summary>Since when it lies there; bureau time.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The last day of the running deadline that ends first; null where none runs.</summary>
    public DateOnly? Due { get; init; }
}

/// <summary>This person should look at the case's new version.</summary>
/// <param name="Alert">They must be told: a new message, not only an edit.</param>
/// <param name="MustAct">It now waits for them (待办).</param>
public sealed record SlotWrite(string Person, bool Alert, bool MustAct)
{
    /// <summary>Nothing in it must be known before the next working day begins: whoever prefers one digest to many messages may get it there.</summary>
    public bool CanWait { get; init; }

    /// <summary>It can wait, yet whoever leaves only the rest to the digest is told of it at once (加急).</summary>
    public bool IsUrgent { get; init; }

    /// <summary>The person's digest tells of it: nobody is rung, and a card is posted only once something releases it.</summary>
    public bool Held { get; init; }
}

/// <summary>Sets the named timer of the case, or cancels it (<see cref="Due"/> null).</summary>
public sealed record TimerWrite(string Name, DateTimeOffset? Due);

/// <summary>The message a click was made on; it becomes the clicker's live card of that case.</summary>
public sealed record ClickedCard(string Person, string ServiceUrl, string ConversationId, string MessageId);

/// <summary>Which cases a search may find: those in a person's inbox or of their own, of one section, or all.</summary>
public sealed record Reach(string Person, string? Section, bool Everything)
{
    /// <summary>What beside these of one kind is within reach: that of a section, or all of it where no section is named.</summary>
    public (string Kind, string? Section)? Also { get; init; }
}

/// <summary>Everything one decision changes; committed together or not at all.</summary>
/// <param name="ExpectedVersion">0 for a new case.</param>
/// <param name="OnceKey">Unique per bureau: a second case with the same key is a conflict.</param>
public sealed record CaseWrite(
    string CaseId,
    string Kind,
    long ExpectedVersion,
    IReadOnlyList<NewEvent> Events,
    string State,
    Listing Listing,
    IReadOnlyList<SlotWrite> Slots,
    IReadOnlyList<TimerWrite> Timers,
    string? OnceKey = null,
    ClickedCard? Clicked = null)
{
    /// <summary>The case's version once this is committed.</summary>
    public long NewVersion => ExpectedVersion + Events.Count;

    /// <summary>Only heard of: another process has committed it, or it and others after it.</summary>
    public bool IsElsewhere => Events.Count == 0;

    /// <summary>What another process's commits have left, as far as it is told: the case, whose cards it changed, and the key it used.</summary>
    public static CaseWrite Elsewhere(StoredCase present, IReadOnlyList<SlotWrite> slots, string? onceKey) =>
        new(present.Id, present.Kind, present.Version, [], present.State, new Listing("", "", "", "", "", Open: true, ""), slots, [], onceKey);
}

/// <summary>Whether a commit took place; a conflict means: load again, decide again.</summary>
public enum CommitOutcome { Committed, Conflict }

/// <summary>A row of a list.</summary>
public sealed record ListedCase(string CaseId, string Kind, string Number, string Title, string Owner, string Section, string Status, bool Open, DateTimeOffset UpdatedAt);

/// <summary>What is looked for among the cases; everything that is given must hold.</summary>
/// <param name="Words">Words that the case's text holds, as typed; empty for any. What finds nothing exactly is looked for in what resembles it.</param>
public sealed record CaseQuery(string Words = "")
{
    public string? Kind { get; init; }
    public string? Number { get; init; }

    /// <summary>Person id of the drafter or reporter.</summary>
    public string? Owner { get; init; }
    public string? Section { get; init; }

    /// <summary>Person id; only what now waits for them.</summary>
    public string? WaitsFor { get; init; }
    public bool? Open { get; init; }
    public IReadOnlyList<string> Attributes { get; init; } = [];
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>First day of the deadline's last day.</summary>
    public DateOnly? DueFrom { get; init; }

    /// <summary>Last day of the deadline's last day, inclusive.</summary>
    public DateOnly? DueTo { get; init; }
}

/// <summary>A case that was found.</summary>
/// <param name="WaitsFor">Person ids; whom it waits for now.</param>
/// <param name="IsExact">False where it only resembles what was asked.</param>
public sealed record FoundCase(ListedCase Case, string? Attribute, string? Place, DateTimeOffset? Since, DateOnly? Due, IReadOnlyList<string> WaitsFor, bool IsExact);

/// <summary>A case in a person's inbox.</summary>
public sealed record InboxCase(string CaseId, string Kind, string Number, string Title, string Status, bool Open, bool MustAct, long Version, DateTimeOffset UpdatedAt);

/// <summary>Where the delivery of one slot stands.</summary>
public enum SlotState
{
    /// <summary>Nothing under way.</summary>
    Idle,

    /// <summary>A send was begun; found at a start, its outcome is unknown.</summary>
    Sending,

    /// <summary>The last send may or may not have arrived.</summary>
    Unknown,

    /// <summary>No way to this person is known, or they block the bot; waits until they turn up, and where a next attempt is set tries now and then.</summary>
    Unreachable,

    /// <summary>Refused for good by the channel; waits for the next version.</summary>
    Failed,

    /// <summary>Kept for the person's digest; nothing is posted until it is released.</summary>
    Held,
}

/// <summary>Which card one person should be looking at, and which one they are.</summary>
/// <param name="Wanted">The case version the person should see.</param>
/// <param name="Delivered">The version last delivered; 0 for none.</param>
/// <param name="AlertWanted">The version that last called for an alert; 0 for none.</param>
/// <param name="Alerted">The alert already begun; an alert is begun once.</param>
/// <param name="MessageId">The live card's message, once known.</param>
/// <param name="RetiredId">An older message still to be blanked.</param>
public sealed record Slot(
    string CaseId, string Kind, string Person, long Wanted, long Delivered, long AlertWanted, long Alerted, bool MustAct,
    string? ServiceUrl, string? ConversationId, string? MessageId, string? RetiredId,
    SlotState State, int Attempts, DateTimeOffset? NextAttempt, string? LastError);

/// <summary>A person's way through the channel, as last seen.</summary>
public sealed record Contact(string Person, string ServiceUrl, string ConversationId);

public sealed record DueTimer(string CaseId, string Kind, string Name, DateTimeOffset Due);

/// <summary>The first thing found wrong in a case's chain, state or slots.</summary>
public sealed record Finding(string CaseId, long Version, string What);
