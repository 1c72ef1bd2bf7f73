using DisclosureBot.Bureau;
using DisclosureBot.Delegations;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Consulting;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Issuing;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Tests.Slips;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Delegations;

/// <summary>Whatever 委托 there are and whoever clicks what: nobody signs two desks that meet, and nobody reviews what they wrote, in their own name or another's.</summary>
public sealed class SeparationTests
{
    private const int Stories = 600;
    private const int Clicks = 45;

    [Fact]
    public void Nobody_signs_twice_or_reviews_their_own_in_any_story()
    {
        var (standIns, signed, reviewed, received, passed, countersigned) = (0, 0, 0, 0, 0, 0);
        for (var seed = 0; seed < Stories; seed++)
        {
            var story = Play(seed);
            Hold(story, seed);
            standIns += story.Facts.OfType<SlipEvent.Signed>().Count(fact => fact.By.For is not null);
            signed += story.Now.Phase == SlipPhase.Signed ? 1 : 0;
            reviewed += story.Facts.OfType<PublishingEvent.SecrecyReviewed>().Count();
            received += story.Facts.OfType<PublishingEvent.Received>().Count();
            passed += story.Facts.OfType<ConsultingEvent.PassedOn>().Count();
            countersigned += story.Now.Consultations.Count(one => one.Comment is not null);
        }

        // The stories say nothing where nobody stood in or came to the end.
        Assert.True(standIns > Stories / 10 && signed > Stories / 20 && reviewed > 10 && received > 5, $"{standIns} signed for another, {signed} came through, {reviewed} reviewed, {received} received");
        Assert.True(passed > 10 && countersigned > 10, $"{passed} passed on, {countersigned} countersigned");
        TestContext.Current.TestOutputHelper?.WriteLine($"{Stories} stories: {standIns} signed for another, {signed} came through, {reviewed} reviewed, {received} received");
    }

    private static DelegationStory Play(int seed)
    {
        var chance = new Random(seed);
        var people = DemoBureau.Roster.People;
        var story = new DelegationStory();
        foreach (var absent in people.Where(_ => chance.Next(3) > 0))
        {
            // Most are refused: a signature goes only to few. Half of those who are left stand in for each other.
            for (var tries = 0; tries < 8 && story.Book.All.All(one => one.From.Id != absent.Id); tries++)
                story.Grant(absent.Id, DelegationStory.Form(Any(people, chance).Id, chance.Next(3) > 0 ? DelegationScope.All : Any(DelegationText.Scopes, chance), chance.Next(2, 6)));
        }

        story.Draft(Any(people, chance).Id, SlipStory.Form(signer: null));
        for (var i = 0; i < Clicks; i++)
        {
            story.Later(TimeSpan.FromMinutes(chance.Next(1, 90)));
            story.Try(Whom(story, chance), Click(story, chance));
            if (chance.Next(40) == 0 && story.Book.All.Count > 0) story.Later(TimeSpan.FromMinutes(1)).Revoke(story.Book.All[0].From.Id);
        }

        return story;
    }

    /// <summary>Mostly those it is put before, of them rather a stand-in than the absent person; else anybody.</summary>
    private static string Whom(DelegationStory story, Random chance)
    {
        var waitedFor = Waiting.On(story.Now, DemoBureau.Roster);
        var asked = chance.Next(2) == 0 ? [.. waitedFor] : story.StandIns.Of(story.Now, waitedFor, story.Time).ToList();
        return asked.Count > 0 && chance.Next(4) > 0 ? Any(asked, chance) : Any(DemoBureau.Roster.People, chance).Id;
    }

    private static SlipCommand Click(DelegationStory story, Random chance) => story.Now.Phase == SlipPhase.Signed ? After(story, chance) : chance.Next(14) switch
    {
        0 => new SlipCommand.Return(story.Now.Turn, "请修改", null),
        1 => new SlipCommand.TakeBack(story.Now.Turn),
        2 => new SlipCommand.Withdraw(story.Now.Turn),
        3 => StepStory.File(FileRole.Document, $"doc-{story.Facts.Count}"),
        4 or 5 => new SlipCommand.Resubmit(story.Now.Turn, SlipStory.Form(signer: null)),
        6 => new ConsultingCommand.PassOn(Any(DemoBureau.Roster.People, chance).Id, "外出培训"),
        7 => new ConsultingCommand.Ask(ConsultationKind.Countersign, [Any(DemoBureau.Roster.People, chance).Id], null, Waits: true),
        _ when Hearing.Holding(story.Now) is { Count: > 0 } holding => new ConsultingCommand.Answer(Any(holding, chance).Id, "没有不同意见"),
        _ => story.Now.Phase == SlipPhase.WithDrafter ? new SlipCommand.Resubmit(story.Now.Turn, SlipStory.Form(signer: null)) : story.Signing(),
    };

    private static SlipCommand After(DelegationStory story, Random chance) => chance.Next(8) switch
    {
        0 => new IssuingCommand.Print(null, 3),
        1 => StepStory.Number(),
        2 => new IssuingCommand.Seal(),
        3 => new IssuingCommand.Issue(),
        4 => StepStory.File(FileRole.Document, $"doc-{story.Facts.Count}"),
        5 => new PublishingCommand.HandOver(),
        6 => new PublishingCommand.Receive(),
        _ => new PublishingCommand.ReviewSecrecy(story.Now.Current(FileRole.Document)?.Id ?? "", true, PublishingRules.UsualBasis),
    };

    /// <summary>Read from the facts alone, as an outsider would from the journal.</summary>
    private static void Hold(DelegationStory story, int seed)
    {
        Slip? slip = null;
        var writers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fact in story.Facts)
        {
            if (fact.By.For is { } absent)
                Assert.True(story.Book.All.Any(one => one.From.Id == absent && one.To.Id == fact.By.Id && one.RunsAt(fact.At)), $"{seed}: {fact} without a 委托");
            if (fact is SlipEvent.Drafted or SlipEvent.Resubmitted) writers.UnionWith(Both(fact.By));
            if (fact is SlipEvent.Signed signed)
            {
                Assert.True(!writers.Overlaps(Both(signed.By)), $"{seed}: {signed.By} reviewed what they wrote");
                Assert.True(IsFit(signed.Stage, DemoBureau.Person(signed.By.Id)) || signed.Stage == Stage.SectionHead, $"{seed}: {signed.By} is not fit for {signed.Stage}");
                var before = slip!.SignedAt(signed.Stage - 1);
                Assert.True(before is null || !Both(before.By).Intersect(Both(signed.By), StringComparer.Ordinal).Any(), $"{seed}: {before?.By} and {signed.By} meet");
            }

            if (fact is ConsultingEvent.PassedOn passed)
                Assert.True(!writers.Overlaps([.. Both(passed.By), passed.To.Id]), $"{seed}: {passed.By} gave {passed.To} the desk of what they wrote");
            if (fact is ConsultingEvent.Answered answer && slip!.Consultations.Single(one => one.Id == answer.Id).Kind == ConsultationKind.Countersign)
                Assert.True(!writers.Overlaps(Both(answer.By)) && !Both(slip.SignedAt(Stage.SectionHead)!.By).Intersect(Both(answer.By), StringComparer.Ordinal).Any(), $"{seed}: {answer.By} countersigned what they wrote or signed");
            if (fact is PublishingEvent.SecrecyReviewed review)
                Assert.True(!Both(review.By).Intersect([.. writers, .. Both(slip!.File(review.FileId)!.By)], StringComparer.Ordinal).Any(), $"{seed}: {review.By} reviewed their own file");
            if (fact is PublishingEvent.Received received)
                Assert.True(!Both(received.By).Intersect(Both(slip!.Publication.Handover!.By), StringComparer.Ordinal).Any(), $"{seed}: {received.By} received what they handed over");
            slip = Slip.Evolve(slip, fact);
        }
    }

    private static bool IsFit(Stage stage, Person person) => stage == Stage.GeneralOffice ? person.Section.Duties.Contains("generalOffice") : person.Is(Role.LeaderInCharge) || person.Is(Role.PrincipalLeader);

    private static IEnumerable<string> Both(Who who) => who.For is { } absent ? [who.Id, absent] : [who.Id];

    private static T Any<T>(IReadOnlyList<T> of, Random chance) => of[chance.Next(of.Count)];
}
