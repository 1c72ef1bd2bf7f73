using DisclosureBot.Journal;
using Xunit;

namespace DisclosureBot.Tests.Journal;

/// <summary>Signed requests of vendors: each nonce is noted once and forgotten when it is old.</summary>
public abstract partial class JournalConformance
{
    [Fact]
    public async Task A_nonce_is_noted_once_per_vendor_and_bureau()
    {
        Assert.False(await Journal.IsNonceNoted("acme", "n-1", Stop));
        Assert.True(await Journal.NoteNonce("acme", "n-1", Noon, Stop));

        Assert.False(await Journal.NoteNonce("acme", "n-1", Noon.AddMinutes(1), Stop));
        Assert.True(await Journal.IsNonceNoted("acme", "n-1", Stop));
        Assert.False(await Journal.IsNonceNoted("other", "n-1", Stop));
        Assert.False(await Open("another-bureau").IsNonceNoted("acme", "n-1", Stop));
    }

    [Fact]
    public async Task Of_many_who_note_one_nonce_at_once_one_is_first()
    {
        var first = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Journal.NoteNonce("acme", "n-1", Noon, Stop)));
        Assert.Single(first, noted => noted);
    }

    [Fact]
    public async Task Old_nonces_are_forgotten_and_younger_ones_are_not()
    {
        await Journal.NoteNonce("acme", "old", Noon, Stop);
        await Journal.NoteNonce("acme", "young", Noon.AddMinutes(20), Stop);

        await Journal.ForgetNonces(Noon.AddMinutes(20), Stop);

        Assert.False(await Journal.IsNonceNoted("acme", "old", Stop));
        Assert.True(await Journal.IsNonceNoted("acme", "young", Stop));
    }
}
