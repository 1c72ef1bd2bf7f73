using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Opinions;

/// <summary>How loudly a card says how grave an item is and where it stands: the words carry the meaning, this only helps the eye.</summary>
public static class OpinionTones
{
    /// <summary>An emergency that nobody has ranked yet counts as grave: it may be the gravest.</summary>
    public static Tone OfGravity(OpinionItem item) => item switch
    {
        { IsOpen: false } => Tone.Neutral,
        { Gravity: >= Gravity.UnrankedIncident } => Tone.Bad,
        { Gravity: Gravity.General } => Tone.Neutral,
        { Gravity: Gravity.Unassessed } => Tone.Waiting,
        _ => Tone.Warning,
    };

    public static Tone OfStatus(OpinionItem item) => item switch
    {
        { Phase: OpinionPhase.Closed } => Tone.Good,
        { IsOpen: false } => Tone.Neutral,
        { Handler: null, Escalated: not null } => Tone.Bad,
        { Handler: null } or { Draft.Review.Cleared: false } => Tone.Warning,
        _ => Tone.Waiting,
    };
}
