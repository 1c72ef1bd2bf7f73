using System.Globalization;
using System.Text.Json;
using DisclosureBot.Background;
using DisclosureBot.Channel;
using DisclosureBot.Opinions.Feeds;
using Microsoft.AspNetCore.Http.Features;

namespace DisclosureBot.Clock;

/// <summary>POST /dev/clock: moves the clock and answers when all that fell due has been worked off and delivered. Development and loopback only.</summary>
public static class ClockEndpoint
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private const long LargestBody = 1024;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    public static IServiceCollection AddClock(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        if (!environment.IsDevelopment()) return services.AddSingleton(TimeProvider.System);
        var start = configuration["Clock:Start"];
        if (string.IsNullOrEmpty(start)) return Add(services, new MovableClock(TimeProvider.System));
        return DateTimeOffset.TryParse(start, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? Add(services, MovableClock.StartingAt(instant, TimeProvider.System))
            : throw new InvalidOperationException($"Clock:Start is no ISO instant: '{start}'.");
    }

    public static void MapClock(this WebApplication app)
    {
        if (app.Services.GetService<MovableClock>() is not { } clock) return;
        app.MapPost("/dev/clock", async (HttpContext http, Deadlines deadlines, Delivery delivery, ArrivalSweep sweep, FeedWatch feeds, ReplyQueue replies, IHostApplicationLifetime life) =>
        {
            if (!LoopbackOnly.IsFromHere(http)) return Results.NotFound();
            // A page of another site can post text and forms to a loopback address, but not JSON.
            if (!http.Request.HasJsonContentType()) return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
            if (await Read(http.Request) is not { } instant) return Results.BadRequest("""Expected {"now":"<ISO instant>"}.""");
            if (!clock.TryMoveTo(instant)) return Results.Conflict($"The clock already shows {clock.GetUtcNow():O} and only moves forward, up to the year 9000.");
            return await Settle(deadlines, delivery, sweep, feeds, replies, life.ApplicationStopping) ? Results.Ok() : Results.StatusCode(StatusCodes.Status504GatewayTimeout);
        });
    }

    private static IServiceCollection Add(IServiceCollection services, MovableClock clock) =>
        services.AddSingleton(clock).AddSingleton<TimeProvider>(clock);

    private static async Task<DateTimeOffset?> Read(HttpRequest request)
    {
        try
        {
            if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = LargestBody;
            using var body = await JsonDocument.ParseAsync(request.Body);
            return body.RootElement.ValueKind == JsonValueKind.Object
                && body.RootElement.TryGetProperty("now", out var now) && now.ValueKind == JsonValueKind.String
                && DateTimeOffset.TryParse(now.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
                    ? instant
                    : null;
        }
        catch (Exception fault) when (fault is JsonException or BadHttpRequestException or InvalidOperationException)
        {
            return null; // no JSON, too much of it, or half a surrogate pair, which is JSON but no text
        }
    }

    private static async Task<bool> Settle(Deadlines deadlines, Delivery delivery, ArrivalSweep sweep, FeedWatch feeds, ReplyQueue replies, CancellationToken stop)
    {
        var began = TimeProvider.System.GetTimestamp();
        deadlines.Wake();
        delivery.Wake();
        sweep.Wake();
        feeds.Wake();
        while (TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            if (await deadlines.IsIdle(stop) && await delivery.IsIdle(stop) && await sweep.IsIdle(stop) && await feeds.IsIdle(stop) && replies.IsIdle) return true;
            await Task.Delay(Look, stop);
        }

        return false;
    }
}
