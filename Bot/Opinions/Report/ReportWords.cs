using System.Globalization;
using DisclosureBot.Clock;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Digest;
using DisclosureBot.Opinions.Intake;

namespace DisclosureBot.Opinions.Report;

/// <summary>Words an item for its 专报; every time with its year, because paper outlives it.</summary>
internal static class ReportWords
{
    public static string Time(DateTimeOffset at) => BureauTime.Show(at, year: 0);

    public static string Done(DateTimeOffset at, Who by) => $"{Time(at)},{by.Name}";

    public static string Taken(OpinionItem item) => (item.TakenAt, item.Handler) switch
    {
        ({ } taken, { } handler) => $"{Time(taken)}(上报后{ClockText.Length(taken - item.ReportedAt)});现由{handler.Name}处理",
        _ => "尚无人接手",
    };

    /// <summary>The level first, then on whose word, one line each.</summary>
    public static IEnumerable<string> Level(OpinionItem item)
    {
        yield return OpinionNames.Of(item.Gravity) + (item.Kind is { } kind and not OpinionKind.Emergency ? $"({OpinionNames.Of(kind)})" : "");
        if (item.Incident is { } rank && item.Kind == OpinionKind.Emergency)
            yield return $"{Authority(rank.Authority, rank.By)},{Time(rank.At)}。依据:{rank.Basis}";
        if (item.Assessment is { } assessed)
            yield return $"研判:{Done(assessed.At, assessed.By)}。{assessed.Note}";
    }

    public static string Section(OpinionItem item) =>
        item.Assignment is { } assigned ? $"{assigned.Section}({Done(assigned.At, assigned.By)}交办{(assigned.Note is { } note ? $":{note}" : "")})" : item.Keeper;

    public static string Of(OpinionSource source) => $"{source.Name},{Time(source.SeenAt)}:{source.Headline}{(source.Url is { } url ? $"\n{url}" : "")}";

    public static string Of(OpinionFile file) =>
        $"{file.Name}({file.Size.ToString("N0", CultureInfo.InvariantCulture)}字节,{Done(file.At, file.By)})\nSHA-256 {file.Sha256}";

    public static string Of(ResponseRelease release) => $"{Time(release.When)},{release.Channel}({Done(release.At, release.By)}记录)\n{release.Url}";

    public static string Of(ResponseDraft draft) => $"第{draft.Number}稿,{Done(draft.At, draft.By)};" + draft.Review switch
    {
        null => "尚未保密审查",
        { Cleared: true } review => $"保密审查可以公开({Done(review.At, review.By)}:{review.Basis}),尚未发布",
        { } review => $"保密审查不得公开({Done(review.At, review.By)}:{review.Basis})",
    };

    /// <summary>How it was counted, and what showed that it was met.</summary>
    public static IEnumerable<string> Clock(OpinionClock clock, OpinionItem item)
    {
        var deadline = clock.Deadline;
        yield return $"{deadline.Rule}({deadline.Source})";
        yield return $"{Time(deadline.Due)}前:自{deadline.StartedBy}{Time(deadline.Start)}起{deadline.Hours}小时(自然小时,不扣节假日{(item.Drill is { } drill ? $";演练按{drill.Speed}倍速" : "")})";
        if (clock.Met is not { } met)
        {
            yield return item.IsOpen ? "尚未完成" : "结束时未完成";
            yield break;
        }
        yield return $"{Time(met.When)}完成:{met.What}({(clock.WasLate ? $"逾期{ClockText.Length(met.When - deadline.Due)}" : "按时")};{Done(met.At, met.By)}记录)";
        if (met.Url is { } url) yield return "证明:" + url;
        if (met.FileId is { } file) yield return $"证明:{item.File(file)?.Name ?? file}";
    }

    public static string End(OpinionPhase phase) => phase switch
    {
        OpinionPhase.Closed => "评估",
        OpinionPhase.TransferredOut => "转出",
        OpinionPhase.Merged => "并入",
        _ => throw new InvalidOperationException($"{phase} is no end."),
    };

    private static string Authority(LevelAuthority authority, Who by) => authority switch
    {
        LevelAuthority.PrincipalLeader => $"主要领导{by.Name}定级",
        LevelAuthority.EmergencyAuthority => $"应急管理部门或政府定级,{by.Name}记录",
        _ => throw new ArgumentOutOfRangeException(nameof(authority), authority, null),
    };
}
