using DisclosureBot.Tests.Support;
using Microsoft.Playwright;
using Xunit;

namespace DisclosureBot.Tests.Playground;

/// <summary>The whole way of a slip as people will see it: four people, four clients, one bot; screenshots of each step are kept.</summary>
[Collection(BrowserTests.Name)]
public sealed class FourDesksTests
{
    private const string Title = "关于做好2026年冬季生活必需品市场保供工作的通知(演示)";
    private static readonly Seat Drafter = new(1, "liying", "李映禾(演示)");
    private static readonly Seat Head = new(2, "pulan", "普云岚(演示)");
    private static readonly Seat Office = new(11, "zhoulin", "周临溪(演示)");
    private static readonly Seat Leader = new(14, "gaoyuan", "高远汀(演示)");

    [Fact]
    public async Task A_slip_goes_from_draft_to_signature_over_four_desks_of_Microsofts_own_client()
    {
        Needs.Playground();
        await using var bot = await BotProcess.Start();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await PlaygroundBrowser.Open(playwright);
        await using var drafter = await PlaygroundPerson.SitDown(Drafter, bot, browser);
        await using var head = await PlaygroundPerson.SitDown(Head, bot, browser);
        await using var office = await PlaygroundPerson.SitDown(Office, bot, browser);
        await using var leader = await PlaygroundPerson.SitDown(Leader, bot, browser);

        await drafter.Say("拟稿");
        await drafter.See("是否涉密", "签发人");
        await drafter.Choose("是否涉密", "否");
        await drafter.Fill("标题", Title);
        await drafter.Choose("文种", "通知");
        await drafter.Fill("主送", "各县市商务局");
        await drafter.Choose("公开属性", "此件公开发布");
        await drafter.Screenshot("01-drafter-writes");
        await drafter.Click("提交");
        await drafter.See(Title, Head.Name);
        await drafter.Screenshot("02-drafter-has-submitted");

        await head.See(Title, Drafter.Name);
        await head.Screenshot("03-head-is-asked");
        await head.Click("同意此件公开发布");
        await head.See(Office.Name);
        await head.Screenshot("04-head-has-signed");

        await office.See(Title, "同意此件公开发布");
        await office.Screenshot("05-office-is-asked");
        await office.Click("同意此件公开发布");
        await office.See(Leader.Name);
        await office.Screenshot("06-office-has-signed");

        await leader.See(Title, "同意此件公开发布");
        await leader.Screenshot("07-leader-is-asked");
        await leader.Click("同意");

        foreach (var (person, picture) in new[] { (leader, "08-leader"), (office, "09-office"), (head, "10-head"), (drafter, "11-drafter") })
        {
            await person.See(Title, "公开属性(最终)", "此件公开发布");
            await person.Screenshot(picture + "-sees-the-final");
        }
    }
}
