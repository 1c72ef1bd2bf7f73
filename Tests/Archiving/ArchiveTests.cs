using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using DisclosureBot.Archiving;
using DisclosureBot.Documents;
using DisclosureBot.Journal;
using Xunit;

namespace DisclosureBot.Tests.Archiving;

/// <summary>A package is made from a real journal and store, checked, and then spoiled in every way there is.</summary>
public sealed class ArchiveTests : IAsyncLifetime
{
    private const string Bureau = "chuxiong-commerce";
    private const string Slip = "slip-2026-000001";
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 1, TimeSpan.FromHours(8));
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("archive-");
    private DirectoryStore _store = null!;
    private ArchiveContent _content = null!;
    private byte[] _package = null!;
    private string _seal = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = new DirectoryStore(Path.Combine(_directory.FullName, "files"), Bureau);
        _content = new(Bureau, Slip, "楚商发〔2026〕1号", "关于商务工作的通知", Noon, "%PDF-处理签"u8.ToArray(),
            [await File("公文/1-通知.docx", "第一版"u8.ToArray()), await File("公文/2-通知.docx", new byte[700]), await File("空.txt", [])],
            await Events(), """{"版本":3}""");
        (_package, _seal) = await Write(_content);
    }

    public ValueTask DisposeAsync()
    {
        _directory.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_sound_package_is_ok_and_shows_its_seal()
    {
        var (code, said) = await Check(_package);
        Assert.Equal(0, code);
        Assert.StartsWith("ok\n楚商发〔2026〕1号 关于商务工作的通知 (slip-2026-000001 of chuxiong-commerce), packed 2026-03-02 12:00: 6 parts, 3 events.\n", said, StringComparison.Ordinal);
        Assert.Contains($"seal {_seal}: compare it", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_is_known_by_its_recorded_seal()
    {
        Assert.Equal(0, (await Check(_package, "--seal", _seal.ToUpperInvariant())).Code);
        var (code, said) = await Check(_package, "--seal", new string('0', 64));
        Assert.Equal(1, code);
        Assert.StartsWith("seal: ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("ok", said.Split(' ', '\n'));
    }

    [Fact]
    public async Task Any_program_that_knows_zip_can_open_it()
    {
        using var zip = new ZipArchive(new MemoryStream(_package), ZipArchiveMode.Read);
        Assert.Equal(
            ["manifest.json", "处理签.pdf", "files/公文/1-通知.docx", "files/公文/2-通知.docx", "files/空.txt", "events.jsonl", "state.json"],
            zip.Entries.Select(entry => entry.FullName));
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(2026, 3, 2, 12, 0, 0, DateTimeKind.Unspecified), entry.LastWriteTime.DateTime));
        using var text = new StreamReader(zip.GetEntry("files/公文/1-通知.docx")!.Open());
        Assert.Equal("第一版", await text.ReadToEndAsync(Stop));
        using var events = new StreamReader(zip.GetEntry("events.jsonl")!.Open());
        Assert.Contains("\"说", await events.ReadToEndAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_content_makes_the_same_bytes() => Assert.Equal(_package, (await Write(_content)).Package);

    [Fact]
    public async Task The_seal_is_the_hash_of_the_manifest()
    {
        using var zip = new ZipArchive(new MemoryStream(_package), ZipArchiveMode.Read);
        await using var manifest = await zip.Entries[0].OpenAsync(Stop);
        Assert.Equal(_seal, Convert.ToHexStringLower(await SHA256.HashDataAsync(manifest, Stop)));
    }

    [Theory]
    [InlineData(0x01)]
    [InlineData(0x20)]
    [InlineData(0xFF)]
    public void One_changed_byte_anywhere_is_found(byte change)
    {
        var package = _package.ToArray();
        for (var at = 0; at < package.Length; at++)
        {
            package[at] ^= change;
            Assert.True(Fault(package) is { Length: > 0 }, $"byte {at} changed and nothing found");
            package[at] ^= change;
        }
        Assert.Null(Fault(package));
    }

    [Fact]
    public async Task A_changed_byte_in_each_part_names_that_part()
    {
        foreach (var (name, began) in Parts().Where(part => part.Name != "files/空.txt"))
        {
            var package = _package.ToArray();
            package[began + 1] ^= 1;
            var (code, said) = await Check(package);
            Assert.Equal(1, code);
            Assert.StartsWith(name, said, StringComparison.Ordinal);
            Assert.DoesNotContain("ok", said.Split('\n'));
        }
    }

    [Fact]
    public void A_cut_or_lengthened_package_is_found()
    {
        for (var length = 0; length < _package.Length; length++) Assert.NotNull(Fault(_package[..length]));
        Assert.NotNull(Fault([.. _package, 0]));
        Assert.NotNull(Fault([.. _package, .. _package]));
    }

    [Fact]
    public async Task An_event_that_was_changed_left_out_or_moved_is_named_even_when_all_hashes_of_files_agree()
    {
        var events = _content.Events;
        Assert.Equal("events.jsonl: event 2 is not what its hash was taken over.", await FaultOf(events[0], events[1] with { Body = """{"n":9}""" }, events[2]));
        Assert.Equal("events.jsonl: event 2 is not what its hash was taken over.", await FaultOf(events[0], events[1] with { At = Noon }, events[2]));
        Assert.Equal("events.jsonl: event 2 is not of this slip, or not in its place.", await FaultOf(events[0], events[2]));
        Assert.Equal("events.jsonl: event 1 is not of this slip, or not in its place.", await FaultOf(events[1], events[0], events[2]));
        Assert.Equal("events.jsonl: event 2 does not follow the one before it.", await FaultOf(events[0], events[1] with { Previous = new string('1', 64) }, events[2]));
        Assert.Equal("events.jsonl: event 1 is not of this slip, or not in its place.", await FaultOf([.. events.Select(e => e with { CaseId = "slip-2" })]));
        Assert.Null(await FaultOf());
        Assert.Null(await FaultOf(events[0], events[1]));

        async Task<string?> FaultOf(params StoredEvent[] changed) => Fault((await Write(_content with { Events = changed })).Package);
    }

    [Fact]
    public async Task A_package_made_anew_with_other_content_is_sound_but_has_another_seal()
    {
        var (package, seal) = await Write(_content with { Paper = "%PDF-另一张"u8.ToArray() });
        Assert.Equal(0, (await Check(package)).Code);
        Assert.NotEqual(_seal, seal);
        Assert.Equal(1, (await Check(package, "--seal", _seal)).Code);
    }

    [Fact]
    public async Task What_is_no_package_is_told_in_a_sentence()
    {
        Assert.Contains("no archive package", (await Check([])).Said, StringComparison.Ordinal);
        Assert.Contains("no archive package", (await Check("plain text, and long enough for a header"u8.ToArray())).Said, StringComparison.Ordinal);
        Assert.Contains("no archive package", (await Check(Documents.Samples.Docx())).Said, StringComparison.Ordinal);
        using var output = new StringWriter();
        Assert.Equal(1, await PackageCheck.Run(["check-archive", Path.Combine(_directory.FullName, "absent.zip")], output));
        Assert.Contains("cannot be read", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("check-archive")]
    [InlineData("--seal", "x")]
    [InlineData("a", "b", "c", "d")]
    public async Task A_wrong_command_line_is_answered_with_the_right_one(params string[] args)
    {
        using var output = new StringWriter();
        Assert.Equal(1, await PackageCheck.Run(args, output));
        Assert.StartsWith("Usage: ", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_goes_into_the_store_once_and_comes_out_as_it_was()
    {
        var kept = await ArchivePackage.Keep(_store, _content, "archive-1", "luoqing", _directory.FullName, Stop);
        Assert.Equal(kept, await ArchivePackage.Keep(_store, _content, "archive-1", "luoqing", _directory.FullName, Stop));
        Assert.Equal((_seal, "楚商发〔2026〕1号 关于商务工作的通知.zip", (long)_package.Length), (kept.Seal, kept.Document.Name, kept.Document.Size));
        await using var found = await _store.Open(DocumentPlace.Archive, "archive-1", Stop);
        using var bytes = new MemoryStream();
        await found!.CopyToAsync(bytes, Stop);
        Assert.Equal(_package, bytes.ToArray());
        Assert.Empty(_directory.GetFiles());
    }

    [Fact]
    public async Task A_file_that_is_missing_or_is_not_what_the_case_says_stops_the_package()
    {
        var first = _content.Files[0];
        await Assert.ThrowsAsync<DocumentStoreException>(() => Write(With(first with { Document = first.Document with { Id = "absent" } })));
        await Assert.ThrowsAsync<DocumentStoreException>(() => Write(With(first with { Document = first.Document with { Sha256 = new string('0', 64) } })));
        await Assert.ThrowsAsync<DocumentStoreException>(() => Write(With(first with { Document = first.Document with { Size = 1 } })));
    }

    [Theory]
    [InlineData("../a.txt")]
    [InlineData("/a.txt")]
    [InlineData("a//b.txt")]
    [InlineData("a\\b.txt")]
    [InlineData("a/./b.txt")]
    [InlineData("空.txt", "空.txt")]
    [InlineData("a.txt", "A.txt")]
    public async Task A_path_that_leads_elsewhere_or_stands_twice_is_refused(params string[] paths) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Write(With([.. paths.Select(path => _content.Files[0] with { Path = path })])));

    /// <summary>Where the bytes of each entry begin.</summary>
    private List<(string Name, int Began)> Parts()
    {
        var parts = new List<(string, int)>();
        for (var at = 0; _package.AsSpan(at).StartsWith("PK\u0003\u0004"u8);)
        {
            var (size, length) = (BitConverter.ToInt32(_package, at + 18), BitConverter.ToUInt16(_package, at + 26));
            parts.Add((Encoding.UTF8.GetString(_package, at + 30, length), at + 30 + length));
            at += 30 + length + size;
        }
        Assert.Equal(7, parts.Count);
        return parts;
    }

    private ArchiveContent With(params ArchivedFile[] files) => _content with { Files = files };

    private async Task<ArchivedFile> File(string path, byte[] bytes)
    {
        var document = new StoredDocument(path, Path.GetFileName(path), "text/plain", bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), "luoqing");
        await _store.Put(DocumentPlace.Documents, document, new MemoryStream(bytes), Stop);
        return new(path, DocumentPlace.Documents, document);
    }

    private async Task<IReadOnlyList<StoredEvent>> Events()
    {
        using var dialect = new Sqlite($"Data Source={_directory.FullName}/files/journal.db");
        var journal = new CaseJournal(dialect, Bureau);
        journal.Prepare();
        var listing = new Listing("楚商发〔2026〕1号", "关于商务工作的通知", "luoqing", "operations", "已办结", Open: false, "");
        NewEvent[] events = [.. Enumerable.Range(1, 3).Select(n => new NewEvent("Signed", $$"""{"n":{{n}},"说":"同意<此件公开发布>"}""", "luoqing", Noon.AddTicks(n)))];
        Assert.Equal(CommitOutcome.Committed, await journal.Commit(new CaseWrite(Slip, "slip", 0, events, "{}", listing, [], []), Stop));
        return await journal.Events(Slip, Stop);
    }

    private async Task<(byte[] Package, string Seal)> Write(ArchiveContent content)
    {
        using var bytes = new MemoryStream();
        var seal = await ArchivePackage.Write(bytes, content, _store, Stop);
        return (bytes.ToArray(), seal);
    }

    private static string? Fault(byte[] package)
    {
        using var output = new StringWriter { NewLine = "\n" };
        return PackageCheck.Judge(new MemoryStream(package), null, output).GetAwaiter().GetResult() == 0 ? null : output.ToString().Trim();
    }

    private async Task<(int Code, string Said)> Check(byte[] package, params string[] more)
    {
        var path = Path.Combine(_directory.FullName, "package.zip");
        await System.IO.File.WriteAllBytesAsync(path, package, Stop);
        using var output = new StringWriter { NewLine = "\n" };
        var code = await PackageCheck.Run(["check-archive", path, .. more], output);
        System.IO.File.Delete(path);
        return (code, output.ToString());
    }
}
