using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Intake;
using Xunit;
using static DisclosureBot.Tests.Opinions.Clocks.Hours;

namespace DisclosureBot.Tests.Opinions.Clocks;

/// <summary>What people read of a clock.</summary>
public sealed class ClockTextTests
{
    private static readonly DateTimeOffset Learnt = At("2026-11-20T17:30:00");
    private static readonly HourDeadline Response = Usual.Response(Learnt, Gravity.Important, drill: null, Learnt)!;

    [Theory]
    [InlineData("2026-11-20T17:30:00", "还剩48小时")]
    [InlineData("2026-11-22T14:18:00", "还剩3小时12分")]
    [InlineData("2026-11-22T13:30:00.4", "还剩4小时")] // told a moment after its point
    [InlineData("2026-11-22T16:50:00", "还剩40分钟")]
    [InlineData("2026-11-22T17:29:50", "还剩不到1分钟")]
    [InlineData("2026-11-22T17:30:00", "已逾期")]
    [InlineData("2026-11-22T17:30:59", "已逾期")]
    [InlineData("2026-11-22T18:10:00", "已逾期40分钟")]
    [InlineData("2026-11-25T17:29:00", "已逾期71小时59分")]
    [InlineData("2026-11-25T19:30:00", "已逾期3天2小时")]
    [InlineData("2026-11-26T17:30:00", "已逾期4天")]
    public void A_running_clock_says_how_long_is_left_or_how_long_it_is_over(string now, string text) =>
        Assert.Equal(text, ClockText.Remaining(new OpinionClock(Response), At(now)));

    [Theory]
    [InlineData("2026-11-22T15:00:00", "已于11月22日 15:00完成(提前2小时30分)", false)]
    [InlineData("2026-11-22T17:30:00", "已于11月22日 17:30完成(准时)", false)]
    [InlineData("2026-11-22T18:10:00", "已于11月22日 18:10完成(逾期40分钟)", true)]
    public void A_clock_that_was_met_says_when_and_by_how_much(string when, string text, bool late)
    {
        var clock = new OpinionClock(Response, 2, new ClockProof(At(when), "回应", "https://www.example.gov.cn/1", FileId: null, Who.Clock, At(when)));
        Assert.Equal((text, late), (ClockText.Remaining(clock, At("2026-12-01T09:00:00")), clock.WasLate));
        Assert.Equal(text.Replace("于", "于2026年", StringComparison.Ordinal), ClockText.Remaining(clock, At("2027-01-04T09:00:00")));
    }

    [Theory]
    [InlineData(CountdownPoint.Half, "2026-11-21T17:30:00", "时限已过半,还剩24小时")]
    [InlineData(CountdownPoint.FourHours, "2026-11-22T13:30:01", "还剩4小时")]
    [InlineData(CountdownPoint.OneHour, "2026-11-22T16:30:00", "还剩1小时")]
    [InlineData(CountdownPoint.Overdue, "2026-11-22T17:30:00", "已逾期")]
    public void A_reminder_says_what_its_point_is_about(CountdownPoint point, string at, string text) =>
        Assert.Equal(text, ClockText.Reminder(point, Response, At(at)));

    [Theory]
    [InlineData(CountdownPoint.FourHours, "2026-11-22T15:00:00", "还剩2小时30分")] // it waited for the doors to open, or the program was down
    [InlineData(CountdownPoint.Half, "2026-11-22T19:30:00", "已逾期2小时")]
    [InlineData(CountdownPoint.Overdue, "2026-11-23T08:00:00", "已逾期14小时30分")]
    public void A_reminder_told_late_says_how_things_stand_then(CountdownPoint point, string at, string text) =>
        Assert.Equal(text, ClockText.Reminder(point, Response, At(at)));

    [Fact]
    public void Four_hours_are_left_of_five_before_half_of_them_are_gone()
    {
        var occurred = At("2026-10-03T21:40:00");
        var release = Usual.Incident(IncidentLevel.Serious, occurred, occurred, drill: null, occurred)[0];
        Assert.Equal(["还剩4小时", "时限已过半,还剩2小时30分", "还剩1小时", "已逾期"], release.Points.Select(point => ClockText.Reminder(point.Point, release, point.At)));
    }

    [Fact]
    public void A_drill_never_says_hours_that_are_not_left()
    {
        var press = Usual.Incident(IncidentLevel.Serious, Learnt, Learnt, new Drill(10), Learnt)[1];
        Assert.Equal(["时限已过半,还剩1小时12分", "还剩24分钟", "还剩6分钟", "已逾期"], press.Points.Select(point => ClockText.Reminder(point.Point, press, point.At)));
    }

    [Theory]
    [InlineData(-1, "不到1分钟")] // typed a little ahead
    [InlineData(0.9, "不到1分钟")]
    [InlineData(59.9, "59分钟")]
    [InlineData(200, "3小时20分")]
    [InlineData(4319, "71小时59分")]
    [InlineData(4320, "3天")]
    public void A_length_is_said_in_the_units_people_use(double minutes, string text) => Assert.Equal(text, ClockText.Length(TimeSpan.FromMinutes(minutes)));

    [Fact]
    public void The_receipt_lets_anybody_count_it_again() => Assert.Equal(
        [
            "规则:获知政务舆情后48小时内回应",
            "依据:国家规定:国办发〔2016〕61号",
            "起算:2026年11月20日(周五) 17:30获知,计48小时",
            "截止:2026年11月22日(周日) 17:30",
            "计时:自然小时,夜间、周末、节假日不停表",
        ],
        ClockText.Receipt(Response, drill: null));

    [Fact]
    public void Each_clock_of_an_emergency_cites_its_own_rule()
    {
        var clocks = Usual.Incident(IncidentLevel.Serious, Learnt, Learnt, drill: null, Learnt);
        Assert.Equal(["规则:特别重大、重大突发事件发生后5小时内发布权威信息", "依据:国家规定:国办发〔2016〕80号"], ClockText.Receipt(clocks[0], drill: null).Take(2));
        Assert.Equal(["规则:特别重大、重大突发事件发生后24小时内举行新闻发布会", "依据:方案 三(九)", "起算:2026年11月20日(周五) 17:30发生,计24小时"], ClockText.Receipt(clocks[1], drill: null).Take(3));
    }

    [Fact]
    public void The_receipt_of_a_drill_says_how_its_hours_are_pressed()
    {
        var drill = new Drill(10);
        var receipt = ClockText.Receipt(Usual.Incident(IncidentLevel.Serious, Learnt, Learnt, drill, Learnt)[1], drill);
        Assert.Equal(["演练:按10倍速计时,24小时压缩为2小时24分", "截止:2026年11月20日(周五) 19:54", "计时:自然小时,夜间、周末、节假日不停表"], receipt.Skip(3));
    }
}
