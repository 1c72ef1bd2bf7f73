using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Opinions;

/// <summary>舆情来源: what is collected from, and how each stands.</summary>
public sealed record SourcesView(IReadOnlyList<CollectedLine> Sources);

/// <param name="Kind">订阅源 or 推送.</param>
/// <param name="State">In words: 正常, or what is wrong.</param>
/// <param name="Facts">When last, when next, how many.</param>
public sealed record CollectedLine(string Name, string Kind, string State, Tone Tone, string Facts);
