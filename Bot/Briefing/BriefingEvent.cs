using System.Text.Json.Serialization;

namespace DisclosureBot.Briefing;

/// <summary>Facts of the one standing case that tells people in the morning what waits for them.</summary>
/// <param name="Next">When the clock looks again; bureau time.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Chosen), "chosen")]
[JsonDerivedType(typeof(Looked), "looked")]
[JsonDerivedType(typeof(Told), "told")]
public abstract record BriefingEvent(Who By, DateTimeOffset At, DateTimeOffset Next)
{
    /// <summary>A person chose how to be reminded.</summary>
    public sealed record Chosen(Who By, DateTimeOffset At, DateTimeOffset Next, ReminderMode Mode) : BriefingEvent(By, At, Next);

    /// <summary>Only the clock was set, or nobody had anything to be told.</summary>
    public sealed record Looked(Who By, DateTimeOffset At, DateTimeOffset Next) : BriefingEvent(By, At, Next);

    /// <summary>A card went out to each of these.</summary>
    public sealed record Told(Who By, DateTimeOffset At, DateTimeOffset Next, IReadOnlyList<Reader> To) : BriefingEvent(By, At, Next);
}

/// <summary>One person's card.</summary>
/// <param name="Person">Person id.</param>
/// <param name="From">Since when its news count: the last card that reached them.</param>
/// <param name="At">When it was made.</param>
public sealed record Reader(string Person, DateTimeOffset From, DateTimeOffset At);

/// <param name="Person">Person id.</param>
/// <param name="Since">When they chose it.</param>
public sealed record Preference(string Person, ReminderMode Mode, DateTimeOffset Since);
