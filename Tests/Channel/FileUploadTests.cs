using System.Net;
using DisclosureBot.Channel;
using DisclosureBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace DisclosureBot.Tests.Channel;

/// <summary>Bringing a file into an upload session, on good lines and bad ones.</summary>
public sealed class FileUploadTests : IAsyncLifetime
{
    private static readonly byte[] Large = [.. Enumerable.Range(0, 2 * FileUpload.Piece + 1000).Select(i => (byte)(i * 31))];
    private readonly FileHosts _hosts = new([], loopbackAllowed: true);
    private readonly FakeTimeProvider _clock = new() { AutoAdvanceAmount = TimeSpan.Zero };
    private FakeFileHost _files = null!;
    private FileHttp _http = null!;

    public async ValueTask InitializeAsync() => (_files, _http) = (await FakeFileHost.Start(), new FileHttp(_hosts));

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return _files.DisposeAsync();
    }

    [Fact]
    public async Task A_small_file_goes_in_one_piece_without_a_token()
    {
        var session = _files.OpenSession();
        Assert.Equal(UploadOutcome.Done, await Send(session, [1, 2, 3]));
        Assert.Equal(new SentPiece(new Uri(session).AbsolutePath, 0, 2, 3, null, 0), Assert.Single(_files.Pieces));
    }

    [Fact]
    public async Task A_large_file_goes_in_pieces_of_the_prescribed_size()
    {
        var session = _files.OpenSession();
        Assert.Equal(UploadOutcome.Done, await Send(session, Large));
        Assert.Equal(Large, _files.Uploaded(session));
        Assert.Equal(0, FileUpload.Piece % (320 * 1024));
        Assert.Equal([0, FileUpload.Piece, 2 * FileUpload.Piece], _files.Pieces.Select(piece => piece.From));
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(416)]
    [InlineData(-1)] // taken, but the answer is lost
    public async Task A_piece_that_failed_goes_again_and_none_arrives_twice(int fault)
    {
        var session = _files.OpenSession();
        _files.NextPieces.Enqueue(0);
        _files.NextPieces.Enqueue(fault);
        Assert.Equal(UploadOutcome.Done, await Send(session, Large));
        Assert.Equal(Large, _files.Uploaded(session));
    }

    [Fact]
    public async Task A_session_that_is_over_is_named()
    {
        _files.NextPieces.Enqueue(404);
        Assert.Equal(UploadOutcome.Gone, await Send(_files.OpenSession(), Large));
        Assert.Equal(UploadOutcome.Gone, await Send(_files.Url + "/u/never", Large));
    }

    [Fact]
    public async Task A_session_that_never_takes_the_piece_is_given_up()
    {
        for (var i = 0; i < 20; i++) _files.NextPieces.Enqueue(500);
        Assert.Equal(UploadOutcome.Failed, await Send(_files.OpenSession(), Large));
        Assert.Equal(5, _files.Pieces.Count);
    }

    [Theory]
    [InlineData("https://10.0.0.1/u")]
    [InlineData("http://contoso.sharepoint.com/u")]
    [InlineData("https://evil.example/u")]
    [InlineData("u")]
    public async Task Nothing_is_sent_to_an_address_that_is_not_trusted(string url) => Assert.Equal(UploadOutcome.NotTrusted, await Send(url, [1]));

    /// <summary>Lets the time between two attempts pass.</summary>
    private async Task<UploadOutcome> Send(string url, byte[] content)
    {
        using var stream = new MemoryStream(content);
        var sending = new FileUpload(_http, _hosts, _clock).Send(url, stream, content.Length, TestContext.Current.CancellationToken);
        while (await Task.WhenAny(sending, Task.Delay(20)) != sending) _clock.Advance(TimeSpan.FromSeconds(5));
        return await sending;
    }
}
