using DisclosureBot.Opinions.Watch;
using DisclosureBot.Tests.Support;
using FsCheck.Xunit;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Watch;

/// <summary>A duty roster as a section types it; what cannot be read names its line.</summary>
public sealed class DutyTextTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("11月23日 罗青砚(演示)", "11-23 luoqing")]
    [InlineData("11月23日 罗青砚", "11-23 luoqing")]
    [InlineData("11月23日(周一):罗青砚(演示)", "11-23 luoqing")]
    [InlineData("2026年11月23日 罗青砚、纪文岫", "11-23 luoqing+jiwen")]
    [InlineData("11月24日至11月26日 纪文岫", "11-24 jiwen,11-25 jiwen,11-26 jiwen")]
    [InlineData("11月24日至26日 纪文岫", "11-24 jiwen,11-25 jiwen,11-26 jiwen")]
    [InlineData("11月24日-11月25日 高远汀", "11-24 gaoyuan,11-25 gaoyuan")]
    [InlineData("12月31日至1月1日 罗青砚", "12-31 luoqing,01-01 luoqing")]
    [InlineData("1月2日 罗青砚", "01-02 luoqing")]
    [InlineData("11月24日 无", "11-24 ")]
    [InlineData("\n11月25日 罗青砚\n\n11月24日 纪文岫\n", "11-24 jiwen,11-25 luoqing")]
    public void A_line_names_its_days_and_people(string text, string expected)
    {
        var days = DutyText.Read(text, Today, DemoBureau.Roster, out var faults);
        Assert.Empty(faults);
        Assert.Equal(expected, string.Join(',', days.Select(duty => $"{duty.Day:MM-dd} {string.Join('+', duty.People)}")));
    }

    [Fact]
    public void A_day_of_spring_written_in_autumn_is_next_years() =>
        Assert.Equal(new DateOnly(2027, 1, 2), DutyText.Read("1月2日 罗青砚", Today, DemoBureau.Roster, out _).Single().Day);

    [Theory]
    [InlineData("下周一 罗青砚", "第1行“下周一 罗青砚”:看不出日期和姓名,请写成“11月23日 姓名”或“11月24日至26日 姓名”。")]
    [InlineData("١١月٢٤日 罗青砚", "第1行“١١月٢٤日 罗青砚”:看不出日期和姓名,请写成“11月23日 姓名”或“11月24日至26日 姓名”。")]
    [InlineData("11月23日", "第1行“11月23日”:看不出日期和姓名,请写成“11月23日 姓名”或“11月24日至26日 姓名”。")]
    [InlineData("11月24日 罗青砚\n11月25日 张三", "第2行“11月25日 张三”:花名册中没有“张三”,请核对姓名。")]
    [InlineData("11月24日 李映禾", "第1行“11月24日 李映禾”:李映禾(演示)没有舆情职责,不能值班。")]
    [InlineData("11月22日 罗青砚", "第1行“11月22日 罗青砚”:11月22日已经过去,只能安排今天和以后的日子。")]
    [InlineData("11月31日 罗青砚", "第1行“11月31日 罗青砚”:没有这一天,请核对日期。")]
    [InlineData("11月24日至31日 罗青砚", "第1行“11月24日至31日 罗青砚”:没有这一天,请核对日期。")]
    [InlineData("11月26日至24日 罗青砚", "第1行“11月26日至24日 罗青砚”:起止日期前后颠倒了,请核对。")]
    [InlineData("11月24日至3月24日 罗青砚", "第1行“11月24日至3月24日 罗青砚”:一行最多写62天,请分成几行。")]
    [InlineData("2028年1月1日 罗青砚", "第1行“2028年1月1日 罗青砚”:只能安排一年以内的日子,请核对年份。")]
    [InlineData("11月24日 罗青砚\n11月23日至25日 纪文岫", "第2行“11月23日至25日 纪文岫”:11月24日在第1行已经写过,请只保留一行。")]
    public void What_cannot_be_read_names_its_line(string text, string fault)
    {
        DutyText.Read(text, Today, DemoBureau.Roster, out var faults);
        Assert.Equal([fault], faults);
    }

    [Property]
    public void Any_text_is_read_without_throwing(string text) => DutyText.Read(text ?? "", Today, DemoBureau.Roster, out _);
}
