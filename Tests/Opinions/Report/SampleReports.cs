using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Emergency;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Opinions.Report;
using DisclosureBot.Tests.Paper;
using static DisclosureBot.Tests.Opinions.Digest.Register;

namespace DisclosureBot.Tests.Opinions.Report;

/// <summary>Items to be put on paper.</summary>
internal static class SampleReports
{
    private static readonly string Hash = string.Concat(Enumerable.Repeat("9f2c4e7ab81d06c3", 4));

    public static readonly ReportImprint Imprint = new("楚雄州商务局(演示)", "鲁明泽(演示)", "纪文岫(演示)", At("2026-11-24T09:30"));

    /// <summary>A grave emergency from report to close.</summary>
    public static OpinionItem Finished { get; } = Item([.. Emergency(null)]);

    public static OpinionItem Drilled { get; } = Item([.. Emergency(new Drill(12))]);

    /// <summary>Nothing is known but that it was seen.</summary>
    public static OpinionItem Fresh { get; } = Item(Reported(2, "2026-11-23T09:00"));

    public static OpinionItem Long(int lines) => Item(
        [Reported(3, "2026-11-22T20:00"), Taken("2026-11-22T20:04"), .. Enumerable.Range(1, lines).Select(n => new HandlingEvent.Noted(Officer, At("2026-11-22T20:05").AddMinutes(n), $"记事第{n}条:已与州应急管理局核对现场情况,仓库内人员全部撤出,暂无伤亡"))]);

    /// <summary>Every text that people write is this one.</summary>
    public static OpinionItem Filled(string text) => Finished with
    {
        Story = Finished.Story with { Headline = text, Text = text, Place = text },
        Reporter = new("x", text),
        Handler = new("x", text),
        Keeper = text,
        Sources = [new(text, text, text, text, At("2026-11-22T20:00"))],
        Files = [new("f", text, text, 1, text, new("x", text), At("2026-11-22T20:00"))],
        Assessment = Finished.Assessment! with { Note = text },
        Incident = Finished.Incident! with { Basis = text },
        Releases = [Finished.Releases[0] with { Text = text, Url = text, Channel = text }],
        End = Finished.End! with { Text = text },
        Trail = [new(At("2026-11-22T20:00"), new("x", text), text, text)],
    };

    public static PrintedPaper Printed(OpinionItem item, string name) => PrintedPaper.Of(Bytes(item), "report-" + name);

    public static byte[] Bytes(OpinionItem item)
    {
        using var bytes = new MemoryStream();
        OpinionReport.Write(item, Imprint, bytes);
        return bytes.ToArray();
    }

    private static IEnumerable<OpinionEvent> Emergency(Drill? drill) =>
    [
        Reported(1, "2026-11-22T20:00", suspected: true, headline: "南华县一仓储物流园起火,园内存有政府储备物资", drill: drill),
        new IntakeEvent.SourceAdded(Officer, At("2026-11-22T20:02"), new("seen-9", "州应急管理局值班电话", "物流园火情通报", null, At("2026-11-22T20:01"))),
        Taken("2026-11-22T20:04"),
        Assessed("2026-11-22T20:10", OpinionKind.Emergency),
        Major("2026-11-22T20:20", "2026-11-22T19:40"),
        new HandlingEvent.Assigned(Officer, At("2026-11-22T20:25"), "market", "市场体系建设科", "核对库存,今晚22时前报数", [], []),
        Drafted("2026-11-22T22:00", "园内储备物资已转移,市场供应未受影响。\n后续情况将及时发布。"),
        Reviewed("2026-11-22T22:20"),
        Released("2026-11-22T22:30", OpinionClockKind.FirstRelease, OpinionClockKind.Response),
        new IntakeEvent.FileAdded(Officer, At("2026-11-23T18:00"), new("file-1", "新闻发布会通稿.pdf", "application/pdf", 482_113, Hash, Officer, At("2026-11-23T18:00"))),
        new EmergencyEvent.ClockMet(Officer, At("2026-11-23T20:10"), OpinionClockKind.PressConference, At("2026-11-23T20:00"), "州人民政府新闻办举行新闻发布会", "https://www.cxz.example.cn/fabu/1.html", "file-1"),
        Closed("2026-11-24T09:00"),
    ];
}
