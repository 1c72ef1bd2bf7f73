using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace DisclosureBot.Channel;

/// <summary>A request that goes no further: its status, and a short reason that repeats nothing of what was sent.</summary>
public sealed record WireRefusal(int Status, string Reason);

/// <summary>Reads a request's body into an activity, or says what is wrong with it.</summary>
public static class ActivityReader
{
    /// <summary>Bytes. A real activity is a few KB.</summary>
    public const int Limit = 256 * 1024;

    public static async Task<(Activity? Activity, WireRefusal? Refusal)> Read(HttpRequest request)
    {
        if (!IsPlainJson(request))
            return (null, new(StatusCodes.Status415UnsupportedMediaType, "JsonExpected"));
        if (request.ContentLength > Limit)
            return (null, new(StatusCodes.Status413PayloadTooLarge, "TooLarge"));
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = Limit;
        try
        {
            var activity = await JsonSerializer.DeserializeAsync(request.BodyReader, ActivityJson.Default.Activity, request.HttpContext.RequestAborted);
            return string.IsNullOrWhiteSpace(activity?.Type) || !Readable(activity.Value) || !Readable(activity.Attachments)
                ? (null, new(StatusCodes.Status400BadRequest, "NotAnActivity"))
                : (activity, null);
        }
        catch (JsonException)
        {
            return (null, new(StatusCodes.Status400BadRequest, "NotAnActivity"));
        }
        catch (BadHttpRequestException bad)
        {
            return (null, new(bad.StatusCode, bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "TooLarge" : "BadRequest"));
        }
    }

    private static bool IsPlainJson(HttpRequest request) =>
        request.HasJsonContentType()
        && request.Headers.ContentEncoding.Count == 0
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    // A lone surrogate (\ud800) is valid JSON that only fails when somebody reads the string: find it here, not there.
    public static bool Readable(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString() is not null,
                JsonValueKind.Array => value.EnumerateArray().All(Readable),
                JsonValueKind.Object => value.EnumerateObject().All(property => property.Name is not null && Readable(property.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
