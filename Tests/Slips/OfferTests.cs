using DisclosureBot.Bureau;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Issuing;
using DisclosureBot.Slips.PaperSigning;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;
using static DisclosureBot.Tests.Slips.StepStory;

namespace DisclosureBot.Tests.Slips;

/// <summary>What a card offers is accepted when sensibly filled in, and what it does not offer does nothing: over random ways a slip can go.</summary>
public sealed class OfferTests
{
    private static readonly string[] Verbs =
    [
        StepVerbs.FilePlan, StepVerbs.ConfirmPolicy, StepVerbs.EnterPaper, StepVerbs.ConfirmPaper, StepVerbs.DismissPaper, StepVerbs.Print, StepVerbs.Register,
        StepVerbs.Seal, StepVerbs.Issue, StepVerbs.ListRemovals, StepVerbs.ConfirmRedaction, StepVerbs.ReleaseInterpretation, StepVerbs.RecordOutside,
        StepVerbs.Consult, StepVerbs.Countersign, StepVerbs.AnswerConsultation, StepVerbs.WaiveConsultation, StepVerbs.Copy, StepVerbs.PassOn, StepVerbs.Urge,
    ];

    private static readonly string[] Asking = [StepVerbs.Consult, StepVerbs.Countersign, StepVerbs.Copy, StepVerbs.PassOn, StepVerbs.Urge];

    private static readonly HashSet<string> Reached = [];

    [Property(MaxTest = 60)]
    public Property What_is_offered_is_accepted_and_what_is_not_offered_does_nothing() =>
        Prop.ForAll(Gen.ListOf(Gen.Choose(0, 999), 40).ToArbitrary(), Holds);

    /// <summary>The walk above must have come by every step; this one leads along all of them.</summary>
    [Fact]
    public void A_walk_that_always_takes_the_newest_offer_comes_by_every_step()
    {
        foreach (var seed in Enumerable.Range(0, 60)) Assert.True(Holds([.. Enumerable.Range(0, 60).Select(i => (seed * 7919 + i * 104729 + i * i * seed) % 1000)]));
        Assert.Equal(Verbs.Order(StringComparer.Ordinal), Reached.Order(StringComparer.Ordinal));
    }

    private static bool Holds(IList<int> steps)
    {
        var first = steps.Count > 0 ? steps[0] : 0;
        var story = new SlipStory().Draft(SlipStory.Form(first % 2 == 0 ? DisclosureAttribute.Redacted : DisclosureAttribute.Public) with { Normative = first % 3 == 0, OnBehalf = first % 5 == 0 });
        foreach (var step in steps)
        {
            Compare(story.Now, story.Rules);
            Walk(story, step);
        }

        return true;
    }

    /// <summary>For everybody who may see the slip and every step: offered exactly when it would do something.</summary>
    private static void Compare(Slip slip, SlipRules rules)
    {
        var families = Families();
        foreach (var person in DemoBureau.Roster.People)
        {
            var offered = families.Offer(slip, person, Noon);
            foreach (var form in offered)
            {
                var decision = rules.Decide(slip, families.Read(Fill(form, slip))!, person, Noon);
                Assert.True(decision is Decision<SlipEvent>.Accepted { Events.Count: > 0 }, $"{person.Id} was offered {form.Verb}, but: {(decision as Decision<SlipEvent>.Refused)?.Refusal.Text ?? "nothing happened"}");
                lock (Reached) Reached.Add(form.Verb);
            }

            foreach (var verb in Verbs.Where(verb => offered.All(form => form.Verb != verb)))
            {
                var decision = rules.Decide(slip, families.Read(Fill(Unasked(verb, slip), slip))!, person, Noon);
                Assert.False(decision is Decision<SlipEvent>.Accepted { Events.Count: > 0 }, $"{person.Id} was not offered {verb}, but it is accepted");
            }
        }
    }

    private static void Walk(SlipStory story, int step)
    {
        var slip = story.Now;
        var people = DemoBureau.Roster.People;
        if (step % 4 != 0)
        {
            var chances = people.SelectMany(person => Families().Offer(slip, person, Noon).Select(form => (person, form))).ToList();
            // Colleagues may be asked at every step: mostly the way itself, or few would ever come to its end.
            var onward = chances.Where(chance => step % 7 == 0 || !Asking.Contains(chance.form.Verb)).ToList();
            if (onward.Count == 0) return;
            var (person, form) = onward[step % onward.Count];
            story.Try(person.Id, Families().Read(Fill(form, slip))!);
            return;
        }

        switch (step / 4 % 9)
        {
            case 0 when slip.Phase == SlipPhase.Signed: story.Happened(HandedOver([.. slip.Files.Select(file => file.Id)])); break;
            case 1 when slip.Phase == SlipPhase.Signed: story.Happened(Published()); break;
            case 2 when slip.Current(FileRole.InterpretationMaterial) is { } material: story.Happened(Reviewed(material.Id)); break;
            case 3 when slip.Publication.Handover is not null: story.Happened(new PublishingEvent.HandoverReturned(slip.Drafter, Noon, "打不开")); break;
            case 4: story.Try("zhoulin", new SlipCommand.Return(slip.Turn, "请修改", slip.Stage)); break;
            case 5: story.Try("liying", new SlipCommand.Resubmit(slip.Turn, SlipStory.Form(slip.Content.Attribute) with { Normative = slip.Content.Normative, OnBehalf = slip.Content.OnBehalf })); break;
            case 6:
                foreach (var role in Enum.GetValues<FileRole>()) story.Try("liying", File(role, $"{role}-{slip.Version}"));
                break;
            default:
                var actor = slip.Stage switch { Stage.SectionHead => "pulan", Stage.GeneralOffice => "zhoulin", _ => "gaoyuan" };
                story.Try(actor, new SlipCommand.Sign(slip.Turn, SlipStory.Value(slip.Asked)));
                break;
        }
    }

    /// <summary>The form of a step that was not offered, as a forged or late click would fill it.</summary>
    private static StepForm Unasked(string verb, Slip slip) => new(verb, "", slip.Round, [], verb switch
    {
        StepVerbs.FilePlan => slip.Current(FileRole.InterpretationPlan)?.Id,
        StepVerbs.ListRemovals or StepVerbs.ConfirmRedaction => slip.Current(FileRole.RedactedVersion)?.Id,
        StepVerbs.ConfirmPaper or StepVerbs.DismissPaper => slip.PendingPaper?.Key,
        StepVerbs.AnswerConsultation => slip.Consultations.FirstOrDefault(one => one.IsOpen)?.Id,
        _ => null,
    });

    private static StepClick Fill(StepForm form, Slip slip)
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in form.Fields.Where(field => field.Value is not null)) typed[field.Id] = field.Value!;
        foreach (var (field, value) in Sensible(form.Verb, slip))
            if (!typed.ContainsKey(field) || field is "reason" or "removed" or "url" or "waits") typed[field] = value;
        // Of several that are offered, the first.
        foreach (var pick in form.Fields.OfType<StepField.Pick>().Where(pick => pick.Choices.All(choice => choice.Value != typed.GetValueOrDefault(pick.Id)))) typed[pick.Id] = pick.Choices[0].Value;
        return new StepClick(form.Verb, slip.Id, form.Round, form.About, typed);
    }

    private static (string Field, string Value)[] Sensible(string verb, Slip slip) => verb switch
    {
        // Another reason or address each time: a correction to the very same would be a repeated click.
        StepVerbs.ConfirmPolicy => [("normative", slip.Content.Normative ? "true" : "false"), ("needed", "true"), ("reason", $"理由{slip.Version}")],
        StepVerbs.EnterPaper => [("signer", Desks.At(slip.Stage, slip, DemoBureau.Roster).Select(person => person.Id).FirstOrDefault() ?? ""), ("on", "2026-11-23"), ("value", SlipPayload.Of(slip.Asked))],
        StepVerbs.DismissPaper => [("reason", "日期抄错")],
        StepVerbs.Print => [("on", "2026-11-23"), ("copies", "20")],
        StepVerbs.Register => [("code", "楚商发"), ("year", "2026"), ("sequence", "1")],
        StepVerbs.ListRemovals => [("removed", $"删去附表{slip.Version}"), ("ground", "15")],
        StepVerbs.ReleaseInterpretation => [("url", $"https://example.org/{slip.Version}"), ("channel", "局网站"), ("form", "文字解读")],
        StepVerbs.Consult => [("of", "maoyun"), ("question", $"问题{slip.Version}"), ("waits", slip.Version % 2 == 0 ? "true" : "false")],
        StepVerbs.Countersign => [("of", "zhangmu")],
        StepVerbs.AnswerConsultation => [("comment", $"没有不同意见{slip.Version}")],
        StepVerbs.WaiveConsultation => [("which", slip.Consultations.FirstOrDefault(one => one.IsOpen)?.Id ?? ""), ("reason", $"时间紧{slip.Version}")],
        StepVerbs.Copy => [("to", "duanhe")],
        StepVerbs.PassOn => [("to", slip.Stage == Stage.GeneralOffice ? "shenxi" : "luming"), ("reason", $"出差{slip.Version}")],
        StepVerbs.RecordOutside => [("on", "2026-11-23"), ("url", $"https://example.org/{slip.Version}")],
        _ => [],
    };
}
