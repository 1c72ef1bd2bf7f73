using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Channel;
using DisclosureBot.Journal;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Opinions.Matching;
using DisclosureBot.Opinions.Webhook;
using DisclosureBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Webhook;

/// <summary>What a request was answered with.</summary>
public sealed record HookAnswer(int Status, string Body);

/// <summary>The vendors' door alone, over a real socket and with a real journal; the clock is ours.</summary>
public sealed class HookHost : IAsyncDisposable
{
    public const string Secret = "invented-secret-of-acme-0123456789";
    public const string NewSecret = "invented-secret-of-acme-9876543210";
    public const string OtherSecret = "invented-secret-of-borealis-012345";
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("hooks-");
    private readonly HttpClient _client = new();
    private WebApplication _app = null!;
    private int _nonces;

    private HookHost() { }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8)));

    public Uri Address => new(_app.Urls.First());

    public CaseJournal Journal => _app.Services.GetRequiredService<CaseJournal>();

    public Collecting Collecting => _app.Services.GetRequiredService<Collecting>();

    public WebhookCounts Counts => _app.Services.GetRequiredService<WebhookCounts>();

    public OpinionCase Items => _app.Services.GetRequiredService<OpinionCase>();

    public string Database => Path.Combine(_directory.FullName, "journal.db");

    public static async Task<HookHost> Start(bool vendors = true)
    {
        var host = new HookHost();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([.. vendors ? Vendors() : [], new("ConnectionStrings:Journal", $"Data Source={host.Database}")]).Build();
        builder.Services.AddSingleton<TimeProvider>(host.Clock).AddSingleton(DemoBureau.Roster).AddSingleton(new Calendars(CalendarSettings.Default)).AddSingleton<Workflow>()
            .AddSingleton(ChannelOptions.Read(configuration, builder.Environment, DemoBureau.Roster.TenantId));
        builder.Services.AddJournal(configuration, DemoBureau.Roster.BureauId);
        builder.Services.AddOpinions(configuration);
        builder.Services.AddOpinionHooks(configuration);
        host._app = builder.Build();
        host.Journal.Prepare();
        host.Journal.Committed += host._app.Services.GetRequiredService<StoryIndex>().Heard;
        host._app.MapOpinionHooks();
        await host._app.StartAsync(Stop);
        return host;
    }

    public static byte[] Body(params string[] ids) => Encoding.UTF8.GetBytes($$"""{"items":[{{string.Join(',', ids.Select(id => $$"""{"id":"{{id}}","title":"编号{{id}}的舆情标题"}"""))}}]}""");

    /// <summary>As an honest vendor signs it, now.</summary>
    public Dictionary<string, string> Signed(byte[] body, string secret = Secret, string? nonce = null, TimeSpan ago = default)
    {
        nonce ??= string.Create(CultureInfo.InvariantCulture, $"nonce-{Interlocked.Increment(ref _nonces):D16}");
        var timestamp = (Clock.GetUtcNow() - ago).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{timestamp}.{nonce}."), .. body];
        return new(StringComparer.Ordinal)
        {
            ["X-Timestamp"] = timestamp,
            ["X-Nonce"] = nonce,
            ["X-Signature"] = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed)),
        };
    }

    public Task<HookAnswer> Send(byte[] body) => Send(body, Signed(body));

    public async Task<HookAnswer> Send(byte[] body, IReadOnlyDictionary<string, string> headers, string vendor = "acme", string type = "application/json", string method = "POST")
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Address, $"/hooks/opinions/{vendor}")) { Content = content };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await _client.SendAsync(request, Stop);
        return new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }

    /// <summary>The request as it goes over the wire, for what no client would send.</summary>
    /// <param name="body">What is sent after the head; it may be less than was promised.</param>
    public async Task<(TcpClient Socket, Task<int> Status)> Raw(IEnumerable<(string Name, string Value)> headers, byte[] body)
    {
        var socket = new TcpClient();
        await socket.ConnectAsync(Address.Host, Address.Port, Stop);
        var stream = socket.GetStream();
        var head = new StringBuilder($"POST /hooks/opinions/acme HTTP/1.1\r\nHost: {Address.Authority}\r\nContent-Type: application/json\r\n");
        foreach (var (name, value) in headers) head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), Stop);
        var sending = stream.WriteAsync(body, Stop).AsTask();
        return (socket, Status());

        async Task<int> Status()
        {
            var status = await new StreamReader(stream).ReadLineAsync(Stop);
            await Task.WhenAny(sending); // may end in a reset: the server does not want the rest
            _ = sending.Exception;
            return int.Parse(status!.Split(' ')[1], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>How many items, events of items, once-keys and nonces there are; the digest's standing case comes by itself.</summary>
    public async Task<(long Cases, long Events, long Keys, long Nonces)> Stored()
    {
        await using var connection = await _app.Services.GetRequiredService<ISqlDialect>().Open(Stop);
        return await connection.QuerySingleAsync<(long, long, long, long)>(
            "SELECT (SELECT COUNT(*) FROM cases WHERE kind = 'opinion'), (SELECT COUNT(*) FROM events WHERE case_id LIKE 'opinion-%'), (SELECT COUNT(*) FROM once_keys), (SELECT COUNT(*) FROM webhook_nonces)");
    }

    /// <summary>The item's end, as if decided.</summary>
    public Task Close(string id) => _app.Services.GetRequiredService<Workflow>().Run(
        Items, id, _ => new Decision<OpinionEvent>.Accepted([new HandlingEvent.Closed(new Who("luoqing", "罗清(演示)"), Clock.GetUtcNow(), "已处置")]), null, Stop);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Vendors() => new (string Name, string Secret)[] { ("acme", Secret), ("acme", NewSecret), ("borealis", OtherSecret) }
        .SelectMany((vendor, i) => new KeyValuePair<string, string?>[] { new($"Opinion:Webhooks:{i}:Name", vendor.Name), new($"Opinion:Webhooks:{i}:Secret", vendor.Secret) });
}
