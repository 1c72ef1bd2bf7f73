using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Clocks;
using Xunit;
using static DisclosureBot.Tests.Opinions.Clocks.Hours;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>The clocks of 5, 24 and 48 hours over midnight, a weekend and 国庆, and through a program that was stopped or killed on the way: due at the same second, told once.</summary>
public sealed class OpinionClockWalkTests
{
    private const string Fire = "某县商贸综合体夜间火灾";

    [Fact]
    public async Task The_5_and_24_hours_of_a_fire_run_through_a_holiday_midnight_and_two_ends_of_the_program()
    {
        await using var vigil = await Vigil.Keep("2026-10-01T21:50:00");
        await vigil.Report(Fire, ("疑似突发事件", "是"), ("发生日期", "2026-10-01"), ("发生时间", "21:40"));
        await vigil.Does(Vigil.OnDuty, "我来处理");
        await vigil.Does(Vigil.OnDuty, "定级", ("级别", "重大"), ("由谁定级", "应急管理部门通报"), ("定级依据", "州应急管理局通报(演示)"));
        var due = await Due(vigil);
        Assert.Equal([(OpinionClockKind.FirstRelease, At("2026-10-02T02:40:00")), (OpinionClockKind.PressConference, At("2026-10-02T21:40:00"))], due);

        // Stopped over midnight: what half the time was due for is told on the return, with what is left then.
        await vigil.Idle("10-01 23:30");
        await vigil.AwayUntil("10-02 00:40");
        Assert.Equal(due, await Due(vigil));
        Assert.Equal([("clock.firstRelease", At("2026-10-02T01:40:00")), ("clock.pressConference", At("2026-10-02T09:40:00"))], await vigil.Timers());

        // Killed while nothing was due: nothing is told again.
        await vigil.AwayUntil("10-02 01:20", kill: true);
        await vigil.Idle("10-02 03:00");

        // Killed for longer than two points: the later one speaks for both.
        await vigil.Idle("10-02 16:00");
        await vigil.AwayUntil("10-02 20:50", kill: true);
        Assert.Equal(due, await Due(vigil));
        await vigil.Idle("10-05 12:00");
        Assert.Equal(
            [
                "10-01 21:50 上报(微博):group luoqing",
                "10-01 21:52 研判:突发事件;定级:重大:gaoyuan group jiwen luming",
                "10-01 22:40 首次权威信息:还剩4小时:jiwen luming luoqing",
                "10-02 00:40 首次权威信息:时限已过半,还剩2小时:jiwen luming luoqing",
                "10-02 01:40 首次权威信息:还剩1小时:jiwen luming luoqing",
                "10-02 02:40 首次权威信息:已逾期:gaoyuan jiwen luming luoqing",
                "10-02 09:40 新闻发布会:时限已过半,还剩12小时:jiwen luming luoqing",
                "10-02 20:50 新闻发布会:还剩50分钟:jiwen luming luoqing",
                "10-02 21:40 新闻发布会:已逾期:gaoyuan jiwen luming luoqing",
            ], vigil.Rung);
        await vigil.Town.Verify();
    }

    [Theory]
    [InlineData("2026-11-20T17:30:00", "2026-11-22T17:30:00", "11-21 17:30", "11-22 13:30", "11-22 16:30", "11-23 08:00", "已逾期14小时30分")] // a weekend
    [InlineData("2026-09-30T16:00:00", "2026-10-02T16:00:00", "10-01 16:00", "10-02 12:00", "10-02 15:00", "10-08 08:00", "已逾期5天16小时")] // 国庆
    public async Task The_48_hours_of_an_item_run_through_days_off_and_two_ends_of_the_program(
        string start, string due, string half, string four, string one, string opening, string over)
    {
        await using var vigil = await Vigil.Keep(start);
        await vigil.Report("媒体报道某健身预付卡商户闭店失联");
        await vigil.Does(Vigil.OnDuty, "我来处理");
        await vigil.Idle(half);
        await vigil.AwayUntil($"{four[..6]}06:00", kill: true);
        Assert.Equal([(OpinionClockKind.Response, At(due))], await Due(vigil));
        await vigil.Idle(one);
        await vigil.AwayUntil($"{opening[..6]}07:30");
        Assert.Equal([(OpinionClockKind.Response, At(due))], await Due(vigil));
        await vigil.Idle($"{At(start).AddDays(30):MM-dd HH:mm}");
        Assert.Equal(
            [
                $"{At(start):MM-dd HH:mm} 上报(微博):group luoqing",
                $"{half} 回应:时限已过半,还剩24小时:jiwen luoqing",
                $"{four} 回应:还剩4小时:jiwen luoqing",
                $"{one} 回应:还剩1小时:jiwen luoqing",
                $"{opening} 回应:{over}:gaoyuan jiwen luoqing",
            ], vigil.Rung);
        await vigil.Town.Verify();
    }

    private static async Task<IReadOnlyList<(OpinionClockKind, DateTimeOffset)>> Due(Vigil vigil) =>
        [.. (await vigil.State()).Clocks.Select(clock => (clock.Deadline.Kind, clock.Deadline.Due)).OrderBy(clock => clock.Due)];
}
