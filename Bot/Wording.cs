using System.Globalization;
using System.Text;

namespace DisclosureBot;

/// <summary>Cleans and bounds what people typed before it becomes part of a document's record.</summary>
public static class Wording
{
    public const int TitleLimit = 200;
    public const int RecipientsLimit = 500;
    public const int OpinionLimit = 500;
    public const int ReasonLimit = 1000;

    /// <summary>More than any script stacks on one letter; a longer pile would strike through or cover what stands around it.</summary>
    private const int MostMarks = 4;

    /// <summary>
    /// 不 once more, kept in Unicode for an old Korean code: the one character of the prescribed words with an exact twin.
    /// Normalisation would unite them, but has no tables where globalization is invariant.
    /// </summary>
    private const int TwinOfNot = 0xF967;
    private static readonly Rune Not = new('不');

    /// <summary>
    /// Trims, makes one line of many, drops characters that cannot be seen and thins out piled marks:
    /// each could make a title read as another, or let prescribed words pass unrecognised.
    /// </summary>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var clean = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsUnseen(rune)) continue;
            marks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (IsSpace(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
            }
            else if (marks <= MostMarks)
            {
                clean.Append(rune.Value == TwinOfNot ? Not : rune);
            }
        }

        return clean.ToString().TrimEnd() is { Length: > 0 } line ? line : null;
    }

    // Unicode's "default ignorable" beyond the format characters: joiners, fillers that count as letters, variation selectors, tags.
    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2065 or 0x3164
            or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF);

    /// <summary>A blank of braille is a symbol to Unicode and a space to the eye.</summary>
    private static bool IsSpace(Rune rune) =>
        rune.Value == 0x2800 || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator;

    /// <summary>A sentence's full stop, where the person left it out, so that the prescribed words stand apart.</summary>
    public static string? Ended(string? opinion) =>
        opinion is null || "。!?;!?;".Contains(opinion[^1]) ? opinion : opinion + "。";

    /// <summary>Reads a reason that must be given; the refusal says what is wrong with it.</summary>
    public static Refusal? Reason(string? typed, string label, out string reason)
    {
        reason = Clean(typed) ?? "";
        return reason.Length == 0 ? new Refusal(RefusalKind.Invalid, $"请填写“{label}”。") : TooLong(reason, label, ReasonLimit);
    }

    public static Refusal? TooLong(string? text, string label, int limit) =>
        text?.Length > limit ? new Refusal(RefusalKind.Invalid, $"“{label}”最多{limit}字,现有{text.Length}字,请删减。") : null;
}
