using System.Collections.Concurrent;
using System.Text.Json;
using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Files;
using DisclosureBot.Channel;
using DisclosureBot.Documents;
using DisclosureBot.Journal;

namespace DisclosureBot.Chat;

/// <summary>
/// 发到聊天: offers a file with Teams' consent card; once accepted, opens it in the person's name, brings it to their
/// OneDrive behind the answer's back, and says how it went.
/// </summary>
public sealed class FileSending(
    FiledFiles filed, FileUpload upload, CaseJournal journal, ReplyQueue queue, IHostApplicationLifetime life, TimeProvider clock, ILogger<FileSending> log) : IDisposable
{
    /// <summary>An invoke comes again within a minute, if it does.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _room = new(8);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _accepted = new(StringComparer.Ordinal);

    public async Task<Answer> Offer(Person person, FileClick.Send send, Address? where, CancellationToken stop)
    {
        var (refusal, file) = await filed.Find(person, send.Slip, send.File, stop);
        if (refusal is not null) return new([], new ClickAnswer.Refusal(403, "Forbidden", refusal.Text));
        var context = new Dictionary<string, string>(StringComparer.Ordinal) { ["slip"] = file!.Case, ["file"] = file.Id };
        var offer = new Message($"是否接收“{file.Name}”?", File: new FileCard.Consent(file.Name, file.What, file.Size, context));
        return where is null ? await FromDesk(person, offer, stop) : new([offer], new ClickAnswer.Sentence("已发出,请在聊天中点“允许”接收文件。"));
    }

    public async Task<Answer> Accept(Person person, Turn.FileAccepted turn, CancellationToken stop)
    {
        if (Named(turn.Context) is not var (slipId, fileId)) return Say("没有认出是哪个文件,请从卡片的“文件”里重新点“发到聊天”。");
        if (!IsFirst(turn.Target.UploadUrl)) return Channel.Answer.Silence;
        var (refusal, file) = await filed.Find(person, slipId, fileId, stop);
        if (refusal is not null) return Say(refusal.Text);
        _ = Bring(person, file!, turn);
        return Channel.Answer.Silence;
    }

    public static Answer Decline(Turn.FileDeclined turn) => Named(turn.Context) is null ? Channel.Answer.Silence : Say("好的,没有发送。文件仍在原处,可随时从“文件”里打开。");

    public void Dispose() => _room.Dispose();

    private async Task<Answer> FromDesk(Person person, Message offer, CancellationToken stop)
    {
        if (await journal.Contact(person.Id, stop) is not { } contact)
            return new([], new ClickAnswer.Sentence("您还没有在聊天中与机器人说过话,文件发不过去。请先在 Teams 中向它写“帮助”,或者在这里直接打开文件。"));
        queue.Add(new Address(contact.ServiceUrl, contact.ConversationId), [offer]);
        return new([], new ClickAnswer.Sentence("已发到您与机器人的聊天,请在聊天中点“允许”接收。"));
    }

    /// <summary>Never throws: nobody waits for it.</summary>
    private async Task Bring(Person person, FiledFile file, Turn.FileAccepted turn)
    {
        Message said;
        try
        {
            await Task.Yield();
            await _room.WaitAsync(life.ApplicationStopping);
            try
            {
                said = await Bring(person, file, turn.Target);
            }
            finally
            {
                _room.Release();
            }
        }
        catch (Exception fault)
        {
            if (fault is not OperationCanceledException) log.NotSent(fault.GetType().Name, fault.StackTrace);
            said = Failed(file.Name);
        }
        queue.Add(turn.Where, [said]);
    }

    private async Task<Message> Bring(Person person, FiledFile file, UploadTarget target)
    {
        var stop = life.ApplicationStopping;
        var (refusal, _, content) = await filed.Open(person, file.Case, file.Id, stop);
        if (refusal is not null) return new Message(refusal.Text);
        if (content is null) return new Message($"“{file.Name}”的内容现在读不到,没有发送。请联系管理员。");
        await using var read = content;
        return await upload.Send(target.UploadUrl, read, file.Size, stop) switch
        {
            UploadOutcome.Done => new Message($"“{file.Name}”已存入您的 OneDrive。", File: new FileCard.Info(Name(target, file), target.ContentUrl, target.UniqueId, target.FileType)),
            UploadOutcome.NotTrusted => new Message($"“{file.Name}”没有发送:对方给出的存放地址不是单位的 OneDrive。请改为直接打开文件。"),
            UploadOutcome.Gone => new Message($"“{file.Name}”没有发成:同意接收后隔得太久,存放地址已经失效。请从“文件”里再点一次“发到聊天”。"),
            UploadOutcome.Failed => Failed(file.Name),
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }

    private static string Name(UploadTarget target, FiledFile file) => target.Name.Length > 0 ? target.Name : file.Name;

    private static Message Failed(string name) => new($"“{name}”没有发成(网络中断,或者 OneDrive 没有回应)。请从“文件”里再点一次“发到聊天”,或者直接打开文件。");

    /// <summary>An upload session is used once; a repeated invoke would find it used up and report a failure that was none.</summary>
    private bool IsFirst(string uploadUrl)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, at) in _accepted)
        {
            if (now - at > Remembered) _accepted.TryRemove(old, out _);
        }
        return _accepted.TryAdd(uploadUrl, now);
    }

    private static (string Slip, string File)? Named(JsonElement context)
    {
        var payload = new Payload(context);
        var (slip, file) = (payload.Text("slip"), payload.Text("file"));
        return payload.IsSound && slip is not null && file is not null ? (slip, file) : null;
    }

    private static Answer Say(string text) => new([new Message(text)]);
}
