using System.Globalization;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Expediting;
using DisclosureBot.Tests.Slips.Deadlines;
using DisclosureBot.Tests.Support;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace DisclosureBot.Tests.Slips.Expediting;

/// <summary>A slip that rests too long is told upwards: when, to whom, and how often.</summary>
public sealed class RestingTests
{
    private static readonly SlipCase Slips = new(new SlipRules(DemoBureau.Roster, DemoBureau.Clocks), DemoBureau.Roster, DemoBureau.Clocks);
    private static readonly ExpediteCommand.Escalate Clock = new();

    [Theory]
    [InlineData("2026-11-23T09:00", UrgencyLevel.Ordinary, "2026-11-24T09:30")]
    [InlineData("2026-11-23T09:00", UrgencyLevel.Urgent, "2026-11-23T15:30")]
    [InlineData("2026-11-23T09:00", UrgencyLevel.ExtraUrgent, "2026-11-23T11:00")]
    [InlineData("2026-11-20T17:00", UrgencyLevel.Ordinary, "2026-11-23T17:30")]
    [InlineData("2026-09-30T17:00", UrgencyLevel.Ordinary, "2026-10-08T17:30")]
    [InlineData("2026-11-23T20:00", UrgencyLevel.ExtraUrgent, "2026-11-24T10:00")]
    public async Task Its_timer_counts_working_hours_by_urgency(string drafted, string urgency, string due)
    {
        using var bench = new SlipBench(At(drafted));
        await bench.Commit(Drafted(At(drafted), urgency));
        Assert.Equal(At(due), (await bench.Timers())["rest"]);
    }

    [Fact]
    public async Task It_is_told_twice_and_then_no_more()
    {
        using var bench = new SlipBench(At("2026-09-30T17:00"));
        await bench.Commit(Drafted(At("2026-09-30T17:00"), UrgencyLevel.Ordinary));
        await bench.Pass(TimeSpan.FromDays(7)); // 7 October, still 国庆
        Assert.Null((await bench.Now()).Expedite.Rest);
        await bench.Pass(At("2026-10-08T17:30") - At("2026-10-07T17:00"));
        Assert.Equal((1, "gaoyuan"), Told(await bench.Now()));
        Assert.Equal(At("2026-10-09T18:00"), (await bench.Timers())["rest"]);
        await bench.Pass(TimeSpan.FromDays(5));
        Assert.Equal((2, "gaoyuan luming"), Told(await bench.Now()));
        Assert.DoesNotContain("rest", (await bench.Timers()).Keys);
        var version = (await bench.Now()).Version;
        await bench.Pass(TimeSpan.FromDays(60));
        Assert.Equal(version, (await bench.Now()).Version);
    }

    [Fact]
    public async Task Found_at_night_after_the_program_was_down_it_waits_for_the_morning()
    {
        using var bench = new SlipBench(At("2026-11-23T09:00"));
        await bench.Commit(Drafted(At("2026-11-23T09:00"), UrgencyLevel.Ordinary));
        await bench.Pass(At("2026-11-24T22:00") - At("2026-11-23T09:00"));
        Assert.Null((await bench.Now()).Expedite.Rest);
        await bench.Pass(TimeSpan.FromHours(10));
        Assert.Equal(1, (await bench.Now()).Expedite.Rest!.Level);
    }

    [Fact]
    public void Every_desk_has_somebody_above_it()
    {
        var head = new SlipStory().Draft();
        Assert.Equal(["gaoyuan", "luming"], Ladder(head));
        var office = new SlipStory().Draft().Sign("pulan");
        // 徐山岚 heads the office and sits at the desk herself.
        Assert.Equal(["gaoyuan", "luming"], Ladder(office));
        var leader = new SlipStory().Draft().Sign("pulan").Sign("zhoulin");
        Assert.Equal(["luming shenxi xushan zhoulin", "luming shenxi xushan zhoulin"], Ladder(leader));
        var principal = new SlipStory().Draft(SlipStory.Form(signer: "luming")).Sign("pulan").Sign("zhoulin");
        Assert.Equal(["shenxi xushan zhoulin", "shenxi xushan zhoulin"], Ladder(principal));
        var own = new SlipStory().Draft(drafter: "pulan");
        Assert.Equal(["luming", "luming"], Ladder(own));
    }

    [Fact]
    public void Those_above_the_desk_are_told_and_the_desk_itself_only_shown()
    {
        var story = new SlipStory().Draft();
        var before = story.Now;
        story.Later(TimeSpan.FromDays(2)).Do(null, Clock);
        var fact = new ExpediteEvent.Escalated(Who.Clock, story.Time, Stage.SectionHead, 1, ["gaoyuan"]);
        var slots = Slips.React(before, [fact], story.Now).Slots;
        Assert.Equal("gaoyuan", Assert.Single(slots, slot => slot.Alert).Person);
        Assert.Contains(slots, slot => slot is { Person: "pulan", Alert: false });
        Assert.Contains(slots, slot => slot is { Person: "liying", Alert: false });
        Assert.Contains("gaoyuan", story.Now.Circle);
        var line = Assert.Single(story.Rules.Expediting(story.Now, DemoBureau.Person("gaoyuan"), story.Time)).Text;
        Assert.Equal("“科室负责人初审”自11月23日 09:00起未办,已超过办理时限,已提请高远汀(演示)督办。", line);
        story.Sign("pulan");
        Assert.Empty(story.Rules.Expediting(story.Now, DemoBureau.Person("gaoyuan"), story.Time));
    }

    [Fact]
    public void Too_early_with_the_drafter_or_after_the_signature_the_clock_does_nothing()
    {
        var story = new SlipStory().Draft();
        story.Later(TimeSpan.FromHours(8)).Nothing(null, Clock);
        story.Later(TimeSpan.FromDays(1)).Sign("pulan").Nothing(null, Clock); // the timer of a desk that has acted
        story.Do("zhoulin", new SlipCommand.Return(story.Now.Turn, "版头有误", null)).Later(TimeSpan.FromDays(9)).Nothing(null, Clock);
        new SlipStory().Draft().Signed().Later(TimeSpan.FromDays(9)).Nothing(null, Clock);
    }

    [Fact]
    public async Task Another_desk_begins_anew_and_a_returned_slip_has_no_such_timer()
    {
        using var bench = new SlipBench(At("2026-11-23T09:00"));
        var story = new SlipStory().Draft();
        await bench.Commit(Drafted(At("2026-11-23T09:00"), UrgencyLevel.Ordinary));
        var signed = Assert.IsType<Decision<SlipEvent>.Accepted>(
            story.Rules.Decide(await bench.Now(), new SlipCommand.Sign((await bench.Now()).Turn, SlipStory.Value(DisclosureAttribute.Public)), DemoBureau.Person("pulan"), At("2026-11-23T10:00"))).Events;
        await bench.Commit([.. signed]);
        Assert.Equal(At("2026-11-24T10:30"), (await bench.Timers())["rest"]);
        await bench.Commit(new SlipEvent.Returned(new("zhoulin", "周临溪(演示)"), At("2026-11-23T11:00"), Stage.GeneralOffice, "版头有误", Stage.GeneralOffice));
        Assert.DoesNotContain("rest", (await bench.Timers()).Keys);
    }

    [Fact]
    public void The_limits_are_settings_in_working_hours()
    {
        var settings = RestSettings.Read(Settings(("SectionHead", "4"), ("Leader", "0")));
        Assert.Equal(TimeSpan.FromHours(4), settings.Limit(Stage.SectionHead, UrgencyLevel.Ordinary));
        Assert.Equal(TimeSpan.FromHours(2), settings.Limit(Stage.SectionHead, UrgencyLevel.Urgent));
        Assert.Equal(TimeSpan.FromHours(1), settings.Limit(Stage.SectionHead, UrgencyLevel.ExtraUrgent));
        Assert.Equal(TimeSpan.FromHours(8), settings.Limit(Stage.GeneralOffice, UrgencyLevel.Ordinary));
        Assert.Null(settings.Limit(Stage.Leader, UrgencyLevel.ExtraUrgent));
        foreach (var wrong in new[] { "-1", "soon", "201", "" })
            Assert.Contains("Slips:Rest:Leader", Assert.Throws<InvalidOperationException>(() => RestSettings.Read(Settings(("Leader", wrong)))).Message, StringComparison.Ordinal);
    }

    /// <summary>Whom each of the two levels tells.</summary>
    private static List<string> Ladder(SlipStory story)
    {
        List<string> levels = [];
        for (var known = 0; levels.Count < 2; known = story.Now.Expedite.Rest!.To.Count)
        {
            story.Later(TimeSpan.FromDays(3)).Do(null, Clock);
            levels.Add(string.Join(' ', story.Now.Expedite.Rest!.To.Skip(known).Order(StringComparer.Ordinal)));
        }

        return levels;
    }

    private static (int, string) Told(Slip slip) => (slip.Expedite.Rest!.Level, string.Join(' ', slip.Expedite.Rest.To));

    private static IConfiguration Settings(params (string Name, string Value)[] hours) =>
        new ConfigurationBuilder().AddInMemoryCollection(hours.ToDictionary(one => $"Slips:Rest:{one.Name}", one => (string?)one.Value)).Build();

    private static DateTimeOffset At(string local) => DateTimeOffset.Parse(local + ":00+08:00", CultureInfo.InvariantCulture);

    private static SlipEvent.Drafted Drafted(DateTimeOffset at, string urgency)
    {
        var content = new SlipStory().Draft().Now.Content with { Urgency = urgency };
        return new SlipEvent.Drafted(new("liying", "李映禾(演示)"), at, "slip-2026-0000001", "2026-0001", "ecommerce", "电子商务科", content, "form-1", ["pulan"]);
    }
}
