using System.Text.Json.Serialization;

namespace DisclosureBot.Reachability;

/// <summary>Facts of the one standing case that tells the office whom Teams does not reach.</summary>
/// <param name="Next">When the clock looks again; bureau time.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Looked), "looked")]
[JsonDerivedType(typeof(Quiet), "quiet")]
[JsonDerivedType(typeof(Told), "told")]
public abstract record ReachEvent(DateTimeOffset At, DateTimeOffset Next)
{
    /// <summary>Only the clock was set.</summary>
    public sealed record Looked(DateTimeOffset At, DateTimeOffset Next) : ReachEvent(At, Next);

    /// <summary>Nobody new is out of reach.</summary>
    /// <param name="Still">Person ids of those told of before who still are.</param>
    public sealed record Quiet(DateTimeOffset At, DateTimeOffset Next, IReadOnlyList<string> Still) : ReachEvent(At, Next);

    /// <summary>Somebody newly is, and something waits for them.</summary>
    /// <param name="Out">All who are out of reach while something waits for them, the most first.</param>
    /// <param name="To">Person ids.</param>
    public sealed record Told(DateTimeOffset At, DateTimeOffset Next, IReadOnlyList<OutOfReach> Out, IReadOnlyList<string> To) : ReachEvent(At, Next);
}

/// <summary>Somebody out of reach, as told.</summary>
public sealed record OutOfReach(Who Who, string Section, ReachState State, int Count, int MustAct, DateTimeOffset Oldest);
