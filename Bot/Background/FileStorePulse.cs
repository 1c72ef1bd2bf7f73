using DisclosureBot.Documents;

namespace DisclosureBot.Background;

/// <summary>Feels whether the document store answers. However many ask, it is asked once at a time, and nobody waits long.</summary>
public sealed class FileStorePulse(IDocumentStore store)
{
    /// <summary>Real time: a probe of readiness is itself given up after a second or so.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.8);

    private readonly Lock _one = new();
    private Task<bool> _asking = Task.FromResult(false);

    /// <summary>False too where the answer takes longer than one waits.</summary>
    public async Task<bool> Beats(CancellationToken stop)
    {
        try
        {
            return await Asking().WaitAsync(Patience, TimeProvider.System, stop);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Goes on when nobody waits any more: a first token for the store may take its time, and is then there for the next.</summary>
    private Task<bool> Asking()
    {
        lock (_one)
        {
            if (_asking.IsCompleted) _asking = Task.Run(Ask);
            return _asking;
        }
    }

    private async Task<bool> Ask()
    {
        try
        {
            await store.Find(DocumentPlace.Documents, "pulse", CancellationToken.None);
            return true;
        }
        catch (DocumentStoreException)
        {
            return false;
        }
    }
}
