using DisclosureBot.Journal;
using Xunit;

namespace DisclosureBot.Tests.Journal;

/// <summary>What every dialect's journal must do. The parts below go through it concern by concern.</summary>
public abstract partial class JournalConformance : IAsyncLifetime
{
    private const string Bureau = "chuxiong-commerce";
    private const string Id = "slip-2026-000001";
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(8));

    private static readonly Reach Everyone = new("anyone", null, Everything: true);

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected CaseJournal Journal { get; private set; } = null!;

    /// <summary>Another process on the same database.</summary>
    protected abstract ISqlDialect Another();

    /// <summary>Someone with full rights changes rows behind the journal's back, taking its guards away first.</summary>
    protected abstract Task Tamper(string sql);

    /// <summary>The same statement without taking the guards away.</summary>
    protected abstract Task Meddle(string sql);

    public virtual async ValueTask InitializeAsync()
    {
        Journal = Open();
        Journal.Prepare();
        // Where there are several processes, only the one whose turn it is may note what became of a card.
        await Journal.TakeTurns(["li", "wang", "yang", "pu", "nobody"], Stop);
    }

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected CaseJournal Open(string bureau = Bureau) => new(Another(), bureau);

    private protected static CaseWrite Write(string id = Id, long after = 0, int events = 1, params SlotWrite[] slots) => new(
        id, "slip", after,
        [.. Enumerable.Range(1, events).Select(i => new NewEvent("Submitted", $$"""{"n":{{after + i}},"说":"同意"}""", "luoqing", Noon.AddMinutes(after + i)))],
        State(after + events), Listed(), slots, []);

    private protected static Listing Listed(string text = "关于商务工作的通知", string owner = "luoqing") =>
        new("楚商发〔2026〕1号", "关于商务工作的通知", owner, "operations", "待审核", Open: true, text);

    /// <summary>The stand-in for a real rebuild: a state that says how many events made it.</summary>
    private protected static string State(long version) => $$"""{"events":{{version}}}""";

    private protected async Task Commit(CaseWrite write) => Assert.Equal(CommitOutcome.Committed, await Journal.Commit(write, Stop));
}
