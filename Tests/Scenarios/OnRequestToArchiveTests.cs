using DisclosureBot.Cards.Slips;
using Xunit;
using static DisclosureBot.Tests.Scenarios.LateBureau;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>此件依申请公开, from draft to archive: handed over and entered in the catalogue, its text never published.</summary>
public sealed class OnRequestToArchiveTests
{
    private const string Reason = "仅与特定企业有关";

    [Fact]
    public async Task An_ordinary_document_reaches_the_catalogue_and_nothing_else_however_late()
    {
        await using var bureau = await Open();
        var way = await Way.Begin(bureau, "关于企业经营许可审核情况的函", ("文种", "函"), ("公开属性", "此件依申请公开"), ("理由", Reason));
        await way.IsSigned("此件依申请公开", Leader);
        await way.IsIssued();
        Assert.Equal("楚商函〔2026〕1号", way.DocumentNumber);
        await way.Sees(Drafter, "待移交商务运行科(11月26日前)");
        await bureau.IdleUntil(11, 27, 10);
        await IsCatalogued(bureau, way, received: (11, 30), late: (12, 2));
        var package = await Ends(bureau, way);
        way.WasRemindedOf(
            "11月25日 08:00 移交到期前:liying",
            "11月26日 08:00 移交到期日:liying pulan",
            "11月27日 08:00 移交逾期:gaoyuan liying pulan",
            "11月30日 08:00 公开发布到期前:jiwen luoqing",
            "12月1日 08:00 公开发布到期日:jiwen luoqing",
            "12月2日 08:00 公开发布逾期:gaoyuan jiwen luoqing");
        await package.NoticesEveryChange();
        await bureau.Town.Verify();
    }

    [Fact]
    public async Task A_normative_document_has_five_days_and_is_not_explained_to_anybody()
    {
        await using var bureau = await Open();
        var way = await Way.Begin(bureau, "楚雄州商务领域企业信用管理办法", ("文种", "意见"), ("规范性文件", "是"), ("公开属性", "此件依申请公开"), ("理由", Reason), ("签发人", bureau.Town.Person(Principal).Title));
        await way.PlanIsFiled();
        await way.IsSigned("此件依申请公开", Principal);
        await way.IsIssued();
        await way.Sees(Drafter, "待移交商务运行科(11月30日前)");
        await bureau.IdleUntil(12, 1, 10);
        await IsCatalogued(bureau, way, received: (12, 2), late: (12, 4));
        var package = await Ends(bureau, way);
        way.WasRemindedOf(
            "11月27日 08:00 移交到期前:liying",
            "11月30日 08:00 移交到期日:liying pulan",
            "12月1日 08:00 移交逾期:gaoyuan liying pulan",
            "12月2日 08:00 公开发布到期前:jiwen luoqing",
            "12月3日 08:00 公开发布到期日:jiwen luoqing",
            "12月4日 08:00 公开发布逾期:gaoyuan jiwen luoqing");
        await package.NoticesEveryChange();
        await bureau.Town.Verify();
    }

    /// <summary>Handed over now, signed for early on the one day, and entered on the other, both of 2026.</summary>
    private static async Task IsCatalogued(LateBureau bureau, Way way, (int Month, int Day) received, (int Month, int Day) late)
    {
        await way.Does(Drafter, "存档与移交");
        await bureau.IdleUntil(received.Month, received.Day, 7, 40);
        await way.Does(Publisher, "签收");
        await bureau.IdleUntil(late.Month, late.Day, 10);
        await way.IsNotOffered(Publisher, "记录公开发布");
        Assert.Contains("此件依申请公开,只列入依申请公开目录,正文不发布。",
            await way.Forces(Publisher, StepVerbs.Publish, (Publisher, "列入依申请公开目录")), StringComparison.Ordinal);
        await way.Does(Publisher, "列入依申请公开目录");
    }

    private static async Task<SealedPackage> Ends(LateBureau bureau, Way way)
    {
        var package = await way.IsSealed("已列入依申请公开目录,已归档");
        await way.IsNotOffered(Publisher, "记录公开发布", "发布解读材料");
        await way.IsNotOffered(Office, "提交审查结论");
        foreach (var reader in new[] { Office, Publisher })
            Assert.True(Assert.Single(await bureau.Town.Person(reader).Say("依申请目录")).Says(way.Number), $"{reader} does not find it in the catalogue.");
        await bureau.IdleUntil(12, 31, 20);
        return package;
    }
}
