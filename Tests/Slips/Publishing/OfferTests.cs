using System.Globalization;
using DisclosureBot.Bureau;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Changes;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Slips.Steps;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Slips.Publishing;

/// <summary>Along random ways: what a card offers is accepted, and what it does not offer is not.</summary>
public sealed class OfferTests
{
    private static readonly SlipSteps Steps = new([new PublishingSteps(DemoBureau.Roster, PublishingSettings.Usual), new ChangeSteps(DemoBureau.Roster)]);
    private static readonly string[] Verbs =
    [
        StepVerbs.HandOver, StepVerbs.Receive, StepVerbs.ReturnHandover, StepVerbs.ReviewSecrecy, StepVerbs.Publish, StepVerbs.Catalogue,
        StepVerbs.PublishFeedback, StepVerbs.TakeDown, StepVerbs.ChangeAttribute,
    ];

    private int _typed;

    private readonly HashSet<string> _offered = new(StringComparer.Ordinal);

    [Fact]
    public void Exactly_what_is_offered_is_accepted()
    {
        for (var seed = 1; seed <= 60; seed++) Walk(seed);
        Assert.Equal(Verbs.Order(StringComparer.Ordinal), _offered.Order(StringComparer.Ordinal));
    }

    private void Walk(int seed)
    {
        var random = new Random(seed);
        var form = SlipStory.Form((DisclosureAttribute)random.Next(4)) with { Normative = random.Next(2) == 0, PreDecision = random.Next(2) == 0, OnBehalf = random.Next(6) == 0 };
        var story = LaterStory.Signed(form.Attribute!.Value, form, random.Next(4) == 0 ? "luoqing" : "liying");
        for (var step = 0; step < 25; step++)
        {
            var offered = DemoBureau.Roster.People.SelectMany(person => Steps.Offer(story.Now, person, story.Time).Select(offer => (Person: person, Form: offer))).ToList();
            _offered.UnionWith(offered.Select(offer => offer.Form.Verb));
            foreach (var (person, offer) in offered) Accepted(seed, story, person, Click(story.Now, offer.Verb, offer.About, random));
            foreach (var person in DemoBureau.Roster.People) NothingElse(story, person, offered.Where(offer => offer.Person == person).Select(offer => offer.Form).ToList(), random);
            Assert.All(offered.Where(offer => offer.Form.IsMain), offer => Assert.Contains(offer.Person.Id, Waiting.On(story.Now, DemoBureau.Roster)));
            if (offered.Count > 0 && random.Next(3) > 0)
            {
                // Mostly the straight way, or few would ever reach the public.
                var straight = offered.Where(offer => offer.Form.IsMain).ToList();
                var choices = straight.Count > 0 && random.Next(6) > 0 ? straight : offered;
                var (person, offer) = choices[random.Next(choices.Count)];
                story.Do(person.Id, Command(Click(story.Now, offer.Verb, offer.About, random)));
            }
            else
            {
                Elsewhere(story, random);
            }
        }
    }

    /// <summary>What the other parts of the rules bring about meanwhile.</summary>
    private static void Elsewhere(SlipStory story, Random random)
    {
        if (story.Now.Phase == SlipPhase.Archived) return;
        // Comments have closed before long.
        if (story.Now is { Content.PreDecision: true, Publication: { Published: not null, Feedback: null } }) story.Later(TimeSpan.FromDays(101));
        switch (random.Next(6))
        {
            case 0: story.File(FileRole.Document); break;
            case 1: story.File(FileRole.InterpretationMaterial); break;
            case 2: story.File(FileRole.RedactedVersion).Confirmed(); break;
            case 3 when Completion.IsDone(story.Looked().Now): story.Archived(); break;
            case 4 when story.Now.Content.OnBehalf: story.Outside(); break;
            default:
                _ = Completion.Of(story.Now).FirstOrDefault() switch
                {
                    OpenStep.Print when story.Now.Issue.Printed is null => story.Printed(),
                    OpenStep.Register => story.Registered(),
                    OpenStep.Seal => story.Sealed(),
                    OpenStep.Issue => story.Issued(),
                    _ => story,
                };
                break;
        }
    }

    private static void Accepted(int seed, SlipStory story, Person person, StepClick click)
    {
        var decision = story.Rules.Decide(story.Now, Command(click), person, story.Time);
        Assert.True(decision is Decision<SlipEvent>.Accepted { Events.Count: > 0 }, $"way {seed}: {person.Id} {click.Verb}: {(decision as Decision<SlipEvent>.Refused)?.Refusal.Text ?? "nothing"}");
    }

    private void NothingElse(SlipStory story, Person person, List<StepForm> offered, Random random)
    {
        foreach (var verb in Verbs.Except(offered.Select(offer => offer.Verb)))
            Not(story, person, Click(story.Now, verb, story.Now.Files.LastOrDefault()?.Id, random));
        foreach (var file in story.Now.Files.Where(file => offered.TrueForAll(offer => offer.About != file.Id)))
            Not(story, person, Click(story.Now, StepVerbs.ReviewSecrecy, file.Id, random));
    }

    private static void Not(SlipStory story, Person person, StepClick click)
    {
        var decision = story.Rules.Decide(story.Now, Command(click), person, story.Time);
        Assert.False(decision is Decision<SlipEvent>.Accepted { Events.Count: > 0 }, $"{person.Id} {click.Verb} was not offered");
    }

    private static SlipCommand Command(StepClick click) => Steps.Read(click)!;

    /// <summary>Rightly filled in, and never twice alike.</summary>
    private StepClick Click(Slip slip, string verb, string? about, Random random)
    {
        var others = AttributeStatement.InOrder.Where(value => value != slip.Attribute).ToList();
        var unique = string.Create(CultureInfo.InvariantCulture, $"{++_typed}");
        return new StepClick(verb, slip.Id, slip.Round, about, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["reason"] = $"第{unique}次核对",
            ["cleared"] = random.Next(4) == 0 ? "no" : "yes",
            ["basis"] = $"第{unique}次审查",
            ["url"] = $"{LaterStory.Url}?{unique}",
            ["channels"] = "局网站,微博",
            ["closes"] = slip.Trail[^1].At.AddDays(100).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["to"] = SlipPayload.Of(others[random.Next(others.Count)]),
            ["ground"] = "15",
        });
    }
}
