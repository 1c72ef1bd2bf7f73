using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace DisclosureBot.Tests.Support;

/// <summary>What reached the connector, in order. Ids are unescaped; <paramref name="Target"/> is the request line as it came.</summary>
public sealed record Received(string Method, string Target, string? Conversation, string? MessageId, string? Authorization, JsonElement Body)
{
    public bool IsOpen => Method is "POST" && Conversation is null;
    public bool IsSend => Method is "POST" && Conversation is not null;
    public bool IsUpdate => Method is "PUT";
    public bool IsDelete => Method is "DELETE";
    public bool IsMembers => Method is "GET" && Target.Split('?')[0].EndsWith("/pagedmembers", StringComparison.Ordinal);
}

/// <summary>One scripted answer of the connector.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">Null for an empty one.</param>
/// <param name="Accept">Do what was asked although the status says otherwise (accepted, then 502).</param>
/// <param name="After">Answer only when this has completed (a hanging connector).</param>
/// <param name="For">Which requests it is meant for; absent means any.</param>
/// <param name="Headers">E.g. Retry-After.</param>
public sealed record Scripted(int Status, string? Body = null, bool Accept = false, Task? After = null, Func<Received, bool>? For = null, params (string Name, string Value)[] Headers);

/// <summary>
/// The far side of chat for tests: a real socket on loopback that keeps what people would see, records every request and
/// answers as scripted (<see cref="Next"/>), otherwise as Teams does. Use <see cref="Url"/> as an activity's serviceUrl.
/// </summary>
public sealed class RecordingConnector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly List<Scripted> script = [];
    private ImmutableList<Received> requests = [];
    private ImmutableDictionary<(string Conversation, string MessageId), JsonElement> messages =
        ImmutableDictionary<(string, string), JsonElement>.Empty;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, (IReadOnlyList<JsonObject> Members, int Page)> gathered = new(StringComparer.Ordinal);
    private int ids;

    private RecordingConnector(WebApplication app) => this.app = app;

    public string Url => app.Urls.First();

    /// <summary>Every request so far, refused ones included.</summary>
    public IReadOnlyList<Received> Requests => requests;

    /// <summary>The messages now standing in a conversation, oldest first.</summary>
    public IReadOnlyList<(string Id, JsonElement Body)> Messages(string conversation) =>
        [.. messages.Where(message => string.Equals(message.Key.Conversation, conversation, StringComparison.Ordinal)).OrderBy(message => message.Key.MessageId.Length)
            .ThenBy(message => message.Key.MessageId, StringComparer.Ordinal).Select(message => (message.Key.MessageId, message.Value))];

    public static async Task<RecordingConnector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = builder.Build();
        var connector = new RecordingConnector(site);
        site.Run(connector.Serve);
        await site.StartAsync();
        return connector;
    }

    /// <summary>Who is in a conversation, as pagedmembers tells it, so many to a page; a conversation nobody named is not found.</summary>
    public void Gather(string conversation, IEnumerable<JsonObject> members, int page = 2)
    {
        lock (gate) gathered[conversation] = ([.. members], page);
    }

    /// <summary>One of the bureau, in the shape that Teams gives.</summary>
    /// <param name="change">Members that replace or add.</param>
    public static JsonObject Member(string aadObjectId, string tenant, Action<JsonObject>? change = null)
    {
        var member = new JsonObject
        {
            ["id"] = $"29:{aadObjectId}",
            ["name"] = "某人",
            ["objectId"] = aadObjectId,
            ["aadObjectId"] = aadObjectId,
            ["givenName"] = "人",
            ["surname"] = "某",
            ["email"] = "someone@bureau.example",
            ["userPrincipalName"] = "someone@bureau.example",
            ["tenantId"] = tenant,
            ["userRole"] = "user",
        };
        change?.Invoke(member);
        return member;
    }

    /// <summary>Answers the next requests like this, one answer each, in this order.</summary>
    public void Next(params Scripted[] answers)
    {
        lock (gate)
        {
            script.AddRange(answers);
        }
    }

    /// <summary>Waits until this is so and returns the requests; fails after 30 s.</summary>
    public async Task<IReadOnlyList<Received>> Until(Func<RecordingConnector, bool> isSo) => await Within(TimeSpan.FromSeconds(30), isSo)
        ? requests
        : throw new TimeoutException($"Not so after: {string.Join(", ", requests.Select(request => request.Method + " " + request.Target))}");

    /// <summary>Whether this becomes so within this (real) time.</summary>
    public async Task<bool> Within(TimeSpan patience, Func<RecordingConnector, bool> isSo)
    {
        var limit = Task.Delay(patience);
        while (true)
        {
            var next = changed.Task;
            if (isSo(this))
                return true;
            if (await Task.WhenAny(next, limit) == limit)
                return isSo(this);
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private async Task Serve(HttpContext http)
    {
        var received = await Read(http);
        Scripted? answer;
        string? id = null;
        lock (gate)
        {
            answer = script.Find(scripted => scripted.For?.Invoke(received) ?? true);
            if (answer is not null)
                script.Remove(answer);
            if (answer is null or { Accept: true } or { Status: >= 200 and < 300 })
                id = Keep(received);
            requests = requests.Add(received);
            var seen = changed;
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            seen.SetResult();
        }
        if (answer?.After is { } until)
            await until.WaitAsync(http.RequestAborted);
        answer ??= Paged(http, received) ?? (received.IsUpdate && id is null
            ? new(404, """{"error":{"code":"ActivityNotFoundInConversation"}}""")
            : new(received.IsUpdate ? 200 : 201, $$"""{"id":{{JsonSerializer.Serialize(id)}}}"""));
        http.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
            http.Response.Headers[name] = value;
        if (answer.Body is { } body)
            await http.Response.WriteAsync(body);
    }

    // A token says where the next page begins; it means something to us alone.
    private Scripted? Paged(HttpContext http, Received received)
    {
        if (!received.IsMembers) return null;
        lock (gate)
        {
            if (!gathered.TryGetValue(received.Conversation!, out var room)) return new(404, """{"error":{"code":"ConversationNotFound"}}""");
            var from = http.Request.Query["continuationToken"].ToString() is { Length: > 0 } token ? int.Parse(token.Split('/')[1], CultureInfo.InvariantCulture) : 0;
            var answer = new JsonObject { ["members"] = new JsonArray([.. room.Members.Skip(from).Take(room.Page).Select(member => member.DeepClone())]) };
            if (from + room.Page < room.Members.Count) answer["continuationToken"] = $"after+{room.Page}/{from + room.Page}/=";
            return new(200, answer.ToJsonString());
        }
    }

    // Returns the id Teams would give, or null where there is nothing to update.
    private string? Keep(Received received)
    {
        if (received.IsMembers)
            return null;
        if (received.IsOpen)
            return $"a:opened-{received.Body.GetProperty("members")[0].GetProperty("id").GetString()}";
        var id = received.IsSend ? $"1:{++ids}" : received.MessageId!;
        if (!received.IsSend && !messages.ContainsKey((received.Conversation!, id)))
            return null;
        messages = received.IsDelete ? messages.Remove((received.Conversation!, id)) : messages.SetItem((received.Conversation!, id), received.Body);
        return id;
    }

    private static async Task<Received> Read(HttpContext http)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var parts = target.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        var start = Array.IndexOf(parts, "conversations") + 1;
        var text = await new StreamReader(http.Request.Body).ReadToEndAsync();
        using var json = JsonDocument.Parse(text.Length == 0 ? "{}" : text);
        return new(http.Request.Method, target, parts.ElementAtOrDefault(start), parts.ElementAtOrDefault(start + 2),
            http.Request.Headers.Authorization.FirstOrDefault(), json.RootElement.Clone());
    }
}
