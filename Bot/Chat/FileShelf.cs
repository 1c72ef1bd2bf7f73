using DisclosureBot.Documents;
using DisclosureBot.Journal;

namespace DisclosureBot.Chat;

/// <summary>Keeps store and journal in step, whatever the kind of case: the content goes into the store first, then the fact; a refusal takes the content out again.</summary>
public sealed class FileShelf(Workflow workflow, IDocumentStore store, CaseJournal journal)
{
    /// <param name="has">Whether the case has this file already.</param>
    /// <param name="content">At its beginning.</param>
    /// <exception cref="DocumentStoreException">The store is away; nothing has changed.</exception>
    public async Task<Outcome<TState>> Add<TState, TEvent>(
        CaseKind<TState, TEvent> kind, string caseId, StoredDocument file, Stream content, Func<TState, bool> has, Func<TState?, Decision<TEvent>> decide, ClickedCard? card, CancellationToken stop)
        where TState : class
    {
        var before = kind.Read(await journal.Load(caseId, stop));
        if (before is null || !has(before))
        {
            if (decide(before) is Decision<TEvent>.Refused objection) return new(before, objection.Refusal);
            await store.Put(DocumentPlace.Documents, file, content, stop);
        }

        var outcome = await workflow.Run(kind, caseId, now => now is not null && has(now) ? new Decision<TEvent>.Accepted([]) : decide(now), card, stop);
        // Refused, or the case has the very same content already.
        if (outcome.State is not { } after || !has(after)) await store.Delete(DocumentPlace.Documents, file.Id, CancellationToken.None);
        return outcome;
    }

    /// <summary>Opens a file, which is a fact of its own; the caller disposes the stream.</summary>
    /// <returns>The refusal, or the content; neither content nor fact where it is not in the store.</returns>
    /// <exception cref="DocumentStoreException">The store is away; nothing was opened, and nothing is noted.</exception>
    public async Task<(Refusal? Refusal, TState? State, Stream? Content)> Open<TState, TEvent>(
        CaseKind<TState, TEvent> kind, string caseId, string file, Func<TState?, Decision<TEvent>> decide, CancellationToken stop)
        where TState : class
    {
        var before = kind.Read(await journal.Load(caseId, stop));
        if (decide(before) is Decision<TEvent>.Refused objection) return (objection.Refusal, before, null);
        // First the content: nobody has opened what the store did not give.
        if (await store.Open(DocumentPlace.Documents, file, stop) is not { } content) return (null, before, null);
        var kept = false;
        try
        {
            var outcome = await workflow.Run(kind, caseId, decide, null, stop);
            kept = outcome.Refusal is null;
            return (outcome.Refusal, outcome.State, kept ? content : null);
        }
        finally
        {
            if (!kept) await content.DisposeAsync();
        }
    }
}
