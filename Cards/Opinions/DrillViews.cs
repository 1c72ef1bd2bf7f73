using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Opinions;

/// <summary>演练: the form to start one, and those of this year.</summary>
/// <param name="Key">Names this form, so that two clicks on it can only start one drill.</param>
/// <param name="Speeds">How many times as fast the hours pass; the first is proposed.</param>
/// <param name="Drills">The newest first; each opens its score.</param>
/// <param name="MayStart">Without it the card only lists.</param>
public sealed record DrillView(string Key, IReadOnlyList<Choice> Speeds, DrillInput Typed, IReadOnlyList<DrillLine> Drills, bool MayStart, Notice? Notice = null);

/// <param name="Case">The case id that travels in payloads.</param>
public sealed record DrillLine(string Case, string Number, string Headline, string Status, Tone Tone);

/// <summary>What was typed or chosen; every field may be missing.</summary>
public sealed record DrillInput
{
    public string? Headline { get; init; }
    public string? Story { get; init; }
    public string? Speed { get; init; }
    public bool SuspectedEmergency { get; init; }
}

/// <summary>The score of one drill, ready to read.</summary>
/// <param name="Total">Of 100.</param>
/// <param name="IsOver">False while it runs: the score is of this moment.</param>
public sealed record DrillScoreView(string Case, string Number, string Headline, string Speed, int Total, bool IsOver, IReadOnlyList<DrillScoreLine> Lines);

/// <param name="Points">10 of <paramref name="Most"/>.</param>
/// <param name="Text">限时1小时,用时25分(实际2分05秒),按时.</param>
public sealed record DrillScoreLine(string Step, int Points, int Most, string Text, Tone Tone);
