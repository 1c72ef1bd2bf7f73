using System.Security.Cryptography;
using System.Text;
using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Lists;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Channel;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Digest;
using DisclosureBot.Opinions.Drills;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Opinions.Watch;

namespace DisclosureBot.Chat;

/// <summary>What begins with 舆情: the form, the open items, or a report in the very message; and the watch and its drills.</summary>
public sealed class OpinionWords(
    CaseJournal journal, Reporting reporting, OpinionViews views, WatchClicks watch, DrillClicks drills, DigestAnswers digests, SourceViews sources, Sight sight, TimeProvider clock)
{
    public const string Word = "舆情";
    private const string Score = "演练评分";

    /// <summary>How far back open items are looked for, the last changed first.</summary>
    private const int MostLooked = 500;

    private static readonly string[] ListWords = ["列表", "清单"];

    /// <summary>舆情 alone, and what follows it; null where the word stands for something else, e.g. 舆情日报.</summary>
    public static string? After(string said)
    {
        if (!said.StartsWith(Word, StringComparison.Ordinal)) return null;
        var rest = said[Word.Length..];
        return rest.Length == 0 || char.IsWhiteSpace(rest[0]) || rest[0] is ':' or '\uFF1A' or ',' or '\uFF0C' || ListWords.Contains(rest, StringComparer.Ordinal)
            ? rest.TrimStart(' ', ':', '\uFF1A', ',', '\uFF0C').Trim()
            : null;
    }

    /// <summary>Null where the words are about something else.</summary>
    /// <param name="said">Without the full stop or question mark at its end.</param>
    public async Task<Answer?> Answer(Person person, string said, string whole, Turn turn, CancellationToken stop) => said switch
    {
        "值班" => await watch.Show(person, stop),
        "值班表" => await watch.Roster(person, stop),
        "舆情日报" => await digests.Daily(person, stop),
        "舆情周报" => await digests.Weekly(person, stop),
        "舆情来源" => await Sources(person, stop),
        "演练" => await drills.Show(person, stop),
        _ when said.StartsWith(Score, StringComparison.Ordinal) => await drills.Score(person, said[Score.Length..].Trim(), stop),
        _ => After(whole) is { } rest ? await Answer(person, rest, turn, stop) : null,
    };

    private async Task<Answer> Answer(Person person, string rest, Turn turn, CancellationToken stop)
    {
        if (rest.Length == 0) return await Begin(person, stop);
        if (ListWords.Contains(rest, StringComparer.Ordinal)) return new([await Open(person, stop)]);
        return await Report(person, rest, stop) switch
        {
            { State: { } item, Refusal: null } => new([Reported(item, person, turn)]),
            { Refusal: { } refusal } => Say(refusal.Text),
            _ => throw new InvalidOperationException("A report neither made nor refused."),
        };
    }

    /// <summary>Reports what the message says; the same words of the same person on the same day are one report, however often the channel brings them.</summary>
    public async Task<Outcome<OpinionItem>> Report(Person person, string rest, CancellationToken stop)
    {
        var now = clock.BureauNow();
        if (ReportText.Read(rest, now) is not { } read) return new(null, OpinionAnswers.Invalid(ReportText.Example));
        string? url = null;
        if (read.Url is not null && WebAddress.Read(read.Url, "“链接”", out url) is { } wrong) return new(null, wrong);
        var key = $"said.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{person.Id}\n{StepTyping.Show(BureauTime.Day(now))}\n{rest}")))[..32]}";
        var source = new OpinionSource(key, read.Seen, read.Story.Headline, url, read.Story.LearntAt);
        return await reporting.Report(person, key, read.Story, source, suspectedEmergency: false, null, null, stop);
    }

    /// <summary>In a chat the live card follows by itself; the desk shows it here.</summary>
    private Message Reported(OpinionItem item, Person person, Turn turn)
    {
        var said = $"已上报,编号 {item.Number}。{OpinionStatus.Of(item)}。";
        if (turn.Where is not null) return new Message(said);
        var card = OpinionCard.Render(views.Of(item, person, new Notice(Tone.Good, said)));
        return new Message(said, card);
    }

    private async Task<Answer> Begin(Person person, CancellationToken stop)
    {
        var form = ReportCard.Render(ReportForms.Blank(Words.NewForm(clock), clock.BureauNow()));
        var asked = new Message(form.FallbackText, form);
        return OpinionDuties.KeepsOrLeads(person) ? new([await Open(person, stop), asked]) : new([asked]);
    }

    /// <summary>The keepers and leaders see every open item, everybody else what was put before them.</summary>
    private async Task<Message> Open(Person person, CancellationToken stop)
    {
        var found = await journal.Find(new CaseQuery("") { Kind = OpinionCase.Kind, Open = true }, Sight.Reach(person), MostLooked, stop);
        var open = await sight.Of(person, found, item => item.Case.CaseId, stop);
        var items = open.Take(ListCard.MostItems).Select(item => Item(item.Case)).ToList();
        var title = open.Count > items.Count ? $"未办结的舆情(前{items.Count}件)" : $"未办结的舆情({open.Count}件)";
        var card = ListCard.Render(new ListView(title, items, "现在没有未办结的舆情。看到新情况,写“舆情”加内容上报。", open.Count - items.Count));
        return new Message(card.FallbackText, card);
    }

    private ListItem Item(ListedCase found) =>
        new(found.CaseId, found.Number, found.Title, $"更新于{BureauTime.Show(found.UpdatedAt, clock.BureauNow().Year)}", found.Status, Tone.Waiting);

    private async Task<Answer> Sources(Person person, CancellationToken stop)
    {
        if (!OpinionDuties.IsKeeper(person) && !person.Is(Role.Administrator)) return Say("舆情来源由负责舆情的科室和管理员查看。");
        var card = SourcesCard.Render(await sources.All(stop));
        return new([new Message(card.FallbackText, card)]);
    }

    private static Answer Say(string text) => new([new Message(text)]);
}
