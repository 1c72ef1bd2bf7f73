using System.Text;
using DisclosureBot.Calendar;
using DisclosureBot.Tests.Support;
using Xunit;
using static DisclosureBot.Tests.Calendar.Almanac;

namespace DisclosureBot.Tests.Calendar;

/// <summary>What a table must be before anybody is asked to confirm it, and how its file is read.</summary>
public sealed class CalendarCheckTests
{
    public static readonly CalendarTable Next = Guess() with { Status = TableStatus.Official, Source = new("国务院办公厅关于2027年部分节假日安排的通知(演示)") };

    [Fact]
    public void A_plausible_table_has_neither_faults_nor_warnings()
    {
        var check = Check(With(Work("2027-01-31"), Work("2027-02-20"), Work("2027-04-25"), Work("2027-09-26"), Work("2027-10-09")));
        Assert.Empty(check.Faults);
        Assert.Empty(check.Warnings);
    }

    [Theory]
    [InlineData("2027-02-05", "缺少法定节假日:2月5日(周五)农历除夕。")]
    [InlineData("2027-06-09", "缺少法定节假日:6月9日(周三)端午节。")]
    [InlineData("2027-09-15", "缺少法定节假日:9月15日(周三)中秋节。")]
    [InlineData("2027-04-05", "缺少法定节假日:4月5日(周一)清明节。")]
    [InlineData("2027-10-02", "缺少法定节假日:10月2日(周六)国庆节次日。")]
    public void Every_statutory_day_must_be_off(string left, string fault) =>
        Assert.Equal([fault], Check(Next with { Days = [.. Next.Days.Where(day => day.Date != Day(left))] }).Faults);

    [Fact]
    public void A_make_up_day_must_be_a_weekend() =>
        Assert.Equal(["“春节”2月1日(周一):调休上班日必须是周六或周日。"], Check(With(Work("2027-02-01"))).Faults);

    [Fact]
    public void No_day_is_both_off_and_worked_nor_named_twice()
    {
        Assert.Equal(["10月2日(周六)既写了放假又写了上班。", "“春节”10月2日(周六):这一天是法定节假日,不能上班。"], Check(With(Work("2027-10-02"))).Faults);
        Assert.Equal(["10月2日(周六)写了两次(国庆节、春节)。"], Check(With(Work("2027-10-02") with { Kind = DayKind.Off })).Faults);
    }

    [Theory]
    [InlineData(2029)]
    [InlineData(2013)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void The_year_must_be_plausible(int year) => Assert.Equal([$"年度{year}不合理,只能录入2014年至2027年的安排。"], Check(Next with { Year = year }).Faults);

    [Fact]
    public void Days_belong_to_the_year_or_the_december_before()
    {
        Assert.Equal(["“春节”1月1日(周六):不在2027年。"], Check(With(Work("2028-01-01"))).Faults);
        Assert.Empty(Check(With(Work("2026-12-27"))).Faults);
    }

    [Fact]
    public void A_guess_an_empty_table_and_an_endless_name_are_refused()
    {
        Assert.Contains("这是推算的暂定安排,不是正式通知,不能录入。", Check(Guess()).Faults);
        Assert.Contains("没有任何放假或上班的日期。", Check(Next with { Days = [] }).Faults);
        Assert.Contains(Check(With(Work("2027-01-31") with { Name = new('节', 31) })).Faults, fault => fault.EndsWith("节日名称最多30字。", StringComparison.Ordinal));
    }

    [Fact]
    public void Too_few_make_up_days_ask_for_a_second_look() =>
        Assert.Equal(["调休上班日共0天,往年为5至9天,请核对是否有遗漏。"], Check(Next).Warnings);

    [Fact]
    public void A_notice_about_single_days_of_an_announced_year_is_taken_as_an_addition()
    {
        var check = Check(new(2026, new("通知"), TableStatus.Official, [new(Day("2026-12-25"), DayKind.Off, "纪念日", DayScope.National)]));
        Assert.Empty(check.Faults);
        Assert.Equal(["这份通知只涉及个别日期,将补充到已有的2026年安排中,不替换。"], check.Warnings);
    }

    [Fact]
    public void The_prefecture_cannot_have_a_national_holiday_worked()
    {
        var fault = Assert.Single(Check(Local(new CalendarDay(Day("2026-10-04"), DayKind.Work, "彝族年", DayScope.Local))).Faults);
        Assert.Equal("“彝族年”10月4日(周日):全国安排这一天放假(国庆节),不能上班。", fault);
        var check = Check(Local(new CalendarDay(Day("2026-10-10"), DayKind.Off, "彝族年", DayScope.Local)));
        Assert.Empty(check.Faults);
        Assert.Equal(["“彝族年”10月10日(周六):全国安排这一天调休上班,请核对。"], check.Warnings);
    }

    [Fact]
    public void The_files_the_program_carries_are_read_as_files_are()
    {
        var json = File.ReadAllBytes(Path.Combine(Repository.Root, "Bot", "Calendar", "Data", "2026.json"));
        Assert.Equal(39, CalendarFile.Read(json, out var faults)!.Days.Count);
        Assert.Empty(faults);
        Assert.NotNull(CalendarFile.Read([0xEF, 0xBB, 0xBF, .. json], out _));
    }

    [Theory]
    [InlineData("", "第1行不是本系统的节假日文件格式(JSON)")]
    [InlineData("null", "文件是空的。")]
    [InlineData("[]", "第1行不是本系统的节假日文件格式(JSON)")]
    [InlineData("{\n\"year\": \"2027\"}", "第2行不是本系统的节假日文件格式(JSON):$.year")]
    [InlineData("{\"year\":2027,\"source\":{\"title\":\"\\ud800\"}}", "")]
    public void What_is_no_table_is_refused_in_a_sentence(string json, string fault)
    {
        Assert.Null(CalendarFile.Read(Encoding.UTF8.GetBytes(json), out var faults));
        Assert.StartsWith(fault, faults[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_of_a_file_is_named_with_its_line()
    {
        const string Json = """
            {
              "year": 2027,
              "source": { "title": "" },
              "status": "sure",
              "days": [
                { "date": "2027/01/01", "kind": "off", "name": "元旦", "scope": "national" },
                { "date": "2027-01-02", "kind": "rest", "name": "元旦", "scope": "everywhere" },
                { "date": "2027-01-03", "kind": "off" }
              ]
            }
            """;
        Assert.Null(CalendarFile.Read(Encoding.UTF8.GetBytes(Json), out var faults));
        Assert.Equal(
            [
                "第3行(source.title):没有填写。",
                "第4行(status):“sure”不能识别,应为 official 或 provisional。",
                "第6行(days[0].date):“2027/01/01”不是日期,应写作 2026-10-01。",
                "第7行(days[1].kind):“rest”不能识别,应为 off 或 work。",
                "第7行(days[1].scope):“everywhere”不能识别,应为 national 或 local。",
                "第8行(days[2].name):没有填写。",
                "第8行(days[2].scope):“”不能识别,应为 national 或 local。",
            ],
            faults);
    }

    [Fact]
    public void A_file_too_large_is_not_even_looked_at()
    {
        Assert.Null(CalendarFile.Read(new byte[CalendarFile.Largest + 1], out var faults));
        Assert.Equal(["文件过大:最多256KB。"], faults);
    }

    private static CalendarCheck Check(CalendarTable table) => CalendarCheck.Of(table, 2026, Present);

    private static CalendarTable With(params CalendarDay[] days) => Next with { Days = [.. Next.Days, .. days] };

    private static CalendarTable Local(CalendarDay day) => new(2026, new("州内通知"), TableStatus.Official, [day]);

    private static CalendarDay Work(string date) => new(Day(date), DayKind.Work, "春节", DayScope.National);

    private static CalendarTable Guess() => EmbeddedTables.All.Single(table => table.Year == 2027);
}
