using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Alarm;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Slips;

namespace DisclosureBot.Tests.Asking;

/// <summary>One slip that is asked about.</summary>
/// <param name="Submitted">Month, day and time of 2026, bureau time.</param>
/// <param name="Steps">签@1123 0930: what was done and when; the desk at which it lay did it.</param>
internal sealed record AskedDocument(string Drafter, string Signer, string Genre, DisclosureAttribute Attribute, string Title, string Submitted, string Steps = "", bool Normative = false);

/// <summary>One opinion item that is asked about; five minutes pass with each step.</summary>
internal sealed record AskedItem(string Reporter, string Headline, string Source, string Reported, params (string By, OpinionCommand Command)[] Steps);

/// <summary>The documents and items of the questions, in the order of their numbers.</summary>
internal static class AskedDocuments
{
    private const DisclosureAttribute Open = DisclosureAttribute.Public;
    private const DisclosureAttribute Closed = DisclosureAttribute.NotDisclosed;
    private const DisclosureAttribute Asked = DisclosureAttribute.OnRequest;
    private const DisclosureAttribute Cut = DisclosureAttribute.Redacted;

    public static readonly IReadOnlyList<AskedDocument> Slips =
    [
        // 0001 待印制
        new("luoqing", "gaoyuan", "通知", Open, "楚雄州商务局关于开展2027年“彝乡年货节”促消费活动的通知", "1120 0900", "签@1120 1000,签@1120 1500,签@1123 0930"),
        // 0002 待初审
        new("liying", "gaoyuan", "通知", Open, "关于组织申报2027年农村电商服务站点建设项目的通知", "1124 1600"),
        // 0003 待初审
        new("duanhe", "luming", "请示", Cut, "关于解决外贸企业出口信用保险补助资金的请示", "1123 1100"),
        // 0004 待二审
        new("yangzhi", "gaoyuan", "通报", Open, "关于全州成品油零售经营企业年度检查情况的通报", "1119 1000", "签@1120 0900"),
        // 0005 待签发(鲁明泽)
        new("luoqing", "luming", "报告", Closed, "关于2026年1—10月全州社会消费品零售总额运行情况的报告", "1123 0900", "签@1123 1500,签@1124 0930"),
        // 0006 退回
        new("liying", "gaoyuan", "通知", Open, "关于举办2026年直播电商培训班的通知", "1123 0830", "签@1123 1030,退@1124 1000"),
        // 0007 待初审
        new("heyan", "luming", "通知", Open, "楚雄州促进夜间消费若干措施", "1125 0900", Normative: true),
        // 0008 待初审
        new("shenxi", "gaoyuan", "通知", Closed, "关于调整机关节假日值班安排的通知", "1124 1500"),
        // 0009 楚商规〔2026〕1号 待移交
        new("liying", "luming", "通知", Open, "关于印发楚雄州电子商务发展扶持办法的通知", "1112 0900", "方案@1112 0930,签@1112 1000,签@1112 1500,签@1113 0900,印@1120 0900,登@1120 1000,章@1120 1100,发@1120 1600", Normative: true),
        // 0010 楚商规〔2026〕2号 待解读
        new("yangzhi", "luming", "通知", Open, "楚雄州县域商业体系建设项目管理实施细则", "1109 0900", "方案@1109 0930,签@1109 1000,签@1109 1500,签@1110 0900,印@1116 0900,登@1116 1000,章@1116 1100,发@1116 1600,交@1117 0900,收@1117 1000,密@1117 1500,布@1124 0900", Normative: true),
        // 0011 待签收
        new("liying", "gaoyuan", "通报", Open, "关于表扬2025年度电商示范企业的通报", "1116 0900", "签@1116 1000,签@1116 1500,签@1117 0900,印@1123 0900,登@1123 1000,章@1123 1100,发@1123 1600,交@1124 0900"),
        // 0012 待保密审查
        new("duanhe", "gaoyuan", "通知", Open, "关于组织参加第十届南博会的通知", "1116 0900", "签@1116 1000,签@1116 1500,签@1117 0900,印@1123 0900,登@1123 1000,章@1123 1100,发@1123 1600,交@1124 0900,收@1124 1000"),
        // 0013 待列入目录
        new("maoyun", "luming", "报告", Asked, "关于外贸稳增长工作情况的报告", "1116 0900", "签@1116 1000,签@1116 1500,签@1117 0900,印@1118 0900,登@1118 1000,章@1118 1100,发@1118 1600,交@1119 0900,收@1119 1000"),
        // 0014 待发布
        new("heyan", "gaoyuan", "通知", Open, "关于印发2026年下半年政务公开重点工作清单的通知", "1116 0900", "签@1116 1000,签@1116 1500,签@1117 0900,印@1120 0900,登@1120 1000,章@1120 1100,发@1120 1600,交@1123 0900,收@1123 1000,密@1124 1000"),
        // 0015 已归档
        new("zhangmu", "gaoyuan", "通知", Open, "关于做好冬季生活必需品保供工作的通知", "1102 0900", "签@1102 1000,签@1102 1500,签@1103 0900,印@1103 1000,登@1103 1100,章@1103 1500,发@1103 1600,交@1104 0900,收@1104 1000,密@1104 1500,布@1105 0900,档@1105 1600"),
        // 0016 不公开,已归档
        new("luoqing", "gaoyuan", "通知", Closed, "关于调整内部考勤管理的通知", "1103 0900", "签@1103 1000,签@1103 1500,签@1104 0900,印@1104 1000,登@1104 1100,章@1104 1500,发@1104 1600,档@1104 1700"),
        // 0017 不予签发
        new("liying", "luming", "请示", Closed, "关于申请电商专项资金的请示", "1117 0900", "签@1117 1000,签@1117 1500,不签@1118 0900"),
        // 0018 待登记
        new("yangzhi", "gaoyuan", "通知", Open, "关于开展商贸企业安全生产检查的通知", "1118 0900", "签@1118 1000,签@1118 1500,签@1119 0900,印@1124 1500"),
        // 0019 待用印
        new("duanhe", "gaoyuan", "函", Asked, "关于跨境电商综试区建设情况的函", "1118 0900", "签@1118 1000,签@1118 1500,签@1119 0900,印@1124 1500,登@1124 1600"),
        // 0020 待发文
        new("heyan", "gaoyuan", "函", Open, "关于商请提供行政执法数据的函", "1118 0900", "签@1118 1000,签@1118 1500,签@1119 0900,印@1123 1500,登@1123 1600,章@1124 0900"),
        // 0021 待印制
        new("liying", "gaoyuan", "通知", Open, "关于家电以旧换新补贴发放的通知", "1117 0900", "签@1117 1000,签@1117 1500,签@1120 0900"),
        // 0022 待移交,逾期
        new("yangzhi", "gaoyuan", "通知", Open, "关于开展农产品产销对接活动的通知", "1110 0900", "签@1110 1000,签@1110 1500,签@1111 0900,印@1116 1500,登@1116 1600,章@1117 0900,发@1117 1000"),
        // 0023 待签发(高远汀)
        new("luoqing", "gaoyuan", "函", Asked, "关于商请协助落实生活必需品应急保供储备点的函", "1120 0900", "签@1120 1000,签@1123 1500"),
        // 0024 待签发(鲁明泽)
        new("liying", "luming", "报告", Closed, "关于报送“双十一”网络促销情况的报告", "1119 0900", "签@1119 1000,签@1120 1500"),
        // 0025 待二审
        new("duanhe", "gaoyuan", "通知", Open, "关于做好外资企业年报工作的通知", "1123 0900", "签@1124 1000"),
        // 0026 待签发(高远汀)
        new("shenxi", "gaoyuan", "纪要", Closed, "2026年第8次局务会议纪要", "1123 0900", "签@1123 1000,签@1124 1500"),
        // 0027 撤回
        new("maoyun", "gaoyuan", "通知", Open, "关于召开出口退税政策宣讲会的通知", "1120 0900", "撤@1120 1000"),
        // 0028 待二审
        new("liying", "gaoyuan", "通知", Open, "关于开展电商进农村综合示范绩效评价的通知", "1124 1000", "签@1125 0920"),
        // 0029 待初审,征求沈砚溪意见
        new("zhoulin", "gaoyuan", "通知", Open, "关于加强公文保密审查工作的通知", "1124 0900", "询@1124 0930"),
        // 0030 待签发(鲁明泽),最久
        new("zhangmu", "luming", "意见", Open, "关于推进城市一刻钟便民生活圈建设的意见", "1112 0900", "签@1112 1500,签@1117 0900"),
        // 0031 待二审
        new("yangzhi", "gaoyuan", "通报", Cut, "关于预付卡专项整治情况的通报", "1124 0900", "签@1124 1100"),
        // 0032 待移交,今天到期
        new("jiwen", "gaoyuan", "通知", Open, "关于举办彝州消费季活动的通知", "1117 0900", "签@1117 1000,签@1117 1500,签@1118 0900,印@1120 0900,登@1120 1000,章@1120 1100,发@1120 1500"),
    ];

    public static readonly IReadOnlyList<AskedItem> Items =
    [
        new("liying", "网民反映家电以旧换新补贴到账慢", "微博", "1124 0900", ("luoqing", new AlarmCommand.Take()), ("luoqing", new HandlingCommand.Assess(OpinionKind.Hardship, OpinionLevel.General, "需要说明"))),
        new("shenxi", "某县超市食盐断货引发抢购", "短视频平台", "1125 0910"),
        new("duanhe", "南华县仓储物流园起火", "朋友圈", "1124 1500", ("jiwen", new AlarmCommand.Take())),
        new("yangzhi", "市民反映预付卡商家停业退款难", "12345热线", "1123 1000", ("luoqing", new AlarmCommand.Take()), ("luoqing", new HandlingCommand.Assess(OpinionKind.Hardship, OpinionLevel.General, "需要说明")), ("luoqing", new HandlingCommand.Assign("market", "请拟写回应"))),
    ];
}
