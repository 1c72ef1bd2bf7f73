using System.Text.RegularExpressions;

namespace DisclosureBot.Opinions.Matching;

/// <summary>The sentence before a new item's text that says which item, now at its end, told the same.</summary>
internal static partial class ClosedHint
{
    public static string Before(string? text, string number) => $"与已结束的舆情 {number} 可能相同。{text}";

    public static string? Without(string? text) => text is null ? null : Sentence().Replace(text, "");

    [GeneratedRegex(@"^与已结束的舆情 \S{1,20} 可能相同。", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sentence();
}
