using System.Globalization;
using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Journal;
using static System.FormattableString;

namespace DisclosureBot.Opinions.Drills;

/// <summary>Makes what a person sees of the drills, and of one drill's score.</summary>
public sealed class DrillViews(Drilling drilling)
{
    private static readonly IReadOnlyList<Choice> Speeds = [.. Drilling.Speeds.Select(speed => new Choice(speed.ToString(CultureInfo.InvariantCulture), Speed(speed) + Example(speed)))];

    private static string Speed(int speed) => speed == 1 ? "实际时间(1×)" : string.Create(CultureInfo.InvariantCulture, $"时间压缩{speed}×");

    public DrillView Form(Person person, string key, IReadOnlyList<ListedCase> drills, DrillInput? typed = null, Notice? notice = null) => new(
        key, Speeds, typed ?? new(),
        [.. drills.Select(drill => new DrillLine(drill.CaseId, drill.Number, drill.Title, drill.Status, drill.Open ? Tone.Waiting : Tone.Good))],
        drilling.MayStart(person), notice);

    public static DrillScoreView Score(OpinionItem drill, IReadOnlyList<ScoreLine> lines) => new(
        drill.Id, drill.Number, drill.Story.Headline, Speed(drill.Drill!.Speed), DrillScore.Total(lines), !drill.IsOpen, [.. lines.Select(line => Line(line, drill.Drill.Speed))]);

    private static DrillScoreLine Line(ScoreLine line, int speed)
    {
        var limit = $"限时{Length(line.Limit)}";
        var text = line.Taken is not { } taken ? $"{limit},未完成"
            : $"{limit},用时{Length(taken)}{(speed == 1 ? "" : $"(实际{Length(line.Passed!.Value)})")},{Word(line.Result)}";
        return new(DrillSteps.Name(line.Step), line.Points, line.Most, text, Look(line.Result));
    }

    private static string Word(DrillResult result) => result switch
    {
        DrillResult.InTime => "按时",
        DrillResult.Late => "超时",
        DrillResult.FarTooLate => "严重超时",
        DrillResult.Missing => "未完成",
        _ => throw new InvalidOperationException(result.ToString()),
    };

    private static Tone Look(DrillResult result) => result switch
    {
        DrillResult.InTime => Tone.Good,
        DrillResult.Late => Tone.Warning,
        DrillResult.FarTooLate or DrillResult.Missing => Tone.Bad,
        _ => throw new InvalidOperationException(result.ToString()),
    };

    private static string Example(int speed) => speed == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $":1小时按{60 / speed}分钟,24小时按{Length(TimeSpan.FromHours(24) / speed)}");

    /// <summary>5小时, 1小时20分, 2分05秒: the two largest units, cut and never rounded up into being late.</summary>
    private static string Length(TimeSpan length) => length switch
    {
        { TotalHours: >= 1, Minutes: > 0 } => Invariant($"{(int)length.TotalHours}小时{length.Minutes}分"),
        { TotalHours: >= 1 } => Invariant($"{(int)length.TotalHours}小时"),
        { TotalMinutes: >= 1, Seconds: > 0 } => Invariant($"{length.Minutes}分{length.Seconds:D2}秒"),
        { TotalMinutes: >= 1 } => Invariant($"{length.Minutes}分"),
        _ => Invariant($"{length.Seconds}秒"),
    };
}
