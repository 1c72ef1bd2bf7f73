using DisclosureBot.Journal;

namespace DisclosureBot.Background;

/// <summary>Turns timers that fell due into commands of the clock, through the same workflow as everybody's.</summary>
public sealed partial class Deadlines(CaseJournal journal, CaseFaces faces, Membership membership, TimeProvider clock, ILogger<Deadlines> logger)
    : BackgroundService
{
    private const int Batch = 200;
    private static readonly TimeSpan Patrol = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(5);
    private readonly Bell _bell = new();

    public void Wake() => _bell.Ring();

    public async Task<bool> IsIdle(CancellationToken stop) => (await journal.DueTimers(clock.GetUtcNow(), 1, stop)).Count == 0;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var listening = _bell.Listen();
            await WorkOff(stoppingToken);
            await listening.WaitAsync(Patrol, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WorkOff(CancellationToken stop)
    {
        if (!membership.MayWork) return;
        try
        {
            foreach (var timer in await journal.TakeDueTimers(clock.GetUtcNow(), Batch, stop)) await FireOrPostpone(timer, stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Failed(logger, fault.GetType().Name, fault.StackTrace);
        }
    }

    /// <summary>A timer that cannot be worked off must not stand in the way of the others.</summary>
    private async Task FireOrPostpone(DueTimer timer, CancellationToken stop)
    {
        try
        {
            await Fire(timer, stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Failed(logger, fault.GetType().Name, fault.StackTrace);
            await journal.PostponeTimer(timer, clock.GetUtcNow() + AfterFault, stop);
        }
    }

    private async Task Fire(DueTimer timer, CancellationToken stop)
    {
        await faces.Of(timer.Kind).Fire(timer, stop);
        // Kept until the command is through: a crash in between finds it again, and the command is then a no-op.
        await journal.RemoveTimer(timer.CaseId, timer.Name, timer.Due, stop);
    }

    // Not the exception itself: its message may quote what people wrote.
    [LoggerMessage(Level = LogLevel.Error, Message = "Timers could not be worked off; trying again. {Fault}\n{Stack}")]
    private static partial void Failed(ILogger logger, string fault, string? stack);
}
