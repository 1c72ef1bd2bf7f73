using DisclosureBot.Cards;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Paper;

namespace DisclosureBot.Opinions.Report;

/// <summary>The rows of a 专报: what it is, how grave and on whose word, when, where seen, what was due, what was answered, how it ended, and what was done line by line.</summary>
internal sealed class ReportForm(OpinionItem item, ReportImprint imprint, double size)
{
    /// <summary>Of sources and files; more are counted, not named.</summary>
    private const int MostNamed = 200;

    /// <summary>Of the timeline: the newest; a line is short and few items have a hundred.</summary>
    private const int MostLines = 3_000;

    /// <summary>UTF-16 units of any one text; several times what the rules take.</summary>
    private const int LongestText = 8_000;

    private const double When = 124;

    private readonly FormRows _rows = new(size);

    public IEnumerable<Row> Rows() =>
    [
        .. item.Drill is { } drill ? [One("演练", $"本件是演练,时限按{drill.Speed}倍速计,不计入统计,不反映真实事件。")] : Array.Empty<Row>(),
        _rows.Wide("标题", [Bold(item.Story.Headline)], size * 2.8),
        _rows.Wide("级别", ReportWords.Level(item).Select(Plain).ToList() is [var first, .. var rest] ? [first with { Bold = true }, .. rest] : []),
        One("办理状态", OpinionStatus.Of(item)),
        One("发生", item.Story.OccurredAt is { } occurred ? ReportWords.Time(occurred) : "不详"),
        One("获知", ReportWords.Time(item.Story.LearntAt)),
        One("上报", ReportWords.Done(item.ReportedAt, item.Reporter)),
        One("接手", ReportWords.Taken(item)),
        .. item.Gravity >= Gravity.SeriousIncident ? [One("第一新闻\n发言人", imprint.FirstSpokesperson)] : Array.Empty<Row>(),
        .. Some("地点", item.Story.Place),
        .. Some("情况", item.Story.Text),
        One("主办科室", ReportWords.Section(item)),
        Listed("来源", item.Sources, ReportWords.Of, item.OlderSources ?? 0),
        .. item.Clocks.Select(clock => _rows.Wide(ClockNames.Of(clock.Deadline.Kind) + "\n时限", [.. ReportWords.Clock(clock, item).Select(Plain)])),
        .. item.Releases.Select(release => _rows.Wide($"{OpinionNames.Answer(item.Kind)}\n(第{release.Number}稿)", [Plain(ReportWords.Of(release)), Plain(release.Text)])),
        .. item.Draft is { } draft ? [_rows.Wide("拟稿", [Plain(ReportWords.Of(draft)), Plain(draft.Text)])] : Array.Empty<Row>(),
        .. item.End is { } end ? [_rows.Wide(ReportWords.End(item.Phase), [Plain(end.Text), Plain(ReportWords.Done(end.At, end.By)) with { Align = Align.Right }])] : Array.Empty<Row>(),
        .. item.Files.Count > 0 ? [Listed("材料", item.Files, ReportWords.Of)] : Array.Empty<Row>(),
        .. Timeline(),
    ];

    private IEnumerable<Row> Timeline()
    {
        var left = Math.Max(0, item.Trail.Count - MostLines);
        yield return new([new(FormRows.Width, [.. _rows.Heading($"处置经过(共{item.Trail.Count}条{(left > 0 ? $",更早的{left}条未列出" : "")})", FormRows.Width).Lines], [])], _rows.Field);
        foreach (var line in item.Trail.Skip(left))
            yield return new(
                [
                    _rows.Written(When, [new(ReportWords.Time(line.At), Smaller: true), new(line.By.Name, Smaller: true)], []),
                    _rows.Written(FormRows.Width - When, [Plain(line.What), .. line.Why is { } why ? [Plain(why) with { Smaller = true }] : Array.Empty<Written>()], []),
                ], _rows.Field);
    }

    private Row One(string label, string text) => _rows.Wide(label, [Plain(text)]);

    private IEnumerable<Row> Some(string label, string? text) => text is null ? [] : [One(label, text)];

    private Row Listed<T>(string label, IReadOnlyList<T> lines, Func<T, string> word, int older = 0)
    {
        List<string> named = [.. lines.Take(MostNamed).Select(line => Bounded(word(line)))];
        return _rows.Wide(label, [.. FormRows.Numbered(named), .. lines.Count + older > named.Count ? [new($"另有{lines.Count + older - named.Count}个未列出。")] : Array.Empty<Written>()]);
    }

    private static Written Plain(string text) => new(Bounded(text));

    private static Written Bold(string text) => new(Bounded(text), Bold: true);

    private static string Bounded(string text) => text.Length <= LongestText ? text : $"{PlainText.Clip(text, LongestText)}(原文共{text.Length}字,以下略)";
}
