using System.Globalization;
using System.Text.RegularExpressions;
using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Cards.Asking;
using DisclosureBot.Cards.Lists;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Clock;
using DisclosureBot.Delegations;
using DisclosureBot.Opinions;
using DisclosureBot.Slips;

namespace DisclosureBot.Asking;

/// <summary>What was answered: how the question was read, which cases were shown, and the card's content.</summary>
/// <param name="IsFound">Something was found, or the answer is that there is none.</param>
public sealed record Answered(Question Question, AnswerView View, IReadOnlyList<string> Cases, bool IsFound)
{
    /// <summary>Nothing fits; what is shown only resembles what was asked for.</summary>
    public bool IsNear { get; init; }
}

/// <summary>Answers whatever is no known word: reads the question, looks up what the asker may see, and says it. Never silent.</summary>
public sealed partial class Answerer(QuestionReader reader, Lookup lookup, Roster roster, Calendars calendars, TimeProvider clock, StandIns? standIns = null)
{
    private const string Otherwise = "也可以写“拟稿”“待办”“我的”“查 年货节”;写“帮助”看全部用法。";
    private const int DaysBack = 30;
    private const string Ones = "零一二三四五六七八九";

    /// <summary>One word of several says enough where it finds no more than these.</summary>
    private const int FewEnough = 3;

    private static readonly string[] Ready = ["待办", "我的", "本周到期"];

    public Task<Answered> Answer(Person asker, string said, CancellationToken stop) => Answer(Audience.Of(asker), said, stop);

    /// <summary>The same where others read along: only what each of them may see goes into the answer.</summary>
    /// <returns>Null where nothing is asked of cases.</returns>
    public async Task<Answered?> Answer(Person asker, IReadOnlyList<Person> readers, string said, CancellationToken stop) =>
        QuestionReader.Talk(said) is null && reader.Read(said, asker, BureauTime.Day(clock.BureauNow()), calendars.Present).Intent != Intent.Unclear
            ? await Answer(new Audience(asker, readers), said, stop)
            : null;

    private async Task<Answered> Answer(Audience audience, string said, CancellationToken stop)
    {
        var asker = audience.Asker;
        if (QuestionReader.Talk(said) is { } reply) return new(new Question(Intent.Unclear), new(reply, [], [], Ready), [], IsFound: true);
        var now = clock.BureauNow();
        var question = reader.Read(said, asker, BureauTime.Day(now), calendars.Present);
        return question.Intent switch
        {
            Intent.Unclear => Unclear(question, said),
            Intent.Did => await Did(question, audience, now, signedOnly: false, stop),
            Intent.Signatures when !question.IsAboutDocument => await Did(question, audience, now, signedOnly: true, stop),
            _ => await Look(question, audience, said, now, stop),
        };
    }

    private async Task<Answered> Look(Question question, Audience audience, string said, DateTimeOffset now, CancellationToken stop)
    {
        var asker = audience.Asker;
        var (meant, hits) = await Try(question, audience, said, now, stop);
        if (hits.All.Count == 0) return question.IsAboutDocument ? NotFound(question, asker) : Nothing(question, asker);
        if (!hits.IsExact) return Resembling(meant, hits, asker, now);
        var exact = hits with { All = [.. hits.All.Where(hit => hit.Found.IsExact)] };
        if (exact.All is [var only] && meant.Intent is not (Intent.List or Intent.Count)) return One(meant, only, asker, now);
        return Several(meant, exact, asker, now);
    }

    /// <summary>As read; a bare name then as whom it waits for; and at last as words of a title. What fits exactly goes before what resembles.</summary>
    private async Task<(Question Meant, Hits Hits)> Try(Question question, Audience audience, string said, DateTimeOffset now, CancellationToken stop)
    {
        (Question, Hits)? resembling = null;
        foreach (var reading in Readings(question, audience.Asker, said, now))
        {
            var hits = await lookup.Find(reading, audience, now, stop);
            if (hits.IsExact) return (reading, hits);
            if (hits.All.Count > 0) resembling ??= (reading, hits);
        }

        foreach (var reading in resembling is null ? Parts(question) : [])
        {
            var hits = await lookup.Find(reading, audience, now, stop);
            if (hits.IsExact && hits.All.Count <= FewEnough) return (reading, hits);
        }

        return resembling ?? (question, Hits.None);
    }

    private IEnumerable<Question> Readings(Question question, Person asker, string said, DateTimeOffset now)
    {
        if (question.Named is { } named)
        {
            yield return question with { Owner = named, Named = null };
            yield return question with { Holder = named, Named = null };
        }
        else
        {
            yield return question;
        }

        // An open one is looked for first; a closed one answers as well.
        if (question is { Words.Length: > 0, IsNarrowed: true } && reader.AsTitle(said, asker, BureauTime.Day(now), calendars.Present) is { Words.Length: > 0 } title && title.Words != question.Words)
            yield return title;
        if (question.Owner is null && Spelled(question.Words) is var spelled && spelled != question.Words) yield return question with { Words = spelled, Named = null };
        if (Chunked(question.Words) is { } chunked) yield return question with { Words = chunked, Named = null, Owner = question.Owner ?? question.Named };
    }

    /// <summary>The words without what else was understood, then each of them alone, the longest first: what is left over is how people talk, and stands in no title.</summary>
    private static IEnumerable<Question> Parts(Question question)
    {
        var words = question.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(Lexicon.Genres, StringComparer.Ordinal).OrderByDescending(word => word.Length).Take(4).ToList();
        if (words.Count == 0 || question.Number is not null) yield break;
        var bare = new Question(question.Intent is Intent.List or Intent.Count ? Intent.Where : question.Intent) { PassedStep = question.PassedStep, Kind = question.Kind == OpinionCase.Kind ? question.Kind : null };
        yield return bare with { Words = question.Words };
        if (Chunked(question.Words) is { } chunked) yield return bare with { Words = chunked };
        if (words.Count == 1 && words[0] == question.Words) yield break;
        foreach (var word in words)
        {
            yield return bare with { Words = word };
            if (Chunked(word) is { } pieces) yield return bare with { Words = pieces };
        }
    }

    /// <summary>双11 is 双十一: numbers up to ninety-nine among words, as titles write them.</summary>
    private static string Spelled(string words) => SmallNumber().Replace(words, match => int.Parse(match.Value, CultureInfo.InvariantCulture) switch
    {
        < 10 and var one => Ones[one].ToString(),
        var number => (number / 10 == 1 ? "" : Ones[number / 10].ToString()) + "十" + (number % 10 == 0 ? "" : Ones[number % 10].ToString()),
    });

    [GeneratedRegex("(?<=\\p{L})(?<![年月])[0-9]{1,2}(?![0-9年月日号])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SmallNumber();

    /// <summary>外资年报 is 外资企业年报: every two characters are looked for apart. Null where no word is long enough.</summary>
    private static string? Chunked(string words) => words.Split(' ') is var all && all.Any(word => word.Length >= 4 && word.All(char.IsLetter))
        ? string.Join(' ', all.Select(word => word.Length >= 4 && word.All(char.IsLetter) ? string.Join(' ', word.Chunk(2).Where(two => two.Length == 2).Select(two => new string(two))) : word))
        : null;

    private Answered One(Question question, Hit hit, Person asker, DateTimeOffset now)
    {
        var sentence = new CaseSentence(roster, calendars.Present, now, standIns);
        var lines = question.Intent == Intent.Signatures ? sentence.Signatures(hit) : sentence.Of(hit, question.PassedStep);
        return Found(question, new($"{hit.Case.Number} {hit.Case.Title}", lines, [Item(hit, now)], Spoken.FollowUps(question, asker)), [hit]);
    }

    private Answered Several(Question question, Hits hits, Person asker, DateTimeOffset now)
    {
        var count = $"{(hits.IsPartial ? "至少" : "共")}{hits.All.Count}件";
        var sorted = Sorted(question, hits.All);
        IReadOnlyList<string> sentences = question.Intent switch
        {
            Intent.Count => [$"{Spoken.Of(question, asker)}:{count}。"],
            Intent.WhoHolds => [Holders(hits.All)],
            Intent.HowLong when sorted[0] is { Found.Since: { } since } longest => [$"停得最久的是{longest.Case.Number}:{longest.Case.Status},{BureauTime.Show(since, now.Year)}起,已{new CaseSentence(roster, calendars.Present, now).Length(since)}。"],
            _ => [],
        };
        return Found(question, new($"{Spoken.Of(question, asker)}({count})", sentences, [.. sorted.Take(ListCard.MostItems).Select(hit => Item(hit, now))], Spoken.FollowUps(question, asker)) { More = Math.Max(0, sorted.Count - ListCard.MostItems) }, sorted);
    }

    private Answered Resembling(Question question, Hits hits, Person asker, DateTimeOffset now)
    {
        var near = hits.All.Take(5).ToList();
        return Found(question, new("没有完全一致的,您要找的是不是:", [], [.. near.Select(hit => Item(hit, now))], Spoken.FollowUps(question, asker)), near) with { IsNear = true };
    }

    private async Task<Answered> Did(Question question, Audience audience, DateTimeOffset now, bool signedOnly, CancellationToken stop)
    {
        var asker = audience.Asker;
        var person = question.Named ?? question.Signer ?? question.Owner ?? question.Holder ?? asker;
        var today = BureauTime.Day(now);
        var when = question.When ?? (signedOnly ? new Days(today.AddDays(-DaysBack), today, $"近{DaysBack}天") : new Days(today, today, "今天"));
        var touched = await lookup.Touched(person, audience, BureauTime.At(when.From, TimeOnly.MinValue), stop);
        var deeds = touched.Select(hit => (Hit: hit, Done: Deeds.Of(hit, person, when, signedOnly))).Where(one => one.Done.Count > 0).OrderByDescending(one => one.Done[^1].At).ToList();
        var who = Spoken.You(person, asker);
        if (deeds.Count == 0) return new(question, new($"{who}{when.Name}没有{(signedOnly ? "签署" : "办理")}过您可以查看的文件或舆情。", [], [], Spoken.FollowUps(question, asker)), [], IsFound: true);
        var items = deeds.Take(ListCard.MostItems).Select(one => Item(one.Hit, now) with { Line = string.Join(';', one.Done.TakeLast(3).Select(done => $"{BureauTime.Show(done.At, now.Year)} {done.What}")) });
        return Found(question, new($"{who}{when.Name}{(signedOnly ? "签署" : "办理")}了{deeds.Count}件", [], [.. items], Spoken.FollowUps(question, asker)) { More = Math.Max(0, deeds.Count - ListCard.MostItems) }, [.. deeds.Select(one => one.Hit)]);
    }

    /// <summary>There is none, and that is an answer.</summary>
    private static Answered Nothing(Question question, Person asker) => new(
        question, new($"{Spoken.Of(question, asker)}(0件)", ["没有您可以查看的这类文件或舆情。"], [], Spoken.FollowUps(question, asker)), [], IsFound: true);

    private static Answered NotFound(Question question, Person asker) => new(
        question, new($"没有找到{Spoken.Of(question, asker)}", ["没有找到您可以查看的文件或舆情。请换标题里的另一个词,或写编号(如 2026-0007、舆2026-0003)。您也可以问:"], [], Ready) { Note = Otherwise }, [], IsFound: false);

    private static Answered Unclear(Question question, string said)
    {
        var heard = said.Length > 30 ? said[..30] + "…" : said;
        var view = question.Choices.Count > 0
            ? new AnswerView($"“{question.Unsure}”可能是:", [$"{string.Join('、', question.Choices)}。请点一个:"], [], [.. question.Choices.Take(AnswerCard.MostFollowUps).Select(choice => said.Replace(question.Unsure, choice, StringComparison.OrdinalIgnoreCase))])
            : new AnswerView($"没有听懂“{heard}”", ["您想问的是不是:"], [], Ready) { Note = "可以写标题里的词加“到哪了”,如“年货节通知到哪了”。" + Otherwise };
        return new(question, view, [], IsFound: false);
    }

    private static Answered Found(Question question, AnswerView view, IReadOnlyList<Hit> hits) => new(question, view, [.. hits.Select(hit => hit.Case.Number)], IsFound: true);

    private static IReadOnlyList<Hit> Sorted(Question question, IReadOnlyList<Hit> hits) => question switch
    {
        { Due: not null } => [.. hits.OrderBy(hit => hit.Found.Due ?? DateOnly.MaxValue)],
        { Intent: Intent.HowLong } => [.. hits.OrderBy(hit => hit.Found.Since ?? DateTimeOffset.MaxValue)],
        _ => hits,
    };

    private string Holders(IReadOnlyList<Hit> hits)
    {
        var holders = hits.SelectMany(hit => hit.Found.WaitsFor).Select(roster.Find).OfType<Person>().GroupBy(person => person.Id).OrderByDescending(group => group.Count()).Take(10)
            .Select(group => $"{group.First().Name}{group.Count()}件").ToList();
        return holders.Count == 0 ? "现在没有等谁办理的。" : $"在等:{string.Join('、', holders)}。";
    }

    private ListItem Item(Hit hit, DateTimeOffset now)
    {
        var found = hit.Found;
        var by = roster.Find(hit.Case.Owner) is { } owner ? $"{owner.Section.Name} {owner.Name}" : "";
        var since = hit.Case.Open && found.Since is { } at ? $" · {BureauTime.Show(at, now.Year)}起" : "";
        var due = found.Due is { } day && hit.Case.Open ? $" · {DeadlineText.Day(day, now.Year)}{(day < BureauTime.Day(now) ? "已逾期" : "到期")}" : "";
        return new(hit.Case.CaseId, hit.Case.Number, hit.Case.Title, by + since + due, hit.Case.Status,
            found.Due < BureauTime.Day(now) && hit.Case.Open ? Tone.Bad : hit.Case.Open ? Tone.Waiting : Tone.Neutral);
    }
}
