using DisclosureBot.Bureau;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Alarm;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Emergency;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Opinions.Response;
using DisclosureBot.Tests.Support;

namespace DisclosureBot.Tests.Opinions.Digest;

/// <summary>Items by their facts, on the days around Monday 23 November 2026, to be counted and reported of.</summary>
internal static class Register
{
    public static readonly Who Officer = Who.Of(DemoBureau.Person("luoqing"));
    private static readonly Who Head = Who.Of(DemoBureau.Person("jiwen"));
    private static readonly Who Principal = Who.Of(DemoBureau.Person("luming"));

    /// <summary>Bureau time.</summary>
    public static DateTimeOffset At(string local) => new(DateTime.Parse(local, null), TimeSpan.FromHours(8));

    /// <param name="clock">The 48 hours from then.</param>
    public static IntakeEvent.Reported Reported(int number, string at, bool clock = true, Drill? drill = null, bool suspected = false, string headline = "网传家电以旧换新补贴月底停发") => new(
        Officer, At(at), $"opinion-{(drill is null ? "" : "drill-")}2026-{number:D7}", OpinionCase.Number(2026, number, drill is not null), $"form-{number}-{drill?.Speed}",
        new(headline, "多个短视频称补贴资金已用完。", "楚雄市", null, At(at)), new($"seen-{number}-{drill?.Speed}", "抖音", headline, "https://video.example.cn/1", At(at)),
        suspected, drill, "operations", "商务运行科", clock ? Response(At(at)) : null, At(at).AddHours(1), ["luoqing"], ["jiwen"]);

    public static AlarmEvent.Taken Taken(string at) => new(Officer, At(at));

    public static HandlingEvent.Assessed Assessed(string at, OpinionKind kind, OpinionLevel level = OpinionLevel.Important) => new(Officer, At(at), kind, level, "传播较快", null, []);

    public static ResponseEvent.Drafted Drafted(string at, string text = "补贴资金充足,政策持续到年底。") => new(Officer, At(at), 1, text, []);

    public static ResponseEvent.Reviewed Reviewed(string at) => new(Head, At(at), 1, true, "不涉及国家秘密");

    public static ResponseEvent.Released Released(string at, params OpinionClockKind[] met) => new(Officer, At(at), 1, "https://swj.example.cn/1", "局门户网站", At(at), met);

    public static HandlingEvent.Closed Closed(string at) => new(Officer, At(at), "回应及时,传播已回落");

    public static HandlingEvent.TransferredOut TransferredOut(string at) => new(Officer, At(at), "州市场监督管理局", "已电话移交");

    public static IntakeEvent.Merged Merged(string at, int into) => new(Officer, At(at), $"opinion-2026-{into:D7}", OpinionCase.Number(2026, into, drill: false));

    public static EmergencyEvent.LevelSet Major(string at, string occurred) => new(
        Principal, At(at), IncidentLevel.Serious, LevelAuthority.PrincipalLeader, "库内有储备物资", At(occurred),
        [Clock(OpinionClockKind.FirstRelease, At(occurred), 5), Clock(OpinionClockKind.PressConference, At(occurred), 24)], null, []);

    public static HourDeadline Response(DateTimeOffset start) => Clock(OpinionClockKind.Response, start, 48);

    public static OpinionItem Item(params OpinionEvent[] facts) => facts.Aggregate(default(OpinionItem), OpinionItem.Evolve)!;

    private static HourDeadline Clock(OpinionClockKind kind, DateTimeOffset start, int hours) => new(
        kind, start, start.AddHours(hours), $"{ClockNames.Of(kind)},{hours}小时内", "国家规定", kind == OpinionClockKind.Response ? "获知" : "发生", hours, [new(CountdownPoint.Overdue, start.AddHours(hours))]);
}
