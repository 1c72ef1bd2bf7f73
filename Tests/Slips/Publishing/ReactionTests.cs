using DisclosureBot.Journal;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Changes;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Interpretation;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Slips.Publishing;

/// <summary>After the signature: who is told, whom it waits for, who may see it, and what lists and searches find.</summary>
public sealed class ReactionTests
{
    private static readonly SlipCase Slips = new(new SlipRules(DemoBureau.Roster, DemoBureau.Clocks), DemoBureau.Roster, DemoBureau.Clocks);

    [Fact]
    public void Every_step_tells_whom_it_now_waits_for_and_no_one_what_they_did()
    {
        var story = LaterStory.Issued();
        Assert.Equal("told jiwen luoqing; acting jiwen luoqing zhoulin", After(story, "liying", new PublishingCommand.HandOver()));
        Assert.Equal("told liying; acting zhoulin", After(story, "luoqing", new PublishingCommand.Receive()));
        Assert.Equal("told jiwen luoqing; acting jiwen luoqing", After(story, "zhoulin", new PublishingCommand.ReviewSecrecy("file-1", true, PublishingRules.UsualBasis)));
        Assert.Equal("told liying; acting ", After(story, "jiwen", LaterStory.Publish()));
        Assert.Equal("told ; acting ", After(story, null, new PublishingCommand.RecordAddress(LaterStory.Url, AddressCheck.Found, null)));
        Assert.Equal("told jiwen liying luoqing; acting jiwen luoqing", After(story, "gaoyuan", new ChangeAttribute(DisclosureAttribute.NotDisclosed, "涉及商业秘密", "15")));
        Assert.Equal("told liying; acting ", After(story, "luoqing", new PublishingCommand.TakeDown()));
        Assert.Equal("told ; acting ", After(story, null, new PublishingCommand.Archive("package-1", new string('a', 64), 1)));
    }

    [Fact]
    public void A_return_and_an_objection_are_the_drafters_news()
    {
        var story = LaterStory.Received();
        Assert.Equal("told jiwen liying luoqing; acting jiwen luoqing", After(story, "zhoulin", new PublishingCommand.ReviewSecrecy("file-1", false, "涉及企业数据")));
        Assert.Equal("told liying; acting liying", After(story, "luoqing", new PublishingCommand.ReturnHandover("请更换文件")));
        Assert.Equal("told liying; acting ", After(LaterStory.Received(DisclosureAttribute.OnRequest), "jiwen", new PublishingCommand.Catalogue()));
    }

    [Fact]
    public void Whom_it_waited_for_at_several_desks_is_shown_that_it_no_longer_does()
    {
        var story = LaterStory.Signed().Printed();
        var before = story.Now;
        story.Registered().Sealed().Issued();
        var slots = Slips.React(before, [new SlipEvent.Reminded(Who.Clock, story.Time, [])], story.Now).Slots;
        Assert.False(Assert.Single(slots, slot => slot.Person == "shenxi").MustAct);
    }

    [Fact]
    public void A_filed_plan_waits_for_the_policy_section_until_it_answers()
    {
        var story = new SlipStory().Draft(SlipStory.Form() with { Normative = true }).File(FileRole.InterpretationPlan);
        Assert.False(Desks.MaySee(story.Now, DemoBureau.Person("heyan")));
        story.Given(new InterpretationEvent.PlanFiled(story.Now.Drafter, story.Time, "file-1", ["heyan", "qiwen"]));
        Assert.Equal("heyan,pulan,qiwen", story.Waits());
        Assert.True(Desks.MaySee(story.Now, DemoBureau.Person("heyan")));
        story.Given(new InterpretationEvent.PolicyConfirmed(new Who("qiwen", "起文澜(演示)"), story.Time, true, true, null));
        Assert.Equal("pulan", story.Waits());
    }

    [Fact]
    public void A_filed_plan_waits_for_nobody_who_cannot_confirm_it()
    {
        Assert.Equal("liying", LaterStory.Received(form: SlipStory.Form() with { Normative = true, OnBehalf = true }).Waits());
        var own = new SlipStory().Draft(SlipStory.Form() with { Normative = true }, "heyan").WithPlan();
        Assert.Equal("qiwen", own.Waits());
    }

    [Fact]
    public void A_look_at_a_file_moves_no_card_and_no_timer()
    {
        var story = LaterStory.Issued(form: SlipStory.Form() with { Urgency = UrgencyLevel.Urgent });
        var opened = new FileEvent.Opened(new Who("pulan", "普云岚(演示)"), story.Time, "file-1");
        var reaction = Slips.React(story.Now, [opened], story.Given(opened).Now);
        Assert.Empty(reaction.Slots);
        Assert.Empty(reaction.Timers);
    }

    [Theory]
    [InlineData("yangzhi")]
    [InlineData("zhangmu")]
    [InlineData("duanhe")]
    [InlineData("heyan")]
    public void Strangers_see_nothing_however_far_it_has_come(string stranger)
    {
        foreach (var story in new[] { LaterStory.Signed(), LaterStory.Published(), LaterStory.Issued(DisclosureAttribute.NotDisclosed), LaterStory.Received(DisclosureAttribute.OnRequest) })
        {
            Assert.False(Desks.MaySee(story.Now, DemoBureau.Person(stranger)));
            foreach (var command in new SlipCommand[] { new PublishingCommand.HandOver(), new PublishingCommand.Receive(), LaterStory.Publish(), new ChangeAttribute(DisclosureAttribute.Public, "x", null) })
                Assert.Equal(SlipRules.Unknown, story.Refused(stranger, command));
        }
    }

    [Fact]
    public void The_operations_section_sees_it_from_the_hand_over_on_and_never_what_is_not_disclosed()
    {
        Assert.False(Desks.MaySee(LaterStory.Issued().Now, DemoBureau.Person("luoqing")));
        Assert.True(Desks.MaySee(LaterStory.HandedOver().Now, DemoBureau.Person("luoqing")));
        Assert.False(Desks.MaySee(LaterStory.Issued(DisclosureAttribute.NotDisclosed).Now, DemoBureau.Person("luoqing")));
    }

    [Fact]
    public void It_stays_open_until_it_is_archived_and_is_found_by_its_number_and_ledger()
    {
        var story = LaterStory.Issued(DisclosureAttribute.NotDisclosed);
        var listing = Slips.List(story.Now);
        Assert.True(listing.Open);
        Assert.Contains("楚商发〔2026〕58号", listing.Text, StringComparison.Ordinal);
        Assert.Contains("楚商发202658号", listing.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("不公开评审登记", listing.Text, StringComparison.Ordinal);
        listing = Slips.List(story.Do(null, new PublishingCommand.Archive("package-1", new string('a', 64), 1)).Now);
        Assert.False(listing.Open);
        Assert.Contains("不公开评审登记", listing.Text, StringComparison.Ordinal);
        Assert.Contains("依申请公开目录", Slips.List(LaterStory.Received(DisclosureAttribute.OnRequest).Do("luoqing", new PublishingCommand.Catalogue()).Now).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_found_address_is_not_looked_at_again_and_an_unknown_one_is_no_news()
    {
        var story = LaterStory.Published().Do(null, new PublishingCommand.RecordAddress(LaterStory.Url, AddressCheck.Found, null));
        story.Nothing(null, new PublishingCommand.RecordAddress(LaterStory.Url, AddressCheck.Found, null));
        story.Nothing(null, new PublishingCommand.RecordAddress(LaterStory.Url + "?old", AddressCheck.Missing, "x"));
    }

    [Fact]
    public void What_lacks_something_is_not_archived() =>
        LaterStory.Cleared().Nothing(null, new PublishingCommand.Archive("package-1", new string('a', 64), 1));

    private static string After(SlipStory story, string? actor, SlipCommand command)
    {
        var before = story.Now;
        var made = Assert.IsType<Decision<SlipEvent>.Accepted>(story.Try(actor, command)).Events;
        Assert.NotEmpty(made);
        var slots = Slips.React(before, made, story.Now).Slots;
        Assert.Equal(slots.Count, slots.Select(slot => slot.Person).Distinct().Count());
        return $"told {Those(slot => slot.Alert)}; acting {Those(slot => slot.MustAct)}";

        string Those(Func<SlotWrite, bool> which) => string.Join(' ', slots.Where(which).Select(slot => slot.Person).Order(StringComparer.Ordinal));
    }
}
