using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using DisclosureBot.Documents;
using DisclosureBot.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DisclosureBot.Tests.Documents;

/// <summary>The store in Azure Blob Storage, against Azurite.</summary>
public sealed class BlobStoreTests(AzuriteFixture shared) : DocumentStoreConformance, IClassFixture<AzuriteFixture>
{
    /// <summary>Azurite is shared by the tests of this class; each test is a bureau of its own.</summary>
    private readonly string _own = Guid.NewGuid().ToString("N");

    protected override IDocumentStore Another(string bureau = Bureau) => Open(shared.Azurite.ConnectionString, bureau + _own);

    protected override async Task Tamper(string id)
    {
        var container = new BlobServiceClient(shared.Azurite.ConnectionString, new BlobClientOptions()).GetBlobContainerClient("documents");
        var blob = container.GetBlobClient($"{Bureau}{_own}/{id}");
        var properties = (await blob.GetPropertiesAsync(cancellationToken: Stop)).Value;
        await blob.UploadAsync(BinaryData.FromBytes(Bytes((int)properties.ContentLength, seed: 99)), new Azure.Storage.Blobs.Models.BlobUploadOptions { Metadata = properties.Metadata }, Stop);
    }

    [Fact]
    public async Task A_store_killed_during_an_upload_is_told_as_away_and_leaves_no_half_file_but_a_retry()
    {
        Needs.Azurite();
        await using var azurite = await Azurite.Start(Stop);
        var store = Open(azurite.ConnectionString, Bureau);
        var content = Bytes(20_000_000);
        await using var body = new Body(content) { Waits = 10_000_000 };
        var putting = store.Put(Place, Document(content), body, Stop);
        await body.Waiting;
        await azurite.Kill();
        body.GoOn();
        await Assert.ThrowsAsync<DocumentStoreException>(() => putting);
        await Assert.ThrowsAsync<DocumentStoreException>(() => store.Find(Place, "f-1", Stop));

        await azurite.StartAgain(Stop);
        Assert.Null(await store.Find(Place, "f-1", Stop));
        Assert.Null(await store.Open(Place, "f-1", Stop));
        await store.Put(Place, Document(content), new MemoryStream(content), Stop);
        Assert.Equal(content, await Read(store));
    }

    [Fact]
    public async Task A_store_killed_during_a_download_is_told_as_away()
    {
        Needs.Azurite();
        await using var azurite = await Azurite.Start(Stop);
        var store = Open(azurite.ConnectionString, Bureau);
        var content = Bytes(30_000_000);
        await store.Put(Place, Document(content), new MemoryStream(content), Stop);
        await using var found = await store.Open(Place, "f-1", Stop);
        await found!.ReadExactlyAsync(new byte[1000], Stop);
        await azurite.Kill();

        await Assert.ThrowsAsync<DocumentStoreException>(() => found.CopyToAsync(Stream.Null, Stop));
    }

    [Fact]
    public async Task A_port_nobody_listens_on_is_told_within_ten_seconds()
    {
        var store = Open(Account(Child.FreePort()), Bureau);
        var began = Stopwatch.GetTimestamp();

        await Assert.ThrowsAsync<DocumentStoreException>(() => store.Put(Place, Document([1]), new MemoryStream([1]), Stop));
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 10);
    }

    [Fact]
    public async Task A_store_that_takes_the_call_and_says_nothing_is_told_when_patience_ends()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var account = new BlobServiceClient(Account(((IPEndPoint)silent.LocalEndpoint).Port));
        var store = new BlobStore(account, Bureau, TimeSpan.FromSeconds(0.5));

        await Assert.ThrowsAsync<DocumentStoreException>(() => store.Put(Place, Document([1]), new MemoryStream([1]), Stop));
        await Assert.ThrowsAsync<DocumentStoreException>(() => store.Find(Place, "f-1", Stop));
        await Assert.ThrowsAsync<DocumentStoreException>(() => store.Open(Place, "f-1", Stop));
        await Assert.ThrowsAsync<DocumentStoreException>(() => store.Delete(Place, "f-1", Stop));
    }

    [Fact]
    public async Task A_blob_that_someone_else_put_there_is_named_as_such()
    {
        var store = Another();
        await store.Put(Place, Document([1], "first"), new MemoryStream([1]), Stop);
        var container = new BlobServiceClient(shared.Azurite.ConnectionString, new BlobClientOptions()).GetBlobContainerClient("documents");
        await container.GetBlobClient($"{Bureau}{_own}/f-1").UploadAsync(BinaryData.FromString("x"), Stop);

        await Assert.ThrowsAsync<DocumentStoreException>(() => store.Find(Place, "f-1", Stop));
    }

    private static string Account(int port) =>
        $"DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:{port}/a;";

    private static IDocumentStore Open(string account, string bureau)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
            [new("ConnectionStrings:Blobs", account), new("Documents:ArrivalDirectory", Path.Combine(Path.GetTempPath(), "blob-store-tests"))]).Build();
        return new ServiceCollection().AddDocuments(settings, bureau).BuildServiceProvider().GetRequiredService<IDocumentStore>();
    }
}
