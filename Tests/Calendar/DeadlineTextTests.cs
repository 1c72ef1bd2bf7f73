using DisclosureBot.Calendar;
using Xunit;
using static DisclosureBot.Tests.Calendar.Almanac;

namespace DisclosureBot.Tests.Calendar;

/// <summary>What people read of a deadline.</summary>
public sealed class DeadlineTextTests
{
    [Fact]
    public void A_deadline_is_read_as_a_day_with_its_weekday() =>
        Assert.Equal("11月26日(周四)前", DeadlineText.Line(Rules().Handover(Day("2026-11-23"), normative: false, Early), 2026));

    [Fact]
    public void A_provisional_deadline_says_so_beside_the_day() => Assert.Equal(
        "2027年1月4日(周一)前,暂定(2027年节假日安排尚未录入)", DeadlineText.Line(Rules().RequestReply(Day("2026-12-04"), extended: false, Early), 2026));

    [Fact]
    public void A_deadline_across_a_local_holiday_says_so_beside_the_day() =>
        Assert.Equal("8月1日(周五)前,含州内假日", DeadlineText.Line(Rules().RequestReply(Day("2025-07-01"), extended: false, Early), 2025));

    [Fact]
    public void The_receipt_of_a_rolled_deadline_lets_anybody_count_it_again() => Assert.Equal(
        [
            "规则:文件制作后3日内移交商务运行科",
            "依据:方案 四(一)4",
            "起算:2025年9月28日(周日)印制,当日不计,计3个自然日",
            "截止:10月1日(周三)为休息日,顺延至10月9日(周四)",
            "经过:10月1日(周三)至10月8日(周三)国庆节、中秋节放假",
            $"日历:{Present.Version}",
        ],
        DeadlineText.Receipt(Rules().Handover(Day("2025-09-28"), normative: false, Early)));

    [Fact]
    public void The_receipt_names_make_up_days_local_holidays_and_what_is_provisional()
    {
        Assert.Contains("经过:9月20日(周日)调休上班(国庆节)", DeadlineText.Receipt(Rules().Handover(Day("2026-09-17"), normative: false, Early)));
        Assert.Contains("经过:7月16日(周三)至7月18日(周五)火把节放假(州内)", DeadlineText.Receipt(Rules().RequestReply(Day("2025-07-01"), extended: false, Early)));
        var provisional = DeadlineText.Receipt(Rules().RequestReply(Day("2026-12-04"), extended: false, Early));
        Assert.Contains("提示:暂定(2027年节假日安排尚未录入)", provisional);
        Assert.Contains("经过:2027年1月1日(周五)至2027年1月3日(周日)元旦放假", provisional);
        Assert.Contains("经过:无节假日和调休上班日", DeadlineText.Receipt(Rules().Interpretation(Day("2026-11-20"), Early)));
    }

    [Theory]
    [InlineData(false, "文件制作后3日内移交商务运行科", "方案 四(一)4")]
    [InlineData(true, "规范性文件制作后5日内移交商务运行科", "方案 四(一)4(规范性文件可延长至5日)")]
    public void The_handover_cites_its_rule(bool normative, string rule, string source)
    {
        var receipt = Rules().Handover(Day("2026-11-23"), normative, Early).Receipt;
        Assert.Equal((rule, source, "印制"), (receipt.Rule, receipt.Source, receipt.StartedBy));
    }

    [Fact]
    public void Targets_of_the_bureaus_own_are_never_shown_as_rules_of_others()
    {
        Assert.Equal("内部目标(方案未定量)", Rules().PublicationTarget(Day("2026-11-23"), Early).Receipt.Source);
        Assert.Equal("方案 三(五);内部目标(方案未定量)", Rules().CommentFeedback(Day("2026-11-23"), Early).Receipt.Source);
        Assert.Equal("《条例》第二十六条", Rules().LegalDisclosure(Day("2026-11-23"), Early).Receipt.Source);
        Assert.Equal("方案 三(八)", Rules().Interpretation(Day("2026-11-23"), Early).Receipt.Source);
    }
}
