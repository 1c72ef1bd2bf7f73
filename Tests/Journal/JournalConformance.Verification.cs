using DisclosureBot.Journal;
using Xunit;

namespace DisclosureBot.Tests.Journal;

public abstract partial class JournalConformance
{
    /// <summary>By way of negative versions, for the key allows no two rows alike even for a moment: 2→-3→3, 3→-2→2.</summary>
    private const string SwapTheLastTwo =
        "UPDATE events SET version = version - 5 WHERE version > 1; UPDATE events SET version = -version WHERE version < 0";

    [Fact]
    public async Task An_untouched_journal_has_no_findings()
    {
        await Three();
        await Commit(Write("slip-2", events: 3));

        Assert.Empty(await Findings());
    }

    [Theory]
    [InlineData("UPDATE events SET body = '{}' WHERE version = 2", 2, "changed")]
    [InlineData("UPDATE events SET actor = 'wang' WHERE version = 1", 1, "changed")]
    [InlineData("UPDATE events SET at = '2026-03-02T04:01:00Z' WHERE version = 1", 1, "changed")]
    [InlineData("UPDATE events SET type = 'Submitte', body = 'd' || body WHERE version = 3", 3, "changed")]
    [InlineData("DELETE FROM events WHERE version = 2", 2, "missing")]
    [InlineData("DELETE FROM events WHERE version = 1", 1, "missing")]
    [InlineData("DELETE FROM events WHERE version = 3", 3, "counts 3 events, but has 2")]
    [InlineData("DELETE FROM events", 3, "counts 3 events, but has 0")]
    [InlineData(SwapTheLastTwo, 2, "follow")]
    [InlineData("UPDATE cases SET state = '{}'", 3, "state")]
    [InlineData("UPDATE cases SET version = 4", 4, "counts 4 events, but has 3")]
    [InlineData("UPDATE slots SET wanted = 4", 3, "slot of li is ahead")]
    [InlineData("UPDATE slots SET delivered = 4", 3, "slot of li is ahead")]
    [InlineData("UPDATE slots SET alerted = 4", 3, "slot of li is ahead")]
    [InlineData("DELETE FROM slots; DELETE FROM cases", 0, "no case")]
    public async Task What_was_tampered_with_is_found(string sql, long version, string what)
    {
        await Three();
        await Tamper(sql);

        var finding = Assert.Single(await Findings());
        Assert.Equal((Id, version), (finding.CaseId, finding.Version));
        Assert.Contains(what, finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_broken_case_does_not_hide_another()
    {
        await Commit(Write("slip-1"));
        await Commit(Write("slip-2"));
        await Commit(Write("slip-3"));
        await Tamper("UPDATE events SET body = '{}' WHERE case_id <> 'slip-2'");

        Assert.Equal("slip-1 slip-3", string.Join(' ', (await Findings()).Select(f => f.CaseId)));
    }

    [Fact]
    public async Task Events_that_make_no_state_are_a_finding()
    {
        await Commit(Write());

        var findings = await Journal.Verify((_, _) => throw new FormatException("unknown event"), Stop);
        Assert.Contains("unknown event", Assert.Single(findings).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_after_a_lost_event_is_refused()
    {
        await Three();
        await Tamper("DELETE FROM events WHERE version = 3");

        await Assert.ThrowsAsync<InvalidOperationException>(() => Journal.Commit(Write(after: 3), Stop));
    }

    private async Task Three()
    {
        await Commit(Write(events: 2, slots: new SlotWrite("li", true, true)));
        await Commit(Write(after: 2, slots: new SlotWrite("li", true, true)));
    }

    private Task<IReadOnlyList<Finding>> Findings() => Journal.Verify((_, events) => State(events.Count), Stop);
}
