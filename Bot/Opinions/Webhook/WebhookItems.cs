using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using DisclosureBot.Cards;
using DisclosureBot.Clock;
using DisclosureBot.Opinions.Intake;

namespace DisclosureBot.Opinions.Webhook;

/// <summary>What a vendor sends, as it stands in JSON; what is not named here is ignored.</summary>
internal sealed record WebhookRequest(IReadOnlyList<WebhookItem?>? Items);

internal sealed record WebhookItem(string? Id, string? Title, string? Text, string? Url, string? Source, string? Place, string? PublishedAt);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 8, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(WebhookRequest))]
internal sealed partial class WebhookJson : JsonSerializerContext;

/// <summary>Makes stories of a vendor's items: all of them, or none and what is wrong with the first bad one.</summary>
internal static class WebhookItems
{
    private const int Most = 100;
    private const int LongestId = 200;

    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static (IReadOnlyList<(Story Story, OpinionSource Source)> Stories, WebhookFault? Fault) Read(string vendor, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (Parsed(body) is not { } request) return ([], new(WebhookRefusal.NotJson));
        if (request.Items is not { Count: >= 1 and <= Most } items) return ([], new(WebhookRefusal.BadItem, Field: "items"));
        var stories = new List<(Story, OpinionSource)>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            if (Wrong(items[i], now, out var story) is { } field) return ([], new(WebhookRefusal.BadItem, i, field));
            stories.Add(story(vendor));
        }

        return (stories, null);
    }

    private static WebhookRequest? Parsed(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body)) return null;
        try
        {
            return JsonSerializer.Deserialize(body, WebhookJson.Default.WebhookRequest);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>The field at fault.</returns>
    private static string? Wrong(WebhookItem? item, DateTimeOffset now, out Func<string, (Story, OpinionSource)> story)
    {
        story = null!;
        if (item is null) return "item";
        if (item.Id is null || !IsShort(item.Id, LongestId, out var id) || id is null) return "id";
        if (!IsShort(item.Title, Wording.TitleLimit, out var title) || title is null) return "title";
        if (!IsShort(item.Source, StoryCheck.NameLimit, out var source)) return "source";
        if (!IsShort(item.Place, StoryCheck.PlaceLimit, out var place)) return "place";
        string? url = null;
        if (!string.IsNullOrEmpty(item.Url) && WebAddress.Read(item.Url, "url", out url) is not null) return "url";
        if (!TryMoment(item.PublishedAt, now, out var seen)) return "publishedAt";
        // What is too long is cut: there is enough to judge by, and the rest is behind the link.
        var text = Wording.Clean(item.Text) is { } typed ? PlainText.Clip(typed, StoryCheck.TextLimit) : null;
        story = vendor => (new Story(title, text, place, null, now), new OpinionSource(Key(vendor, item.Id), source ?? vendor, title, url, seen));
        return null;
    }

    /// <summary>Hashed, for an id may be of any letters.</summary>
    private static string Key(string vendor, string id) => $"hook:{vendor}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))}";

    private static bool IsShort(string? typed, int longest, out string? clean)
    {
        clean = Wording.Clean(typed);
        return clean is null || clean.Length <= longest;
    }

    /// <summary>ISO 8601 with its offset, for a time without one could be any; at most a day ahead of our clock, and then it was just now.</summary>
    private static bool TryMoment(string? typed, DateTimeOffset now, out DateTimeOffset moment)
    {
        moment = now;
        if (string.IsNullOrEmpty(typed)) return true;
        if (!DateTimeOffset.TryParseExact(typed, ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"],
            CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read)) return false;
        if (read < Earliest || read > now.AddDays(1)) return false;
        moment = read < now ? read.ToOffset(BureauTime.Offset) : now;
        return true;
    }
}
