using System.Globalization;
using DisclosureBot.Tests.Support;

namespace DisclosureBot.Tests.Bench;

/// <summary>Stands in for the Connector: takes every card the bot sends and gives it a message id.</summary>
internal sealed class Sink : IAsyncDisposable
{
    private readonly WebApplication _app;
    private long _taken;

    private Sink(WebApplication app, Uri address)
    {
        _app = app;
        Address = address;
        app.Map("/{**path}", async (HttpContext context) =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            var id = Interlocked.Increment(ref _taken).ToString(CultureInfo.InvariantCulture);
            return Results.Text($$"""{"id":"{{id}}"}""", "application/json");
        });
    }

    public Uri Address { get; }

    public static async Task<Sink> Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var address = new Uri($"http://127.0.0.1:{Child.FreePort()}");
        builder.WebHost.UseUrls(address.ToString());
        var sink = new Sink(builder.Build(), address);
        await sink._app.StartAsync();
        return sink;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
