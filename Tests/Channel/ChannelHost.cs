using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using DisclosureBot.Channel;
using DisclosureBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;

namespace DisclosureBot.Tests.Channel;

/// <summary>The channel alone over a real socket, with a bot that records its turns and says what a test wants.</summary>
public sealed class ChannelHost : IAsyncDisposable
{
    public const string Tenant = "11111111-1111-4111-8111-111111111111";
    public const string AppId = "22222222-2222-4222-8222-222222222222";

    private WebApplication app = null!;
    private readonly HttpClient client = new();

    private ChannelHost() { }

    /// <summary>Starts at the real present, because MSAL dates its tokens by the system clock.</summary>
    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());
    public ConcurrentQueue<Turn> Turns { get; } = new();
    public Func<Turn, CancellationToken, Task<Answer>> Bot { get; set; } = (_, _) => Task.FromResult(Answer.Silence);
    public ConcurrentQueue<string> Log { get; } = new();
    public IChannel Channel => app.Services.GetRequiredService<IChannel>();
    public Uri Endpoint => new(app.Urls.First() + "/api/messages");

    /// <summary>Open, in Development; with <paramref name="keys"/>: closed, single tenant.</summary>
    public static async Task<ChannelHost> Start(FakeKeyServer? keys = null, string environment = "Development", HttpMessageHandler? login = null, params (string Key, string? Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(Registration(keys, login is not null))
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)));
        var host = new ChannelHost();
        builder.Services.AddSingleton<TimeProvider>(host.Clock);
        builder.Services.AddSingleton<TurnHandler>((turn, stop) =>
        {
            host.Turns.Enqueue(turn);
            return host.Bot(turn, stop);
        });
        builder.Services.AddChannel(builder.Configuration, builder.Environment, Tenant);
        if (login is not null)
            builder.Services.AddHttpClient(ChannelHttp.Login).ConfigurePrimaryHttpMessageHandler(() => login);
        builder.Logging.ClearProviders().AddProvider(new Recorder(host.Log.Enqueue));
        host.app = builder.Build();
        host.app.MapChannel();
        await host.app.StartAsync();
        return host;
    }

    public Task<HttpResponseMessage> Post(string body, string? token = null, string type = "application/json") =>
        Post(new StringContent(body, Encoding.UTF8, type), token is null ? null : "Bearer " + token);

    public Task<HttpResponseMessage> Post(HttpContent body, string? authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Endpoint) { Content = body };
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return client.SendAsync(request);
    }

    public Task<HttpResponseMessage> Send(HttpMethod method) => client.SendAsync(new HttpRequestMessage(method, Endpoint));

    /// <summary>What a good token of the channel says now.</summary>
    public SecurityTokenDescriptor Good(string serviceUrl) => new()
    {
        Issuer = FakeKeyServer.Issuer,
        Audience = AppId,
        NotBefore = Clock.GetUtcNow().UtcDateTime.AddMinutes(-1),
        Expires = Clock.GetUtcNow().UtcDateTime.AddHours(1),
        Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["serviceurl"] = serviceUrl },
    };

    public async Task Stop() => await app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    private static IEnumerable<KeyValuePair<string, string?>> Registration(FakeKeyServer? keys, bool registered) => keys is null && !registered ? [] :
    [
        new("MicrosoftAppType", "SingleTenant"),
        new("MicrosoftAppId", AppId),
        new("MicrosoftAppPassword", "invented"),
        new("MicrosoftAppTenantId", Tenant),
        new("Channel:MetadataAddress", keys?.Metadata),
    ];

    private sealed class Recorder(Action<string> write) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            write(formatter(state, exception) + exception);
        public void Dispose() { }
    }
}
