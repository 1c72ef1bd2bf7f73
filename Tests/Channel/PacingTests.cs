using DisclosureBot.Channel;
using Xunit;

namespace DisclosureBot.Tests.Channel;

/// <summary>Teams' limits are kept by waiting, conversation by conversation. Far more is asked than any slow machine lets through.</summary>
public sealed class PacingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_eighth_message_in_a_second_waits_and_other_conversations_do_not()
    {
        using var pacing = new Pacing();
        var turns = Enumerable.Range(0, 30).Select(_ => pacing.Enter("a", Stop)).ToArray();
        Assert.True(turns[6].IsCompletedSuccessfully);
        Assert.False(turns[29].IsCompleted);
        Assert.True((await pacing.Enter("b", Stop))!.IsAcquired);
        Assert.True((await turns[7])!.IsAcquired);
    }

    [Fact]
    public async Task The_tenant_waits_after_fifty()
    {
        using var pacing = new Pacing();
        var turns = Enumerable.Range(0, 1000).Select(i => pacing.Enter($"{i}", Stop)).ToArray();
        Assert.True(turns[49].IsCompletedSuccessfully);
        Assert.False(turns[999].IsCompleted);
        Assert.True((await turns[50])!.IsAcquired);
    }

    [Fact]
    public async Task Whoever_stops_waiting_leaves_the_line()
    {
        using var pacing = new Pacing();
        using var stop = new CancellationTokenSource();
        var turns = Enumerable.Range(0, 30).Select(_ => pacing.Enter("a", stop.Token)).ToArray();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turns[29]);
    }

    [Fact]
    public async Task Those_who_send_for_one_tenant_divide_every_limit()
    {
        using var pacing = new Pacing();
        var before = Enumerable.Range(0, 30).Select(_ => pacing.Enter("a", Stop)).ToArray();
        pacing.ShareAmong(3);
        Assert.NotEqual(true, (await before[29])?.IsAcquired); // asked of limits that are no longer kept: to be tried again
        var turns = Enumerable.Range(0, 30).Select(_ => pacing.Enter("a", Stop)).ToArray();
        var others = Enumerable.Range(0, 100).Select(i => pacing.Enter($"{i}", Stop)).ToArray();
        Assert.Equal((true, false), (turns[1].IsCompletedSuccessfully, turns[29].IsCompleted));
        Assert.Equal((true, false), (others[13].IsCompletedSuccessfully, others[99].IsCompleted));
        Assert.True((await turns[2])!.IsAcquired);

        pacing.ShareAmong(100);
        Assert.True((await pacing.Enter("b", Stop))!.IsAcquired); // never nothing at all
    }
}
