using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards;

/// <summary>How a tone looks: colours that clients adapt to light and dark themselves.</summary>
internal static class Tones
{
    public static string? Color(this Tone tone) => tone switch
    {
        Tone.Waiting => "accent",
        Tone.Good => "good",
        Tone.Warning => "warning",
        Tone.Bad => "attention",
        _ => null,
    };

    public static string Style(this Tone tone) => tone.Color() ?? "emphasis";

    /// <summary>A coloured strip with one sentence. The words carry the meaning, the colour only helps.</summary>
    public static Container Banner(this Tone tone, string text, string? weight = null) =>
        new([new RichTextBlock(new TextRun(text) { Weight = weight })]) { Style = tone.Style() };
}
