using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Lists;

/// <summary>An answer with several cases: 待办, 我的, 查 ….</summary>
/// <param name="Title">What was asked: 待办(3件).</param>
/// <param name="Items">At most what fits one card; each opens its slip.</param>
/// <param name="Empty">What to say, and what to try, when there is nothing.</param>
/// <param name="More">How many were left out.</param>
public sealed record ListView(string Title, IReadOnlyList<ListItem> Items, string Empty, int More = 0);

/// <summary>One case in a list.</summary>
/// <param name="Line">Section, drafter, time: one short line under the title.</param>
public sealed record ListItem(string Slip, string Number, string Title, string Line, string Status, Tone Tone);

/// <summary>帮助: the words that can be written, each with what it does; a tap says the word.</summary>
public sealed record HelpView(string Name, string Bureau, IReadOnlyList<HelpItem> Items, string? Unknown = null);

/// <param name="Word">Exactly what the person would type.</param>
/// <param name="Tappable">False where something must be typed after the word.</param>
public sealed record HelpItem(string Word, string Meaning, bool Tappable);

/// <summary>A sentence that stands alone on a card, e.g. the refusal of a classified document.</summary>
public sealed record SentenceView(string Title, string Text, Tone Tone);
