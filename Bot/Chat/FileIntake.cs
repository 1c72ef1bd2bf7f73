using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using DisclosureBot.Bureau;
using DisclosureBot.Cards.Files;
using DisclosureBot.Channel;
using DisclosureBot.Clock;
using DisclosureBot.Documents;
using DisclosureBot.Journal;

namespace DisclosureBot.Chat;

/// <summary>
/// Files sent in chat: fetched, checked and kept for their sender at once, whatever becomes of them. Answers within
/// seconds; what takes longer goes on behind, and its card follows.
/// </summary>
public sealed class FileIntake(
    FileDownload download, Arrivals arrivals, IDocumentStore store, CaseJournal journal, ArrivalCards cards, CalendarClicks calendar, ReplyQueue queue,
    OpinionWords opinions, FileClicks clicks, TimeProvider clock, IHostApplicationLifetime life, ILogger<FileIntake> log) : IDisposable
{
    /// <summary>Teams sends a message again that stays unanswered for 15 seconds or so.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(8);

    private const int MostFiles = 10;
    private const int LargestTable = 256 * 1024;
    private readonly SemaphoreSlim _room = new(8);
    private readonly ConcurrentDictionary<string, bool> _underWay = new(StringComparer.Ordinal);

    public async Task<Answer> Take(Person person, Turn.Sent sent)
    {
        // 舆情 … with pictures: the item first, then they go onto it by themselves.
        var item = OpinionWords.After(sent.Text.Trim()) is { Length: > 0 } report ? await opinions.Report(person, report, life.ApplicationStopping) : null;
        var hint = FileHint.Read(sent.Text) with { Item = item?.State?.Id };
        var files = sent.Files.Take(MostFiles).Select(file => TakeIn(person, file, hint)).ToList();
        await Task.WhenAny(Task.WhenAll(files), Task.Delay(Soon, clock, life.ApplicationStopping));
        List<Message> now = item switch
        {
            { Refusal: { } refusal } => [new(refusal.Text)],
            { State: { } made } => [new($"已上报,编号 {made.Number}。")],
            _ => [],
        };
        now.AddRange(sent.Files.Count > MostFiles ? [new($"一次最多接收{MostFiles}个文件,其余{sent.Files.Count - MostFiles}个没有接收,请分次发送。")] : (IEnumerable<Message>)[]);
        foreach (var (task, file) in files.Zip(sent.Files))
        {
            if (task.IsCompleted) now.AddRange(await task);
            else now.Add(Later(task, file, sent.Where));
        }
        return new(now);
    }

    public void Dispose() => _room.Dispose();

    /// <summary>One file, one arrival: Teams repeats messages under the same or another id, but the address of the file stays as it was.</summary>
    public static string IdOf(Person person, SentFile file) =>
        "a-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{person.Id}\n{file.UniqueId}\n{file.DownloadUrl}")))[..32];

    private Message Later(Task<IReadOnlyList<Message>> task, SentFile file, Address? where)
    {
        _ = task.ContinueWith(done => queue.Add(where, done.Result), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        return new Message($"正在接收“{NameOf(file)}”,文件较大,请稍候。接收完毕后会请您选择存入哪一件。");
    }

    /// <returns>What to say; nothing for a message that came again.</returns>
    private async Task<IReadOnlyList<Message>> TakeIn(Person person, SentFile file, FileHint hint)
    {
        var id = IdOf(person, file);
        if (!_underWay.TryAdd(id, true)) return [];
        try
        {
            if (!await IsNew(id, person)) return [];
            await _room.WaitAsync(life.ApplicationStopping);
            try
            {
                return [await Fetch(id, person, file, hint)];
            }
            finally
            {
                _room.Release();
            }
        }
        catch (Exception fault)
        {
            // Whatever it was, the person must know that the file is not here, and may send it again.
            if (fault is not (FetchException or OperationCanceledException)) log.NotTakenIn(fault.GetType().Name, fault.StackTrace);
            return [new Message(Sentence(fault, NameOf(file)))];
        }
        finally
        {
            _underWay.TryRemove(id, out _);
        }
    }

    private async Task<Message> Fetch(string id, Person person, SentFile file, FileHint hint)
    {
        var kept = false;
        try
        {
            // No slip takes such a file; a holiday table comes as one.
            if (FileName.Extension(NameOf(file)) == ".json")
                return await download.Fetch(file.DownloadUrl, (content, _, stop) => Table(id, person, content, stop), life.ApplicationStopping);

            var arrival = await download.Fetch(file.DownloadUrl, (content, length, stop) => Receive(id, person, file, content, length, stop), life.ApplicationStopping);
            if (arrival is not Arrival.Accepted accepted) return new Message(((Arrival.Refused)arrival).Refusal.Text);
            await using var taken = accepted;
            await store.Put(DocumentPlace.Arrivals, accepted.Document, accepted.Content, life.ApplicationStopping);
            kept = true;
            if (await journal.Arrival(id, life.ApplicationStopping) is { Settled: true })
            {
                // Its sender has said meanwhile that the matter is classified.
                await store.Delete(DocumentPlace.Arrivals, id, CancellationToken.None);
                return new Message($"文件“{accepted.Document.Name}”没有保存:您已说明所办事项涉密。");
            }
            if (hint.Item is { } item && await Keep(person, id, item) is { } filed) return filed;
            return await cards.Ask(person, accepted.Document, hint, life.ApplicationStopping);
        }
        finally
        {
            // So that the same file may be sent again.
            if (!kept) await journal.ForgetArrival(id, CancellationToken.None);
        }
    }

    /// <summary>As if 存入 had been clicked; where it is refused, the card that asks says why.</summary>
    private async Task<Message?> Keep(Person person, string arrival, string item) =>
        await clicks.Keep(person, new FileClick.Keep(arrival, item, null), life.ApplicationStopping) is ClickAnswer.Card { Content: var card } ? new Message(card.FallbackText, card) : null;

    /// <summary>节假日 as a file: read whole, for it is small.</summary>
    private async Task<Message> Table(string id, Person person, Stream content, CancellationToken stop)
    {
        var bytes = new byte[LargestTable + 1];
        var length = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, stop);
        return length > LargestTable
            ? new Message("节假日文件最大 256 KB,请核对是否发错了文件。")
            : await calendar.Receive(person, bytes.AsMemory(0, length), id, stop);
    }

    private async Task<Arrival> Receive(string id, Person person, SentFile file, Stream content, long? length, CancellationToken stop)
    {
        if (length > arrivals.MostBytes) return new Arrival.Refused(FileRefusals.TooLarge(NameOf(file), (int)(arrivals.MostBytes / (1024 * 1024))));
        return await arrivals.Receive(id, NameOf(file), person.Id, content, stop);
    }

    /// <summary>Noted and neither settled nor kept means: a process ended over it. It is taken in anew.</summary>
    private async Task<bool> IsNew(string id, Person person)
    {
        var stop = life.ApplicationStopping;
        if (await journal.NoteArrival(id, person.Id, clock.BureauNow(), stop)) return true;
        return await journal.Arrival(id, stop) is not { Settled: true } && await store.Find(DocumentPlace.Arrivals, id, stop) is null;
    }

    /// <summary>Teams names the type apart where the name lacks it.</summary>
    private static string NameOf(SentFile file)
    {
        var name = FileName.Clean(file.Name);
        return FileName.Extension(name).Length == 0 && file.FileType.Length > 0 ? FileName.Clean($"{name}.{file.FileType}") : name;
    }

    private static string Sentence(Exception fault, string name) => fault switch
    {
        FetchException { Fault: FetchFault.NotTrusted } => $"文件“{name}”不是存放在单位 OneDrive 或 SharePoint 中的文件,未能接收。请用聊天框下方的“附加文件”从本机上传后发送。",
        FetchException { Fault: FetchFault.Gone } => $"文件“{name}”的下载地址已经失效,未能接收。请重新发送一次。",
        FetchException { Fault: FetchFault.NotAFile } => $"文件“{name}”取回的是一张网页,不是文件本身,未能接收。请确认文件还在您的 OneDrive 中,再重新发送。",
        FetchException => $"文件“{name}”没有接收完整(网络中断,或者对方没有回应)。请稍后重新发送;仍不成功时,可在办件台上传。",
        OperationCanceledException => $"程序正在重新启动,文件“{name}”没有接收。请稍后重新发送。",
        _ => $"文件“{name}”没有存下来,是系统的故障。请稍后重新发送;仍不成功时,请联系管理员。",
    };
}

/// <summary>All that is logged of files: kinds of faults; never a name, an address or a person.</summary>
internal static partial class FileLog
{
    [LoggerMessage(1, LogLevel.Error, "A file that was sent could not be taken in: {Fault}\n{Trace}")]
    public static partial void NotTakenIn(this ILogger log, string fault, string? trace);

    [LoggerMessage(2, LogLevel.Error, "A file could not be sent to its reader: {Fault}\n{Trace}")]
    public static partial void NotSent(this ILogger log, string fault, string? trace);

    [LoggerMessage(3, LogLevel.Error, "Arrivals could not be swept; trying again later. {Fault}\n{Trace}")]
    public static partial void NotSwept(this ILogger log, string fault, string? trace);

    [LoggerMessage(4, LogLevel.Error, "A file could not be put on its slip: {Fault}\n{Trace}")]
    public static partial void NotFiled(this ILogger log, string fault, string? trace);

    [LoggerMessage(5, LogLevel.Warning, "A file that was dealt with could not be taken out of the arrivals; the sweep will. {Fault}\n{Trace}")]
    public static partial void NotSettled(this ILogger log, string fault, string? trace);
}
