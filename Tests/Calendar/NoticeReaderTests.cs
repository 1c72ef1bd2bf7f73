using DisclosureBot.Calendar;
using Xunit;
using static DisclosureBot.Tests.Calendar.Almanac;

namespace DisclosureBot.Tests.Calendar;

/// <summary>The notices as they were really worded give the very tables the program carries; a slip of the pen is named with its line.</summary>
public sealed class NoticeReaderTests
{
    private const string Notice2024 = """
        一、元旦：1月1日放假，与周末连休。
        二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
        三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
        四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
        五、端午节：6月10日放假，与周末连休。
        六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
        七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。
        """;

    private const string Notice2025 = """
        一、元旦:1月1日(周三)放假1天,不调休。
        二、春节:1月28日(农历除夕、周二)至2月4日(农历正月初七、周二)放假调休,共8天。1月26日(周日)、2月8日(周六)上班。
        三、清明节:4月4日(周五)至6日(周日)放假,共3天。
        四、劳动节:5月1日(周四)至5日(周一)放假调休,共5天。4月27日(周日)上班。
        五、端午节:5月31日(周六)至6月2日(周一)放假,共3天。
        六、国庆节、中秋节:10月1日(周三)至8日(周三)放假调休,共8天。9月28日(周日)、10月11日(周六)上班。
        """;

    private const string Notice2026 = """
        国务院办公厅关于2026年部分节假日安排的通知
        国办发明电〔2025〕7号
        各省、自治区、直辖市人民政府,国务院各部委、各直属机构:
        经国务院批准,现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
        一、元旦:1月1日(周四)至3日(周六)放假调休,共3天。1月4日(周日)上班。
        二、春节:2月15日(农历腊月二十八、周日)至23日(农历正月初七、周一)放假调休,共9天。2月14日(周六)、2月28日(周六)上班。
        三、清明节:4月4日(周六)至6日(周一)放假,共3天。
        四、劳动节:5月1日(周五)至5日(周二)放假调休,共5天。5月9日(周六)上班。
        五、端午节:6月19日(周五)至21日(周日)放假,共3天。
        六、中秋节:9月25日(周五)至27日(周日)放假,共3天。
        七、国庆节:10月1日(周四)至7日(周三)放假调休,共7天。9月20日(周日)、10月10日(周六)上班。
        节假日期间,各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
        国务院办公厅
        2025年11月4日
        """;

    [Theory]
    [InlineData(2024, Notice2024)]
    [InlineData(2025, Notice2025)]
    [InlineData(2026, Notice2026)]
    public void A_real_notice_gives_the_table_the_program_carries(int year, string notice)
    {
        var read = Good(notice, year);
        var carried = EmbeddedTables.All.Single(table => table.Year == year && table.Status == TableStatus.Official);
        Assert.Equal(carried.Days, read.Days);
        var check = CalendarCheck.Of(read, 2026, Present);
        Assert.Empty(check.Faults);
        Assert.Empty(check.Warnings);
    }

    [Fact]
    public void All_in_one_paragraph_and_full_of_spaces_it_reads_the_same() =>
        Assert.Equal(Good(Notice2024, 2024).Days, Good(Notice2024.ReplaceLineEndings("").Replace("月", " 月 ", StringComparison.Ordinal), 2024).Days);

    [Fact]
    public void Title_number_and_date_of_issue_are_the_source() => Assert.Equal(
        new CalendarSource("国务院办公厅关于2026年部分节假日安排的通知", "国办发明电〔2025〕7号", null, Day("2025-11-04")), Good(Notice2026, 2026).Source);

    [Theory]
    [InlineData("二、2023年火把节：8月9日至11日放假，共3天，与8月12日（星期六）、8月13日（星期日）周末连休。", 2023, "2023-08-09 2023-08-10 2023-08-11")]
    [InlineData("2024年火把节:7月29日—31日放假,共3天,与7月27日(星期六)、7月28日(星期日)周末连休。", 2024, "2024-07-29 2024-07-30 2024-07-31")]
    [InlineData("七、火把节:8月14日至16日(星期一至星期三)放假3天,与周末连休。", 2017, "2017-08-14 2017-08-15 2017-08-16")]
    [InlineData("四、自治州成立纪念日:4月15日(星期六)、4月16日(星期天)、4月17日(星期一)为法定假日,4月18日(星期二)、4月19日(星期三)补休,共5天。", 2017,
        "2017-04-15 2017-04-16 2017-04-17 2017-04-18 2017-04-19")]
    [InlineData("彝族年放假时间为12月21日至24日,共4天。", 2024, "2024-12-21 2024-12-22 2024-12-23 2024-12-24")]
    public void The_prefectures_wordings_are_read(string line, int year, string days)
    {
        var table = Good(line, year, DayScope.Local);
        Assert.Equal(days, string.Join(' ', table.Days.Select(day => day.Date.ToString("yyyy-MM-dd", null))));
        Assert.All(table.Days, day => Assert.True(day is { IsLocal: true, IsOff: true }));
    }

    [Fact]
    public void In_a_notice_of_the_prefecture_the_countrys_holidays_are_passed_over()
    {
        var table = Good("一、元旦:1月1日放假,1月2日(星期一)补休。\n二、火把节:8月14日至16日放假,共3天。", 2017, DayScope.Local);
        Assert.Equal(["火把节"], table.Days.Select(day => day.Name).Distinct());
    }

    [Theory]
    [InlineData("元旦:2022年12月31日至2023年1月2日放假调休,共3天。")]
    [InlineData("元旦:2022年12月31日至次年1月2日放假调休,共3天。")]
    public void A_holiday_may_begin_in_the_december_before(string line) =>
        Assert.Equal([Day("2022-12-31"), Day("2023-01-01"), Day("2023-01-02")], Good(line, 2023).Days.Select(day => day.Date));

    [Theory]
    [InlineData("三、清明节:4月4日(周五)至6日(周一)放假,共3天。", "第2行“清明节”:2026年4月4日是周六,写的是周五,请核对日期和年度。")]
    [InlineData("八月节:8月14日至16日(星期一至星期日)放假。", "第2行“八月节”:2026年8月14日是周五,写的是周一,请核对日期和年度。")]
    [InlineData("清明节:4月4日至6日放假,共4天。", "第2行“清明节”:写明共4天,按日期数是3天。")]
    [InlineData("元旦:1月1日放假2天。", "第2行“元旦”:写明共2天,按日期数是1天。")]
    [InlineData("元旦:1月1日放假。1月5日上班。", "第2行“元旦”:1月5日(周一)不是周六、周日,不能是调休上班日。")]
    [InlineData("元旦:1月3日放假。1月3日上班。", "第2行“元旦”:1月3日(周六)前面已写为放假(元旦),重复或矛盾。")]
    [InlineData("元旦:1月3日至1日放假。", "第2行“元旦”:结束日期1月1日(周四)不在开始日期1月3日(周六)之后,跨年的请写明年份。")]
    [InlineData("春节:2月1日至27日放假。", "第2行“春节”:2月1日(周日)至2月27日(周五)超过15天。")]
    [InlineData("春节:2月30日放假。", "第2行“春节”:没有2026年2月30日这一天。")]
    [InlineData("春节:30日放假。", "第2行“春节”:“30日”没有写月份。")]
    [InlineData("1月4日上班。", "第2行:没有写明是什么节日,应写作“节日名称:日期”。")]
    [InlineData("元旦:1月1日。", "第2行“元旦”:1月1日(周四)没有写明是放假还是上班。")]
    [InlineData("元旦:1月1日改到1月2日放假。", "第2行“元旦”:“改到”看不懂,日期之间应写“至”或“、”。")]
    [InlineData("清明节:放假3天。", "第2行:写了放假天数,但没有读到日期。")]
    [InlineData("2025年元旦:1月1日放假。", "第2行“元旦”:写的是2025年,填报的年度是2026年。")]
    [InlineData("国务院办公厅关于2025年部分节假日安排的通知", "第2行:通知是2025年的,填报的年度是2026年。")]
    public void A_slip_of_the_pen_is_named_with_its_line(string line, string fault)
    {
        Assert.Null(NoticeReader.Read("各单位:\n" + line, 2026, DayScope.National, out var faults));
        Assert.Equal([fault], faults);
    }

    [Theory]
    [InlineData("")]
    [InlineData("请各科室提前安排好工作。\n2025年11月4日")]
    public void Without_any_date_the_person_is_told_what_to_paste(string text)
    {
        Assert.Null(NoticeReader.Read(text, 2026, DayScope.National, out var faults));
        Assert.StartsWith("没有读到放假或上班的日期。请粘贴", Assert.Single(faults), StringComparison.Ordinal);
    }

    [FsCheck.Xunit.Property(MaxTest = 500)]
    public void Any_text_is_read_without_throwing(string text, int year, bool local) =>
        NoticeReader.Read((text ?? "") + "1月1日" + text + "放假", year, local ? DayScope.Local : DayScope.National, out _);

    private static CalendarTable Good(string text, int year, DayScope scope = DayScope.National)
    {
        var table = NoticeReader.Read(text, year, scope, out var faults);
        Assert.Empty(faults);
        return table!;
    }
}
