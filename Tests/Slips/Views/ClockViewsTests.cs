using DisclosureBot.Calendar;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Slips.Deadlines;
using Xunit;

namespace DisclosureBot.Tests.Slips.Views;

/// <summary>What a clock's line says and how it is coloured, day by day.</summary>
public sealed class ClockViewsTests
{
    private static readonly DateOnly Start = new(2026, 11, 20);

    // Due on a Monday; the last working day before it is the Friday.
    private static readonly Deadline Handover = Due(new(2026, 11, 23), strict: new(2026, 11, 22));

    [Theory]
    [InlineData(19, "11月23日(周一)前,还剩4天", Tone.Good)]
    [InlineData(20, "11月23日(周一)前,还剩3天", Tone.Warning)]
    [InlineData(22, "11月23日(周一)前,还剩1天", Tone.Warning)]
    [InlineData(23, "11月23日(周一)前,今天到期", Tone.Warning)]
    [InlineData(25, "11月23日(周一)前,已逾期2天", Tone.Bad)]
    public void A_running_clock_says_what_is_left_and_warns_from_the_working_day_before(int day, string text, Tone tone)
    {
        var start = Due(new(2026, 11, 23), strict: new(2026, 11, 22), start: new(2026, 11, 18));
        var view = View(new(DeadlineKind.Handover, start), new(2026, 11, day));
        Assert.Equal(("移交", text, tone), (view.Name, view.Text, view.Tone));
    }

    [Fact]
    public void Holidays_and_make_up_days_decide_which_working_day_is_the_one_before()
    {
        CrossedDay[] crossed = [new(new(2026, 11, 20), "州庆", true, true), new(new(2026, 11, 21), "调休", false, false)];
        var clock = new RunningDeadline(DeadlineKind.Handover, Due(new(2026, 11, 23), strict: new(2026, 11, 23), crossed, start: new(2026, 11, 17)));
        Assert.Equal(Tone.Good, View(clock, new(2026, 11, 20)).Tone);
        Assert.Equal(Tone.Warning, View(clock, new(2026, 11, 21)).Tone);
    }

    [Theory]
    [InlineData(23, "11月23日(周一)完成,按期", Tone.Good)]
    [InlineData(25, "11月25日(周三)完成,逾期2天(应于11月23日(周一)前)", Tone.Bad)]
    public void A_clock_that_is_done_says_whether_it_was_in_time(int day, string text, Tone tone)
    {
        var view = View(new(DeadlineKind.Handover, Handover, null, new(2026, 11, day)), new(2026, 12, 1));
        Assert.Equal((text, tone), (view.Text, view.Tone));
    }

    [Fact]
    public void What_is_doubtful_and_how_it_was_counted_is_worded_as_everywhere()
    {
        CrossedDay[] crossed =
        [
            new(new(2026, 12, 21), "彝族年", true, true), new(new(2026, 12, 22), "彝族年", true, true),
            new(new(2027, 1, 1), "元旦", true, false), new(new(2027, 1, 3), "元旦", false, false),
        ];
        var deadline = Due(new(2027, 1, 4), strict: new(2027, 1, 2), crossed, missing: [2027]);
        var view = View(new(DeadlineKind.LegalDisclosure, deadline), new(2026, 12, 1));
        Assert.Equal("2027年1月4日(周一)前,还剩34天", view.Text);
        Assert.Equal(["暂定(2027年节假日安排尚未录入)", "含州内假日"], view.Marks);
        Assert.Equal(DeadlineText.Receipt(deadline), view.Receipt);
    }

    private static ClockView View(RunningDeadline clock, DateOnly today) =>
        Assert.Single(ClockViews.Of(new SlipStory().Draft().Now with { Deadlines = [clock] }, today));

    private static Deadline Due(DateOnly due, DateOnly strict, CrossedDay[]? crossed = null, int[]? missing = null, DateOnly? start = null) => new(
        due, new Receipt("文件制作后3日内移交", "方案四(一)4", "印制", start ?? Start, 3, DayUnit.CalendarDay, strict, "2026-1", crossed ?? [], missing ?? []), []);
}
