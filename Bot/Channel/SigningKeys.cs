using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace DisclosureBot.Channel;

/// <summary>A published key and the channels it may sign for.</summary>
public sealed record SigningKey(SecurityKey Key, IReadOnlyList<string> Endorsements);

/// <summary>
/// The channel's published signing keys. IdentityModel's own ConfigurationManager refreshes by the system clock and in its
/// own time; here a failed first fetch is tried again at the next request, an unknown key asks at once but rarely, and a
/// failed refresh keeps what was known.
/// </summary>
public sealed class SigningKeys(ChannelOptions options, IHttpClientFactory http, TimeProvider time, ILogger<SigningKeys> log)
{
    private static readonly TimeSpan RefreshAfter = TimeSpan.FromHours(24);
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private FrozenDictionary<string, SigningKey>? known;
    private DateTimeOffset nextRefresh;
    private DateTimeOffset nextQuestion;
    private Task? fetch;

    /// <returns>Null for a key nobody published.</returns>
    /// <exception cref="HttpRequestException">No keys could be fetched yet.</exception>
    public async Task<SigningKey?> Find(string id, CancellationToken stop)
    {
        if (known is null)
            await First().WaitAsync(stop);
        var keys = known ?? throw new HttpRequestException("No signing keys yet.");
        if (keys.TryGetValue(id, out var key))
        {
            RefreshWhenOld();
            return key;
        }
        await AskForUnknown().WaitAsync(stop);
        return known.GetValueOrDefault(id);
    }

    private Task First()
    {
        lock (gate)
            return known is null ? Fetch() : Task.CompletedTask;
    }

    private void RefreshWhenOld()
    {
        lock (gate)
        {
            if (time.GetUtcNow() >= nextRefresh)
                _ = Fetch();
        }
    }

    private Task AskForUnknown()
    {
        lock (gate)
        {
            if (fetch is { IsCompleted: false })
                return fetch;
            var now = time.GetUtcNow();
            if (now < nextQuestion)
                return Task.CompletedTask;
            nextQuestion = now + AskAgainAfter;
            return Fetch();
        }
    }

    // One fetch in flight, shared by whoever waits; nobody's disconnect cancels it for the others.
    private Task Fetch()
    {
        lock (gate)
            return fetch is { IsCompleted: false } ? fetch : fetch = Task.Run(Refresh);
    }

    private async Task Refresh()
    {
        RefreshIn(AskAgainAfter);
        try
        {
            var documents = new HttpDocumentRetriever(http.CreateClient(ChannelHttp.Keys)) { RequireHttps = !options.LoopbackAllowed };
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(options.Cloud.Metadata, documents, CancellationToken.None);
            var keys = (metadata.JsonWebKeySet?.Keys ?? []).Select(Usable).OfType<SigningKey>().ToArray();
            if (keys.Length == 0)
                throw new InvalidOperationException("The key set is empty.");
            known = keys.DistinctBy(key => key.Key.KeyId, StringComparer.Ordinal).ToFrozenDictionary(key => key.Key.KeyId, StringComparer.Ordinal);
            RefreshIn(RefreshAfter);
        }
        catch (Exception fault)
        {
            log.KeysNotFetched(fault);
        }
    }

    private void RefreshIn(TimeSpan wait)
    {
        lock (gate)
            nextRefresh = time.GetUtcNow() + wait;
    }

    private static SigningKey? Usable(JsonWebKey published) =>
        published is { Kty: JsonWebAlgorithmsKeyTypes.RSA, Kid.Length: > 0 } && JsonWebKeyConverter.TryConvertToSecurityKey(published, out var key)
            ? new(key, Endorsements(published))
            : null;

    private static string[] Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value) && value is JsonElement { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];
}
