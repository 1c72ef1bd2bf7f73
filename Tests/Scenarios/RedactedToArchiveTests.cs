using System.Net;
using System.Text.Json;
using DisclosureBot.Cards.Files;
using DisclosureBot.Documents;
using DisclosureBot.Tests.Support;
using Xunit;
using static DisclosureBot.Tests.Scenarios.LateBureau;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>此件删减后公开, from draft to archive: only the redacted version ever reaches 商务运行科 and the public.</summary>
public sealed class RedactedToArchiveTests
{
    private static readonly (string, string)[] Redacted = [("公开属性", "此件删减后公开"), ("理由", "含企业商业秘密")];

    [Fact]
    public async Task An_ordinary_document_is_published_without_what_was_taken_out()
    {
        await using var bureau = await Open();
        var way = await Way.Begin(bureau, "关于重点流通企业经营情况的通报", [("文种", "通报"), .. Redacted]);
        await way.IsSigned("此件删减后公开", Leader);
        await way.IsIssued();
        await way.IsNotOffered(Drafter, "存档与移交");
        await bureau.IdleUntil(11, 27, 10);
        await IsHandedOver(way);
        await bureau.IdleUntil(11, 30, 7, 40);
        await way.Does(Publisher, "签收");
        await OriginalIsOutOfReach(bureau, way);
        await bureau.IdleUntil(12, 22, 10);
        await way.IsCleared();
        await way.IsPublished();
        var package = await way.IsSealed("已发布,已归档,公开属性:此件删减后公开");
        await OriginalIsOutOfReach(bureau, way);
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
        await package.NoticesEveryChange();
        await bureau.Town.Verify();
    }

    [Fact]
    public async Task A_normative_document_is_explained_after_its_redacted_version_came_out()
    {
        await using var bureau = await Open();
        var way = await Way.Begin(bureau, "楚雄州储备肉投放管理办法", [("文种", "意见"), ("规范性文件", "是"), ("签发人", bureau.Town.Person(Principal).Title), .. Redacted]);
        await way.PlanIsFiled();
        await way.IsSigned("此件删减后公开", Principal);
        await way.IsIssued();
        await bureau.IdleUntil(12, 1, 10);
        await IsHandedOver(way);
        await bureau.IdleUntil(12, 2, 7, 40);
        await way.Does(Publisher, "签收");
        await bureau.IdleUntil(12, 22, 10);
        await way.IsCleared();
        await way.IsPublished();
        await bureau.IdleUntil(12, 28, 10);
        await way.IsExplained();
        var package = await way.IsSealed("已发布,已归档,公开属性:此件删减后公开");
        await way.Sees(Drafter, "三同步 逾期");
        await OriginalIsOutOfReach(bureau, way);
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

    /// <summary>The redacted version comes, says what was taken out, is confirmed by the head, and alone goes over.</summary>
    internal static async Task IsHandedOver(Way way)
    {
        await way.Attach("删减版");
        await way.IsNotOffered(Drafter, "存档与移交");
        await way.Does(Drafter, "说明删减内容", ("删减内容", "删去附表中各企业的进销数据"), ("法定依据", "《条例》第十五条(商业秘密、个人隐私等)"));
        await way.IsNotOffered(Drafter, "存档与移交");
        await way.Sees(Head, "删去附表中各企业的进销数据");
        await way.Does(Head, "确认删减版");
        await way.Sees(Drafter, "移交商务运行科:删减版“删减版.docx”,连同本处理签。");
        await way.Does(Drafter, "存档与移交");
    }

    /// <summary>Neither listed with a link, nor sent to the chat, nor opened by a link that the bot itself would have sealed.</summary>
    internal static async Task OriginalIsOutOfReach(LateBureau bureau, Way way)
    {
        var town = bureau.Town;
        var original = Sends((await way.Files(Drafter)).Json).Last();
        var theirs = await way.Files(Publisher);
        Assert.True(theirs.Says("正文 · 第1版") && !theirs.Says("正文.docx") && theirs.Says("您不能打开此文件"), theirs.Text);
        Assert.DoesNotContain(original, Sends(theirs.Json));
        Assert.Equal(theirs.ButtonTitles.Count(button => button == "打开"), Sends(theirs.Json).Count());

        var sent = await town.Person(Publisher).Send(FileVerbs.Send, new Dictionary<string, string>(StringComparer.Ordinal) { ["slip"] = way.CaseId, ["file"] = original });
        Assert.Equal(403, sent.Status);
        Assert.Contains("原文不移交商务运行科", sent.Text, StringComparison.Ordinal);

        var links = new FileLinks(Path.Combine(town.Bot.Data, "data", "keys"), DemoBureau.Roster.BureauId, TimeProvider.System, TimeSpan.FromDays(3650));
        using var opened = await town.Bot.Client.GetAsync(new Uri($"/files/{links.For(way.CaseId, original, Publisher)}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, opened.StatusCode);
        using var own = await town.Bot.Client.GetAsync(new Uri($"/files/{links.For(way.CaseId, original, Drafter)}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    /// <summary>Ids of the files that the card would send to the chat, the newest first.</summary>
    private static IEnumerable<string> Sends(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("verb", out var verb) && verb.ValueEquals(FileVerbs.Send) => [element.GetProperty("data").GetProperty("file").GetString()!],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Sends(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Sends),
        _ => [],
    };
}
