using System.Globalization;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>From the report to the close with nobody answering: everybody who is called, in order, once, and at which minute. And nobody above whoever answers.</summary>
public sealed class OpinionAlarmTests
{
    private const string All = "gaoyuan group jiwen luming luoqing";
    private const string Story = "网民反映家电补贴到账慢";
    private const string Fire = "某县商贸综合体夜间火灾";
    private static readonly (string, string) WithoutNationalClock = ("Opinion:NationalClocks:Response", "false");

    [Fact]
    public async Task What_nobody_has_assessed_waits_for_the_doors_to_open()
    {
        await using var vigil = await Vigil.Keep("2026-11-24T17:20:00");
        await vigil.Report(Story);
        await vigil.Idle("12-04 18:00");
        Assert.Equal(
            [
                "11-24 17:20 上报(微博):group luoqing",
                "11-25 08:00 无人接手,提请科室负责人:jiwen",
                "11-25 09:00 无人接手,提请分管领导:gaoyuan",
                "11-25 10:00 无人接手,提请主要领导:luming",
                $"11-25 17:20 回应:时限已过半,还剩24小时:{All}",
                $"11-26 14:30 回应:还剩2小时50分:{All}",
                $"11-26 16:20 回应:还剩1小时:{All}",
                $"11-26 17:20 回应:已逾期:{All}",
            ], vigil.Rung);
        await EndsQuietly(vigil, "12-31 18:00");
    }

    [Fact]
    public async Task An_ordinary_item_rests_over_the_weekend()
    {
        await using var vigil = await Vigil.Keep("2026-11-20T14:40:00", WithoutNationalClock);
        await vigil.Report(Story);
        await Assessed(vigil, "一般舆情");
        await vigil.Idle("12-04 18:00");
        Assert.Equal(
            [
                "11-20 14:40 上报(微博):group luoqing",
                "11-20 16:41 无人接手,提请科室负责人:jiwen",
                "11-23 08:00 无人接手,提请分管领导:gaoyuan",
                "11-23 10:00 无人接手,提请主要领导:luming",
            ], vigil.Rung);
        await EndsQuietly(vigil, "12-31 18:00");
    }

    [Fact]
    public async Task An_important_item_rests_over_the_national_holiday_but_its_48_hours_do_not()
    {
        await using var vigil = await Vigil.Keep("2026-09-30T16:40:00");
        await vigil.Report(Story);
        await Assessed(vigil, "重要舆情");
        await vigil.Idle("10-09 18:00");
        Assert.Equal(
            [
                "09-30 16:40 上报(微博):group luoqing",
                "09-30 17:11 无人接手,提请科室负责人:jiwen",
                "09-30 17:41 无人接手,提请分管领导:gaoyuan",
                "10-01 16:40 回应:时限已过半,还剩24小时:gaoyuan group jiwen luoqing",
                "10-02 12:40 回应:还剩4小时:gaoyuan group jiwen luoqing",
                "10-02 15:40 回应:还剩1小时:gaoyuan group jiwen luoqing",
                $"10-08 08:00 回应:已逾期5天15小时;无人接手,提请主要领导:{All}",
            ], vigil.Rung);
        await EndsQuietly(vigil, "10-30 18:00");
    }

    [Fact]
    public async Task What_may_be_an_emergency_wakes_people_on_a_sunday_night()
    {
        await using var vigil = await Vigil.Keep("2026-11-21T23:50:00");
        await vigil.Report(Fire, ("疑似突发事件", "是"));
        await vigil.Idle("12-04 18:00");
        Assert.Equal(
            [
                "11-21 23:50 上报(微博):group luoqing",
                "11-22 00:00 无人接手,提请科室负责人:jiwen",
                "11-22 00:10 无人接手,提请分管领导:gaoyuan",
                "11-22 00:20 无人接手,提请主要领导:luming",
                $"11-22 23:50 回应:时限已过半,还剩24小时:{All}",
                $"11-23 19:50 回应:还剩4小时:{All}",
                $"11-23 22:50 回应:还剩1小时:{All}",
                $"11-23 23:50 回应:已逾期:{All}",
            ], vigil.Rung);
        await EndsQuietly(vigil, "12-31 18:00");
    }

    [Theory]
    [InlineData("一般", "10-03 22:21", "10-03 22:36", "10-03 22:51")]
    [InlineData("较大", "10-03 22:16", "10-03 22:26", "10-03 22:36")]
    public async Task A_lesser_emergency_calls_by_night_and_keeps_the_48_hours(string level, string head, string leader, string principal)
    {
        await using var vigil = await Vigil.Keep("2026-10-03T22:05:00");
        await vigil.Report(Fire, ("疑似突发事件", "是"), ("发生日期", "2026-10-03"), ("发生时间", "21:40"));
        await Ranked(vigil, level);
        await vigil.Idle("10-09 18:00");
        Assert.Equal(
            [
                "10-03 22:05 上报(微博):group luoqing",
                $"10-03 22:06 研判:突发事件;定级:{level}:gaoyuan jiwen",
                $"{head} 无人接手,提请科室负责人:jiwen",
                $"{leader} 无人接手,提请分管领导:gaoyuan",
                $"{principal} 无人接手,提请主要领导:luming",
                $"10-04 22:05 回应:时限已过半,还剩24小时:{All}",
                $"10-05 18:05 回应:还剩4小时:{All}",
                $"10-05 21:05 回应:还剩1小时:{All}",
                $"10-05 22:05 回应:已逾期:{All}",
            ], vigil.Rung);
        await EndsQuietly(vigil, "10-30 18:00");
    }

    [Theory]
    [InlineData("重大")]
    [InlineData("特别重大")]
    public async Task A_serious_emergency_calls_the_first_spokesperson_at_once_and_counts_from_the_occurrence(string level)
    {
        await using var vigil = await Vigil.Keep("2026-10-03T22:05:00");
        await vigil.Report(Fire, ("疑似突发事件", "是"), ("发生日期", "2026-10-03"), ("发生时间", "21:40"));
        await Ranked(vigil, level);
        await vigil.Idle("10-09 18:00");
        Assert.Equal(
            [
                "10-03 22:05 上报(微博):group luoqing",
                $"10-03 22:06 研判:突发事件;定级:{level}:gaoyuan group jiwen luming",
                "10-03 22:11 无人接手,提请科室负责人:jiwen",
                "10-03 22:16 无人接手,提请分管领导:gaoyuan",
                "10-03 22:21 无人接手,提请主要领导:luming",
                $"10-03 22:40 首次权威信息:还剩4小时:{All}",
                $"10-04 00:10 首次权威信息:时限已过半,还剩2小时30分:{All}",
                $"10-04 01:40 首次权威信息:还剩1小时:{All}",
                $"10-04 02:40 首次权威信息:已逾期:{All}",
                $"10-04 09:40 新闻发布会:时限已过半,还剩12小时:{All}",
                $"10-04 17:40 新闻发布会:还剩4小时:{All}",
                $"10-04 20:40 新闻发布会:还剩1小时:{All}",
                $"10-04 21:40 新闻发布会:已逾期:{All}",
            ], vigil.Rung);
        await EndsQuietly(vigil, "10-30 18:00");
    }

    [Fact]
    public async Task Whoever_answers_an_ordinary_item_spares_everybody_above()
    {
        await using var vigil = await Vigil.Keep("2026-11-23T09:00:00", WithoutNationalClock);
        await AnswersOnEachRung(vigil, suspected: false, ["11-23 10:00", "11-23 11:00", "11-23 14:30"]);
    }

    [Fact]
    public async Task Whoever_answers_an_emergency_spares_everybody_above()
    {
        await using var vigil = await Vigil.Keep("2026-10-01T23:45:00", WithoutNationalClock);
        await AnswersOnEachRung(vigil, suspected: true, ["10-01 23:55", "10-02 00:05", "10-02 00:15"]);
    }

    [Fact]
    public async Task Whoever_has_it_in_hand_is_reminded_with_their_head_and_the_leaders_are_left_alone_until_it_is_over()
    {
        await using var vigil = await Vigil.Keep("2026-11-24T09:00:00");
        await vigil.Report(Story);
        await vigil.Does(Vigil.OnDuty, "我来处理");
        await vigil.Idle("11-30 18:00");
        Assert.Equal(
            [
                "11-24 09:00 上报(微博):group luoqing",
                "11-25 09:00 回应:时限已过半,还剩24小时:jiwen luoqing",
                "11-26 08:00 回应:还剩1小时:jiwen luoqing",
                "11-26 09:00 回应:已逾期:gaoyuan jiwen luoqing",
            ], vigil.Rung);
        await vigil.Town.Verify();
    }

    /// <summary>Four items a day apart, each taken by another.</summary>
    /// <param name="calls">When the rungs above the watch are called on the first day.</param>
    private static async Task AnswersOnEachRung(Vigil vigil, bool suspected, IReadOnlyList<string> calls)
    {
        (string Who, string Call)[] rungs = [(Vigil.Head, "科室负责人"), (Vigil.Leader, "分管领导"), (Vigil.Principal, "主要领导")];
        var start = vigil.Town.Now;
        for (var answering = 0; answering <= rungs.Length; answering++)
        {
            await vigil.Report($"{Story}(第{answering}件)", suspected ? [("疑似突发事件", "是")] : []);
            List<string> expected = [$"{start.AddDays(answering):MM-dd HH:mm} 上报(微博):group luoqing"];
            foreach (var (call, rung) in calls.Zip(rungs).Take(answering))
            {
                await vigil.Idle(Later(call, answering, minutes: 1));
                expected.Add($"{Later(call, answering)} 无人接手,提请{rung.Call}:{rung.Who}");
            }

            await vigil.Does(answering == 0 ? Vigil.OnDuty : rungs[answering - 1].Who, "我来处理");
            await vigil.Idle($"{start.AddDays(answering + 1):MM-dd HH:mm}");
            Assert.Equal(expected, vigil.Rung);
        }

        await vigil.Town.Verify();

        static string Later(string call, int days, int minutes = 0) =>
            DateTime.ParseExact($"2026-{call}", "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture).AddDays(days).AddMinutes(minutes).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    private static async Task Assessed(Vigil vigil, string level) =>
        await vigil.Does(Vigil.OnDuty, "研判", ("舆情类别", "误解误读"), ("舆情等级(突发事件不填)", level), ("研判意见", "需要说明政策"));

    private static async Task Ranked(Vigil vigil, string level) =>
        await vigil.Does(Vigil.OnDuty, "定级", ("级别", level), ("由谁定级", "应急管理部门通报"), ("定级依据", "州应急管理局通报(演示)"));

    /// <summary>Its end is told to the reporter, and nobody is called any more.</summary>
    private static async Task EndsQuietly(Vigil vigil, string until)
    {
        await vigil.End(Vigil.Principal);
        await vigil.Idle(until);
        Assert.Equal(":liying", Assert.Single(vigil.Rung)[^7..]);
        await vigil.Town.Verify();
    }
}
