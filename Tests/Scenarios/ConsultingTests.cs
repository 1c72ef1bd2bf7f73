using Xunit;
using static DisclosureBot.Tests.Scenarios.LateBureau;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>A joint document through the front door: colleagues asked, sections countersigning, desks passed on, returned in the middle.</summary>
public sealed class ConsultingTests
{
    private const string Market = "zhangmu", Trade = "maoyun", Outsider = "duanhe", Other = "yangzhi";
    private const string Title = "楚雄州商务局等部门关于联合开展夜间消费活动的通知";

    [Fact]
    public async Task A_joint_document_hears_everybody_before_the_office_signs()
    {
        await using var bureau = await Open();
        var way = await Way.Begin(bureau, Title, ("公开属性", "此件公开发布"));
        await way.Does(Drafter, "请科室会签", ("会签单位", "张牧原(演示)(市场体系建设科)"));
        await way.Does(Head, "请科室会签", ("会签单位", "毛云舟(演示)(对外贸易科)"), ("会签事项", "外贸企业展位由你科安排"));
        Assert.DoesNotContain(bureau.Town.Person(Market).Chat, message => message.Card.Says(Title));

        await way.Does(Head, "征求同事意见", ("征求谁的意见", "段禾川(演示)(对外贸易科)"), ("征求内容", "活动期间能否派人值守?"));
        await way.Sees(Head, "等待征求段禾川(演示)意见后科室负责人初审", "征求意见与会签", "科室负责人签署后会签");
        Assert.Contains("答复后才能签署", (await way.Tries(Head, "同意此件公开发布")).Text, StringComparison.Ordinal);
        await way.Does(Drafter, "征求同事意见", ("征求谁的意见", "杨知渔(演示)(市场体系建设科)"));
        Assert.Contains("请不要写公开属性的表述", (await way.Tries(Outsider, "提交意见", ("意见", "同意此件公开发布"))).Text, StringComparison.Ordinal);
        await Twice(bureau, way, Outsider, "提交意见", ("意见", "可以派2人"));
        await way.Sees(Head, "“可以派2人。”", "等待科室负责人初审(普云岚(演示))");
        await way.Does(Drafter, "抄送", ("抄送给", "罗青砚(演示)(商务运行科)"));
        await way.Sees(Publisher, "抄送:罗青砚(演示)");
        await way.IsNotOffered(Publisher, "提交意见", "抄送", "征求同事意见");

        await way.Does(Head, "同意此件公开发布");
        await way.Sees(Office, "等待张牧原(演示)、毛云舟(演示)会签后办公室二审");
        Assert.Contains("答复后才能签署", (await way.Tries(Office, "同意此件公开发布")).Text, StringComparison.Ordinal);
        await way.Does(Market, "提交会签意见");
        await way.Does(Office, "退回修改", ("退回理由", "请写明牵头科室"), ("退回后", "改后从科室初审重新走"));
        await way.IsNotOffered(Trade, "提交会签意见");
        await way.IsNotOffered(Other, "提交意见");
        await way.Does(Drafter, "修改后重新提交");

        await Twice(bureau, way, Head, "转办", ("转给谁", "鲁明泽(演示)(局领导)"), ("转办理由", "外出培训"));
        await way.IsNotOffered(Head, "同意此件公开发布", "转办");
        await way.Sees(Drafter, "转办:由鲁明泽(演示)办理“科室负责人初审”", "外出培训");
        await way.Does(Principal, "同意此件公开发布");
        await way.Does(Market, "提交会签意见", ("会签意见", "同意会签,牵头科室请写明联系人"));
        await way.Does(Office, "撤销征求", ("撤销理由", "该科已电话确认"));
        await way.Does(Office, "转办", ("转给谁", "沈砚溪(演示)(办公室)"), ("转办理由", "出差"));
        await way.IsNotOffered(Registrar, "同意此件公开发布");
        await way.Does("shenxi", "同意此件公开发布");
        await way.Does(Leader, "转办", ("转给谁", "鲁明泽(演示)(局领导)"), ("转办理由", "请主要领导签发"));
        await way.Sees(Principal, "签发人:鲁明泽(演示)(主要领导)");
        await way.Does(Principal, "同意");
        await way.Sees(Drafter, "已签发,公开属性(最终):此件公开发布", "同意会签,牵头科室请写明联系人。", "撤销:该科已电话确认");

        await way.Does(Drafter, "征求同事意见", ("征求谁的意见", "杨知渔(演示)(市场体系建设科)"), ("征求内容", "印多少份合适?"));
        await way.Does(Other, "提交意见", ("意见", "30份"));
        await bureau.Town.Verify();
    }

    /// <summary>Teams repeats a click that it thinks lost: the same payload once more, and nothing more comes of it.</summary>
    private static async Task Twice(LateBureau bureau, Way way, string who, string button, params (string Label, string Value)[] filled)
    {
        var (id, card) = await way.Reach(who, button);
        var click = card.Press(button, [.. filled]);
        var first = await bureau.Town.Person(who).Send(click.Verb, click.Data, id);
        var again = await bureau.Town.Person(who).Send(click.Verb, click.Data, id);
        await bureau.Wait();
        Assert.True(first.Card.Says("已办理") && again.Card.Says("已办理"), again.Text);
        Assert.Equal(Lines(first.Card.Text), Lines(again.Card.Text));
        await way.Sees(who, Title);

        static int Lines(string text) => text.Split("11月23日").Length;
    }
}
