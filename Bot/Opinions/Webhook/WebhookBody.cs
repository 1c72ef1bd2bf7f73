using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace DisclosureBot.Opinions.Webhook;

/// <summary>Reads a request's body whole, within bounds of size and time.</summary>
internal static class WebhookBody
{
    /// <summary>Bytes.</summary>
    public const int Limit = 256 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>What can be refused before a byte of it is read.</summary>
    public static WebhookFault? Foreseen(HttpRequest request)
    {
        if (request.ContentLength > Limit) return new(WebhookRefusal.TooLarge);
        return IsPlainJson(request) ? null : new(WebhookRefusal.NotJsonType);
    }

    public static async Task<(ReadOnlyMemory<byte> Body, WebhookFault? Fault)> Read(HttpContext http, TimeProvider clock)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = Limit;
        using var late = new CancellationTokenSource(Patience, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, http.RequestAborted);
        try
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, stop.Token);
            return (body.ToArray(), null);
        }
        catch (BadHttpRequestException bad)
        {
            return (default, new(bad.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => WebhookRefusal.TooLarge,
                StatusCodes.Status408RequestTimeout => WebhookRefusal.TooSlow,
                _ => WebhookRefusal.BrokenOff,
            }));
        }
        catch (OperationCanceledException)
        {
            return (default, new(late.IsCancellationRequested ? WebhookRefusal.TooSlow : WebhookRefusal.BrokenOff));
        }
        catch (IOException)
        {
            return (default, new(WebhookRefusal.BrokenOff));
        }
    }

    private static bool IsPlainJson(HttpRequest request) =>
        request.Headers.ContentType.Count == 1 && request.Headers.ContentEncoding.Count == 0
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
