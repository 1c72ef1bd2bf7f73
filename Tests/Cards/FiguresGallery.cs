using DisclosureBot.Cards;
using DisclosureBot.Cards.Figures;

namespace DisclosureBot.Tests.Cards;

/// <summary>Every state that the card of 统计 can be seen in.</summary>
internal static class FiguresGallery
{
    private static readonly string[] DeskHeads = ["环节", "件次", "中位", "九成以内"];
    private static readonly string[] ClockHeads = ["类别", "按时", "逾期办", "计时中", "已逾期", "按时率"];

    public static IReadOnlyDictionary<string, Func<AdaptiveCard>> Cards => new Dictionary<string, Func<AdaptiveCard>>(StringComparer.Ordinal)
    {
        ["figures-month"] = () => FiguresCard.Render(Month),
        ["figures-section"] = () => FiguresCard.Render(Month with { Title = "电子商务科公文公开统计", Sections = [Month.Sections[0]], Before = "统计 2026年9月 电子商务科" }),
        ["figures-empty"] = () => FiguresCard.Render(Month with
        {
            Period = "2026年2月",
            Counts = "起草0件 签发0件 不予签发0件 移交0件 公开0件",
            Clocks = [],
            Url = null,
            Before = "统计 2026年1月",
            Sections = [.. Month.Sections.Select(bar => bar with { Parts = [0, 0, 0, 0, 0] })],
            Desks = [DeskHeads, .. Month.Desks.Skip(1).Select(row => (string[])[row[0], "0", "—", "—"])],
        }),
        ["figures-guessed"] = () => FiguresCard.Render(Month with { Period = "2028年1月(截至1月14日 09:00)", Caution = "2028年的节假日安排尚未录入,用时暂按推算的工作日计。" }),
        ["figures-fifteen"] = () => FiguresCard.Render(Of(15, n => $"第{n}业务科室(名称较长)")),
        ["figures-fullest"] = () => FiguresCard.Render(Of(60, n => $"第{n}业务科室名称长到写不下的一个内设机构")),
        ["figures-hostile"] = () => FiguresCard.Render(Of(3, _ => SampleViews.Hostile)),
    };

    public static FiguresView Month { get; } = new()
    {
        Title = "楚雄州商务局公文公开统计",
        Period = "2026年10月",
        Counts = "起草31件 签发26件 不予签发1件 移交18件 公开15件",
        Attributes = ["公开发布", "不公开", "依申请公开", "删减后公开", "未定"],
        Sections =
        [
            new("电子商务科", [6, 1, 2, 1, 2]), new("市场体系建设科", [5, 0, 1, 0, 1]), new("商务运行科", [4, 1, 0, 1, 0]), new("政策法规科", [3, 0, 0, 0, 1]),
            new("对外贸易科", [0, 0, 0, 0, 0]), new("办公室", [1, 0, 0, 0, 1]), new("局领导", [0, 0, 0, 0, 0]),
        ],
        Desks = [DeskHeads, ["科室负责人初审", "33", "2.5", "7.9"], ["办公室二审", "30", "1.8", "6.0"], ["局领导签发", "27", "5.3", "14.2"], ["起草人修改", "5", "3.0", "8.5"], ["商务运行科签收", "18", "0.5", "3.9"]],
        Clocks = [ClockHeads, ["移交(3日/5日)", "16", "2", "3", "1", "84.2%"], ["公开发布(内部目标)", "14", "1", "2", "0", "93.3%"], ["解读(3个工作日)", "3", "0", "1", "0", "100%"], ["舆情回应(48小时)", "6", "1", "1", "0", "85.7%"]],
        Lines =
        [
            "属性改动:科室负责人改起草人所拟3件;办公室改科室意见1件;局领导改科室意见1件;签发后变更1件",
            "三同步:同步2件,期限内1件,逾期0件;同步率66.7%",
            "退回修改4次,退回移交1次,起草人撤回1次,收回签署0次",
        ],
        Url = "https://desk.example.cn/figures/2026-10/-.xlsx",
        Before = "统计 2026年9月",
    };

    private static FiguresView Of(int sections, Func<int, string> name) => Month with
    {
        Sections = [.. Enumerable.Range(1, sections).Select(n => new SectionBar(name(n), n % 5 == 0 ? [0, 0, 0, 0, 0] : [12 * n, 3, 4 * n, 25, 11]))],
        Clocks = [ClockHeads, .. Enumerable.Range(0, 8).Select(n => (string[])["主动公开(法定20个工作日)", "1234", "123", "12", "1", "84.2%"])],
        Caution = "2026年的节假日安排尚未录入,用时暂按推算的工作日计。",
    };
}
