using System.Collections.Frozen;
using DisclosureBot.Slips;

namespace DisclosureBot.Asking;

/// <summary>What one word of the vocabulary means.</summary>
/// <param name="IsLoose">Counts only where it stands alone: within other words it is part of them.</param>
internal sealed record Meaning(Sense? Sense, DisclosureAttribute? Attribute = null, string? Step = null, StepAsk Ask = StepAsk.Awaiting, bool IsLoose = false);

/// <summary>The vocabulary, ready to be looked up at any place of a text; steps stand there in all their forms. Made once.</summary>
internal static class Lexicon
{
    private static readonly FrozenDictionary<string, Meaning> Known = Read();
    private static readonly int Longest = Known.Keys.Max(word => word.Length);
    private static readonly IReadOnlyList<string> BeforeHolders = ByLength(Vocabulary.BeforeHolder);
    private static readonly IReadOnlyList<string> AfterHolders = ByLength(Vocabulary.AfterHolder);

    public static readonly IReadOnlyList<string> Genres = ByLength(Vocabulary.Genres);

    public static readonly FrozenDictionary<string, string> Talk =
        Vocabulary.Talk.SelectMany(line => Split(line.Words).Select(word => (word, line.Reply))).ToFrozenDictionary(pair => pair.word, pair => pair.Reply, StringComparer.Ordinal);

    /// <summary>The longest word of the vocabulary at this place.</summary>
    /// <param name="inWord">Other words run up to it.</param>
    public static Meaning? At(string text, int at, bool inWord, out int length)
    {
        for (length = Math.Min(Longest, text.Length - at); length > 0; length--)
            if (Known.TryGetValue(text.Substring(at, length), out var meaning) && !(meaning.IsLoose && (inWord || !EndsAt(text, at + length))) && !TakesFromNext(text, at, length, meaning))
                return meaning;
        return null;
    }

    /// <summary>How long the word is that says that the following name has it.</summary>
    public static int BeforeHolder(string text, int at) => Length(BeforeHolders, text, at);

    /// <summary>How long the word is that says that the name before has it.</summary>
    public static int AfterHolder(string text, int at) => Length(AfterHolders, text, at) is var length && length > 0 && At(text, at, false, out var other) is not null && other > length ? 0 : length;

    public static IEnumerable<string> Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static int Length(IReadOnlyList<string> words, string text, int at) =>
        words.FirstOrDefault(word => string.CompareOrdinal(text, at, word, 0, word.Length) == 0)?.Length ?? 0;

    /// <summary>签了没印: 没 begins what follows, it does not end a question.</summary>
    private static bool TakesFromNext(string text, int at, int length, Meaning meaning)
    {
        if (meaning is not { Step: not null, Ask: StepAsk.Whether }) return false;
        var word = text.AsSpan(at, length);
        var tail = word.EndsWith("没有") ? 2 : word.EndsWith("没") ? 1 : 0;
        return tail > 0 && At(text, at + length - tail, false, out var next) is { Ask: StepAsk.NotYet } && next > tail;
    }

    private static bool EndsAt(string text, int at) => at >= text.Length || !char.IsLetterOrDigit(text[at])
        || (Known.TryGetValue(text[at].ToString(), out var one) && one.Sense is Sense.Filler or Sense.Particle)
        || Enumerable.Range(2, Math.Min(6, text.Length - at)).Any(length => at + length <= text.Length && Known.TryGetValue(text.Substring(at, length), out var next) && !next.IsLoose);

    private static FrozenDictionary<string, Meaning> Read()
    {
        var known = new Dictionary<string, Meaning>(StringComparer.Ordinal);
        foreach (var (place, stems) in Vocabulary.Steps)
            foreach (var stem in Split(stems)) Conjugate(known, place, stem);
        foreach (var (sense, words) in Vocabulary.Phrases)
            foreach (var word in Split(words)) known[word] = new(sense);
        foreach (var asked in Split(Vocabulary.Whenever))
            foreach (var coming in Split(Vocabulary.Coming))
                foreach (var may in Split(Vocabulary.May).Append("")) known.TryAdd(asked + may + coming, new(Sense.Where));
        foreach (var asked in Split(Vocabulary.Whenever))
            foreach (var gone in Split(Vocabulary.Gone)) known.TryAdd(asked + gone, new(Sense.When));
        foreach (var moving in Split(Vocabulary.Moving).Append(""))
            foreach (var reaching in Split(Vocabulary.Reaching))
                foreach (var place in Split(Vocabulary.WhichPlace))
                    foreach (var ending in Split(Vocabulary.Ending).Append("")) known.TryAdd(moving + reaching + place + ending, new(Sense.Where));
        foreach (var (place, words) in Vocabulary.Seats)
            foreach (var seat in Split(words))
                foreach (var lying in Split(Vocabulary.LyingAt))
                    foreach (var there in Split(Vocabulary.LyingThere).Append("")) known.TryAdd(lying + seat + there, new(null, Step: place));
        foreach (var (value, words) in Vocabulary.Attributes)
            foreach (var word in Split(words)) known[word] = new(null, value);
        // Where it stands beside 舆情 it is no step of a slip.
        known["的"] = new(Sense.Particle);
        return known.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Conjugate(Dictionary<string, Meaning> known, string place, string stem)
    {
        foreach (var before in Split(Vocabulary.NotYet)) known[before + stem] = known[before + stem + "的"] = new(null, Step: place, Ask: StepAsk.NotYet);
        foreach (var before in Split(Vocabulary.Awaiting)) known[before + stem] = known[before + stem + "的"] = new(null, Step: place);
        foreach (var before in Split(Vocabulary.Already)) known[before + stem] = known[before + stem + "的"] = known[before + stem + "了"] = new(null, Step: place, Ask: StepAsk.Taken);
        foreach (var after in Split(Vocabulary.Taken)) known[stem + after] = new(null, Step: place, Ask: StepAsk.Taken);
        foreach (var after in Split(Vocabulary.Whether)) known.TryAdd(stem + after, new(null, Step: place, Ask: StepAsk.Whether));
        // 签没签.
        foreach (var not in new[] { "没", "没有" }) known.TryAdd(stem + not + stem, new(null, Step: place, Ask: StepAsk.Whether));
        if (stem.Length > 1) known.TryAdd(stem, new(null, Step: place, IsLoose: true));
        if (stem.Length > 1) known.TryAdd(stem + "中", new(null, Step: place));
    }

    private static List<string> ByLength(string words) => [.. Split(words).OrderByDescending(word => word.Length)];
}
