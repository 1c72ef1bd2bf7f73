using DisclosureBot.Chat;
using DisclosureBot.Documents;
using DisclosureBot.Journal;

namespace DisclosureBot.Background;

/// <summary>Throws away what was sent in chat and put on no slip for a week, and what was remembered of the rest.</summary>
public sealed class ArrivalSweep(CaseJournal journal, IDocumentStore store, TimeProvider clock, ILogger<ArrivalSweep> log) : BackgroundService
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private const int Batch = 100;

    /// <summary>Short, because the clock may be moved: looking costs one query of an index.</summary>
    private static readonly TimeSpan Patrol = TimeSpan.FromSeconds(30);

    private readonly Bell _bell = new();

    public void Wake() => _bell.Ring();

    public async Task<bool> IsIdle(CancellationToken stop) => (await Old(1, stop)).Count == 0;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var listening = _bell.Listen();
            await SweepOld(stoppingToken);
            await listening.WaitAsync(Patrol, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SweepOld(CancellationToken stop)
    {
        try
        {
            while (await Old(Batch, stop) is { Count: > 0 } old)
            {
                foreach (var arrival in old)
                {
                    await store.Delete(DocumentPlace.Arrivals, arrival.Id, stop);
                    await journal.ForgetArrival(arrival.Id, stop);
                }
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.NotSwept(fault.GetType().Name, fault.StackTrace);
        }
        catch (OperationCanceledException)
        {
            // Stopping: the rest is found again.
        }
    }

    private Task<IReadOnlyList<NotedArrival>> Old(int most, CancellationToken stop) => journal.ArrivalsBefore(clock.GetUtcNow() - Kept, most, stop);
}
