using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Documents;
using DisclosureBot.Journal;
using DisclosureBot.Paper;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Publishing;

namespace DisclosureBot.Archiving;

/// <summary>归档: once nothing is missing, seals the slip with all it holds and records the seal on it.</summary>
public sealed class Archivist(
    Workflow workflow, SlipCase slips, SlipRules rules, SlipPapers papers, CaseJournal journal, IDocumentStore store, Roster roster, Arrivals arrivals, TimeProvider clock)
{
    /// <summary>Repeatable: until the seal is recorded the same slip makes the same package under the same id.</summary>
    /// <exception cref="DocumentStoreException">The store is away, or a file is not what the slip says of it; the timer comes back.</exception>
    public async Task Seal(string slipId, CancellationToken stop)
    {
        var stored = await journal.Load(slipId, stop);
        if (stored is null || slips.Read(stored) is not { } slip || !Completion.IsDone(slip)) return;
        var events = (await journal.Events(slipId, stop)).Where(row => row.Version <= slip.Version).ToList();
        // As of the last event, whenever it is made: a second attempt must give the same bytes.
        var content = new ArchiveContent(
            roster.BureauId, slip.Id, slip.Number, slip.Content.Title, events[^1].At,
            papers.Print(slip, events[^1]), slip.Files.Select(Entry).ToList(), events, stored.State);
        var id = string.Create(null, $"{slip.Id}-{slip.Version}");
        var package = await ArchivePackage.Keep(store, content, id, Who.Clock.Id, arrivals.Folder, stop);
        var at = clock.BureauNow();
        var archive = new PublishingCommand.Archive(id, package.Seal, package.Document.Size);
        var outcome = await workflow.Run(slips, slipId, now => now?.Version == slip.Version ? rules.Decide(now, archive, null, at) : new Decision<SlipEvent>.Accepted([]), null, stop);
        if (!outcome.Committed && outcome.State?.Archives.Any(kept => kept.Id == id) != true)
        {
            // The slip moved on meanwhile, so that this package is nobody's; the timer comes back for the present one.
            await store.Delete(DocumentPlace.Archive, id, CancellationToken.None);
            throw new DocumentStoreException($"{slipId} moved on while it was being sealed.");
        }
    }

    private static ArchivedFile Entry(SlipFile file, int place)
    {
        var folder = string.Create(null, $"{place + 1:D2}-{FileRoles.Name(file.Role)}-第{file.Version}版");
        return new($"{folder}/{FileName.Clean(file.Name)}", DocumentPlace.Documents, new StoredDocument(file.Id, file.Name, file.ContentType, file.Size, file.Sha256, file.By.Id));
    }
}
