using System.Text.RegularExpressions;
using DisclosureBot.Slips.Files;

namespace DisclosureBot.Chat;

/// <summary>What a word sent along with a file says of it: 删减版, or the number of a slip or item. Only a proposal; the card asks.</summary>
public sealed partial record FileHint(FileRole? Role, string? Number)
{
    /// <summary>The item that the same message reported; its files go there unasked.</summary>
    public string? Item { get; init; }

    public static readonly FileHint None = new(null, null);

    // The longer words first: 解读材料 is no 材料, and 删减版正文 is a redacted version.
    private static readonly (string Word, FileRole Role)[] Words =
    [
        ("删减", FileRole.RedactedVersion), ("解读方案", FileRole.InterpretationPlan), ("解读材料", FileRole.InterpretationMaterial),
        ("附件", FileRole.Attachment), ("正文", FileRole.Document),
    ];

    public static FileHint Read(string text)
    {
        var word = Array.Find(Words, word => text.Contains(word.Word, StringComparison.Ordinal));
        return new(word.Word is null ? null : word.Role, Numbers().Match(text) is { Success: true } number ? number.Value : null);
    }

    [GeneratedRegex("(?<![0-9])[舆演]?20[0-9]{2}-[0-9]{4,}(?![0-9])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
