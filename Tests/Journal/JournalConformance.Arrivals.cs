using Xunit;

namespace DisclosureBot.Tests.Journal;

/// <summary>Files that were sent in chat: each is noted once, settled, and forgotten.</summary>
public abstract partial class JournalConformance
{
    [Fact]
    public async Task An_arrival_is_noted_once_and_stays_noted_when_it_is_settled()
    {
        Assert.True(await Journal.NoteArrival("a-1", "luoqing", Noon, Stop));
        Assert.False(await Journal.NoteArrival("a-1", "luoqing", Noon.AddHours(1), Stop));
        Assert.Equal(new("a-1", "luoqing", Noon.ToUniversalTime(), Settled: false), await Journal.Arrival("a-1", Stop));

        await Journal.SettleArrival("a-1", Stop);

        Assert.True((await Journal.Arrival("a-1", Stop))!.Settled);
        Assert.False(await Journal.NoteArrival("a-1", "luoqing", Noon, Stop));
    }

    [Fact]
    public async Task Old_arrivals_are_found_the_oldest_first_and_can_be_forgotten()
    {
        foreach (var (id, hours) in new[] { ("a-3", 3), ("a-1", 1), ("a-2", 2) })
            await Journal.NoteArrival(id, "luoqing", Noon.AddHours(hours), Stop);

        Assert.Equal(["a-1", "a-2"], (await Journal.ArrivalsBefore(Noon.AddHours(3), 10, Stop)).Select(arrival => arrival.Id));
        Assert.Single(await Journal.ArrivalsBefore(Noon.AddHours(3), 1, Stop));

        await Journal.ForgetArrival("a-1", Stop);
        Assert.Null(await Journal.Arrival("a-1", Stop));
        Assert.True(await Journal.NoteArrival("a-1", "luoqing", Noon, Stop));
    }

    [Fact]
    public async Task Another_bureau_knows_nothing_of_an_arrival()
    {
        await Journal.NoteArrival("a-1", "luoqing", Noon, Stop);
        var other = Open("another-bureau");
        Assert.Null(await other.Arrival("a-1", Stop));
        Assert.Empty(await other.ArrivalsBefore(Noon.AddDays(1), 10, Stop));
        Assert.True(await other.NoteArrival("a-1", "luoqing", Noon, Stop));
    }
}
