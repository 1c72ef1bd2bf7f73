using DisclosureBot.Documents;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Documents;

/// <summary>The store in a directory, and what is particular to one.</summary>
public sealed class DirectoryStoreTests : DocumentStoreConformance
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("files-");

    private string Root => Path.Combine(_directory.FullName, "files");

    protected override IDocumentStore Another(string bureau = Bureau) => new DirectoryStore(Root, bureau);

    protected override async Task Tamper(string id)
    {
        var path = Assert.Single(Directory.GetFiles(Root, "content", SearchOption.AllDirectories));
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Write);
        file.Position = 1234;
        file.WriteByte(0xFF);
        file.WriteByte(0x00);
    }

    public override async ValueTask DisposeAsync()
    {
        _directory.Delete(recursive: true);
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_process_killed_while_writing_leaves_nothing_visible_and_its_remains_go_at_the_next_start()
    {
        var content = Bytes(500_000);
        await using var body = new Body(content) { Waits = 400_000 };
        var putting = Store.Put(Place, Document(content), body, Stop);
        await body.Waiting;

        // The files as they lie on the disk this moment are what a killed process leaves.
        var left = await Copy(Root, Path.Combine(_directory.FullName, "left"));
        Assert.Single(Directory.GetFiles(left, "content", SearchOption.AllDirectories));
        var found = new DirectoryStore(left, Bureau);
        Assert.Null(await found.Find(Place, "f-1", Stop));
        Assert.Empty(Directory.GetFiles(left, "*", SearchOption.AllDirectories));
        await found.Put(Place, Document(content), new MemoryStream(content), Stop);
        Assert.Equal(content, await Read(found));

        body.GoOn();
        await putting;
    }

    [Fact]
    public async Task Another_start_leaves_alone_what_is_being_written()
    {
        var content = Bytes(500_000);
        await using var body = new Body(content) { Waits = 400_000 };
        var putting = Store.Put(Place, Document(content), body, Stop);
        await body.Waiting;
        Another();
        body.GoOn();
        await putting;

        Assert.Equal(content, await Read(Store));
    }

    [Fact]
    public async Task Nothing_is_written_outside_the_directory_and_nothing_unfinished_stays()
    {
        await Put(Bytes(10), "../../outside");
        await Assert.ThrowsAsync<DocumentStoreException>(() => Store.Put(Place, Document(Bytes(3)), new MemoryStream(), Stop));

        Assert.Equal(["files"], _directory.GetFileSystemInfos().Select(entry => entry.Name));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(Root, "unfinished", Bureau)));
        Assert.Equal(2, Directory.GetFiles(Root, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task A_directory_that_went_away_says_so()
    {
        Directory.Delete(Root, recursive: true);
        await Assert.ThrowsAsync<DocumentStoreException>(() => Put(Bytes(3)));
    }

    [Fact]
    public async Task A_directory_that_went_away_is_not_taken_for_one_without_the_document()
    {
        await Put(Bytes(3));
        Directory.Delete(Root, recursive: true);
        await Assert.ThrowsAsync<DocumentStoreException>(() => Store.Find(Place, "f-1", Stop));
        await Assert.ThrowsAsync<DocumentStoreException>(() => Store.Open(Place, "f-1", Stop));
    }

    [Fact]
    public async Task Damaged_particulars_say_so()
    {
        await Put(Bytes(3));
        await File.WriteAllTextAsync(Assert.Single(Directory.GetFiles(Root, "about.json", SearchOption.AllDirectories)), "{", Stop);
        await Assert.ThrowsAsync<DocumentStoreException>(() => Store.Find(Place, "f-1", Stop));
    }

    /// <summary>By another program: .NET heeds the writer's lock, which a disk does not.</summary>
    private static async Task<string> Copy(string from, string to)
    {
        await using var copying = Child.Start("cp", ["-r", from, to], from, new Dictionary<string, string>(StringComparer.Ordinal));
        await copying.Ended;
        Assert.Equal(0, copying.ExitCode);
        return to;
    }
}
