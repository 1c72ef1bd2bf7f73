using DisclosureBot.Cards.Slips;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Expediting;
using DisclosureBot.Slips.Issuing;
using DisclosureBot.Tests.Slips.Publishing;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Slips.Expediting;

/// <summary>催办: who may, whom it reaches, how often, and when it is gone. Stories begin on Monday 23 November 2026 at 9:00.</summary>
public sealed class UrgingTests
{
    private static readonly SlipCase Slips = new(new SlipRules(DemoBureau.Roster, DemoBureau.Clocks), DemoBureau.Roster, DemoBureau.Clocks);

    [Fact]
    public void The_drafter_urges_the_desk_it_lies_on_and_is_told_so()
    {
        var story = new SlipStory().Draft();
        Assert.Equal(["pulan"], Urge(story, "liying"));
        Assert.Equal("催办普云岚(演示)", story.Now.Trail[^1].What);
        Assert.Equal(["李映禾(演示)催办(11月23日 09:01),请尽快办理。"], Notices(story, "pulan"));
        Assert.Equal(["李映禾(演示)已于11月23日 09:01催办普云岚(演示),11月23日 15:31后可以再次催办。"], Notices(story, "liying"));
        Assert.Empty(Notices(story, "zhoulin"));
    }

    [Fact]
    public void Who_is_urged_is_alerted_and_nobody_else()
    {
        var story = new SlipStory().Draft().Sign("pulan");
        var before = story.Now;
        story.Do("pulan", new ExpediteCommand.Urge());
        var fact = new ExpediteEvent.Urged(new("pulan", "普云岚(演示)"), story.Time, [new("zhoulin", "周临溪(演示)"), new("xushan", "徐山岚(演示)")]);
        var alerted = Slips.React(before, [fact], story.Now).Slots.Where(slot => slot.Alert).Select(slot => slot.Person);
        Assert.Equal(["xushan", "zhoulin"], alerted.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Acted_on_it_is_gone_even_where_the_next_desk_was_urged_before()
    {
        var story = new SlipStory().Draft();
        Urge(story, "liying");
        story.Sign("pulan");
        Assert.Empty(Notices(story, "pulan"));
        Assert.Equal(["xushan", "zhoulin"], Urge(story, "liying"));
        Assert.Single(Notices(story, "zhoulin"));
        story.Sign("zhoulin").Sign("gaoyuan").Do("liying", new IssuingCommand.Print(null, 50));
        Assert.Empty(Notices(story, "zhoulin"));
        Assert.Empty(Notices(story, "shenxi"));

        // The same office registers: whoever was urged within four hours is left in peace, the others are not.
        Assert.Equal(["shenxi"], Urge(story, "liying"));
        Assert.Single(Notices(story, "shenxi"));
        Assert.Empty(Notices(story, "zhoulin"));
    }

    [Fact]
    public void Nobody_is_urged_twice_within_four_working_hours_whoever_asks()
    {
        var story = new SlipStory().Draft().Sign("pulan");
        Urge(story, "liying"); // 09:02
        story.Later(TimeSpan.FromMinutes(20));
        story.Refuses("pulan", new ExpediteCommand.Urge(), RefusalKind.Forbidden,
            "李映禾(演示)已于11月23日 09:02催办周临溪(演示)、徐山岚(演示);每人每4个工作小时至多催办一次,11月23日 15:32后可以再次催办");
        story.Later(TimeSpan.FromHours(6)); // 15:24
        story.Refuses("liying", new ExpediteCommand.Urge(), RefusalKind.Forbidden, "15:32后可以再次催办");
        story.Later(TimeSpan.FromMinutes(10));
        Assert.Equal(["xushan", "zhoulin"], Urge(story, "liying"));
        Assert.Equal(2, story.Now.Expedite.Urgings.Count);
    }

    [Fact]
    public void Urged_at_night_the_four_hours_begin_when_the_doors_open()
    {
        var story = new SlipStory().Draft().Later(TimeSpan.FromHours(11)); // 20:01
        Urge(story, "liying");
        Assert.Contains("11月24日 12:00后可以再次催办", Assert.Single(Notices(story, "liying")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_click_again_does_nothing()
    {
        var story = new SlipStory().Draft();
        Urge(story, "liying");
        var again = story.Rules.Decide(story.Now, new ExpediteCommand.Urge(), DemoBureau.Person("liying"), story.Now.Trail[^1].At.AddSeconds(20));
        Assert.Empty(Assert.IsType<Decision<SlipEvent>.Accepted>(again).Events);
    }

    [Fact]
    public void Only_the_drafter_and_the_head_of_the_drafting_section_may()
    {
        var story = new SlipStory().Draft().Sign("pulan");
        story.Refuses("gaoyuan", new ExpediteCommand.Urge(), RefusalKind.Forbidden, "只有起草人李映禾(演示)和电子商务科的负责人可以催办本件");
        Assert.Equal(SlipRules.Unknown, story.Refused("yangzhi", new ExpediteCommand.Urge()));
        Assert.Equal(SlipRules.Unknown, story.Refused("zhangmu", new ExpediteCommand.Urge()));
    }

    [Fact]
    public void Whoever_is_waited_for_alone_urges_nobody_and_the_head_may_urge_the_drafter()
    {
        var story = new SlipStory().Draft();
        story.Refuses("pulan", new ExpediteCommand.Urge(), RefusalKind.Invalid, "本件现在等您自己办理");
        story.Do("pulan", new SlipCommand.Return(story.Now.Turn, "请补附件", null));
        story.Refuses("liying", new ExpediteCommand.Urge(), RefusalKind.Invalid, "本件现在等您自己办理");
        Assert.Equal(["liying"], Urge(story, "pulan"));
    }

    [Fact]
    public void What_waits_for_nobody_is_not_urged()
    {
        var story = new SlipStory().Draft().Sign("pulan").Sign("zhoulin");
        story.Do("gaoyuan", new SlipCommand.Decline(story.Now.Turn, "不宜发文"));
        story.Refuses("liying", new ExpediteCommand.Urge(), RefusalKind.Invalid, "本件现在不等任何人办理");
    }

    [Fact]
    public void A_card_of_an_earlier_desk_urges_nobody()
    {
        var story = new SlipStory().Draft();
        var round = story.Now.Round;
        story.Sign("pulan");
        story.Refuses("liying", new ExpediteCommand.Urge { Round = round }, RefusalKind.Stale, "这张卡片已经过时");
    }

    [Fact]
    public void After_the_signature_whoever_the_steps_need_is_urged()
    {
        // To receive it, and to review it.
        Assert.Equal(["jiwen", "luoqing", "zhoulin"], Urge(LaterStory.HandedOver(), "liying"));
        Assert.Equal(["shenxi", "xushan", "zhoulin"], Urge(new SlipStory().Draft().Signed().Printed(), "pulan"));
    }

    [Fact]
    public void The_button_stands_where_somebody_else_is_waited_for_and_may_be_urged()
    {
        var story = new SlipStory().Draft();
        var steps = new ExpediteSteps(DemoBureau.Roster, DemoBureau.Clocks);
        var form = Assert.Single(steps.Offer(story.Now, DemoBureau.Person("liying"), story.Time));
        Assert.Equal((StepVerbs.Urge, "催办", "将提醒普云岚(演示)尽快办理;每人每4个工作小时至多一次。"), (form.Verb, form.Button, form.Lead));
        Assert.Empty(steps.Offer(story.Now, DemoBureau.Person("pulan"), story.Time));
        Assert.Empty(steps.Offer(story.Now, DemoBureau.Person("gaoyuan"), story.Time));
        Urge(story, "liying");
        Assert.Empty(steps.Offer(story.Now, DemoBureau.Person("liying"), story.Time));
    }

    private static IEnumerable<string> Urge(SlipStory story, string actor) =>
        Assert.IsType<ExpediteEvent.Urged>(Assert.Single(Assert.IsType<Decision<SlipEvent>.Accepted>(story.Try(actor, new ExpediteCommand.Urge())).Events))
            .To.Select(who => who.Id).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Notices(SlipStory story, string reader) =>
        story.Rules.Expediting(story.Now, DemoBureau.Person(reader), story.Time).Select(notice => notice.Text);
}
