using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using DisclosureBot.Channel;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Opinions.Matching;

namespace DisclosureBot.Opinions.Webhook;

/// <summary>
/// POST /hooks/opinions/{vendor}: doubts a request in the order of what the doubt costs, then takes its items in.
/// Replays are told apart by the nonce, which is noted after the items: a vendor whose request broke off may send it again.
/// </summary>
internal sealed partial class WebhookEndpoint(
    WebhookSettings settings, WebhookPace pace, WebhookCounts counts, Collecting collecting, CaseJournal journal, ChannelOptions channel, TimeProvider clock,
    IHostApplicationLifetime lifetime, ILogger<WebhookEndpoint> log)
{
    /// <summary>A timestamp may be ahead of our clock and be accepted until it is as far behind.</summary>
    private static readonly TimeSpan Remembered = 3 * WebhookSignature.Window;

    private readonly ConcurrentDictionary<(string Vendor, string Nonce), bool> _underWay = new();

    public async Task Serve(HttpContext http, string vendor)
    {
        var fault = await Take(http, vendor);
        if (fault is not null) await Refuse(http, vendor, fault);
    }

    private async Task<WebhookFault?> Take(HttpContext http, string vendor)
    {
        if (!HttpMethods.IsPost(http.Request.Method)) return new(WebhookRefusal.NotPost);
        if (channel.AppId is null && !LoopbackOnly.IsFromHere(http)) return new(WebhookRefusal.NotFromHere);
        if (WebhookBody.Foreseen(http.Request) is { } foreseen) return foreseen;
        var (signature, unsigned) = WebhookSignature.Read(http.Request.Headers);
        if (signature is null) return unsigned;
        if (!signature.IsTimely(clock.GetUtcNow())) return new(WebhookRefusal.WrongTime);
        var (body, unread) = await WebhookBody.Read(http, clock);
        if (unread is not null) return unread;
        if (!signature.IsOf(settings.Secrets.GetValueOrDefault(vendor, []), body.Span)) return new(WebhookRefusal.BadSignature);
        return await Once(http, vendor, signature.Nonce, body);
    }

    /// <summary>First taken, then looked up: else the one that ends in between would be taken for new.</summary>
    private async Task<WebhookFault?> Once(HttpContext http, string vendor, string nonce, ReadOnlyMemory<byte> body)
    {
        if (!_underWay.TryAdd((vendor, nonce), true)) return new(WebhookRefusal.Replayed);
        try
        {
            if (await journal.IsNonceNoted(vendor, nonce, lifetime.ApplicationStopping)) return new(WebhookRefusal.Replayed);
            if (!pace.Admits(vendor)) return new(WebhookRefusal.TooMany);
            return await Collect(http, vendor, nonce, body);
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            // The journal away, or the program stopping: the nonce is not noted, so the same request may come again.
            Failed(log, fault.GetType().Name, fault.StackTrace);
            return new(WebhookRefusal.Unavailable);
        }
        finally
        {
            _underWay.TryRemove((vendor, nonce), out _);
        }
    }

    private async Task<WebhookFault?> Collect(HttpContext http, string vendor, string nonce, ReadOnlyMemory<byte> body)
    {
        var now = clock.BureauNow();
        var (stories, wrong) = WebhookItems.Read(vendor, body.Span, now);
        if (wrong is not null) return wrong;
        var added = 0;
        foreach (var (story, source) in stories)
            if (await collecting.Take(new Who($"hook:{vendor}", vendor), story, source, lifetime.ApplicationStopping)) added++;
        await journal.NoteNonce(vendor, nonce, now, lifetime.ApplicationStopping);
        await journal.ForgetNonces(now - Remembered, lifetime.ApplicationStopping);
        counts.Took(vendor, stories.Count, added, now);
        await Write(http, StatusCodes.Status202Accepted, new JsonObject { ["received"] = stories.Count, ["new"] = added });
        return null;
    }

    private async Task Refuse(HttpContext http, string vendor, WebhookFault fault)
    {
        counts.Refused(vendor, fault.Refusal);
        Refused(log, fault.Status, fault.Refusal);
        if (fault.Refusal == WebhookRefusal.NotPost) http.Response.Headers.Allow = HttpMethods.Post;
        if (fault.Refusal is WebhookRefusal.TooMany or WebhookRefusal.Unavailable) http.Response.Headers.RetryAfter = WebhookPace.Minute.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        var answer = new JsonObject { ["error"] = fault.Refusal.ToString() };
        if (fault.Index is { } index) answer["index"] = index;
        if (fault.Field is { } field) answer["field"] = field;
        await Write(http, fault.Status, answer);
    }

    private static async Task Write(HttpContext http, int status, JsonObject answer)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(answer.ToJsonString(), CancellationToken.None); // a vendor that is gone is no fault of the request's
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A vendor's request was refused: {Status} {Reason}.")]
    private static partial void Refused(ILogger log, int status, WebhookRefusal reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A vendor's request failed: {Fault} at {Where}")]
    private static partial void Failed(ILogger log, string fault, string? where);
}
