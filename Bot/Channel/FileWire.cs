using System.Text.Json;

namespace DisclosureBot.Channel;

/// <summary>Files on the wire: what a message brings, what a consent grants, and Teams' two cards about a file.</summary>
internal static class FileWire
{
    private const string DownloadInfo = "application/vnd.microsoft.teams.file.download.info";
    private const string ConsentCard = "application/vnd.microsoft.teams.card.file.consent";
    private const string InfoCard = "application/vnd.microsoft.teams.card.file.info";

    /// <summary>Longest names, ids and addresses; a download address carries a token of a kilobyte or two.</summary>
    private const int Longest = 8 * 1024;

    /// <summary>Pasted pictures, cards and the message's html part are no files; an attachment without an address is none either.</summary>
    public static IReadOnlyList<SentFile> Sent(JsonElement attachments) => attachments.ValueKind == JsonValueKind.Array
        ? [.. attachments.EnumerateArray().Where(one => Text(one, "contentType") is DownloadInfo).Select(File).OfType<SentFile>()]
        : [];

    /// <returns>Null where the way to upload is missing.</returns>
    public static UploadTarget? Target(JsonElement info) => Text(info, "uploadUrl") is { } upload
        ? new(upload, Text(info, "contentUrl") ?? "", Text(info, "name") ?? "", Text(info, "uniqueId") ?? "", Text(info, "fileType") ?? "")
        : null;

    /// <summary>The text under this name; null where it is missing, empty, absurdly long or no text.</summary>
    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 and <= Longest } text ? text : null;

    public static void Write(Utf8JsonWriter writer, FileCard file)
    {
        writer.WriteStartArray("attachments");
        writer.WriteStartObject();
        writer.WriteString("name", file.Name);
        switch (file)
        {
            case FileCard.Consent consent:
                WriteConsent(writer, consent);
                break;
            case FileCard.Info info:
                WriteInfo(writer, info);
                break;
            default:
                throw new InvalidOperationException(file.GetType().Name);
        }
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static SentFile? File(JsonElement attachment) =>
        attachment.TryGetProperty("content", out var content) && Text(content, "downloadUrl") is { } url
            ? new(Text(attachment, "name") ?? "", url, Text(content, "fileType") ?? "", Text(content, "uniqueId") ?? "")
            : null;

    private static void WriteConsent(Utf8JsonWriter writer, FileCard.Consent consent)
    {
        writer.WriteString("contentType", ConsentCard);
        writer.WriteStartObject("content");
        writer.WriteString("description", consent.Description);
        writer.WriteNumber("sizeInBytes", consent.Size);
        foreach (var answer in new[] { "acceptContext", "declineContext" })
        {
            writer.WriteStartObject(answer);
            foreach (var (name, value) in consent.Context)
                writer.WriteString(name, value);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    private static void WriteInfo(Utf8JsonWriter writer, FileCard.Info info)
    {
        writer.WriteString("contentType", InfoCard);
        writer.WriteString("contentUrl", info.ContentUrl);
        writer.WriteStartObject("content");
        writer.WriteString("uniqueId", info.UniqueId);
        writer.WriteString("fileType", info.FileType);
        writer.WriteEndObject();
    }
}
