using System.Text.Json.Serialization;

namespace DisclosureBot.Opinions.Digest;

/// <summary>Facts of the one standing case that tells of public opinion at the start of working days.</summary>
/// <param name="Next">When the clock looks again; bureau time.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Looked), "looked")]
[JsonDerivedType(typeof(Quiet), "quiet")]
[JsonDerivedType(typeof(Told), "told")]
public abstract record DigestEvent(DateTimeOffset At, DateTimeOffset Next)
{
    /// <summary>Only the clock was set.</summary>
    public sealed record Looked(DateTimeOffset At, DateTimeOffset Next) : DigestEvent(At, Next);

    /// <summary>A digest was due and there was nothing to tell.</summary>
    public sealed record Quiet(DateTimeOffset At, DateTimeOffset Next, DigestKind Kind) : DigestEvent(At, Next);

    /// <summary>A digest went out.</summary>
    /// <param name="Figures">As told, of the week or since the last digest.</param>
    /// <param name="Day">Of a weekly one: since the last digest, for which no daily one goes out.</param>
    /// <param name="To">Person ids, and the section's own chat.</param>
    public sealed record Told(DateTimeOffset At, DateTimeOffset Next, DigestKind Kind, OpinionFigures Figures, OpinionFigures? Day, IReadOnlyList<string> To)
        : DigestEvent(At, Next);
}
