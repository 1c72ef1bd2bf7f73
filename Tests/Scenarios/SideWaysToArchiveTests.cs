using Xunit;
using static DisclosureBot.Tests.Scenarios.LateBureau;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>Ways to the archive that few documents go: a consultation, a draft for somebody else, and a change of mind after issue.</summary>
public sealed class SideWaysToArchiveTests
{
    [Fact]
    public async Task A_consultation_is_explained_the_same_day_and_answered_late()
    {
        await using var bureau = await Open();
        const string Title = "楚雄州县域商业体系建设方案(征求意见稿)";
        var way = await Way.Begin(bureau, Title, ("文种", "通知"), ("重要政策", "是"), ("征求意见", "是"), ("公开属性", "此件公开发布"));
        await way.PlanIsFiled();
        await way.IsSigned("此件公开发布", Leader);
        await way.IsIssued();
        await way.Does(Drafter, "存档与移交");
        await way.Does(Publisher, "签收");
        await way.IsCleared();
        await way.IsPublished(("意见征集截止日期", "2026-11-30"));
        await way.IsExplained();
        await way.Sees(Drafter, "三同步 同步", "已发布,待反馈意见采纳情况(12月14日前)", "征求意见结束后10个工作日内反馈意见采纳情况");

        await bureau.IdleUntil(12, 15, 10);
        await way.Does(Drafter, "记录意见采纳情况反馈", ("反馈地址", bureau.Page(Title, "意见采纳情况")));
        var package = await way.IsSealed("已发布,已归档");
        await way.Sees(Drafter, "12月15日(周二)完成,逾期1天(应于12月14日(周一)前)", "意见采纳情况");
        await bureau.IdleUntil(12, 31, 20);
        way.WasRemindedOf(
            "12月11日 08:00 意见采纳反馈到期前:liying",
            "12月14日 08:00 意见采纳反馈到期日:liying pulan",
            "12月15日 08:00 意见采纳反馈逾期:gaoyuan liying pulan");
        await package.NoticesEveryChange();
        await bureau.Town.Verify();
    }

    [Fact]
    public async Task A_draft_for_the_government_is_recorded_late_and_explained_in_time()
    {
        await using var bureau = await Open();
        const string Title = "楚雄州人民政府关于促进消费的意见";
        var way = await Way.Begin(bureau, Title, ("文种", "意见"), ("重要政策", "是"), ("代起草", "是"), ("公开属性", "此件公开发布"));
        await way.PlanIsFiled();
        await way.IsSigned("此件公开发布", Leader);
        await way.IsIssued();
        await way.Does(Drafter, "存档与移交");
        await way.Does(Publisher, "签收");
        await way.IsNotOffered(Publisher, "记录公开发布");
        await bureau.IdleUntil(12, 22, 10);
        await way.Does(Drafter, "记录公开发布", ("网址", bureau.Page(Title)));
        await way.Sees(Drafter, "12月22日(周二)完成,逾期1天(应于12月21日(周一)前)", "已发布,待解读(12月25日前)");
        await bureau.IdleUntil(12, 23, 10);
        await way.IsExplained();
        var package = await way.IsSealed("已发布,已归档");
        await way.Sees(Drafter, "三同步 期限内", "12月23日(周三)完成,按期");
        await bureau.IdleUntil(12, 31, 20);
        // 商务运行科 keeps the copy; only the drafter can record what the government has published.
        way.WasRemindedOf(
            "12月18日 08:00 主动公开法定到期前:liying",
            "12月21日 08:00 主动公开法定到期日:liying pulan",
            "12月22日 08:00 主动公开法定逾期:gaoyuan liying pulan");
        await package.NoticesEveryChange();
        await bureau.Town.Verify();
    }

    [Fact]
    public async Task A_change_after_the_archive_takes_the_text_down_and_goes_the_way_anew()
    {
        await using var bureau = await Open();
        const string Title = "关于商贸企业扶持资金安排的通知";
        var way = await Way.Begin(bureau, Title, ("文种", "通知"), ("公开属性", "此件公开发布"));
        await way.IsSigned("此件公开发布", Leader);
        await way.IsIssued();
        await way.Does(Drafter, "存档与移交");
        await way.Does(Publisher, "签收");
        await way.IsCleared();
        await way.IsPublished();
        var first = await way.IsSealed("已发布,已归档,公开属性:此件公开发布");

        await bureau.IdleUntil(12, 1, 10);
        await way.Does(Leader, "变更公开属性", ("变更为", "此件删减后公开"), ("变更理由", "附件含企业商业秘密"), ("法定依据(变更为更少公开的必填)", "《条例》第十五条(商业秘密、个人隐私等)"));
        await way.Sees(Drafter, "公开属性由“此件公开发布”变更为“此件删减后公开”", "变更记录", "12月4日(周五)前,还剩3天");
        await way.Sees(Publisher, "公开属性已变更为此件删减后公开,待撤下已发布内容");
        await way.IsNotOffered(Publisher, "记录公开发布");
        await way.Does(Publisher, "已撤下");
        await way.Sees(Publisher, "公开发布(已撤下)");

        await bureau.IdleUntil(12, 7, 10);
        await RedactedToArchiveTests.IsHandedOver(way);
        await way.Does(Publisher, "签收");
        await RedactedToArchiveTests.OriginalIsOutOfReach(bureau, way);
        await way.IsCleared();
        await way.IsPublished();
        var second = await way.IsSealed("已发布,已归档,公开属性:此件删减后公开");
        await bureau.IdleUntil(12, 31, 20);
        way.WasRemindedOf(
            "12月3日 08:00 移交到期前:liying",
            "12月4日 08:00 移交到期日:liying pulan",
            "12月7日 08:00 移交逾期:gaoyuan liying pulan");
        Assert.Equal(first.Entries.Count + 1, second.Entries.Count);
        await first.NoticesEveryChange();
        await second.NoticesEveryChange();
        await bureau.Town.Verify();
    }
}
