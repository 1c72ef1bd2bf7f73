using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Slips;

/// <summary>Every kind of event is written, read, applied and reacted to; a new kind fails here until it is.</summary>
public sealed class SlipCaseTests
{
    private static readonly SlipCase Slips = new(new SlipRules(DemoBureau.Roster, DemoBureau.Clocks), DemoBureau.Roster, DemoBureau.Clocks);

    [Fact]
    public void Every_event_has_a_name_in_the_journal()
    {
        var kinds = typeof(SlipEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SlipEvent)) && !type.IsAbstract);
        var named = typeof(SlipEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(name => name.DerivedType);
        Assert.Equal(kinds.OrderBy(type => type.Name, StringComparer.Ordinal), named.OrderBy(type => type.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void A_history_with_every_kind_of_event_is_rebuilt_to_the_same_state_and_reacted_to_at_every_step()
    {
        List<SlipEvent> facts = [];
        var story = new SlipStory();
        Do("liying", new SlipCommand.Draft("slip-2026-0000001", "2026-0001", "form-1", SlipStory.Form() with { Urgency = UrgencyLevel.Urgent }));
        Do("liying", new SlipCommand.Withdraw(story.Now.Turn));
        Do("liying", new SlipCommand.Resubmit(story.Now.Turn, SlipStory.Form(DisclosureAttribute.NotDisclosed) with { Urgency = UrgencyLevel.Urgent }));
        Do(null, new SlipCommand.Remind());
        Do("pulan", new SlipCommand.Sign(story.Now.Turn, SlipStory.Value(DisclosureAttribute.Redacted, "请核")));
        Do("pulan", new SlipCommand.TakeBack(story.Now.Turn));
        Do("pulan", new SlipCommand.Sign(story.Now.Turn, SlipStory.Value(DisclosureAttribute.Redacted)));
        Do("zhoulin", new SlipCommand.Sign(story.Now.Turn, SlipStory.Value(DisclosureAttribute.Redacted) with { SignerId = "luming" }));
        Do("luming", new SlipCommand.Return(story.Now.Turn, "请补充", Stage.Leader));
        Do("liying", new SlipCommand.Resubmit(story.Now.Turn, SlipStory.Form(DisclosureAttribute.NotDisclosed, "luming")));
        Do("luming", new SlipCommand.Decline(story.Now.Turn, "时机不成熟"));

        Assert.Equal(typeof(SlipEvent).GetNestedTypes().Length, facts.Select(fact => fact.GetType()).Distinct().Count());
        var rows = facts.Select(Slips.Row).Select((row, i) => new DisclosureBot.Journal.StoredEvent("slip-2026-0000001", i + 1, row.Type, row.Body, row.Actor, row.At, "", ""));
        Assert.Equal(Slips.Write(story.Now), Slips.Rebuild(rows));
        Assert.Equal(Slips.Write(story.Now), Slips.Write(JsonSerializer.Deserialize(Slips.Write(story.Now), Slips.StateJson)!));

        void Do(string? actor, SlipCommand command)
        {
            var before = story.Slip;
            var made = Assert.IsType<Decision<SlipEvent>.Accepted>(story.Try(actor, command)).Events;
            Assert.NotEmpty(made);
            facts.AddRange(made);
            var reaction = Slips.React(before, made, story.Now);
            Assert.Equal(story.Now.Circle.Order(), reaction.Slots.Select(slot => slot.Person).Order());
            Assert.DoesNotContain(reaction.Slots, slot => slot.Alert && slot.Person == actor);
        }
    }

    [Fact]
    public void Of_a_new_slip_the_head_is_told_and_the_drafter_only_shown()
    {
        var story = new SlipStory().Draft();
        var slots = Slips.React(null, [Drafted(story)], story.Now).Slots;
        Assert.Equal("liying:quiet:watching pulan:told:acting", string.Join(' ', slots.OrderBy(slot => slot.Person, StringComparer.Ordinal)
            .Select(slot => $"{slot.Person}:{(slot.Alert ? "told" : "quiet")}:{(slot.MustAct ? "acting" : "watching")}")));
    }

    private static SlipEvent.Drafted Drafted(SlipStory story) => new(
        story.Now.Drafter, story.Now.SubmittedAt, story.Now.Id, story.Now.Number, story.Now.SectionId, story.Now.Section, story.Now.Content, "form-1", ["pulan"]);
}
