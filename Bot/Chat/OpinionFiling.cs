using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Documents;
using DisclosureBot.Journal;
using DisclosureBot.Opinions;

namespace DisclosureBot.Chat;

/// <summary>Puts a checked file on an item, a picture of what was seen or a proof, and opens it again. Chat and desk both file through here.</summary>
public sealed class OpinionFiling(FileShelf shelf, OpinionCase items, OpinionRules rules, CaseJournal journal, TimeProvider clock)
{
    private static readonly string NoHash = new('0', 64);

    /// <summary>The item as it stands, where this person may see it.</summary>
    public async Task<OpinionItem?> Find(string item, Person person, CancellationToken stop) =>
        items.Read(await journal.Load(item, stop)) is { } found && OpinionDuties.MaySee(found, person) ? found : null;

    /// <summary>Why this person may not add a file now; null where they may. The rules are asked as if they did.</summary>
    public Refusal? Objection(OpinionItem? item, Person person) =>
        Refused(rules.Decide(item, new IntakeCommand.AddFile("probe", "文件.pdf", "application/pdf", 1, NoHash), person, clock.BureauNow()));

    /// <param name="file">Its id is new for every attempt that shall count, and the same for a repeated one.</param>
    /// <param name="content">At its beginning.</param>
    /// <exception cref="DocumentStoreException">The store is away; nothing has changed.</exception>
    public Task<Outcome<OpinionItem>> Add(Person person, string item, StoredDocument file, Stream content, CancellationToken stop)
    {
        var (add, at) = (new IntakeCommand.AddFile(file.Id, file.Name, file.ContentType, file.Size, file.Sha256), clock.BureauNow());
        return shelf.Add(items, item, file, content, now => now.File(file.Id) is not null, now => rules.Decide(now, add, person, at), null, stop);
    }

    /// <summary>Opens a file for this person, which is a fact of its own; the caller disposes the stream.</summary>
    /// <exception cref="DocumentStoreException">The store is away; nothing was opened, and nothing is noted.</exception>
    public Task<(Refusal? Refusal, OpinionItem? State, Stream? Content)> Open(Person person, string item, string file, CancellationToken stop)
    {
        var at = clock.BureauNow();
        return shelf.Open(items, item, file, now => rules.Decide(now, new IntakeCommand.OpenFile(file), person, at), stop);
    }

    /// <summary>Why this person may not open the file; null where they may. Nothing is noted.</summary>
    public Refusal? MayNotOpen(OpinionItem? item, string file, Person person) =>
        Refused(rules.Decide(item, new IntakeCommand.OpenFile(file), person, clock.BureauNow()));

    private static Refusal? Refused(Decision<OpinionEvent> decision) => (decision as Decision<OpinionEvent>.Refused)?.Refusal;
}
