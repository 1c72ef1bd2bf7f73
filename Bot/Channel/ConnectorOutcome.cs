using System.Net;
using System.Text.Json;

namespace DisclosureBot.Channel;

/// <summary>Reads what the Connector's answer means. A POST has no idempotency key: failed half-way, it may have been delivered.</summary>
public sealed class ConnectorOutcome(TimeProvider time)
{
    private const int BodyLimit = 64 * 1024;

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "BotNotInConversationRoster", "ConversationBlockedByUser", "BotDisabledByAdmin", "BotNotInstalled",
        "BotNotRegistered", "MessageWritesBlocked", "ConversationNotFound", "ForbiddenOperationException",
    };

    public async Task<SendOutcome> Read(HttpMethod method, HttpResponseMessage response, CancellationToken hurry)
    {
        var (id, code) = await ReadBody(response, hurry);
        return (int)response.StatusCode switch
        {
            200 or 201 or 202 => new SendOutcome.Delivered(id),
            429 => new SendOutcome.Later(RetryAfter(response), "429"),
            412 => new SendOutcome.Later(RetryAfter(response), "412"),
            404 when method == HttpMethod.Put => new SendOutcome.Gone(),
            404 => new SendOutcome.Blocked("ConversationNotFound"),
            403 when code is not null && Blocks.Contains(code) => new SendOutcome.Blocked(code),
            >= 500 and var status => Unclear(method, $"{status}", RetryAfter(response)),
            var status => new SendOutcome.Rejected(status, code ?? response.StatusCode.ToString()),
        };
    }

    /// <summary>No answer came: surely undelivered only if no connection came about.</summary>
    public static SendOutcome Broken(HttpMethod method, HttpRequestException fault) =>
        fault.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
            ? new SendOutcome.Later(null, fault.HttpRequestError.ToString())
            : Unclear(method, fault.HttpRequestError.ToString());

    /// <summary>An update may be repeated without harm, a post may not.</summary>
    public static SendOutcome Unclear(HttpMethod method, string why, TimeSpan? after = null) =>
        method == HttpMethod.Put ? new SendOutcome.Later(after, why) : new SendOutcome.Unknown(why);

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > time.GetUtcNow() ? date - time.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };

    // The status has been said already: a body that is missing, broken or endless cannot change the outcome.
    private static async Task<(string? Id, string? Code)> ReadBody(HttpResponseMessage response, CancellationToken hurry)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(BodyLimit, hurry);
            using var json = JsonDocument.Parse(await response.Content.ReadAsStreamAsync(hurry));
            var (id, code) = (Text(json.RootElement, "id"), json.RootElement.TryGetProperty("error", out var error) ? Text(error, "code") : null);
            return (id, code is { Length: <= 64 } && code.All(char.IsAsciiLetterOrDigit) ? code : null);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or HttpRequestException or IOException or OperationCanceledException)
        {
            return (null, null);
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            && text.GetString() is { Length: > 0 } found ? found : null;
}
