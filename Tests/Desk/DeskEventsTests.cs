using DisclosureBot.Desk;
using Xunit;

namespace DisclosureBot.Tests.Desk;

/// <summary>The live line says what changed for the person, keeps itself alive, and never holds anybody up.</summary>
public sealed class DeskEventsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_commit_reaches_those_it_names_and_nobody_else()
    {
        await using var host = await DeskHost.Start();
        using var head = await Open(host, "pulan");

        host.Feed.Tell(Commits.Of("slip-2026-0001", expected: 1, "liying"));
        host.Feed.Tell(Commits.Of("slip-2026-0007", expected: 4, "liying", "pulan"));

        Assert.Equal("event: slot", await head.ReadLineAsync(Stop));
        Assert.Equal("""data: {"caseId":"slip-2026-0007","version":5}""", await head.ReadLineAsync(Stop));
    }

    [Fact]
    public async Task A_quiet_line_is_kept_alive_by_a_comment()
    {
        await using var host = await DeskHost.Start();
        using var line = await Open(host, "pulan");

        host.Clock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(": ", await line.ReadLineAsync(Stop));
    }

    [Fact]
    public async Task The_line_ends_when_the_program_stops()
    {
        await using var host = await DeskHost.Start();
        using var line = await Open(host, "pulan");

        await host.Stop();

        Assert.Null(await line.ReadLineAsync(Stop));
    }

    [Fact]
    public async Task Somebody_who_does_not_read_is_hung_up_on()
    {
        await using var host = await DeskHost.Start();
        using var line = await Open(host, "pulan");

        // Far more than every buffer on the way can hold.
        var large = Commits.Of(new string('x', 200_000), expected: 1, "pulan");
        for (var i = 0; i < 500; i++) host.Feed.Tell(large);

        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            while (await line.ReadLineAsync(Stop) is not null) continue;
        });
    }

    private static async Task<StreamReader> Open(DeskHost host, string seat)
    {
        var line = new StreamReader(await host.Client.GetStreamAsync($"/desk/events?as={seat}", Stop));
        Assert.StartsWith("retry:", await line.ReadLineAsync(Stop), StringComparison.Ordinal);
        Assert.Equal("", await line.ReadLineAsync(Stop));
        return line;
    }
}
