using System.Security.Cryptography;
using DisclosureBot.Documents;
using Xunit;

namespace DisclosureBot.Tests.Documents;

/// <summary>A file on its way in: kept on disk, measured, checked, and gone again whatever happens.</summary>
public sealed class ArrivalTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("arriving-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task A_good_file_is_described_as_it_is_and_goes_into_the_store()
    {
        var bytes = Samples.Pdf();
        var arrival = await Receive(new MemoryStream(bytes), "C:\\a\\方案.PDF");
        var store = new DirectoryStore(Path.Combine(_directory.FullName, "files"), "b");
        await using (var accepted = Assert.IsType<Arrival.Accepted>(arrival))
        {
            Assert.Equal(new StoredDocument("f-1", "方案.PDF", "application/pdf", bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), "luoqing"), accepted.Document);
            Assert.Equal(bytes.Length, new FileInfo(accepted.Path).Length);
            await store.Put(DocumentPlace.Documents, accepted.Document, accepted.Content, Stop);
        }
        Assert.Equal(bytes.Length, (await store.Find(DocumentPlace.Documents, "f-1", Stop))!.Size);
        NothingIsLeft();
    }

    [Fact]
    public async Task A_refused_file_leaves_nothing()
    {
        var refused = Assert.IsType<Arrival.Refused>(await Receive(new MemoryStream(Samples.WindowsProgram), "方案.pdf"));
        Assert.Equal(FileRefusals.Program("方案.pdf"), refused.Refusal);
        NothingIsLeft();
    }

    [Fact]
    public async Task Nothing_is_an_empty_file()
    {
        var refused = Assert.IsType<Arrival.Refused>(await Receive(new MemoryStream(), "方案.pdf"));
        Assert.Equal(FileRefusals.Empty("方案.pdf"), refused.Refusal);
    }

    [Fact]
    public async Task A_file_past_the_limit_is_refused_without_being_read_to_its_end()
    {
        await using var body = new Body(new byte[3 * 1024 * 1024]) { Waits = 2 * 1024 * 1024 };
        var refused = Assert.IsType<Arrival.Refused>(await Receive(body, "方案.pdf"));
        Assert.Equal(FileRefusals.TooLarge("方案.pdf", 1), refused.Refusal);
        Assert.False(body.Waiting.IsCompleted);
        NothingIsLeft();
    }

    [Fact]
    public async Task A_file_of_exactly_the_limit_is_taken_in()
    {
        var text = new byte[1024 * 1024];
        Array.Fill(text, (byte)'a');
        await using var accepted = Assert.IsType<Arrival.Accepted>(await Receive(new MemoryStream(text), "说明.txt"));
        Assert.Equal(text.Length, accepted.Document.Size);
    }

    [Fact]
    public async Task A_sender_who_goes_away_leaves_nothing()
    {
        await using var body = new Body(new byte[500_000]) { Breaks = 300_000, Fault = new IOException("reset") };
        await Assert.ThrowsAsync<IOException>(() => Receive(body, "方案.pdf"));
        NothingIsLeft();
    }

    [Fact]
    public async Task A_taking_in_that_was_cancelled_leaves_nothing()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await using var body = new Body(new byte[500_000]) { Waits = 300_000 };
        var receiving = Open().Receive("f-1", "方案.pdf", "luoqing", body, cancel.Token);
        await body.Waiting;
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receiving);
        NothingIsLeft();
    }

    [Fact]
    public async Task A_start_clears_what_a_killed_process_left_and_nothing_that_is_still_coming_in()
    {
        await File.WriteAllTextAsync(Path.Combine(_directory.FullName, $"{Guid.NewGuid():N}.arriving"), "half", Stop);
        var arrivals = Open();
        NothingIsLeft();

        await using var body = new Body(Samples.Pdf()) { Waits = 100 };
        var receiving = arrivals.Receive("f-1", "方案.pdf", "luoqing", body, Stop);
        await body.Waiting;
        Open();
        Assert.Single(Directory.GetFiles(_directory.FullName));
        body.GoOn();
        await using var accepted = Assert.IsType<Arrival.Accepted>(await receiving);
    }

    [Fact]
    public async Task A_disk_that_is_gone_is_told_as_such()
    {
        var arrivals = new Arrivals(Path.Combine(_directory.FullName, "in"), 1);
        Directory.Delete(Path.Combine(_directory.FullName, "in"));
        await Assert.ThrowsAsync<DocumentStoreException>(() => arrivals.Receive("f-1", "方案.pdf", "luoqing", new MemoryStream([1]), Stop));
    }

    private Task<Arrival> Receive(Stream body, string name) => Open().Receive("f-1", name, "luoqing", body, Stop);

    private Arrivals Open() => new(_directory.FullName, 1);

    private void NothingIsLeft() => Assert.Empty(Directory.GetFiles(_directory.FullName));
}
