using System.Globalization;
using System.Text;

namespace DisclosureBot.Slips;

/// <summary>Cleans and bounds what people typed before it becomes part of a document's record.</summary>
public static class Wording
{
    public const int TitleLimit = 200;
    public const int RecipientsLimit = 500;
    public const int OpinionLimit = 500;
    public const int ReasonLimit = 1000;

    /// <summary>Trims, makes one line of many, and drops characters that cannot be seen: they could make a title read as another.</summary>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse) continue;
            if (category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator)
            {
                if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
            }
            else
            {
                clean.Append(rune);
            }
        }

        return clean.ToString().TrimEnd() is { Length: > 0 } line ? line : null;
    }

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
