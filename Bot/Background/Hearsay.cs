using System.Data.Common;
using DisclosureBot.Journal;

namespace DisclosureBot.Background;

/// <summary>
/// What the other processes on the journal have committed, told here as if it had been committed here: to the books kept
/// in memory, to open desk pages, to delivery. They wake each other; unasked it looks every second.
/// </summary>
public sealed partial class Hearsay(CaseJournal journal, ILogger<Hearsay> log) : BackgroundService
{
    private static readonly TimeSpan Patrol = TimeSpan.FromSeconds(1);

    /// <summary>Commits that come together are told together.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);

    private readonly Bell _heard = new();
    private readonly Bell _committed = new();
    private readonly Lock _gate = new();

    /// <summary>Committed here and not yet met among all that was committed.</summary>
    private readonly HashSet<(string CaseId, long Version)> _own = [];

    /// <summary>Known already, of transactions that are looked at once more because others were under way beside them.</summary>
    private readonly Dictionary<(string CaseId, long Version), ulong> _known = [];
    private ulong _since;

    /// <summary>To be called before anything is loaded that is to be kept up to date.</summary>
    public async Task Begin(CancellationToken stop)
    {
        if (!journal.IsShared) return;
        _since = await journal.Present(stop);
        journal.Committed += Note;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        journal.IsShared ? Task.WhenAll(Look(stoppingToken), Listen(stoppingToken), Tell(stoppingToken)) : Task.CompletedTask;

    private void Note(CaseWrite write)
    {
        if (write.IsElsewhere) return;
        lock (_gate)
        {
            foreach (var version in Enumerable.Range(0, write.Events.Count).Select(i => write.NewVersion - i))
                if (!_known.ContainsKey((write.CaseId, version))) _own.Add((write.CaseId, version));
        }

        _committed.Ring();
    }

    private Task Look(CancellationToken stop) => Repeat(async () =>
    {
        var listening = _heard.Listen();
        var present = await journal.Present(stop);
        await TellOfNew(await journal.EventsSince(_since, stop), stop);
        Forget(present);
        await listening.WaitAsync(Patrol, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }, stop);

    private Task Listen(CancellationToken stop) => Repeat(() => journal.ListenToOthers(_heard.Ring, stop), stop);

    private Task Tell(CancellationToken stop) => Repeat(async () =>
    {
        await _committed.Listen().WaitAsync(stop);
        await Task.Delay(Breath, stop);
        await journal.TellOthers(stop);
    }, stop);

    private async Task TellOfNew(IReadOnlyList<(string CaseId, long Version, ulong Transaction)> events, CancellationToken stop)
    {
        List<(string CaseId, long Version, ulong Transaction)> fresh;
        lock (_gate)
        {
            fresh = [.. events.Where(one => !_known.ContainsKey((one.CaseId, one.Version)))];
            var own = fresh.Where(one => _own.Remove((one.CaseId, one.Version))).ToList();
            foreach (var (caseId, version, transaction) in own) _known[(caseId, version)] = transaction;
            fresh.RemoveAll(own.Contains);
        }

        if (fresh.Count == 0) return;
        await journal.TellOfOthers(fresh.GroupBy(one => one.CaseId, StringComparer.Ordinal).ToDictionary(of => of.Key, of => of.Min(one => one.Version), StringComparer.Ordinal), stop);
        // Known only now: what could not be told is told at the next look.
        lock (_gate)
        {
            foreach (var (caseId, version, transaction) in fresh) _known[(caseId, version)] = transaction;
        }
    }

    private void Forget(ulong present)
    {
        _since = present;
        lock (_gate)
        {
            foreach (var (one, transaction) in _known)
                if (transaction < present) _known.Remove(one);
        }
    }

    /// <summary>Again and again; after a fault, which is the server's or the line's, not before the next patrol.</summary>
    private async Task Repeat(Func<Task> once, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await once();
            }
            catch (Exception fault) when (!stop.IsCancellationRequested)
            {
                Deaf(log, fault.GetType().Name, fault is DbException ? null : fault.StackTrace);
                await Task.Delay(Patrol, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The other processes cannot be heard just now; trying again. {Fault}\n{Stack}")]
    private static partial void Deaf(ILogger logger, string fault, string? stack);
}
