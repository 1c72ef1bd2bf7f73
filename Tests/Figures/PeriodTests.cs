using DisclosureBot.Bureau;
using DisclosureBot.Figures;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Figures;

/// <summary>What people write after 统计, as of 23 November 2026.</summary>
public sealed class PeriodTests
{
    private static readonly DateTimeOffset Now = Bench.At("2026-11-23T09:00");

    [Theory]
    [InlineData("统计", "2026-11", null)]
    [InlineData("统计 本月", "2026-11", null)]
    [InlineData("统计本月", "2026-11", null)]
    [InlineData("统计 月", "2026-11", null)]
    [InlineData("统计 上月", "2026-10", null)]
    [InlineData("统计 上个月", "2026-10", null)]
    [InlineData("统计 季", "2026q4", null)]
    [InlineData("统计 本季度", "2026q4", null)]
    [InlineData("统计 上季", "2026q3", null)]
    [InlineData("统计 年", "2026", null)]
    [InlineData("统计 今年", "2026", null)]
    [InlineData("统计 去年", "2025", null)]
    [InlineData("统计 2026年", "2026", null)]
    [InlineData("统计 2025", "2025", null)]
    [InlineData("统计 2026年10月", "2026-10", null)]
    [InlineData("统计 2026-03", "2026-03", null)]
    [InlineData("统计 十月", "2026-10", null)]
    [InlineData("统计 12月", "2025-12", null)]
    [InlineData("统计 去年12月", "2025-12", null)]
    [InlineData("统计 2026年第三季度", "2026q3", null)]
    [InlineData("统计 三季度", "2026q3", null)]
    [InlineData("统计 2025Q2", "2025q2", null)]
    [InlineData("统计 2026年上半年", "2026h1", null)]
    [InlineData("统计 2026年 电子商务科", "2026", "ecommerce")]
    [InlineData("统计 电子商务科 2026年", "2026", "ecommerce")]
    [InlineData("统计 电商科 上月", "2026-10", "ecommerce")]
    [InlineData("统计电商科上月", "2026-10", "ecommerce")]
    [InlineData("统计 上月,外贸科", "2026-10", "trade")]
    [InlineData("统计 今年的办公室", "2026", "office")]
    [InlineData("统计 全局 今年", "2026", null)]
    [InlineData("\u7EDF\u8BA1\u3000\uFF12\uFF10\uFF12\uFF16年", "2026", null)]
    public void Periods_and_sections_are_understood_in_any_order(string said, string key, string? section)
    {
        var read = FigureQuestion.Read(said, DemoBureau.Roster, Now)!;
        Assert.Equal((key, section, null), (read.Period.Key, read.Section?.Id, read.Unclear));
        Assert.Equal(read.Period, Period.Of(key));
    }

    [Theory]
    [InlineData("统计 大前天", "没有看懂“大前天”")]
    [InlineData("统计 2026年13月", "没有看懂")]
    [InlineData("统计 上月 本季", "没有看懂")]
    [InlineData("统计 科", "没有看懂“科”|可能是")]
    [InlineData("统计 2027年", "2027年还没有开始")]
    [InlineData("统计 2026年12月", "2026年12月还没有开始")]
    public void What_is_unclear_is_answered_with_examples(string said, string sentence) =>
        Assert.Contains(sentence.Split('|'), part => FigureQuestion.Read(said, DemoBureau.Roster, Now)!.Unclear!.Contains(part, StringComparison.Ordinal));

    [Theory]
    [InlineData("统计局来函到哪了")]
    [InlineData("待办")]
    [InlineData("查 统计")]
    public void What_is_about_something_else_is_left_to_others(string said) => Assert.Null(FigureQuestion.Read(said, DemoBureau.Roster, Now));

    [Theory]
    [InlineData("2026-00")]
    [InlineData("2026-13")]
    [InlineData("2026q5")]
    [InlineData("2026h3")]
    [InlineData("1999")]
    [InlineData("20260")]
    [InlineData("..")]
    public void No_other_key_is_a_period(string key) => Assert.Null(Period.Of(key));

    [Theory]
    [InlineData("gaoyuan", null, null)]
    [InlineData("luming", "trade", "trade")]
    [InlineData("zhoulin", null, null)]
    [InlineData("shenxi", null, null)]
    [InlineData("xushan", null, null)]
    [InlineData("pulan", null, "ecommerce")]
    [InlineData("pulan", "ecommerce", "ecommerce")]
    public void Leaders_and_the_office_see_the_bureau_and_a_head_their_section(string person, string? asked, string? seen)
    {
        var section = DemoBureau.Roster.Sections.SingleOrDefault(one => one.Id == asked);
        Assert.Null(FigureAccess.Refuses(DemoBureau.Person(person), DemoBureau.Roster, ref section));
        Assert.Equal(seen, section?.Id);
    }

    [Theory]
    [InlineData("pulan", "trade", "您可以查看电子商务科的统计,请写“统计 本月”。其他科室的,请向办公室徐山岚(演示)索取。")]
    [InlineData("liying", null, "统计由局领导、办公室、政府信息公开工作人员和科室负责人查看。需要数据的,请向本科室负责人普云岚(演示)索取。")]
    [InlineData("liying", "ecommerce", "统计由局领导、办公室、政府信息公开工作人员和科室负责人查看。需要数据的,请向本科室负责人普云岚(演示)索取。")]
    public void Others_are_told_whom_to_ask(string person, string? asked, string sentence)
    {
        var section = DemoBureau.Roster.Sections.SingleOrDefault(one => one.Id == asked);
        Assert.Equal(sentence, FigureAccess.Refuses(DemoBureau.Person(person), DemoBureau.Roster, ref section));
    }

    [Fact]
    public void A_section_that_has_nobody_is_in_the_roster() => Assert.Equal("空科",
        RosterReader.Read(System.Text.Encoding.UTF8.GetBytes("""
            {"bureau":{"id":"b","name":"局","tenantId":"t"},"sections":[{"id":"a","name":"甲科"},{"id":"e","name":"空科"}],
             "people":[{"id":"p","aadObjectId":"00000000-0000-4000-8000-000000000001","name":"甲","section":"a","roles":["officeReviewer","principalLeader"]}]}
            """), "r.json").Sections[1].Name);
}
