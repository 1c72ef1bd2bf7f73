using System.Text;
using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Cards.Calendar;
using DisclosureBot.Channel;
using DisclosureBot.Tests.Support;
using Xunit;
using static DisclosureBot.Tests.Calendar.Almanac;

namespace DisclosureBot.Tests.Calendar;

/// <summary>From the pasted notice to the calendar in force: an administrator enters, a second person confirms.</summary>
public sealed class CalendarImportTests : IDisposable
{
    private static readonly string[] Concerned = ["gaoyuan", "luming", "xushan"];
    private readonly CalendarDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    private static CancellationToken Stop => CalendarDesk.Stop;

    [Fact]
    public async Task A_pasted_notice_counts_once_a_second_person_has_confirmed_it()
    {
        var import = await _desk.Proposed();
        Assert.Null(_desk.Calendars.Present.IsWorkingDay(Day("2027-01-31")));
        Assert.Equal(["gaoyuan", "luming"], import.Confirmers);
        Assert.Equal("历2026-0001", import.Number);
        Assert.Equal("国务院办公厅关于2027年部分节假日安排的通知(演示)", import.Table.Source.Title);

        var card = await _desk.Card("luming", new CalendarClick.Confirm(import.Id));
        Assert.Contains("已生效(鲁明泽(演示)确认),正在重新计算未办结的期限", card, StringComparison.Ordinal);
        Assert.True(_desk.Calendars.Present.IsWorkingDay(Day("2027-01-31")));
        Assert.StartsWith("2024–2027官方·", _desk.Calendars.Present.Version, StringComparison.Ordinal);
        Assert.Empty(_desk.Calendars.Rules.RequestReply(Day("2026-12-04"), extended: false, Early).Receipt.MissingYears);
    }

    [Fact]
    public async Task Confirming_sets_the_recount_due_at_once_and_recounting_ends_it()
    {
        var import = await _desk.Proposed();
        Assert.Empty(await _desk.Journal.DueTimers(_desk.Clock.GetUtcNow(), 9, Stop));
        await _desk.Card("gaoyuan", new CalendarClick.Confirm(import.Id));
        Assert.Equal((import.Id, CalendarCase.Kind, CalendarCase.Recount), (await _desk.Journal.DueTimers(_desk.Clock.GetUtcNow(), 9, Stop)).Select(timer => (timer.CaseId, timer.Kind, timer.Name)).Single());

        Assert.True((await _desk.Imports.Recounted(import.Id, 3, Stop)).Committed);
        Assert.Empty(await _desk.Journal.DueTimers(_desk.Clock.GetUtcNow(), 9, Stop));
        Assert.False((await _desk.Imports.Recounted(import.Id, 5, Stop)).Committed, "counted once is enough");
        Assert.Contains("重新计算后3件期限有变动", await _desk.Card("liying", new CalendarClick.Show(import.Id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirmers_are_told_and_must_act_and_the_administrator_is_told_of_the_end()
    {
        var import = await _desk.Proposed();
        Assert.Equal("gaoyuan True, luming True, xushan False", await Acting(import.Id));
        await _desk.Card("luming", new CalendarClick.Confirm(import.Id));
        Assert.Equal("gaoyuan False, luming False, xushan False", await Acting(import.Id));
        Assert.Equal(2, (await _desk.Journal.Slot(import.Id, "xushan", Stop))!.AlertWanted);
        Assert.Equal(1, (await _desk.Journal.Slot(import.Id, "luming", Stop))!.AlertWanted);
        Assert.Empty(await _desk.Journal.Waiting("gaoyuan", Stop));
    }

    [Fact]
    public async Task A_rejected_import_never_counts_and_says_why()
    {
        var import = await _desk.Proposed();
        Assert.Contains("请填写“退回理由”。", await _desk.Card("luming", new CalendarClick.Reject(import.Id, " ")), StringComparison.Ordinal);
        var card = await _desk.Card("luming", new CalendarClick.Reject(import.Id, "与原文不符"));
        Assert.Contains("已退回(鲁明泽(演示))", card, StringComparison.Ordinal);
        Assert.Contains("与原文不符", await _desk.Card("xushan", new CalendarClick.Show(import.Id)), StringComparison.Ordinal);
        await _desk.Imports.Refresh(Stop);
        Assert.False(_desk.Calendars.Present.IsOfficial(2027));
    }

    [Fact]
    public async Task At_the_next_start_every_confirmed_import_is_in_force_again_in_the_order_of_confirmation()
    {
        var first = await _desk.Proposed("form-1", CalendarDesk.Input("火把节:8月6日(周四)至8日(周六)放假,共3天。", "2026", "local"));
        var second = await _desk.Proposed("form-2", CalendarDesk.Input("火把节:8月5日(周三)至7日(周五)放假,共3天。", "2026", "local"));
        await _desk.Card("luming", new CalendarClick.Confirm(second.Id));
        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await _desk.Card("luming", new CalendarClick.Confirm(first.Id));
        var version = _desk.Calendars.Present.Version;
        _desk.Calendars.Replace([]);

        await _desk.Imports.Refresh(Stop);
        Assert.Equal(version, _desk.Calendars.Present.Version);
        Assert.True(_desk.Calendars.Present.IsWorkingDay(Day("2026-08-05")));
        Assert.False(_desk.Calendars.Present.IsWorkingDay(Day("2026-08-06")));
    }

    [Theory]
    [InlineData("xushan", "录入人不能确认自己录入的安排,请由高远汀(演示)、鲁明泽(演示)对照通知原文核对。")]
    [InlineData("liying", "这次录入由高远汀(演示)、鲁明泽(演示)确认,您不能办理。")]
    public async Task Nobody_else_can_confirm_or_reject(string person, string text)
    {
        var import = await _desk.Proposed();
        Assert.Contains(text, await _desk.Card(person, new CalendarClick.Confirm(import.Id)), StringComparison.Ordinal);
        Assert.Contains(text, await _desk.Card(person, new CalendarClick.Reject(import.Id, "理由")), StringComparison.Ordinal);
        Assert.Equal(ImportPhase.Proposed, (await _desk.Now(import.Id)).Phase);
    }

    [Fact]
    public async Task A_decided_import_is_not_decided_again_and_a_repeated_click_changes_nothing()
    {
        var import = await _desk.Proposed();
        await _desk.Card("luming", new CalendarClick.Confirm(import.Id));
        Assert.Contains("这次录入已经办结", await _desk.Card("gaoyuan", new CalendarClick.Reject(import.Id, "理由")), StringComparison.Ordinal);
        Assert.Contains("已办理", await _desk.Card("luming", new CalendarClick.Confirm(import.Id)), StringComparison.Ordinal);
        Assert.Equal(2, (await _desk.Now(import.Id)).Version);
    }

    [Fact]
    public async Task One_form_makes_one_import_however_often_it_is_clicked()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _desk.Card("xushan", new CalendarClick.Propose("form-1", CalendarDesk.Input()))));
        Assert.Single(await _desk.Journal.CasesOf(CalendarCase.Kind, Stop));
    }

    [Fact]
    public async Task Only_an_administrator_can_enter_a_table()
    {
        Assert.Equal((403, "只有管理员可以录入节假日安排。发现安排有误或缺少,请联系本局管理员。"), await Refused("liying", new CalendarClick.Propose("form-1", CalendarDesk.Input())));
        Assert.StartsWith("只有管理员", (await _desk.Clicks.Receive(DemoBureau.Person("luming"), Encoding.UTF8.GetBytes("{}"), "file-1", Stop)).Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "national", "元旦:1月1日放假。", "请选择年度。")]
    [InlineData("next", "national", "元旦:1月1日放假。", "请选择年度。")]
    [InlineData("2027", "everywhere", "元旦:1月1日放假。", "请选择范围:全国或州内。")]
    [InlineData("2027", "national", null, "请粘贴“放假通知”。")]
    [InlineData("2027", "national", "元旦:1月1日(周四)放假。", "第1行“元旦”:2027年1月1日是周五,写的是周四,请核对日期和年度。请对照通知原文修改后再提交。")]
    [InlineData("2027", "national", "元旦:1月1日放假。", "缺少法定节假日:2月5日(周五)农历除夕、")]
    [InlineData("2031", "national", "元旦:1月1日放假。", "年度2031不合理,只能录入2014年至2027年的安排。")]
    public async Task A_form_that_cannot_be_taken_comes_back_with_what_is_wrong_and_what_was_typed(string? year, string scope, string? text, string fault)
    {
        var card = await _desk.Card("xushan", new CalendarClick.Propose("form-1", new() { Year = year, Scope = scope, Text = text }));
        Assert.Contains(fault, card, StringComparison.Ordinal);
        if (text is not null) Assert.Contains(text, card, StringComparison.Ordinal);
        Assert.Empty(await _desk.Journal.CasesOf(CalendarCase.Kind, Stop));
    }

    [Fact]
    public async Task A_notice_too_long_to_be_one_is_refused() => Assert.Contains(
        "“放假通知”最多2000字,现有2001字", await _desk.Card("xushan", new CalendarClick.Propose("form-1", CalendarDesk.Input(new string('节', 2001)))), StringComparison.Ordinal);

    [Theory]
    [InlineData("calendar-2026-0000009")]
    [InlineData("slip-2026-0000001")]
    public async Task What_is_not_there_is_not_found(string id)
    {
        foreach (var click in new CalendarClick[] { new CalendarClick.Show(id), new CalendarClick.Confirm(id), new CalendarClick.Reject(id, "理由") })
            Assert.Equal((403, "没有找到这次节假日安排的录入。请写“节假日”查看现行安排。"), await Refused("luming", click));
    }

    [Fact]
    public async Task A_table_that_came_as_a_file_goes_the_same_way()
    {
        var json = File.ReadAllBytes(Path.Combine(Repository.Root, "Bot", "Calendar", "Data", "2026.json"));
        var said = await _desk.Clicks.Receive(DemoBureau.Person("xushan"), json, "file-1", Stop);
        Assert.Equal("已提交,编号 历2026-0001。等待确认(高远汀(演示)、鲁明泽(演示))。", said.Summary);
        Assert.StartsWith("第1行不是本系统的节假日文件格式", (await _desk.Clicks.Receive(DemoBureau.Person("xushan"), "[]"u8.ToArray(), "file-2", Stop)).Summary, StringComparison.Ordinal);
        var guess = File.ReadAllBytes(Path.Combine(Repository.Root, "Bot", "Calendar", "Data", "2027-provisional.json"));
        Assert.StartsWith("这是推算的暂定安排", (await _desk.Clicks.Receive(DemoBureau.Person("xushan"), guess, "file-3", Stop)).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_entered_is_shown_holiday_by_holiday_with_what_changes()
    {
        var import = await _desk.Proposed();
        var view = _desk.Views.Of(import, DemoBureau.Person("luming"));
        Assert.Equal("春节:2月5日(周五)至2月12日(周五)放假,共8天;1月31日(周日)、2月20日(周六)上班", view.Days[1]);
        Assert.Equal(["2027年此前没有正式安排,以上各日均为新增"], view.Changes);
        Assert.True(view.MayDecide);
        Assert.False(_desk.Views.Of(import, DemoBureau.Person("xushan")).MayDecide);

        var local = await _desk.Proposed("form-2", CalendarDesk.Input("火把节:8月6日(周四)至8日(周六)放假,共3天。", "2026", "local"));
        Assert.Equal(["8月6日(周四)至8月7日(周五)火把节:上班改为放假"], _desk.Views.Of(local, DemoBureau.Person("luming")).Changes);
    }

    [Fact]
    public void The_tables_are_shown_to_everybody_and_the_form_to_administrators()
    {
        var view = _desk.Views.Tables(DemoBureau.Person("liying"));
        Assert.Null(view.Form);
        Assert.Equal(
            [
                "2025年全国 已录入:国务院办公厅关于2025年部分节假日安排的通知(国办发明电〔2024〕12号,2024年11月12日)",
                "2026年全国 已录入:国务院办公厅关于2026年部分节假日安排的通知(国办发明电〔2025〕7号,2025年11月4日)",
                "2027年全国 尚未录入,暂按推算(非官方安排)计算,涉及的期限标为暂定",
                "2025年州内 自治州成立纪念日、火把节(据转载,未见原文);缺彝族年",
                "2026年州内 尚未录入(自治州成立纪念日、火把节、彝族年)",
                "2027年州内 尚未录入(自治州成立纪念日、火把节、彝族年)",
            ],
            view.Coverage.Select(line => $"{line.Label} {line.Text}"));
        Assert.Equal(["2027", "2026"], _desk.Views.Tables(DemoBureau.Person("xushan")).Form!.Years.Select(year => year.Value));
    }

    [Fact]
    public void Another_administrator_confirms_where_there_is_one()
    {
        var people = DemoBureau.Roster.People.Select(person => person.Id == "shenxi" ? person with { Roles = new HashSet<Role> { Role.Administrator } } : person).ToList();
        var rules = new CalendarRules(new Roster("b", "局", "t", people));
        Assert.Equal(["shenxi"], rules.Confirmers(DemoBureau.Person("xushan")).Select(person => person.Id));
        Assert.Equal(["xushan"], rules.Confirmers(DemoBureau.Person("shenxi")).Select(person => person.Id));
    }

    [Fact]
    public void Without_a_second_person_nothing_can_be_entered()
    {
        var alone = new CalendarRules(new Roster("b", "局", "t", [DemoBureau.Person("xushan")]));
        var command = new CalendarCommand.Propose("calendar-1", "1", "k", EmbeddedTables.All.Single(table => table.Year == 2026), Present);
        var refused = Assert.IsType<Decision<CalendarEvent>.Refused>(alone.Decide(null, command, DemoBureau.Person("xushan"), At("2026-11-23T09:00:00")));
        Assert.StartsWith("花名册中没有第二个人可以确认", refused.Refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_came_in_between_is_checked_again_before_it_counts()
    {
        var rules = new CalendarRules(DemoBureau.Roster);
        var table = new CalendarTable(2027, new("通知"), TableStatus.Official, [new(Day("2027-09-03"), DayKind.Off, "纪念日", DayScope.National)]);
        var official = new BureauCalendar([.. EmbeddedTables.All, CalendarCheckTests.Next], CalendarSettings.Default);
        var proposed = Assert.IsType<Decision<CalendarEvent>.Accepted>(rules.Decide(
            null, new CalendarCommand.Propose("c", "1", "k", table, official), DemoBureau.Person("xushan"), At("2026-11-23T09:00:00"))).Events[0];
        var import = CalendarImport.Evolve(null, proposed);
        var refused = Assert.IsType<Decision<CalendarEvent>.Refused>(rules.Decide(import, new CalendarCommand.Confirm(Present), DemoBureau.Person("luming"), At("2026-11-24T09:00:00")));
        Assert.StartsWith("提交之后日历已有变化,这份安排不能生效:缺少法定节假日", refused.Refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_journal_is_sound_after_all_of_it()
    {
        var confirmed = await _desk.Proposed();
        await _desk.Card("luming", new CalendarClick.Confirm(confirmed.Id));
        await _desk.Imports.Recounted(confirmed.Id, 2, Stop);
        var rejected = await _desk.Proposed("form-2");
        await _desk.Card("luming", new CalendarClick.Reject(rejected.Id, "重复"));
        Assert.Empty(await _desk.Journal.Verify((kind, events) => kind == CalendarCase.Kind ? _desk.Case.Rebuild(events) : new NudgeCase().Rebuild(events), Stop));
        Assert.Equal(typeof(CalendarEvent).GetNestedTypes().Length, (await Task.WhenAll(_desk.Journal.Events(confirmed.Id, Stop), _desk.Journal.Events(rejected.Id, Stop)))
            .SelectMany(events => events).Select(row => row.Type).Distinct().Count());
    }

    private async Task<(int, string)> Refused(string person, CalendarClick click)
    {
        var refusal = await _desk.Refused(person, click);
        return (refusal.Status, refusal.Text);
    }

    private async Task<string> Acting(string id)
    {
        var slots = await Task.WhenAll(Concerned.Select(person => _desk.Journal.Slot(id, person, Stop)));
        return string.Join(", ", slots.Select(slot => $"{slot!.Person} {slot.MustAct}"));
    }
}
