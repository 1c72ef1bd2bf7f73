using DisclosureBot.Slips;
using DisclosureBot.Slips.Consulting;
using DisclosureBot.Slips.Expediting;
using DisclosureBot.Tests.Support;
using Xunit;
using static DisclosureBot.Tests.Slips.Consulting.ConsultingStory;

namespace DisclosureBot.Tests.Slips.Consulting;

/// <summary>催办, 督办 and the digest while a desk waits for a colleague: who is asked is told, the desk is not.</summary>
public sealed class PressingTests
{
    [Fact]
    public void Urging_reaches_who_is_waited_for_and_not_the_desk_that_waits()
    {
        var story = new SlipStory().Draft().Do("pulan", Opinion("luoqing"));
        Assert.Equal("luoqing", story.Told("liying", new ExpediteCommand.Urge()));
        Assert.Equal("催办罗青砚(演示)", story.Now.Trail[^1].What);
        story.Do("luoqing", story.Answer("luoqing"));
        Assert.Equal("pulan", story.Told("liying", new ExpediteCommand.Urge()));
    }

    [Fact]
    public void A_rest_that_a_colleague_causes_is_told_to_them_and_upwards()
    {
        var story = new SlipStory().Draft().Do("pulan", Opinion("luoqing"));
        var fact = new ExpediteEvent.Escalated(Who.Clock, story.Time, Stage.SectionHead, 1, ["gaoyuan"]);
        var after = Slip.Evolve(story.Now, fact);
        var told = SlipReactions.Of(story.Now, [fact], after, DemoBureau.Roster, DemoBureau.Clocks).Slots.Where(slot => slot.Alert).Select(slot => slot.Person);
        Assert.Equal(["gaoyuan", "luoqing"], told.Order(StringComparer.Ordinal));
        Assert.Equal("等待征求罗青砚(演示)意见超过办理时限,提请督办", after.Trail[^1].What);
    }

    [Fact]
    public void With_the_answer_the_desks_own_time_begins_anew()
    {
        var story = new SlipStory().Draft().Do("pulan", Opinion("luoqing"));
        var before = story.Now;
        var facts = ((Decision<SlipEvent>.Accepted)story.Try("luoqing", story.Answer("luoqing"))).Events;
        var rest = Assert.Single(SlipReactions.Of(before, facts, story.Now, DemoBureau.Roster, DemoBureau.Clocks).Timers, timer => timer.Name == SlipTimers.Rest);
        Assert.True(rest.Due > DemoBureau.Clocks.AfterWork(before.Since, DemoBureau.Clocks.Rest.Limit(Stage.SectionHead, UrgencyLevel.Ordinary)!.Value));
    }

    [Theory]
    [InlineData("平件", true, false)]
    [InlineData("加急", true, true)]
    [InlineData("特急", false, false)]
    public void A_question_can_wait_for_the_digest_as_other_news_of_the_slip_can(string urgency, bool waits, bool urgent)
    {
        var story = new SlipStory().Draft(SlipStory.Form() with { Urgency = urgency });
        var before = story.Now;
        var facts = ((Decision<SlipEvent>.Accepted)story.Try("pulan", Opinion("luoqing"))).Events;
        var slot = Assert.Single(SlipReactions.Of(before, facts, story.Now, DemoBureau.Roster, DemoBureau.Clocks).Slots, slot => slot.Person == "luoqing");
        Assert.Equal((true, true, waits, urgent), (slot.Alert, slot.MustAct, slot.CanWait, slot.IsUrgent));
    }
}
