using DisclosureBot.Clock;

namespace DisclosureBot.Slips.Files;

/// <summary>Says where the present text is not the one that lay before the leader. Pure.</summary>
public static class LateText
{
    /// <summary>Null where the text has not changed since the final signature.</summary>
    public static string? Of(Slip slip) =>
        slip.SignedAt(Stage.Leader) is { } signed && slip.Current(FileRole.Document) is { } text && text.At > signed.At
            ? $"正文为签发后上传的第{text.Version}版({text.By.Name},{BureauTime.Show(text.At)}),请与签发稿核对"
            : null;
}
