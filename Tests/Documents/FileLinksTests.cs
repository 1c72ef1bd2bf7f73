using DisclosureBot.Documents;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace DisclosureBot.Tests.Documents;

/// <summary>Links that open one file for one person for a short while.</summary>
public sealed class FileLinksTests : IDisposable
{
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("keys-");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(8)));

    public void Dispose() => _keys.Delete(recursive: true);

    [Fact]
    public void A_link_says_what_it_was_given_out_for_also_after_a_restart()
    {
        var token = Open().For("slip-1", "附件 1", "luoqing");
        Assert.Equal(new FileLink("slip-1", "附件 1", "luoqing", _clock.GetUtcNow() + FileLinks.Lifetime), Open().Read(token));
        Assert.Equal(token, Uri.EscapeDataString(token));
    }

    [Fact]
    public void A_link_ends_by_the_bureaus_clock()
    {
        var links = Open();
        var token = links.For("slip-1", "f-1", "luoqing");
        _clock.Advance(FileLinks.Lifetime - TimeSpan.FromTicks(1));
        Assert.NotNull(links.Read(token));
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(links.Read(token));
    }

    [Fact]
    public void A_link_with_any_character_changed_opens_nothing()
    {
        var links = Open();
        var token = links.For("slip-1", "f-1", "luoqing");
        for (var at = 0; at < token.Length - 1; at++)
            Assert.Null(links.Read(token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("CfDJ8")]
    [InlineData("not/base64+url=")]
    public void What_is_no_link_opens_nothing(string? token) => Assert.Null(Open().Read(token));

    [Fact]
    public void A_link_of_another_bureau_opens_nothing() => Assert.Null(Open("b").Read(Open("a").For("slip-1", "f-1", "luoqing")));

    [Fact]
    public void The_keys_are_for_the_programs_own_account_only()
    {
        var folder = Path.Combine(_keys.FullName, "own");
        new FileLinks(folder, "a", _clock).For("slip-1", "f-1", "luoqing");
        Assert.NotEmpty(Directory.GetFiles(folder));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
    }

    private FileLinks Open(string bureau = "a") => new(_keys.FullName, bureau, _clock);
}
