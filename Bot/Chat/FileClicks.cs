using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Files;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Channel;
using DisclosureBot.Documents;
using DisclosureBot.Journal;
using DisclosureBot.Opinions;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Files;

namespace DisclosureBot.Chat;

/// <summary>A click about a file: put it on a slip, throw it away, or ask for one in the chat.</summary>
public sealed class FileClicks(
    Filing filing, OpinionFiling items, ArrivalCards cards, FileSending sending, IDocumentStore store, CaseJournal journal, SlipRules rules, ILogger<FileClicks> log)
{
    private static readonly Refusal Unknown = new(RefusalKind.NotFound, "这个文件已经办理过,或者已超过7天自动清除。如仍需存入,请重新发送一次。");

    private const string Away = "文件库现在没有回应,您的文件没有改动。请稍后再点;仍不成功时,请联系管理员。";

    public async Task<Answer> Answer(Person person, FileClick click, Turn.Clicked turn, CancellationToken stop)
    {
        try
        {
            return click switch
            {
                FileClick.Keep keep => new([], await Keep(person, keep, stop)),
                FileClick.Drop drop => new([], await Drop(person, drop, stop)),
                FileClick.Send send => await sending.Offer(person, send, turn.Where, stop),
                _ => throw new InvalidOperationException($"Unknown click {click.GetType().Name}."),
            };
        }
        catch (DocumentStoreException fault)
        {
            // Before anything was done: not even whose file it is could be asked.
            log.NotFiled(fault.GetType().Name, fault.StackTrace);
            return new([], new ClickAnswer.Sentence(Away));
        }
    }

    /// <summary>存入.</summary>
    public async Task<ClickAnswer> Keep(Person person, FileClick.Keep keep, CancellationToken stop)
    {
        if (await Own(person, keep.Arrival, stop) is not { } file) return await Kept(person, keep, stop) ?? await Over(person, keep.Arrival, stop);
        if (Missing(keep, out var role) is { } missing) return await Again(person, file, keep, missing, Tone.Bad, stop);
        try
        {
            return await Keep(person, keep, role, file, stop);
        }
        catch (DocumentStoreException fault)
        {
            log.NotFiled(fault.GetType().Name, fault.StackTrace);
            return await Again(person, file, keep, "文件暂时没有存上,是系统的故障。文件还在这里,请稍后再点“存入”。", Tone.Bad, stop);
        }
    }

    private async Task<ClickAnswer> Keep(Person person, FileClick.Keep keep, FileRole role, StoredDocument file, CancellationToken stop)
    {
        await using var content = await store.Open(DocumentPlace.Arrivals, keep.Arrival, stop);
        if (content is null) return await Kept(person, keep, stop) ?? await Over(person, keep.Arrival, stop);
        var named = file with { Id = IdOn(keep.Slip!, keep.Arrival) };
        if (OpinionCase.IsOne(keep.Slip!)) return await KeepOnItem(person, keep, named, content, stop);
        var outcome = await filing.Add(person, keep.Slip!, role, named, content, null, stop);
        if (outcome is not { Refusal: null, State: { } slip })
            return await Again(person, file, keep, outcome.Refusal!.Text, outcome.Refusal.Kind == RefusalKind.Invalid ? Tone.Bad : Tone.Warning, stop);
        await Settle(keep.Arrival);
        return Done(slip, named, role);
    }

    private async Task<ClickAnswer> KeepOnItem(Person person, FileClick.Keep keep, StoredDocument file, Stream content, CancellationToken stop)
    {
        var outcome = await items.Add(person, keep.Slip!, file, content, stop);
        if (outcome is not { Refusal: null, State: { } item })
            return await Again(person, file with { Id = keep.Arrival }, keep, outcome.Refusal!.Text, outcome.Refusal.Kind == RefusalKind.Invalid ? Tone.Bad : Tone.Warning, stop);
        await Settle(keep.Arrival);
        return Done(item, file);
    }

    private ClickAnswer.Card Done(OpinionItem item, StoredDocument file) => Live(new ArrivedView(file.Name, new Notice(Tone.Good, item.File(file.Id) is null
        ? $"{item.Number}“{item.Story.Headline}”中已有内容完全相同的文件,没有重复存入。"
        : $"已存入 {item.Number}“{item.Story.Headline}”。{OpinionStatus.Of(item)}。"), item.Id));

    /// <summary>The same click again, after the file went where it was to go.</summary>
    private async Task<ClickAnswer?> Kept(Person person, FileClick.Keep keep, CancellationToken stop) =>
        keep.Slip is { } named && OpinionCase.IsOne(named)
            ? await items.Find(named, person, stop) is { } item && item.File(IdOn(named, keep.Arrival)) is { } lying
                ? Done(item, new(lying.Id, lying.Name, lying.ContentType, lying.Size, lying.Sha256, person.Id))
                : null
            : await KeptOnSlip(person, keep, stop);

    private async Task<ClickAnswer?> KeptOnSlip(Person person, FileClick.Keep keep, CancellationToken stop) =>
        keep.Slip is { } id && await filing.Find(id, person, stop) is { } slip && slip.File(IdOn(id, keep.Arrival)) is { } file
            ? Done(slip, new(file.Id, file.Name, file.ContentType, file.Size, file.Sha256, person.Id), file.Role)
            : null;

    private ClickAnswer.Card Done(Slip slip, StoredDocument file, FileRole role)
    {
        var done = slip.File(file.Id) is { } kept
            ? $"已存入 {slip.Number}《{slip.Content.Title}》:{FileRoles.Name(role)}第{kept.Version}版。{rules.Status(slip)}。"
            : $"{slip.Number}《{slip.Content.Title}》中的{FileRoles.Name(role)}与此文件内容完全相同,没有重复存入。";
        return Live(new ArrivedView(file.Name, new Notice(Tone.Good, done), slip.Id));
    }

    private async Task<ClickAnswer> Drop(Person person, FileClick.Drop drop, CancellationToken stop)
    {
        if (await Own(person, drop.Arrival, stop) is not { } file) return await Over(person, drop.Arrival, stop);
        await Settle(drop.Arrival);
        return Live(new ArrivedView(file.Name, new Notice(Tone.Neutral, "已删除,没有存入任何一件。"), null));
    }

    /// <summary>Nothing more is asked of one's own file that is gone; of any other nothing is said.</summary>
    private async Task<ClickAnswer> Over(Person person, string arrival, CancellationToken stop) =>
        await journal.Arrival(arrival, stop) is { Settled: true } noted && noted.Person == person.Id
            ? Live(new ArrivedView("已不在此处的文件", new Notice(Tone.Warning, Unknown.Text), null))
            : Refuse(Unknown);

    /// <summary>Somebody else's file and none at all are told apart to nobody.</summary>
    private async Task<StoredDocument?> Own(Person person, string arrival, CancellationToken stop) =>
        await store.Find(DocumentPlace.Arrivals, arrival, stop) is { } file && string.Equals(file.Owner, person.Id, StringComparison.Ordinal) ? file : null;

    // First the memory, then the file: a message that comes again in between must not bring it back.
    private async Task Settle(string arrival)
    {
        await journal.SettleArrival(arrival, CancellationToken.None);
        try
        {
            await store.Delete(DocumentPlace.Arrivals, arrival, CancellationToken.None);
        }
        catch (DocumentStoreException fault)
        {
            // What the person asked for is done; the sweep takes the rest away in a week.
            log.NotSettled(fault.GetType().Name, fault.StackTrace);
        }
    }

    private static string? Missing(FileClick.Keep keep, out FileRole role)
    {
        var known = Enum.TryParse(keep.Role, out role) && Enum.IsDefined(role) && role.ToString() == keep.Role;
        return keep.Slip is null ? "请先选择放到哪件。" : known || OpinionCase.IsOne(keep.Slip) ? null : "请先选择文件类别。";
    }

    /// <summary>One arrival is one file on one slip, however often the button is pressed.</summary>
    private static string IdOn(string slip, string arrival) => $"{slip}.{arrival}";

    private async Task<ClickAnswer> Again(Person person, StoredDocument file, FileClick.Keep keep, string why, Tone tone, CancellationToken stop) =>
        new ClickAnswer.Card(await cards.Again(person, file, keep, new Notice(tone, why), stop), new Message(why));

    private static ClickAnswer.Card Live(ArrivedView view) => new(ArrivalCard.Done(view), new Message(view.Notice.Text));

    private static ClickAnswer.Refusal Refuse(Refusal refusal) => new(403, "Forbidden", refusal.Text);
}
