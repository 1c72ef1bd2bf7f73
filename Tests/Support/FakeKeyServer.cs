using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DisclosureBot.Tests.Support;

/// <summary>The channel's login server for tests: publishes its own RSA keys with endorsements, and signs tokens with any of them.</summary>
public sealed class FakeKeyServer : IAsyncDisposable
{
    public const string Issuer = "https://api.botframework.com";
    private readonly WebApplication app;
    private readonly Dictionary<string, (RSA Key, string[]? Endorsements)> keys = new(StringComparer.Ordinal);
    private volatile bool down;
    private int fetches;

    private FakeKeyServer(WebApplication app) => this.app = app;

    public string Metadata => app.Urls.First() + "/metadata";

    /// <summary>How often the key set was asked for, answered or not.</summary>
    public int Fetches => Volatile.Read(ref fetches);

    /// <summary>Answers 500 while set.</summary>
    public bool Down { get => down; set => down = value; }

    /// <summary>Starts with one published key, <c>key-1</c>, endorsed for msteams.</summary>
    public static async Task<FakeKeyServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = builder.Build();
        var server = new FakeKeyServer(site);
        site.MapGet("/metadata", server.ServeMetadata);
        site.MapGet("/keys", server.ServeKeys);
        server.Publish("key-1", "msteams");
        await site.StartAsync();
        return server;
    }

    /// <summary>Publishes a new key under this id.</summary>
    /// <param name="kid">Its id.</param>
    /// <param name="endorsements">None at all: the key carries no such list.</param>
    public void Publish(string kid, params string[] endorsements) =>
        keys[kid] = (RSA.Create(2048), endorsements.Length == 0 ? null : endorsements);

    public void Withdraw(string kid) => keys.Remove(kid);

    /// <summary>The key's public half, to be misused as an HMAC secret.</summary>
    public byte[] PublicKey(string kid) => keys[kid].Key.ExportSubjectPublicKeyInfo();

    /// <summary>A token signed with a published key.</summary>
    public string Token(SecurityTokenDescriptor content, string kid = "key-1", string algorithm = SecurityAlgorithms.RsaSha256) =>
        Sign(content, new SigningCredentials(new RsaSecurityKey(keys[kid].Key) { KeyId = kid }, algorithm));

    /// <summary>A well signed token around any payload at all.</summary>
    public string Token(string payload) =>
        new JsonWebTokenHandler().CreateToken(payload, new SigningCredentials(new RsaSecurityKey(keys["key-1"].Key) { KeyId = "key-1" }, SecurityAlgorithms.RsaSha256));

    public static string Sign(SecurityTokenDescriptor content, SigningCredentials? credentials)
    {
        content.SigningCredentials = credentials;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(content);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        foreach (var (key, _) in keys.Values)
            key.Dispose();
    }

    private IResult ServeMetadata() => down
        ? Results.StatusCode(500)
        : Results.Text($$"""{"issuer":"{{Issuer}}","jwks_uri":"{{app.Urls.First()}}/keys","id_token_signing_alg_values_supported":["RS256"]}""", "application/json");

    private IResult ServeKeys()
    {
        Interlocked.Increment(ref fetches);
        return Results.Text(JsonSerializer.Serialize(new { keys = keys.Select(key => Published(key.Key, key.Value.Key, key.Value.Endorsements)) }), "application/json");
    }

    private static Dictionary<string, object> Published(string kid, RSA key, string[]? endorsements)
    {
        var numbers = key.ExportParameters(false);
        var published = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = kid,
            ["n"] = Base64UrlEncoder.Encode(numbers.Modulus),
            ["e"] = Base64UrlEncoder.Encode(numbers.Exponent),
        };
        if (endorsements is not null)
            published["endorsements"] = endorsements;
        return published;
    }
}
