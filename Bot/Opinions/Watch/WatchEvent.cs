using System.Text.Json.Serialization;

namespace DisclosureBot.Opinions.Watch;

/// <summary>Who has the watch on one watch day by the roster.</summary>
/// <param name="People">Person ids; none where the day was cleared.</param>
public sealed record DutyDay(DateOnly Day, IReadOnlyList<string> People);

/// <summary>An open item as it was named when the watch was handed over.</summary>
public sealed record HandedItem(string Id, string Number);

/// <summary>Facts of the one standing case that is the watch, appended in order and never changed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RosterSet), "rosterSet")]
[JsonDerivedType(typeof(HandedOver), "handedOver")]
[JsonDerivedType(typeof(TakenBack), "takenBack")]
[JsonDerivedType(typeof(Received), "received")]
[JsonDerivedType(typeof(PassedOn), "passedOn")]
[JsonDerivedType(typeof(Looked), "looked")]
public abstract record WatchEvent(Who By, DateTimeOffset At)
{
    /// <summary>值班表: replaces these days, leaves all others.</summary>
    /// <param name="To">Who was not there before on one of the days.</param>
    /// <param name="Next">When the clock looks at the roster next.</param>
    public sealed record RosterSet(Who By, DateTimeOffset At, IReadOnlyList<DutyDay> Days, IReadOnlyList<string> To, DateTimeOffset Next) : WatchEvent(By, At);

    /// <summary>交班. Until it is received <paramref name="From"/> keeps the watch.</summary>
    /// <param name="Open">Everything that lay open at that moment.</param>
    public sealed record HandedOver(Who By, DateTimeOffset At, Who From, Who To, string? Note, IReadOnlyList<HandedItem> Open) : WatchEvent(By, At);

    /// <summary>收回交班.</summary>
    public sealed record TakenBack(Who By, DateTimeOffset At) : WatchEvent(By, At);

    /// <summary>接班.</summary>
    /// <param name="InHand">What the old officer had in hand: it is passed to the new one.</param>
    public sealed record Received(Who By, DateTimeOffset At, IReadOnlyList<HandedItem> InHand) : WatchEvent(By, At);

    /// <summary>The items of a handover are with the new officer.</summary>
    /// <param name="Round">Which handover: <see cref="Relief.Round"/>.</param>
    /// <param name="Left">The numbers of those that could not be passed.</param>
    public sealed record PassedOn(Who By, DateTimeOffset At, long Round, IReadOnlyList<string> Left) : WatchEvent(By, At);

    /// <summary>The clock: a new day of the watch, or the doors opened and days ahead have nobody.</summary>
    /// <param name="Gaps">The days that the section head was told of; empty where nobody was told.</param>
    /// <param name="To">Who was told.</param>
    public sealed record Looked(Who By, DateTimeOffset At, DateTimeOffset Next, IReadOnlyList<DateOnly> Gaps, IReadOnlyList<string> To) : WatchEvent(By, At);
}
