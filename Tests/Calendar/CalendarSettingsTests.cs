using DisclosureBot.Calendar;
using Microsoft.Extensions.Configuration;
using Xunit;
using static DisclosureBot.Tests.Calendar.Almanac;

namespace DisclosureBot.Tests.Calendar;

/// <summary>What can be set, and what a wrong value is told at the start.</summary>
public sealed class CalendarSettingsTests
{
    [Fact]
    public void Without_any_setting_the_defaults_hold()
    {
        var settings = Read();
        Assert.Equal(CalendarSettings.Default, settings);
        Assert.Equal("08:00-12:00,14:30-18:00", settings.OfficeHours.ToString());
        Assert.Equal((DayUnit.CalendarDay, true, true), (settings.PublicationDayUnit, settings.RollForward, settings.LocalHolidaysAreNonWorking));
    }

    [Fact]
    public void Every_setting_is_read()
    {
        var settings = Read(
            ("OfficeHours", "08:30-12:00, 14:00-17:30"), ("PublicationDayUnit", "工作日"), ("RollForward", "false"),
            ("LocalHolidaysAreNonWorking", "False"), ("PublicationTargetDays", "2"), ("CommentFeedbackDays", "15"));
        Assert.Equal(new CalendarSettings(OfficeHours.Parse("08:30-12:00,14:00-17:30")!, DayUnit.WorkingDay, false, false, 2, 15), settings);
    }

    [Theory]
    [InlineData("OfficeHours", "always", "08:00-12:00,14:30-18:00")]
    [InlineData("PublicationDayUnit", "日", "自然日 or 工作日")]
    [InlineData("RollForward", "yes", "true or false")]
    [InlineData("LocalHolidaysAreNonWorking", "1", "true or false")]
    [InlineData("PublicationTargetDays", "0", "from 1 to 250")]
    [InlineData("CommentFeedbackDays", "-3", "from 1 to 250")]
    [InlineData("CommentFeedbackDays", "ten", "from 1 to 250")]
    [InlineData("RollFoward", "true", "known: OfficeHours")]
    public void A_wrong_value_is_named_with_what_would_do(string key, string value, string expected)
    {
        var fault = Assert.Throws<InvalidOperationException>(() => Read((key, value)));
        Assert.Contains($"Calendar:{key}", fault.Message, StringComparison.Ordinal);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Handover_in_working_days_is_counted_and_worded_so()
    {
        var deadline = Rules(CalendarSettings.Default with { PublicationDayUnit = DayUnit.WorkingDay }).Handover(Day("2026-11-20"), normative: false, Early);
        Assert.Equal((Day("2026-11-25"), DayUnit.WorkingDay, "文件制作后3日内移交商务运行科(本局按工作日计)"), (deadline.Due, deadline.Receipt.Unit, deadline.Receipt.Rule));
    }

    [Fact]
    public void The_bureaus_own_targets_follow_their_settings()
    {
        var rules = Rules(CalendarSettings.Default with { PublicationTargetDays = 2, CommentFeedbackDays = 5 });
        Assert.Equal(Day("2026-11-25"), rules.PublicationTarget(Day("2026-11-23"), Early).Due);
        Assert.Equal(Day("2026-11-24"), Rules().PublicationTarget(Day("2026-11-23"), Early).Due);
        Assert.Equal(Day("2026-11-30"), rules.CommentFeedback(Day("2026-11-23"), Early).Due);
        Assert.Equal(Day("2026-12-07"), Rules().CommentFeedback(Day("2026-11-23"), Early).Due);
    }

    private static CalendarSettings Read(params (string Key, string Value)[] values) => CalendarSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => new KeyValuePair<string, string?>($"Calendar:{value.Key}", value.Value))).Build());
}
