using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Changes;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Interpretation;
using DisclosureBot.Slips.Issuing;
using DisclosureBot.Slips.Publishing;
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
        Rebuilt(facts, story.Now);

        void Do(string? actor, SlipCommand command) => facts.AddRange(Step(story, actor, command));
    }

    [Fact]
    public void So_is_a_history_with_every_kind_of_event_after_the_signature()
    {
        var story = new SlipStory();
        List<SlipEvent> facts = [];
        var form = SlipStory.Form() with { PreDecision = true, Normative = true };
        foreach (var command in new SlipCommand[] { new SlipCommand.Draft("slip-2026-0000001", "2026-0001", "form-1", form), new SlipCommand.Withdraw(1) }) Do("liying", command);
        Given(new SlipEvent.Resubmitted(story.Now.Drafter, story.Time, story.Now.Content with { PreDecision = true }, Stage.SectionHead, ["pulan"]));
        Do("liying", StepStory.File(FileRole.InterpretationPlan, "plan-1"));
        Do("liying", new InterpretationCommand.FilePlan("plan-1"));
        foreach (var signer in new[] { "pulan", "zhoulin", "gaoyuan" }) Do(signer, new SlipCommand.Sign(story.Now.Turn, SlipStory.Value(DisclosureAttribute.Public)));
        var document = new SlipFile("file-1", FileRole.Document, "正文.docx", "application/octet-stream", 1, new string('0', 64), 1, story.Now.Drafter, story.Time);
        Given(new FileEvent.Added(story.Now.Drafter, story.Time, document));
        Given(new IssuingEvent.Printed(story.Now.Drafter, story.Time, new DateOnly(2026, 11, 23), 10, DemoBureau.Clocks.Handover(new DateOnly(2026, 11, 23), false, story.Time)));
        Given(new IssuingEvent.Registered(new Who("zhoulin", "周临溪(演示)"), story.Time, new DocumentNumber("楚商发", 2026, 58), null));
        Given(new IssuingEvent.Sealed(new Who("zhoulin", "周临溪(演示)"), story.Time));
        Given(new IssuingEvent.Issued(new Who("zhoulin", "周临溪(演示)"), story.Time));
        var clock = story.Now.Clock(DeadlineKind.Handover)!.Deadline;
        Given(new DeadlineEvent.Recounted(Who.Clock, story.Time, DeadlineKind.Handover, clock with { Due = clock.Due.AddDays(1) }, clock));
        story.Later(TimeSpan.FromDays(3));
        Do(null, new DeadlineCommand.RemindOf(DeadlineKind.Handover));
        Do("liying", new PublishingCommand.HandOver());
        Do("luoqing", new PublishingCommand.ReturnHandover("电子版打不开"));
        Do("liying", new PublishingCommand.HandOver());
        Do("luoqing", new PublishingCommand.Receive());
        Do("zhoulin", new PublishingCommand.ReviewSecrecy("file-1", true, PublishingRules.UsualBasis));
        Do("luoqing", new PublishingCommand.Publish("https://swj.example.cn/1.html", ["局网站"], null, new DateOnly(2026, 11, 28)));
        Do(null, new PublishingCommand.RecordAddress("https://swj.example.cn/1.html", AddressCheck.Unreachable, "网站连接不上"));
        story.Later(TimeSpan.FromDays(3));
        Do("liying", new PublishingCommand.PublishFeedback("https://swj.example.cn/2.html", null));
        Do("gaoyuan", new ChangeAttribute(DisclosureAttribute.OnRequest, "涉及商业秘密", "15"));
        Do("luoqing", new PublishingCommand.TakeDown());
        Do("liying", new PublishingCommand.HandOver());
        Do("jiwen", new PublishingCommand.Receive());
        Do("jiwen", new PublishingCommand.Catalogue());
        Do(null, new PublishingCommand.Archive("package-1", new string('a', 64), 1));

        var kinds = typeof(PublishingEvent).GetNestedTypes().Concat(typeof(DeadlineEvent).GetNestedTypes()).Append(typeof(AttributeChanged));
        Assert.Empty(kinds.Except(facts.Select(fact => fact.GetType())));
        Rebuilt(facts, story.Now);

        void Do(string? actor, SlipCommand command) => facts.AddRange(Step(story, actor, command));

        void Given(SlipEvent fact)
        {
            var before = story.Now;
            facts.Add(fact);
            Reacted(before, [fact], story.Given(fact).Now, fact.By.Id);
        }
    }

    private static void Rebuilt(List<SlipEvent> facts, Slip now)
    {
        var rows = facts.Select(Slips.Row).Select((row, i) => new DisclosureBot.Journal.StoredEvent("slip-2026-0000001", i + 1, row.Type, row.Body, row.Actor, row.At, "", ""));
        Assert.Equal(Slips.Write(now), Slips.Rebuild(rows));
        Assert.Equal(Slips.Write(now), Slips.Write(JsonSerializer.Deserialize(Slips.Write(now), Slips.StateJson)!));
    }

    private static IReadOnlyList<SlipEvent> Step(SlipStory story, string? actor, SlipCommand command)
    {
        var before = story.Slip;
        var decision = story.Try(actor, command);
        var made = Assert.IsType<Decision<SlipEvent>.Accepted>(decision).Events;
        Assert.NotEmpty(made);
        Reacted(before, made, story.Now, actor);
        return made;
    }

    private static void Reacted(Slip? before, IReadOnlyList<SlipEvent> made, Slip now, string? actor)
    {
        var reaction = Slips.React(before, made, now);
        Assert.Empty(now.Circle.Except(reaction.Slots.Select(slot => slot.Person)));
        Assert.All(reaction.Slots, slot => Assert.True(Desks.MaySee(now, DemoBureau.Person(slot.Person)), slot.Person));
        Assert.DoesNotContain(reaction.Slots, slot => slot.Alert && slot.Person == actor);
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
