using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Azure.Storage.Blobs;
using DisclosureBot.Journal;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>The whole program with its files in an Azurite that can be killed, and everything between the two under control.</summary>
internal sealed class BlobTown : IAsyncDisposable
{
    public const string Slip = "slip-2026-0000001";

    private BlobTown(Azurite azurite, Sluice way, FakeFileHost oneDrive, Town town) => (Azurite, Way, OneDrive, Town) = (azurite, way, oneDrive, town);

    public Azurite Azurite { get; }

    public Sluice Way { get; }

    public FakeFileHost OneDrive { get; }

    public Town Town { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <param name="away">The program starts while nothing answers at the address of its files.</param>
    public static async Task<BlobTown> Start(bool away = false)
    {
        Needs.Azurite();
        var azurite = await Azurite.Start(Stop);
        if (away) await azurite.Kill();
        var way = Sluice.Before(azurite.Port);
        return new(azurite, way, await FakeFileHost.Start(), await Town.Start(("ConnectionStrings:Blobs", Azurite.Through(way.Port))));
    }

    /// <summary>The file's bytes come as <paramref name="body"/> hands them out.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Answer)> Upload(Stream body, string name, string role = "Document")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/desk/files?slip={Slip}&role={role}&name={name}&as=liying", UriKind.Relative)) { Content = new StreamContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var answer = await Town.Bot.Client.SendAsync(request, Stop);
        return (answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Stop)));
    }

    public Task<(HttpStatusCode Status, JsonElement Answer)> Upload(byte[] file, string name, string role = "Document") => Upload(new MemoryStream(file), name, role);

    /// <summary>What the person's card of the slip's files says, with the links it bears.</summary>
    public async Task<(ReadCard Card, IReadOnlyList<Uri> Links)> Files(string person)
    {
        var card = (await Town.Person(person).Send("slip.files", new Dictionary<string, string>(StringComparer.Ordinal) { ["slip"] = Slip })).Card;
        return (card, [.. Urls(card.Json).Where(url => url.Contains("/files/", StringComparison.Ordinal)).Select(url => new Uri(url))]);
    }

    public Task<HttpResponseMessage> Get(Uri link) => Town.Bot.Client.GetAsync(link, Stop);

    public Task<string> Readiness() => Town.Bot.Client.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Stop);

    /// <summary>The blobs of a container, as anyone who looks into the account finds them.</summary>
    public async Task<IReadOnlyList<string>> Stored(string container)
    {
        var found = new BlobServiceClient(Azurite.ConnectionString, new BlobClientOptions()).GetBlobContainerClient(container);
        if (!await found.ExistsAsync(Stop)) return [];
        var names = new List<string>();
        await foreach (var blob in found.GetBlobsAsync(cancellationToken: Stop)) names.Add(blob.Name);
        return names;
    }

    public async Task<byte[]> Content(string container, string name) =>
        (await new BlobServiceClient(Azurite.ConnectionString, new BlobClientOptions()).GetBlobContainerClient(container).GetBlobClient(name).DownloadContentAsync(Stop)).Value.Content.ToArray();

    /// <summary>The kinds of facts of the slip, in order.</summary>
    public async Task<IReadOnlyList<string>> Facts()
    {
        using var sqlite = new Sqlite($"Data Source={Path.Combine(Town.Bot.Data, "journal.db")}");
        return [.. (await new CaseJournal(sqlite, DemoBureau.Roster.BureauId).Events(Slip, Stop)).Select(fact => fact.Type)];
    }

    public async ValueTask DisposeAsync()
    {
        await Town.DisposeAsync();
        await OneDrive.DisposeAsync();
        await Way.DisposeAsync();
        await Azurite.DisposeAsync();
    }

    private static IEnumerable<string> Urls(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property is { Name: "url", Value.ValueKind: JsonValueKind.String } ? [property.Value.GetString()!] : Urls(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Urls),
        _ => [],
    };
}
