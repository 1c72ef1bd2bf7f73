using System.Collections.Concurrent;
using System.Data.Common;
using DisclosureBot.Bureau;
using DisclosureBot.Channel;
using DisclosureBot.Journal;

namespace DisclosureBot.Background;

/// <summary>
/// Brings every slot to the version it should show: posts when somebody must be told, edits otherwise, posts anew when
/// the old message is gone. Whatever was interrupted is found again in the journal and ends in the same place.
/// </summary>
public sealed partial class Delivery(CaseJournal journal, SlotSender sender, Membership membership, TimeProvider clock, ILogger<Delivery> logger) : BackgroundService
{
    private const int Batch = 200;
    private const int AtOnce = 32;

    /// <summary>How often the journal is looked at unasked: retries fall due, and other replicas commit.</summary>
    private static readonly TimeSpan Patrol = TimeSpan.FromSeconds(1);

    /// <summary>Rings that come together are answered together: under load the journal is not asked once per click.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);

    /// <summary>The same while everybody who is owed something is being served already.</summary>
    private static readonly TimeSpan LongBreath = TimeSpan.FromMilliseconds(200);

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
                var breath = await StartDue(stoppingToken) ? Breath : LongBreath;
                await listening.WaitAsync(Patrol, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await Task.Delay(breath, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            journal.SlotsDue -= Wake;
            await Task.WhenAll(_underWay.Values);
        }
    }

    /// <returns>Whether anything new was started, or nothing was owed.</returns>
    private async Task<bool> StartDue(CancellationToken stop)
    {
        if (!membership.MayWork) return false;
        try
        {
            var due = await journal.StaleSlots(clock.GetUtcNow(), Batch, stop);
            var next = await Take([.. due.Where(slot => !_underWay.ContainsKey(slot.Person)).Take(AtOnce - _underWay.Count)], stop);
            foreach (var slot in next) _underWay[slot.Person] = Deliver(slot, stop);
            return next.Count > 0 || due.Count == 0;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            CouldNotLook(logger, fault.GetType().Name, fault.StackTrace);
            return false;
        }
    }

    /// <summary>Those whose turn this process got, as they stand since: another may have worked on them until then.</summary>
    private async Task<IReadOnlyList<Slot>> Take(IReadOnlyList<Slot> slots, CancellationToken stop)
    {
        if (!journal.IsShared || slots.Count == 0) return slots;
        var turns = await journal.TakeTurns(slots.Select(slot => slot.Person), stop);
        var present = (await journal.StaleSlots(clock.GetUtcNow(), Batch, stop)).Where(slot => turns.Contains(slot.Person)).ToList();
        foreach (var person in turns.Except(present.Select(slot => slot.Person), StringComparer.Ordinal)) await journal.GiveBackTurn(person, stop);
        return present;
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
            CouldNotDeliver(logger, slot.CaseId, slot.Person, fault.GetType().Name, fault.StackTrace);
            await sender.Postpone(slot);
        }
        catch (OperationCanceledException)
        {
            // Stopping: the journal still says what is owed.
        }
        finally
        {
            await GiveBack(slot.Person);
            _underWay.TryRemove(slot.Person, out _);
            Wake();
        }
    }

    private async Task GiveBack(string person)
    {
        try
        {
            await journal.GiveBackTurn(person, CancellationToken.None);
        }
        catch (Exception fault) when (fault is DbException or TimeoutException or InvalidOperationException)
        {
            // It stays this process's, which takes it again whenever something is due.
        }
    }

    // Not the exceptions themselves: their messages may quote what people wrote.
    [LoggerMessage(Level = LogLevel.Error, Message = "The journal could not be asked for stale slots; asking again shortly. {Fault}\n{Stack}")]
    private static partial void CouldNotLook(ILogger logger, string fault, string? stack);

    [LoggerMessage(Level = LogLevel.Error, Message = "Card of {CaseId} for {Person} could not be delivered; it stays due. {Fault}\n{Stack}")]
    private static partial void CouldNotDeliver(ILogger logger, string caseId, string person, string fault, string? stack);
}
