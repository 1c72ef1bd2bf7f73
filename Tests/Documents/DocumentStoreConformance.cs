using System.Security.Cryptography;
using System.Text;
using DisclosureBot.Documents;
using Xunit;

namespace DisclosureBot.Tests.Documents;

/// <summary>What every document store must do, wherever it keeps the files.</summary>
public abstract class DocumentStoreConformance : IAsyncLifetime
{
    protected const string Bureau = "chuxiong-commerce";
    protected const DocumentPlace Place = DocumentPlace.Documents;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected IDocumentStore Store { get; private set; } = null!;

    /// <summary>The same store opened once more, as after a restart or by another process.</summary>
    protected abstract IDocumentStore Another(string bureau = Bureau);

    /// <summary>Someone changes a byte behind the store's back.</summary>
    protected abstract Task Tamper(string id);

    public virtual ValueTask InitializeAsync()
    {
        Store = Another();
        return ValueTask.CompletedTask;
    }

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected static StoredDocument Document(byte[] content, string id = "f-1", string name = "关于印发方案的通知(第2版).docx") =>
        new(id, name, "application/pdf", content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), "罗清/luoqing");

    protected static byte[] Bytes(int length, int seed = 1)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    protected async Task<StoredDocument> Put(byte[] content, string id = "f-1", DocumentPlace place = Place)
    {
        var document = Document(content, id);
        await Store.Put(place, document, new MemoryStream(content), Stop);
        return document;
    }

    protected static async Task<byte[]?> Read(IDocumentStore store, string id = "f-1", DocumentPlace place = Place)
    {
        await using var found = await store.Open(place, id, Stop);
        if (found is null) return null;
        using var all = new MemoryStream();
        await found.CopyToAsync(all, Stop);
        return all.ToArray();
    }

    /// <summary>What everyone sees, this store and another one: nothing at all.</summary>
    protected async Task NothingIsVisible(string id = "f-1")
    {
        foreach (var store in new[] { Store, Another() })
        {
            Assert.Null(await store.Find(Place, id, Stop));
            Assert.Null(await Read(store, id));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4 * 1024 * 1024)]
    [InlineData((4 * 1024 * 1024) + 1)]
    public async Task What_was_put_is_found_and_read_as_it_was(int length)
    {
        var content = Bytes(length);
        var document = await Put(content);

        Assert.Equal(document, await Another().Find(Place, "f-1", Stop));
        Assert.Equal(content, await Read(Another()));
    }

    [Fact]
    public async Task What_nobody_put_is_not_there()
    {
        await NothingIsVisible();
        await Store.Delete(Place, "f-1", Stop);
    }

    [Fact]
    public async Task What_was_deleted_is_gone_and_may_be_put_anew()
    {
        await Put(Bytes(100));
        await Store.Delete(Place, "f-1", Stop);
        await NothingIsVisible();

        var other = Bytes(50, seed: 2);
        await Put(other);
        Assert.Equal(other, await Read(Store));
    }

    [Fact]
    public async Task Places_and_bureaus_do_not_see_each_others_files()
    {
        await Put(Bytes(10), place: DocumentPlace.Arrivals);

        Assert.Null(await Store.Find(DocumentPlace.Documents, "f-1", Stop));
        Assert.Null(await Store.Find(DocumentPlace.Archive, "f-1", Stop));
        Assert.Null(await Another("another-bureau").Find(DocumentPlace.Arrivals, "f-1", Stop));
        Assert.NotNull(await Store.Find(DocumentPlace.Arrivals, "f-1", Stop));
    }

    [Fact]
    public async Task An_id_is_written_once()
    {
        var first = Bytes(100);
        await Put(first);

        await Assert.ThrowsAsync<DocumentStoreException>(() => Put(Bytes(100, seed: 2)));
        Assert.Equal(first, await Read(Store));
    }

    [Fact]
    public async Task An_id_is_written_once_even_when_only_the_name_differs()
    {
        var content = Bytes(100);
        var document = await Put(content);

        await Assert.ThrowsAsync<DocumentStoreException>(() => Store.Put(Place, document with { Name = "别的.docx" }, new MemoryStream(content), Stop));
        Assert.Equal(document, await Store.Find(Place, "f-1", Stop));
    }

    [Fact]
    public async Task A_repeated_put_of_the_same_file_succeeds()
    {
        var content = Bytes(100);
        await Put(content);
        await Put(content);

        Assert.Equal(content, await Read(Store));
    }

    [Fact]
    public async Task Of_many_who_write_the_same_id_at_once_exactly_one_succeeds()
    {
        var contents = Enumerable.Range(1, 8).Select(n => Bytes(300_000, n)).ToArray();
        var outcomes = await Task.WhenAll(contents.Select(async content =>
        {
            try
            {
                await Task.Run(() => Put(content), Stop);
                return content;
            }
            catch (DocumentStoreException)
            {
                return null;
            }
        }));

        Assert.Equal(Assert.Single(outcomes, content => content is not null), await Read(Store));
    }

    [Theory]
    [InlineData(99)]
    [InlineData(101)]
    [InlineData(0)]
    public async Task What_is_not_as_long_as_announced_leaves_nothing(int arrives)
    {
        var document = Document(Bytes(100));
        await Assert.ThrowsAsync<DocumentStoreException>(() => Store.Put(Place, document, new MemoryStream(Bytes(arrives)), Stop));
        await NothingIsVisible();
    }

    [Fact]
    public async Task What_has_another_hash_than_announced_leaves_nothing_and_may_be_put_rightly_then()
    {
        var content = Bytes(5_000_000);
        await Assert.ThrowsAsync<DocumentStoreException>(() => Store.Put(Place, Document(content), new MemoryStream(Bytes(5_000_000, seed: 2)), Stop));
        await NothingIsVisible();

        await Put(content);
        Assert.Equal(content, await Read(Store));
    }

    [Fact]
    public async Task A_body_that_breaks_off_leaves_nothing()
    {
        var content = Bytes(9_000_000);
        await using var broken = new Body(content) { Breaks = 8_500_000 };
        await Assert.ThrowsAsync<DocumentStoreException>(() => Store.Put(Place, Document(content), broken, Stop));
        await NothingIsVisible();
    }

    [Fact]
    public async Task A_put_that_was_cancelled_leaves_nothing()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var content = Bytes(9_000_000);
        await using var body = new Body(content) { Waits = 8_500_000 };
        var putting = Store.Put(Place, Document(content), body, cancel.Token);
        await body.Waiting;
        await NothingIsVisible();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => putting);
        await NothingIsVisible();
    }

    [Fact]
    public async Task A_file_is_not_visible_before_it_is_whole()
    {
        var content = Bytes(9_000_000);
        await using var body = new Body(content) { Waits = 8_999_999 };
        var putting = Store.Put(Place, Document(content), body, Stop);
        await body.Waiting;
        await NothingIsVisible();

        body.GoOn();
        await putting;
        Assert.Equal(content, await Read(Store));
    }

    [Fact]
    public async Task A_large_file_goes_in_and_out_in_pieces()
    {
        const int length = 30 * 1024 * 1024;
        using var hash = SHA256.Create();
        var document = Document([], "large") with { Size = length, Sha256 = Convert.ToHexStringLower(await hash.ComputeHashAsync(new Endless(length), Stop)) };
        await using var body = new Endless(length);
        await Store.Put(Place, document, body, Stop);
        Assert.True(body.LargestRead <= 4 * 1024 * 1024);

        await using var found = await Store.Open(Place, "large", Stop);
        Assert.Equal(document.Sha256, Convert.ToHexStringLower(await SHA256.HashDataAsync(found!, Stop)));
    }

    [Theory]
    [InlineData("../../outside")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("/etc/passwd")]
    [InlineData("a\\b")]
    [InlineData("C:x")]
    [InlineData("con")]
    [InlineData("slip-2026-000001/附件 1#?&%2e.docx")]
    [InlineData("🙂")]
    [InlineData("a b")]
    [InlineData("trailing.")]
    public async Task An_id_of_any_characters_leads_nowhere_else(string id)
    {
        var content = Encoding.UTF8.GetBytes(id);
        await Put(content, id);

        Assert.Equal(id, (await Another().Find(Place, id, Stop))!.Id);
        Assert.Equal(content, await Read(Another(), id));
        await Store.Delete(Place, id, Stop);
        await NothingIsVisible(id);
    }

    [Fact]
    public async Task Ids_that_differ_only_in_case_are_two()
    {
        await Put(Bytes(1), "A");
        Assert.Null(await Store.Find(Place, "a", Stop));
        await Put(Bytes(2), "a");
        Assert.Equal(1, (await Store.Find(Place, "A", Stop))!.Size);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    public async Task An_id_that_is_none_is_refused(string id)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Put([], id));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Find(Place, id, Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Open(Place, id, Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Delete(Place, id, Stop));
    }

    [Fact]
    public async Task An_id_with_half_a_character_is_refused() => await Assert.ThrowsAsync<ArgumentException>(() => Put([], "a\ud800"));

    [Fact]
    public async Task An_id_too_long_for_a_file_name_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Put([], new string('长', 70)));

    [Fact]
    public async Task The_last_bytes_of_a_file_that_was_changed_in_the_store_are_not_given_out()
    {
        await Put(Bytes(5_000_000));
        await Tamper("f-1");

        await using var found = await Store.Open(Place, "f-1", Stop);
        using var got = new MemoryStream();
        await Assert.ThrowsAsync<DocumentStoreException>(() => found!.CopyToAsync(got, Stop));
        Assert.True(got.Length < 5_000_000);
    }
}
