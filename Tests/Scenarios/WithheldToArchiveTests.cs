using DisclosureBot.Cards.Slips;
using Xunit;
using static DisclosureBot.Tests.Scenarios.LateBureau;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>此件不公开, from draft to archive: no clock, no hand-over, nothing to publish, and a place in the review register.</summary>
public sealed class WithheldToArchiveTests
{
    private static readonly (string, string)[] Withheld =
        [("公开属性", "此件不公开"), ("理由", "属内部事务信息"), ("法定依据", "《条例》第十六条第一款(内部事务信息)")];

    private static readonly string[] NeverOffered = ["存档与移交", "签收", "记录公开发布", "列入依申请公开目录"];

    [Fact]
    public async Task An_ordinary_document_is_issued_in_order_and_archived_with_its_reason()
    {
        await using var bureau = await Open();
        var way = await Way.Begin(bureau, "关于办公用房调整的通知", [("文种", "通知"), .. Withheld]);
        await way.IsSigned("此件不公开", Leader);
        var other = await Way.Begin(bureau, "关于车辆使用管理的通知", [("文种", "通知"), .. Withheld]);
        await other.IsSigned("此件不公开", Leader);

        await OutOfOrder(way);
        await way.Does(Drafter, "印制完成", ("印制份数", "12"));
        await way.Sees(Office, "待办公室登记", "拟用文号:楚商发〔2026〕1号");
        await way.IsNotOffered(Office, "用印", "发文");
        var old = (await bureau.Town.Person(Office).Live("关于办公用房调整的通知", "登记")).Card;
        await way.Does(Registrar, "登记");
        Assert.Contains("徐山岚(演示)已于11月23日", (await bureau.Town.Person(Office).Press(old, "登记")).Text, StringComparison.Ordinal);
        await way.IsNotOffered(Office, "登记", "发文");
        await way.Does(Office, "用印");

        await other.Does(Drafter, "印制完成", ("印制份数", "5"));
        await other.Sees(Office, "拟用文号:楚商发〔2026〕2号");
        Assert.Contains("楚商发〔2026〕1号已登记给其他文件,不能重号。下一号是楚商发〔2026〕2号。", (await other.Tries(Office, "登记", ("序号", "1"))).Text, StringComparison.Ordinal);
        await other.Does(Office, "登记");
        await other.Does(Office, "用印");
        await other.Does(Office, "发文");
        await way.Does(Office, "发文");

        var package = await Ends(bureau, way);
        await other.Sees(Office, "楚商发〔2026〕2号", "不公开,已归档,列入定期评审");
        Assert.True((await Register(bureau)).Says("关于车辆使用管理的通知"));
        await package.NoticesEveryChange();
        await bureau.Town.Verify();
    }

    [Fact]
    public async Task A_normative_document_is_warned_of_and_archived_without_any_clock()
    {
        await using var bureau = await Open();
        var way = await Way.Begin(bureau, "楚雄州商务局内部督查办法", [("文种", "意见"), ("规范性文件", "是"), ("签发人", bureau.Town.Person(Principal).Title), .. Withheld]);
        await way.Sees(Head, "规范性文件属《条例》第二十条第(一)项应当主动公开的内容,拟不公开的请慎重核定。");
        await way.PlanIsFiled();
        await way.IsSigned("此件不公开", Principal);
        await way.IsIssued();
        Assert.Equal("楚商规〔2026〕1号", way.DocumentNumber);
        await (await Ends(bureau, way)).NoticesEveryChange();
        await bureau.Town.Verify();
    }

    private static async Task OutOfOrder(Way way)
    {
        await way.IsNotOffered(Office, "登记", "用印", "发文");
        Assert.Contains("本件还没有印制。请起草人李映禾(演示)先印制,再到办公室登记。", await way.Forces(Office, StepVerbs.Register, (Drafter, "印制完成")), StringComparison.Ordinal);
        Assert.Contains("请先登记,再用印", await way.Forces(Office, StepVerbs.Seal, (Drafter, "印制完成")), StringComparison.Ordinal);
        Assert.Contains("请先用印,再发文", await way.Forces(Office, StepVerbs.Issue, (Drafter, "印制完成")), StringComparison.Ordinal);
        Assert.Contains("此件不公开的文件不移交商务运行科", await way.Forces(Drafter, StepVerbs.HandOver, (Drafter, "印制完成")), StringComparison.Ordinal);
    }

    private static async Task<SealedPackage> Ends(LateBureau bureau, Way way)
    {
        var package = await way.IsSealed("不公开,已归档,列入定期评审");
        var card = await way.Card(Drafter);
        Assert.False(card.Says("期限怎么算的") || card.Says("移交:"), card.Text);
        await way.IsNotOffered(Drafter, NeverOffered);
        await way.Sees(Drafter, "属内部事务信息");
        Assert.True((await Register(bureau)).Says(way.Number));
        await bureau.IdleUntil(12, 31, 20);
        way.WasRemindedOf();
        // 商务运行科 never hears of it.
        Assert.Contains("没有找到", (await bureau.Town.Person(Publisher).Say($"查 {way.Number}"))[0].Text, StringComparison.Ordinal);
        return package;
    }

    private static async Task<Support.ReadCard> Register(LateBureau bureau) => Assert.Single(await bureau.Town.Person(Office).Say("评审登记"));
}
