using System.Data.Common;
using DisclosureBot.Channel;
using DisclosureBot.Journal;

namespace DisclosureBot.Background;

/// <summary>
/// This process's place among those that share the journal: none leads, each says that it is alive, and whoever falls
/// silent for the length of a lease has let go of all it held. Alone, it may always work.
/// </summary>
public sealed partial class Membership(CaseJournal journal, Pacing pacing, IConfiguration configuration, ILogger<Membership> log) : BackgroundService
{
    /// <summary>A reminder may come that much early or late by a wrong clock, and no more.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    private readonly TimeSpan _lease = TimeSpan.FromSeconds(configuration.GetValue("Replicas:LeaseSeconds", 30.0));
    private long _beatAt;

    /// <summary>The machine's clock is off by more than a few seconds from the server's: what depends on the hour is left to others.</summary>
    public bool IsAstray { get; private set; }

    /// <summary>Timers and cards may be taken now.</summary>
    public bool MayWork => !journal.IsShared || (!IsAstray && TimeProvider.System.GetElapsedTime(Volatile.Read(ref _beatAt)) < _lease);

    /// <exception cref="InvalidOperationException">The lease is no sensible length.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (_lease < TimeSpan.FromSeconds(1) || _lease > TimeSpan.FromMinutes(10))
            throw new InvalidOperationException($"Replicas:LeaseSeconds is {_lease.TotalSeconds}; it must lie between 1 and 600.");
        if (journal.IsShared) await Beat(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!journal.IsShared) return;
        using var rhythm = new PeriodicTimer(_lease / 3);
        while (await Next(rhythm, stoppingToken))
        {
            try
            {
                await Beat(stoppingToken);
            }
            catch (Exception fault) when (fault is DbException or TimeoutException or InvalidOperationException)
            {
                Silent(log, fault.GetType().Name);
            }
        }
    }

    /// <summary>Called once the loops have ended: what they held is for the others at once.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (!journal.IsShared) return;
        try
        {
            await journal.Leave(cancellationToken);
        }
        catch (Exception fault) when (fault is DbException or TimeoutException or OperationCanceledException)
        {
            Silent(log, fault.GetType().Name); // the lease runs out by itself
        }
    }

    private async Task Beat(CancellationToken stop)
    {
        var began = TimeProvider.System.GetTimestamp();
        var before = TimeProvider.System.GetUtcNow();
        var (alive, now) = await journal.Beat(_lease, stop);
        // Somewhere between asking and hearing the server read its clock.
        var off = now < before ? before - now : now - before - TimeProvider.System.GetElapsedTime(began);
        var isAstray = off > Tolerance;
        if (isAstray != IsAstray) ClockOff(log, isAstray, off.TotalSeconds);
        IsAstray = isAstray;
        if (isAstray)
        {
            await journal.Leave(stop);
            return;
        }

        Volatile.Write(ref _beatAt, began);
        pacing.ShareAmong(alive);
    }

    private static async Task<bool> Next(PeriodicTimer rhythm, CancellationToken stop)
    {
        try
        {
            return await rhythm.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The other processes could not be told that this one is alive: {Fault}.")]
    private static partial void Silent(ILogger logger, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The clock of this machine is astray: {IsAstray}; it differs from the database server's by {Seconds} s.")]
    private static partial void ClockOff(ILogger logger, bool isAstray, double seconds);
}
