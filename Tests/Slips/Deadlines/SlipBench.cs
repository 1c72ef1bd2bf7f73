using DisclosureBot.Archiving;
using DisclosureBot.Documents;
using DisclosureBot.Journal;
using DisclosureBot.Paper;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Slips.Steps;
using DisclosureBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace DisclosureBot.Tests.Slips.Deadlines;

/// <summary>Slips in a real journal, with a clock of ours: what the timers do when they fall due.</summary>
internal sealed class SlipBench : IDisposable
{
    private const string Id = "slip-2026-0000001";
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("slips-");
    private readonly Sqlite _dialect;
    private readonly AddressLook _look;
    private readonly Workflow _workflow;
    private readonly SlipCase _slips;
    private readonly SlipCaseFace _face;

    public SlipBench(DateTimeOffset now, Func<System.Net.IPEndPoint, bool>? mayReach = null)
    {
        Time = new FakeTimeProvider(now);
        _dialect = new Sqlite($"Data Source={_directory.FullName}/journal.db");
        Journal = new CaseJournal(_dialect, DemoBureau.Roster.BureauId);
        Journal.Prepare();
        var clocks = DemoBureau.Clocks;
        var rules = new SlipRules(DemoBureau.Roster, clocks);
        _workflow = new Workflow(Journal);
        _slips = new SlipCase(rules, DemoBureau.Roster, clocks);
        _look = new AddressLook(mayReach ?? (_ => false), Time);
        _face = new SlipCaseFace(Journal, _workflow, _slips, rules, new SlipViews(rules, new SlipSteps([]), new FileViews((_, _, _) => null, (_, _) => null, Time), DemoBureau.Roster, Time), clocks,
            new AddressVisits(_look, _workflow, rules, _slips, Time),
            new Archivist(_workflow, _slips, rules, new SlipPapers(Journal, DemoBureau.Roster, Time), Journal,
                new DirectoryStore(Path.Combine(_directory.FullName, "files"), DemoBureau.Roster.BureauId), DemoBureau.Roster, new Arrivals(Path.Combine(_directory.FullName, "arriving"), 200), Time), Time);
    }

    public FakeTimeProvider Time { get; }

    public CaseJournal Journal { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<Slip> Now() => _slips.Read(await Journal.Load(Id, Stop))!;

    /// <summary>Commits facts as one decision.</summary>
    public Task Commit(params SlipEvent[] facts) => _workflow.Run(_slips, Id, _ => new Decision<SlipEvent>.Accepted(facts), null, Stop);

    /// <summary>Timers standing until far away, by name.</summary>
    public async Task<Dictionary<string, DateTimeOffset>> Timers() =>
        (await Journal.DueTimers(Time.GetUtcNow().AddYears(1), 100, Stop)).ToDictionary(timer => timer.Name, timer => timer.Due, StringComparer.Ordinal);

    /// <summary>Moves the clock and works off what is due, as the worker does.</summary>
    public async Task Pass(TimeSpan time)
    {
        Time.Advance(time);
        foreach (var timer in await Journal.DueTimers(Time.GetUtcNow(), 100, Stop))
        {
            await _face.Fire(timer, Stop);
            await Journal.RemoveTimer(timer.CaseId, timer.Name, timer.Due, Stop);
        }
    }

    public void Dispose()
    {
        _look.Dispose();
        _dialect.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _directory.Delete(recursive: true);
    }
}
