namespace DisclosureBot.Web;

/// <summary>Ends a transfer in which nothing has moved for a while; one that moves slowly goes on.</summary>
public sealed class Stall : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _timeout;
    private readonly CancellationTokenSource _either;

    public Stall(TimeProvider clock, CancellationToken stop)
    {
        _timeout = new(Patience, clock);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timeout.Token, stop);
    }

    public CancellationToken Token => _either.Token;

    /// <summary>Nothing moved in time, and nobody asked to stop.</summary>
    public bool HasHappened => _timeout.IsCancellationRequested;

    public void Moved() => _timeout.CancelAfter(Patience);

    public void Dispose()
    {
        _either.Dispose();
        _timeout.Dispose();
    }
}
