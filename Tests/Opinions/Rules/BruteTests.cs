using System.Globalization;
using DisclosureBot.Bureau;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Rules;

/// <summary>
/// Every kind × level × who takes it × order of the steps, by nothing but what the cards offer to those whose 待办 holds it: every item comes to its
/// end, nobody is waited for who is offered nothing, and nobody's 待办 outlasts it.
/// </summary>
public sealed class BruteTests
{
    private const int MostSteps = 40;
    private static readonly bool[] Both = [false, true];
    private static readonly string[] Takers = ["luoqing", "gaoyuan", "luming", "zhangmu"];

    public static TheoryData<OpinionKind, OpinionLevel, IncidentLevel, bool> Kinds => [.. from kind in Enum.GetValues<OpinionKind>()
        from level in kind == OpinionKind.Emergency ? [OpinionLevel.Important] : Enum.GetValues<OpinionLevel>()
        from incident in kind == OpinionKind.Emergency ? Enum.GetValues<IncidentLevel>() : [IncidentLevel.General]
        from suspected in Both
        select new TheoryDataRow<OpinionKind, OpinionLevel, IncidentLevel, bool>(kind, level, incident, suspected)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Whoever_is_waited_for_can_bring_it_to_its_end(OpinionKind kind, OpinionLevel level, IncidentLevel incident, bool suspected)
    {
        foreach (var taker in Takers)
            foreach (var assignFirst in Both)
                foreach (var drill in new Drill?[] { null, new(60) })
                    foreach (var backwards in Both)
                        Walk(new(kind, level, incident, suspected, taker, assignFirst || taker == "zhangmu", drill, backwards));
    }

    private sealed record Plan(OpinionKind Kind, OpinionLevel Level, IncidentLevel Incident, bool Suspected, string Taker, bool AssignFirst, Drill? Drill, bool Backwards);

    private static void Walk(Plan plan)
    {
        var story = new OpinionStory().Report(suspected: plan.Suspected, drill: plan.Drill, onDuty: "luoqing");
        if (plan.AssignFirst) story.Assign();
        if (plan.Taker == "zhangmu") story.Take().Do("luoqing", new AlarmCommand.Pass("zhangmu", null));
        else story.Take(plan.Taker);
        for (var step = 0; story.Now.IsOpen; step++)
        {
            Assert.True(step < MostSteps, $"{plan} never ends: {OpinionStatus.Of(story.Now)}");
            var waited = OpinionWaiting.On(story.Now, DemoBureau.Roster).Select(DemoBureau.Person).ToList();
            Assert.All(waited, person => Assert.True(story.Steps.Offer(story.Now, person, story.Time).Count > 0, $"{plan}: {person.Id} is waited for and offered nothing"));
            Assert.True(waited.SelectMany(person => Moves(story, person, plan)).OrderBy(move => plan.Backwards ? -move.Order : move.Order).Any(move => Pressed(story, move, plan)),
                $"{plan}: nobody of {OpinionDuties.Names(waited)} can go on: {OpinionStatus.Of(story.Now)}");
        }

        Assert.Empty(OpinionWaiting.On(story.Now, DemoBureau.Roster));
        Assert.DoesNotContain(OpinionReactions.Of(story.Now, [story.Facts[^1]], story.Now, DemoBureau.Roster).Slots, slot => slot.MustAct);
    }

    private sealed record Move(Person Person, StepForm Form, int Order);

    private static IEnumerable<Move> Moves(OpinionStory story, Person person, Plan plan) =>
        from form in story.Steps.Offer(story.Now, person, story.Time)
        let order = Order(story.Now, form.Verb, person)
        where order > 0
        select new Move(person, form, order);

    /// <summary>Only what leads on; 0 for the rest.</summary>
    private static int Order(OpinionItem item, string verb, Person person) => verb switch
    {
        OpinionVerbs.Assess when item.Assessment is null => 1,
        OpinionVerbs.SetLevel when item.Kind == OpinionKind.Emergency && item.Incident is null && person.Is(Role.PrincipalLeader) => 2,
        OpinionVerbs.Draft when item.Assessment is not null && !OpinionWaiting.IsReady(item) && item.Draft is null or { Review.Cleared: false } => 3,
        OpinionVerbs.Review => 4,
        OpinionVerbs.Release => 5,
        OpinionVerbs.MeetPressConference => 6,
        OpinionVerbs.Close when item.Clocks.All(clock => !clock.IsRunning) => 7,
        _ => 0,
    };

    private static bool Pressed(OpinionStory story, Move move, Plan plan)
    {
        var before = story.Now;
        var typed = move.Form.Fields.Select(field => (field.Id, Value: Fill(story, move, field, plan))).Where(one => one.Value is not null).ToDictionary(one => one.Id, one => one.Value!);
        var command = story.Steps.Read(new StepClick(move.Form.Verb, before.Id, move.Form.Round, move.Form.About, typed))!;
        var refusal = (story.Try(move.Person.Id, command) as Decision<OpinionEvent>.Refused)?.Refusal;
        Assert.True(refusal is null || move.Form.Verb == OpinionVerbs.Close, $"{plan}: {move.Person.Id} was offered {move.Form.Button} and refused: {refusal?.Text}");
        return story.Now.Version > before.Version;
    }

    private static string? Fill(OpinionStory story, Move move, StepField field, Plan plan) => (move.Form.Verb, field.Id) switch
    {
        (OpinionVerbs.Assess, "kind") => plan.Kind.ToString(),
        (OpinionVerbs.Assess, "level") => plan.Level.ToString(),
        (OpinionVerbs.SetLevel, "level") => plan.Incident.ToString(),
        (_, "cleared") => "yes",
        (_, "url") => OpinionStory.Url,
        (_, "on") => BureauTime.Day(story.Time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (_, "time") => story.Time.ToString("HH:mm", CultureInfo.InvariantCulture),
        (_, "other") or (_, "file") => null,
        _ => field.Value ?? "经核实情况属实,正在办理,已告知当事人。",
    };
}
