using DisclosureBot.Tests.Month;

namespace DisclosureBot.Tests.Faults;

/// <summary>What is done to the processes and to what they stand on.</summary>
internal enum Fault
{
    /// <summary>kill -9 of a process.</summary>
    Kill,

    /// <summary>SIGTERM of a process.</summary>
    Stop,

    /// <summary>A process stands still for longer than its lease, and then goes on as if nothing had been.</summary>
    Freeze,

    /// <summary>A process comes up on a machine whose clock is wrong.</summary>
    Skew,

    /// <summary>kill -9 of the database server.</summary>
    Database,

    /// <summary>The database's disk is full for some seconds.</summary>
    Disk,

    /// <summary>The same click on two processes at the same moment.</summary>
    Twice,
}

/// <summary>A bureau's days, lived twice: in peace by one process with a file, and by several on PostgreSQL among faults.</summary>
/// <param name="Every">Activities from one fault to the next, on average.</param>
/// <param name="Whims">Of the messages to the far side, the share with which something goes wrong.</param>
internal sealed record FaultPlan(MonthPlan Month, int Replicas, int Every, double Whims)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);
}
