using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Delegations;
using DisclosureBot.Documents;
using DisclosureBot.Journal;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Files;

namespace DisclosureBot.Chat;

/// <summary>Puts a checked file on a slip in its role, and opens it again. Chat and desk both file through here.</summary>
public sealed class Filing(FileShelf shelf, SlipCase slips, SlipRules rules, CaseJournal journal, TimeProvider clock, StandIns standIns)
{
    private static readonly string NoHash = new('0', 64);

    /// <summary>The slip as it stands, where this person may see it.</summary>
    public async Task<Slip?> Find(string slip, Person person, CancellationToken stop) =>
        slips.Read(await journal.Load(slip, stop)) is { } found && standIns.MaySee(found, person, clock.BureauNow()) ? found : null;

    /// <summary>In which roles this person could add a file now: the rules are asked as if they did.</summary>
    public IReadOnlyList<FileRole> Roles(Slip slip, Person person) =>
        [.. Enum.GetValues<FileRole>().Where(role => Objection(slip, role, person) is null)];

    /// <summary>Why this person may not add a file in this role now; null where they may.</summary>
    public Refusal? Objection(Slip? slip, FileRole role, Person person)
    {
        var add = new FileCommand.Add("probe", role, "文件.pdf", "application/pdf", 1, NoHash);
        return Decide(slip, add, person, clock.BureauNow()) is Decision<SlipEvent>.Refused refused ? refused.Refusal : null;
    }

    /// <param name="file">Its id is new for every attempt that shall count, and the same for a repeated one.</param>
    /// <param name="content">At its beginning.</param>
    /// <exception cref="DocumentStoreException">The store is away; nothing has changed.</exception>
    public Task<Outcome<Slip>> Add(Person person, string slip, FileRole role, StoredDocument file, Stream content, ClickedCard? card, CancellationToken stop)
    {
        var (add, at) = (new FileCommand.Add(file.Id, role, file.Name, file.ContentType, file.Size, file.Sha256), clock.BureauNow());
        return shelf.Add(slips, slip, file, content, now => now.File(file.Id) is not null, now => Decide(now, add, person, at), card, stop);
    }

    /// <summary>Opens a file for this person, which is a fact of its own; the caller disposes the stream.</summary>
    /// <returns>The refusal, or the slip with the content; neither content nor fact where it is not in the store.</returns>
    /// <exception cref="DocumentStoreException">The store is away; nothing was opened, and nothing is noted.</exception>
    public Task<(Refusal? Refusal, Slip? State, Stream? Content)> Open(Person person, string slip, string file, CancellationToken stop)
    {
        var at = clock.BureauNow();
        return shelf.Open(slips, slip, file, now => Decide(now, new FileCommand.Open(file), person, at), stop);
    }

    /// <summary>Why this person may not open the file; null where they may. Nothing is noted.</summary>
    public Refusal? MayNotOpen(Slip? slip, string file, Person person) =>
        Decide(slip, new FileCommand.Open(file), person, clock.BureauNow()) is Decision<SlipEvent>.Refused refused ? refused.Refusal : null;

    private Decision<SlipEvent> Decide(Slip? slip, FileCommand command, Person person, DateTimeOffset at) =>
        standIns.Decide(slip, command, person, at, actor => rules.Decide(slip, command, actor, at));
}
