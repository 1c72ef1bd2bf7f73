using DisclosureBot.Calendar;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Issuing;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Tests.Slips.Publishing;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Slips.Deadlines;

/// <summary>Timers in the journal, fired: within office hours, once, and the recorded address looked at a few times.</summary>
public sealed class FiringTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly Who Li = new("liying", "李映禾(演示)");

    [Fact]
    public async Task An_urgent_reminder_waits_for_the_office_to_open()
    {
        using var bench = new SlipBench(Morning.AddHours(8));
        await bench.Commit(Drafted(Morning.AddHours(8), UrgencyLevel.ExtraUrgent));
        Assert.Equal(Morning.AddHours(23), (await bench.Timers())["waiting"]);
        await bench.Pass(TimeSpan.FromHours(2));
        Assert.False((await bench.Now()).Reminded);
        await bench.Pass(TimeSpan.FromHours(13));
        Assert.True((await bench.Now()).Reminded);
        Assert.DoesNotContain("waiting", (await bench.Timers()).Keys);
    }

    [Fact]
    public async Task A_rung_found_at_night_after_the_program_was_down_is_given_in_the_morning_once()
    {
        using var bench = new SlipBench(Morning);
        await Printed(bench);
        await bench.Pass(TimeSpan.FromDays(3) + TimeSpan.FromHours(12)); // 26 November, nine in the evening
        Assert.Null((await bench.Now()).Clock(DeadlineKind.Handover)!.Reminded);
        await bench.Pass(TimeSpan.FromHours(11));
        Assert.Equal(Rung.Overdue, (await bench.Now()).Clock(DeadlineKind.Handover)!.Reminded);
        var version = (await bench.Now()).Version;
        await bench.Pass(TimeSpan.FromDays(30));
        Assert.Equal(version, (await bench.Now()).Version);
        Assert.DoesNotContain("due.handover", (await bench.Timers()).Keys);
    }

    [Fact]
    public async Task An_address_out_of_reach_is_tried_three_times_and_then_let_be()
    {
        using var bench = new SlipBench(Morning);
        await Printed(bench);
        await bench.Commit(new PublishingEvent.Published(Li, Morning, "http://127.0.0.1/1.html", ["局网站"], Morning, null, null, null));
        Assert.Equal(Morning, (await bench.Timers())["address"]);
        await bench.Pass(TimeSpan.Zero);
        var check = (await bench.Now()).Publication.Published!;
        Assert.Equal((AddressCheck.Unreachable, "地址不在互联网上,不作核对"), (check.Check, check.CheckNote));
        Assert.Equal(Morning.AddHours(1), (await bench.Timers())["address"]);
        await bench.Pass(TimeSpan.FromHours(1));
        await bench.Pass(TimeSpan.FromHours(1));
        Assert.Equal(3, (await bench.Now()).Publication.TriesAt("http://127.0.0.1/1.html"));
        Assert.DoesNotContain("address", (await bench.Timers()).Keys);
    }

    [Fact]
    public async Task A_slip_that_lacks_nothing_is_due_for_its_archive_and_one_changed_meanwhile_is_not()
    {
        using var bench = new SlipBench(Morning);
        await Printed(bench, DisclosureAttribute.NotDisclosed);
        await bench.Commit(new IssuingEvent.Registered(Li, Morning, new DocumentNumber("楚商发", 2026, 58), null), new IssuingEvent.Sealed(Li, Morning), new IssuingEvent.Issued(Li, Morning));
        Assert.Equal(Morning, (await bench.Timers())[SlipTimers.Archive]);
        await bench.Commit(new DisclosureBot.Slips.Changes.AttributeChanged(new Who("luming", "鲁明泽(演示)"), Morning, DisclosureAttribute.NotDisclosed, DisclosureAttribute.Public, "可以公开", null, null));
        Assert.DoesNotContain(SlipTimers.Archive, (await bench.Timers()).Keys);
    }

    private static async Task Printed(SlipBench bench, DisclosureAttribute attribute = DisclosureAttribute.Public)
    {
        await bench.Commit(Drafted(Morning, UrgencyLevel.Ordinary));
        await bench.Commit([.. Enum.GetValues<Stage>().Select(stage => new SlipEvent.Signed(new Who("gaoyuan", "高远汀(演示)"), Morning, stage, attribute, "同意", null, null, null, []))]);
        await bench.Commit(new IssuingEvent.Printed(Li, Morning, new DateOnly(2026, 11, 23), 10, attribute == DisclosureAttribute.NotDisclosed ? null : DemoBureau.Clocks.Handover(new DateOnly(2026, 11, 23), false, Morning)));
    }

    private static SlipEvent.Drafted Drafted(DateTimeOffset at, string urgency)
    {
        var content = new SlipStory().Draft().Now.Content with { Urgency = urgency };
        return new SlipEvent.Drafted(Li, at, "slip-2026-0000001", "2026-0001", "ecommerce", "电子商务科", content, "form-1", ["pulan"]);
    }
}
