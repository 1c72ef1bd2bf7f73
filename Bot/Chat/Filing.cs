using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Documents;
using DisclosureBot.Journal;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Files;

namespace DisclosureBot.Chat;

/// <summary>Puts a checked file on a slip: the content into the store first, then the fact; a refusal takes the content out again. Chat and desk both file through here.</summary>
public sealed class Filing(Workflow workflow, SlipCase slips, SlipRules rules, IDocumentStore store, CaseJournal journal, TimeProvider clock)
{
    private static readonly string NoHash = new('0', 64);

    /// <summary>The slip as it stands, where this person may see it.</summary>
    public async Task<Slip?> Find(string slip, Person person, CancellationToken stop) =>
        slips.Read(await journal.Load(slip, stop)) is { } found && Desks.MaySee(found, person) ? found : null;

    /// <summary>In which roles this person could add a file now: the rules are asked as if they did.</summary>
    public IReadOnlyList<FileRole> Roles(Slip slip, Person person) =>
        [.. Enum.GetValues<FileRole>().Where(role => Objection(slip, role, person) is null)];

    /// <summary>Why this person may not add a file in this role now; null where they may.</summary>
    public Refusal? Objection(Slip? slip, FileRole role, Person person)
    {
        var add = new FileCommand.Add("probe", role, "文件.pdf", "application/pdf", 1, NoHash);
        return rules.Decide(slip, add, person, clock.BureauNow()) is Decision<SlipEvent>.Refused refused ? refused.Refusal : null;
    }

    /// <param name="file">Its id is new for every attempt that shall count, and the same for a repeated one.</param>
    /// <param name="content">At its beginning.</param>
    /// <exception cref="DocumentStoreException">The store is away; nothing has changed.</exception>
    public async Task<Outcome<Slip>> Add(Person person, string slip, FileRole role, StoredDocument file, Stream content, ClickedCard? card, CancellationToken stop)
    {
        var before = slips.Read(await journal.Load(slip, stop));
        if (before?.File(file.Id) is null)
        {
            if (Objection(before, role, person) is { } objection) return new(before, objection);
            await store.Put(DocumentPlace.Documents, file, content, stop);
        }

        var add = new FileCommand.Add(file.Id, role, file.Name, file.ContentType, file.Size, file.Sha256);
        var at = clock.BureauNow();
        var outcome = await workflow.Run(slips, slip, now => Once(now, add, person, at), card, stop);
        // Refused, or the slip has the very same content already.
        if (outcome.State?.File(file.Id) is null)
            await store.Delete(DocumentPlace.Documents, file.Id, CancellationToken.None);
        return outcome;
    }

    /// <summary>Opens a file for this person, which is a fact of its own; the caller disposes the stream.</summary>
    /// <returns>The refusal, or the file; neither content nor fact where it is not in the store.</returns>
    /// <exception cref="DocumentStoreException">The store is away; nothing was opened, and nothing is noted.</exception>
    public async Task<(Refusal? Refusal, SlipFile? File, Stream? Content)> Open(Person person, string slip, string file, CancellationToken stop)
    {
        var before = slips.Read(await journal.Load(slip, stop));
        if (MayNotOpen(before, file, person) is { } objection) return (objection, null, null);
        // First the content: nobody has opened what the store did not give.
        if (await store.Open(DocumentPlace.Documents, file, stop) is not { } content) return (null, before!.File(file), null);
        var kept = false;
        try
        {
            var at = clock.BureauNow();
            var outcome = await workflow.Run(slips, slip, now => rules.Decide(now, new FileCommand.Open(file), person, at), null, stop);
            kept = outcome.Refusal is null;
            return kept ? (null, outcome.State?.File(file), content) : (outcome.Refusal, null, null);
        }
        finally
        {
            if (!kept) await content.DisposeAsync();
        }
    }

    /// <summary>Why this person may not open the file; null where they may. Nothing is noted.</summary>
    public Refusal? MayNotOpen(Slip? slip, string file, Person person) =>
        rules.Decide(slip, new FileCommand.Open(file), person, clock.BureauNow()) is Decision<SlipEvent>.Refused refused ? refused.Refusal : null;

    private Decision<SlipEvent> Once(Slip? slip, FileCommand.Add add, Person person, DateTimeOffset at) =>
        slip?.File(add.FileId) is not null ? new Decision<SlipEvent>.Accepted([]) : rules.Decide(slip, add, person, at);
}
