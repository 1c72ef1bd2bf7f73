using DisclosureBot.Calendar;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Consulting;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Expediting;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Slips.StandingIn;
using DisclosureBot.Tests.Slips.Publishing;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Slips;

/// <summary>What of a slip's news may wait for a digest, and what never does.</summary>
public sealed class UrgencyTests
{
    private static readonly SlipCase Slips = new(new SlipRules(DemoBureau.Roster, DemoBureau.Clocks), DemoBureau.Roster, DemoBureau.Clocks);

    [Theory]
    [InlineData("平件", true, false)]
    [InlineData("加急", true, true)]
    [InlineData("特急", false, false)]
    public void A_new_slip_on_ones_desk_waits_unless_it_is_extra_urgent(string urgency, bool waits, bool urgent)
    {
        var drafted = Drafted(urgency);
        var head = Assert.Single(drafted, slot => slot.Person == "pulan");
        Assert.Equal((true, true, waits, urgent), (head.Alert, head.MustAct, head.CanWait, head.IsUrgent));
        var drafter = Assert.Single(drafted, slot => slot.Person == "liying");
        Assert.Equal((false, true, false), (drafter.Alert, drafter.CanWait, drafter.IsUrgent));
        Assert.DoesNotContain(drafted, slot => slot.Held);
    }

    [Fact]
    public void The_reminder_of_a_desk_and_a_supervision_never_wait()
    {
        var story = new SlipStory().Draft();
        Assert.False(After(story, new SlipEvent.Reminded(Who.Clock, story.Time, ["pulan"]), "pulan").CanWait);
        var supervised = After(story, new ExpediteEvent.Escalated(Who.Clock, story.Time, Stage.SectionHead, 1, ["gaoyuan"]), "gaoyuan");
        Assert.True(!supervised.Alert || !supervised.CanWait);
    }

    [Fact]
    public void An_urging_never_waits()
    {
        var story = new SlipStory().Draft();
        var slot = After(story, new ExpediteEvent.Urged(new("liying", "李映禾(演示)"), story.Time, [new("pulan", "浦澜(演示)")]), "pulan");
        Assert.Equal((true, false), (slot.Alert, slot.CanWait));
    }

    /// <summary>A seat for a stand-in, a copy and a slip passed on wait as the slip itself would.</summary>
    [Theory]
    [InlineData("平件", true)]
    [InlineData("特急", false)]
    public void What_comes_to_another_desk_waits_unless_it_is_extra_urgent(string urgency, bool waits)
    {
        var story = new SlipStory().Draft(SlipStory.Form() with { Urgency = urgency });
        Who head = new("pulan", "浦澜(演示)"), other = new("yangzhi", "杨芷(演示)");
        foreach (SlipEvent fact in new SlipEvent[]
        {
            new StandInEvent.Seated(Who.Clock, story.Time, "delegation-2026-0000001", head, other),
            new ConsultingEvent.Copied(head, story.Time, [other]),
            new ConsultingEvent.PassedOn(head, story.Time, Stage.SectionHead, other, "外出培训"),
        })
        {
            var slot = After(story, fact, "yangzhi");
            Assert.Equal((fact.GetType().Name, true, waits), (fact.GetType().Name, slot.Alert, slot.CanWait));
        }
    }

    [Theory]
    [InlineData(Rung.Before, true)]
    [InlineData(Rung.OnTheDay, false)]
    [InlineData(Rung.Overdue, false)]
    public void A_reminder_of_a_deadline_waits_only_before_its_day(Rung rung, bool waits)
    {
        var story = LaterStory.Issued();
        var slot = After(story, new DeadlineEvent.DeadlineReminded(Who.Clock, story.Time, DeadlineKind.Handover, rung, ["liying"]), "liying");
        Assert.Equal((true, waits), (slot.Alert, slot.CanWait));
    }

    /// <summary>Printed on the 23rd, to be handed over by the 26th; who is newly waited for on the last day would read of it too late.</summary>
    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(5, false)]
    public void What_ends_before_the_next_morning_does_not_wait(int days, bool waits)
    {
        var story = LaterStory.HandedOver();
        var fact = new PublishingEvent.HandoverReturned(new("luoqing", "罗青砚(演示)"), new DateTimeOffset(2026, 11, 23, 10, 0, 0, BureauTime.Offset).AddDays(days), "请更换文件");
        var slot = After(story, fact, "liying");
        Assert.Equal((true, true, waits), (slot.Alert, slot.MustAct, slot.CanWait));
    }

    private static IReadOnlyList<SlotWrite> Drafted(string urgency)
    {
        var form = SlipStory.Form() with { Urgency = urgency };
        var decided = Assert.IsType<Decision<SlipEvent>.Accepted>(new SlipStory().Try("liying", new SlipCommand.Draft("slip-2026-0000001", "2026-0001", "form-1", form)));
        return Slips.React(null, decided.Events, decided.Events.Aggregate((Slip?)null, Slip.Evolve)!).Slots;
    }

    private static SlotWrite After(SlipStory story, SlipEvent fact, string person) =>
        Assert.Single(Slips.React(story.Now, [fact], Slip.Evolve(story.Now, fact)).Slots, slot => slot.Person == person);
}
