using System.Collections.Concurrent;
using DisclosureBot.Bureau;
using DisclosureBot.Channel;
using DisclosureBot.Journal;

namespace DisclosureBot.Background;

/// <summary>
/// Brings every slot to the version it should show: posts when somebody must be told, edits otherwise, posts anew when
/// the old message is gone. Whatever was interrupted is found again in the journal and ends in the same place.
/// </summary>
public sealed partial class Delivery(CaseJournal journal, SlotSender sender, TimeProvider clock, ILogger<Delivery> logger) : BackgroundService
{
    private const int Batch = 200;
    private const int AtOnce = 32;

    /// <summary>How often the journal is looked at unasked: retries fall due, and other replicas commit.</summary>
    private static readonly TimeSpan Patrol = TimeSpan.FromSeconds(1);

    /// <summary>One slot per person at a time keeps a conversation in order, and lets one hanging conversation hold up no other.</summary>
    private readonly ConcurrentDictionary<string, Task> _underWay = new(StringComparer.Ordinal);
    private readonly Bell _bell = new();

    public void Wake() => _bell.Ring();

    /// <summary>Nothing is being sent and nothing is due now.</summary>
    public async Task<bool> IsIdle(CancellationToken stop) =>
        _underWay.IsEmpty && (await journal.StaleSlots(clock.GetUtcNow(), 1, stop)).Count == 0;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        journal.SlotsDue += Wake;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var listening = _bell.Listen();
                await StartDue(stoppingToken);
                await listening.WaitAsync(Patrol, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            journal.SlotsDue -= Wake;
            await Task.WhenAll(_underWay.Values);
        }
    }

    private async Task StartDue(CancellationToken stop)
    {
        try
        {
            foreach (var slot in await journal.StaleSlots(clock.GetUtcNow(), Batch, stop))
            {
                if (_underWay.Count >= AtOnce) return;
                if (!_underWay.ContainsKey(slot.Person)) _underWay[slot.Person] = Deliver(slot, stop);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            CouldNotLook(logger, fault);
        }
    }

    private async Task Deliver(Slot slot, CancellationToken stop)
    {
        await Task.Yield();
        try
        {
            await sender.Send(slot, stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            CouldNotDeliver(logger, slot.CaseId, slot.Person, fault);
        }
        catch (OperationCanceledException)
        {
            // Stopping: the journal still says what is owed.
        }
        finally
        {
            _underWay.TryRemove(slot.Person, out _);
            Wake();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The journal could not be asked for stale slots; asking again shortly.")]
    private static partial void CouldNotLook(ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Card of {CaseId} for {Person} could not be delivered; it stays due.")]
    private static partial void CouldNotDeliver(ILogger logger, string caseId, string person, Exception fault);
}
