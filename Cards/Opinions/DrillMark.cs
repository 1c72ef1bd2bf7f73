using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Opinions;

/// <summary>演练 on everything that shows a drill, at its head and foot and in its words: nobody may take it for real, wherever it is cut off.</summary>
internal static class DrillMark
{
    /// <summary>The words themselves, marked where they are of a drill.</summary>
    public static string On(string words, bool drill) => drill ? "【演练】" + words : words;

    /// <summary>Stands at the head and at the foot of a card; nothing for what is real.</summary>
    public static IReadOnlyList<Element> Banner(bool drill) => drill ? [Tone.Warning.Banner("【演练】本条为演练,不是真实舆情", "bolder")] : [];
}
