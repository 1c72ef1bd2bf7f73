using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DisclosureBot.Tests.Calendar;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>The next year's holidays, from the reminder to the confirmed table, through the whole program.</summary>
public sealed class CalendarWalkTests : IAsyncLifetime
{
    private const string Title = "2027年全国节假日安排";
    private Town _town = null!;

    public async ValueTask InitializeAsync() => _town = await Town.Start();

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task An_administrator_is_asked_enters_the_notice_and_a_leader_confirms_it()
    {
        await _town.Install("xushan", "luming", "gaoyuan");
        await _town.Pass(TimeSpan.FromDays(7));
        Assert.Contains(_town.Person("xushan").Chat, message => message.Card.Says("请录入2027年节假日安排"));

        var form = Assert.Single(await _town.Person("xushan").Say("节假日"));
        var entered = await _town.Person("xushan").Press(form, "提交核对", [("放假通知", CalendarDesk.Notice2027)]);
        Assert.True(entered.Card.Says("等待确认(高远汀(演示)、鲁明泽(演示))"), entered.Text);
        Assert.False(entered.Card.Offers("确认生效"));

        var (id, review) = await _town.Person("luming").Live(Title, "确认生效");
        Assert.True((await _town.Person("luming").Press(review, "确认生效", on: id)).Card.Says("已生效(鲁明泽(演示)确认)"));
        await _town.Settle();
        Assert.Contains(_town.Person("xushan").Chat, message => message.Card.Says("已生效(鲁明泽(演示)确认),重新计算后没有期限变动"));
        Assert.Contains(_town.Person("xushan").Chat, message => message.Card.Says("节假日安排已录入,不再提醒。"));
        Assert.DoesNotContain(_town.Person("gaoyuan").Chat, message => message.Card.Offers("确认生效"));

        var tables = Assert.Single(await _town.Person("liying").Say("节假日"));
        Assert.True(tables.Says("已录入:国务院办公厅关于2027年部分节假日安排的通知(演示)"), tables.Text);
        Assert.False(tables.Offers("提交核对"));
        await _town.Verify();
    }

    [Fact]
    public async Task A_table_sent_as_a_file_moves_a_running_deadline_and_says_from_when_to_when()
    {
        await using var files = await FakeFileHost.Start();
        await _town.Install("xushan", "luming", "liying", "pulan", "zhoulin", "gaoyuan");
        await _town.Pass(new DateTimeOffset(2027, 1, 11, 9, 0, 0, TimeSpan.FromHours(8)) - new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8)));
        await Sign("关于做好春节市场供应的通知");
        var before = await _town.Person("liying").Live("关于做好春节市场供应的通知", "印制完成");
        Assert.True(before.Card.Says("暂定(2027年节假日安排尚未录入)"), before.Card.Text);
        Assert.True(before.Card.Says("2月16日(周二)前"), before.Card.Text);

        var said = Assert.Single(await _town.Person("xushan").SendFiles("", ("2027.json", files.Serve(Table2027()))));
        Assert.True(said.Says("已提交,编号 历2027-0001"), said.Text);
        var (id, review) = await _town.Person("luming").Live("(演示)", "确认生效");
        await _town.Person("luming").Press(review, "确认生效", on: id);
        await _town.Settle();

        // 31 January and 20 February are worked, and the first lies within the twenty days.
        var after = await _town.Person("liying").Live("期限由2月16日改为2月15日");
        Assert.True(after.Card.Says("2月15日(周一)前"), after.Card.Text);
        Assert.False(after.Card.Says("暂定"), after.Card.Text);
        Assert.Contains(_town.Person("xushan").Chat, message => message.Card.Says("1件"));
        await _town.Verify();
    }

    private async Task Sign(string title)
    {
        await _town.Person("liying").Draft(("标题", title), ("文种", "通知"), ("公开属性", "此件公开发布"), ("签发人", _town.Person("gaoyuan").Title));
        foreach (var (person, statement) in new[] { ("pulan", "同意此件公开发布"), ("zhoulin", "同意此件公开发布"), ("gaoyuan", "同意") })
        {
            var (id, card) = await _town.Person(person).Live(title, statement);
            await _town.Person(person).Press(card, statement, on: id);
        }
    }

    private static byte[] Table2027()
    {
        (string From, int Days, string Name)[] holidays =
            [("2027-01-01", 3, "元旦"), ("2027-02-05", 8, "春节"), ("2027-04-03", 3, "清明节"), ("2027-05-01", 5, "劳动节"), ("2027-06-09", 1, "端午节"), ("2027-09-15", 1, "中秋节"), ("2027-10-01", 7, "国庆节")];
        (string Day, string Name)[] worked = [("2027-01-31", "春节"), ("2027-02-20", "春节"), ("2027-04-25", "劳动节"), ("2027-05-08", "劳动节"), ("2027-09-26", "国庆节"), ("2027-10-09", "国庆节")];
        var days = new JsonArray();
        foreach (var (from, count, name) in holidays)
            for (var i = 0; i < count; i++) days.Add(Day(DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "off", name));
        foreach (var (day, name) in worked) days.Add(Day(day, "work", name));
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["year"] = 2027,
            ["source"] = new JsonObject { ["title"] = "2027年部分节假日安排(演示)", ["docNo"] = "演示", ["url"] = "https://www.example.gov.cn/2027", ["issuedOn"] = "2026-11-10" },
            ["status"] = "official",
            ["days"] = days,
        });

        static JsonObject Day(string date, string kind, string name) => new() { ["date"] = date, ["kind"] = kind, ["name"] = name, ["scope"] = "national" };
    }
}
