using DisclosureBot.Tests.Support;
using Xunit;
using static DisclosureBot.Tests.Scenarios.LateBureau;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>此件公开发布, from draft to archive, with the bureau late at every step that has a clock.</summary>
public sealed class FromSignatureToArchiveTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task An_ordinary_document_for_the_public_goes_all_the_way_however_late(string journal)
    {
        await using var bureau = await Open(journal == "postgres" ? await postgres.Fresh(TestContext.Current.CancellationToken) : null);
        var way = await Way.Begin(bureau, "关于做好冬季保供工作的通知", ("文种", "通知"), ("公开属性", "此件公开发布"));
        await way.Sees(Drafter, "等待科室负责人初审(普云岚(演示))");
        await way.Does(Head, "同意此件公开发布");
        await way.Does(Office, "同意此件公开发布");
        await SignedOnPaper(way);
        await way.IsIssued();
        await way.Sees(Drafter, "待移交商务运行科(11月26日前)", "移交:", "11月26日(周四)前,还剩3天", "规则:文件制作后3日内移交商务运行科;依据:方案 四(一)4",
            "起算:2026年11月23日(周一)印制,当日不计,计3个自然日", "主动公开法定:", "12月21日(周一)前", "20个工作日");

        await bureau.IdleUntil(11, 27, 10);
        await way.Sees(Drafter, "已逾期1天");
        await way.Does(Drafter, "存档与移交");
        await way.Sees(Drafter, "待签收", "11月27日(周五)完成,逾期1天(应于11月26日(周四)前)");

        await bureau.IdleUntil(11, 30, 7, 40);
        await way.Does(Publisher, "签收");
        await bureau.IdleUntil(12, 22, 10);
        await way.Sees(Publisher, "待保密审查");
        await way.IsNotOffered(Publisher, "记录公开发布");
        await way.IsCleared();
        await way.IsPublished();
        var package = await way.IsSealed("已发布,已归档,公开属性:此件公开发布");

        await bureau.IdleUntil(12, 31, 20);
        way.WasRemindedOf(
            "11月25日 08:00 移交到期前:liying",
            "11月26日 08:00 移交到期日:liying pulan",
            "11月27日 08:00 移交逾期:gaoyuan liying pulan",
            "11月30日 08:00 公开发布到期前:jiwen luoqing",
            "12月1日 08:00 公开发布到期日:jiwen luoqing",
            "12月2日 08:00 公开发布逾期:gaoyuan jiwen luoqing",
            "12月18日 08:00 主动公开法定到期前:jiwen luoqing",
            "12月21日 08:00 主动公开法定到期日:jiwen luoqing",
            "12月22日 08:00 主动公开法定逾期:gaoyuan jiwen luoqing");
        Assert.Equal(["manifest.json", "处理签.pdf", "files/01-正文-第1版/正文.docx", "events.jsonl", "state.json"], package.Entries);
        await package.NoticesEveryChange();
        await bureau.Town.Verify();
    }

    [Fact]
    public async Task A_normative_document_for_the_public_is_explained_too_late_and_says_so()
    {
        await using var bureau = await Open();
        var way = await Way.Begin(bureau, "楚雄州电子商务进农村管理办法", ("文种", "通知"), ("规范性文件", "是"), ("公开属性", "此件公开发布"), ("签发人", bureau.Town.Person(Principal).Title));
        Assert.Contains("不能报出科室", (await way.Tries(Head, "同意此件公开发布")).Text, StringComparison.Ordinal);
        await way.PlanIsFiled();
        await way.IsSigned("此件公开发布", Principal);
        await way.IsIssued();
        Assert.Equal("楚商规〔2026〕1号", way.DocumentNumber);
        await way.Sees(Drafter, "11月30日(周一)前,还剩7天", "规范性文件制作后5日内移交商务运行科", "截止:11月28日(周六)为休息日,顺延至11月30日(周一)");

        await bureau.IdleUntil(12, 1, 10);
        await way.Does(Drafter, "存档与移交");
        await bureau.IdleUntil(12, 2, 7, 40);
        await way.Does(Publisher, "签收");
        await bureau.IdleUntil(12, 22, 10);
        await way.IsCleared();
        await way.IsPublished();
        await way.Sees(Drafter, "已发布,待解读(12月25日前)", "文件公开后3个工作日内在政府门户网站发布解读材料", "文件已公开,待发布解读材料");
        await bureau.IdleUntil(12, 28, 10);
        await way.IsExplained();
        var package = await way.IsSealed("已发布,已归档");
        await way.Sees(Drafter, "三同步 逾期", "12月28日逾期", "12月28日(周一)完成,逾期3天(应于12月25日(周五)前)");

        await bureau.IdleUntil(12, 31, 20);
        way.WasRemindedOf(
            "11月27日 08:00 移交到期前:liying",
            "11月30日 08:00 移交到期日:liying pulan",
            "12月1日 08:00 移交逾期:gaoyuan liying pulan",
            "12月2日 08:00 公开发布到期前:jiwen luoqing",
            "12月3日 08:00 公开发布到期日:jiwen luoqing",
            "12月4日 08:00 公开发布逾期:gaoyuan jiwen luoqing",
            "12月18日 08:00 主动公开法定到期前:jiwen luoqing",
            "12月21日 08:00 主动公开法定到期日:jiwen luoqing",
            "12月22日 08:00 主动公开法定逾期:gaoyuan jiwen luoqing",
            "12月24日 08:00 解读到期前:liying",
            "12月25日 08:00 解读到期日:liying pulan",
            "12月28日 08:00 解读逾期:gaoyuan liying pulan");
        await package.NoticesEveryChange();
        await bureau.Town.Verify();
    }

    /// <summary>The leader signed with a pen: the drafter copies it, and only another person's comparison makes it a signature.</summary>
    private static async Task SignedOnPaper(Way way)
    {
        await way.Tries(Drafter, "录入纸质签署", ("公开属性", "同意(此件公开发布)"));
        await way.Sees(Leader, "李映禾(演示)已录入高远汀(演示)的纸质签署(11月23日):“同意”");
        await way.IsNotOffered(Drafter, "与纸质签一致,确认");
        await way.Does(Registrar, "与纸质签一致,确认");
        await way.Sees(Drafter, "纸质,由李映禾(演示)录入、徐山岚(演示)核对", "已签发,公开属性(最终):此件公开发布;待起草人印制");
    }
}
