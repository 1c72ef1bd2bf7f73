using System.Text.Json;
using DisclosureBot.Tests.Support;

namespace DisclosureBot.Tests.Bench;

/// <summary>The least any bot can do: Kestrel, in its own process, that parses the bytes and answers as many as the bot does.</summary>
internal sealed class Floor : IAsyncDisposable
{
    private readonly Child _process;

    private Floor(Child process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<Floor> Start(int answerBytes)
    {
        var url = new Uri($"http://127.0.0.1:{Child.FreePort()}");
        var process = Child.Start("dotnet", [typeof(Floor).Assembly.Location, "--floor", url.ToString(), $"{answerBytes}"],
            AppContext.BaseDirectory, new Dictionary<string, string>(StringComparer.Ordinal));
        await process.Says("floor is ready", CancellationToken.None);
        return new(process, new Uri(url, "/api/messages"));
    }

    /// <summary>Runs in the child process.</summary>
    public static async Task Serve(string url, int answerBytes)
    {
        var answer = new byte[answerBytes];
        Array.Fill(answer, (byte)' ');
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        await using var app = builder.Build();
        app.MapPost("/api/messages", async (HttpContext context) =>
        {
            using var activity = await JsonDocument.ParseAsync(context.Request.Body);
            context.Response.StatusCode = activity.RootElement.GetProperty("type").ValueEquals("invoke"u8) ? 200 : 202;
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = answer.Length;
            await context.Response.Body.WriteAsync(answer);
        });
        await app.StartAsync();
        Console.WriteLine("floor is ready");
        await app.WaitForShutdownAsync();
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
