using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Files;
using DisclosureBot.Cards.Lists;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Channel;
using DisclosureBot.Clock;
using DisclosureBot.Delegations;
using DisclosureBot.Journal;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Issuing;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Chat;

/// <summary>A click on a slip's card: payload → command → workflow → the card as it now stands, or the refusal on it.</summary>
public sealed class SlipClicks(
    Workflow workflow, SlipCase slips, SlipRules rules, SlipSteps steps, SlipViews views, FileViews files, Drafting drafting, Registration registration,
    CaseJournal journal, Roster roster, TimeProvider clock, SecretFiles secrets, StandIns standIns)
{
    public async Task<ClickAnswer> Answer(Person person, StepClick click, Turn.Clicked turn, CancellationToken stop) =>
        steps.Read(click) is { } command
            ? await Act(person, click.Case, command, Clicking.Card(person, turn), stop, step: click)
            : throw new InvalidOperationException($"No step answers {click.Verb}.");

    public async Task<ClickAnswer> Answer(Person person, SlipClick click, Turn.Clicked turn, CancellationToken stop)
    {
        var card = Clicking.Card(person, turn);
        return click switch
        {
            SlipClick.Draft draft => await Draft(person, draft, card, stop),
            SlipClick.Show show => await Show(person, show.Slip, stop),
            SlipClick.Files every => await Files(person, every, stop),
            SlipClick.Colleagues ask => await Colleagues(person, ask.Slip, stop),
            SlipClick.Sign sign => await Act(person, sign.Slip, new SlipCommand.Sign(sign.Turn, SlipPayload.Form(sign.Input)), card, stop, typed: sign.Input),
            SlipClick.Return back => await Act(person, back.Slip, new SlipCommand.Return(back.Turn, back.Input.ReturnReason, SlipPayload.Resume(back.Input.ResumeAt)), card, stop, typed: back.Input),
            SlipClick.Decline no => await Act(person, no.Slip, new SlipCommand.Decline(no.Turn, no.Input.DeclineReason), card, stop, typed: no.Input),
            SlipClick.Resubmit again => await Act(person, again.Slip, new SlipCommand.Resubmit(again.Turn, SlipPayload.Form(again.Input)), card, stop, revised: again.Input),
            SlipClick.Withdraw withdraw => await Act(person, withdraw.Slip, new SlipCommand.Withdraw(withdraw.Turn), card, stop),
            SlipClick.TakeBack takeBack => await Act(person, takeBack.Slip, new SlipCommand.TakeBack(takeBack.Turn), card, stop),
            _ => throw new InvalidOperationException($"Unknown click {click.GetType().Name}."),
        };
    }

    private async Task<ClickAnswer> Draft(Person person, SlipClick.Draft click, ClickedCard? card, CancellationToken stop)
    {
        var outcome = await drafting.Submit(person, click.Key, SlipPayload.Form(click.Input), card, stop);
        return outcome switch
        {
            { State: { } slip, Refusal: null } => Live(views.Of(slip, person, new Notice(Tone.Good, $"已提交,签号 {slip.Number}。{rules.Status(slip)}。"))),
            { Refusal: { Kind: RefusalKind.Secret } secret } => Secret(await secrets.Discard(person, secret.Text)),
            { Refusal: { Kind: RefusalKind.Invalid } invalid } => Form(person, outcome.State is null ? click.Key : Words.NewForm(clock), click.Input, invalid),
            _ => Clicking.Refuse(outcome.Refusal!),
        };
    }

    private ClickAnswer.Card Form(Person person, string key, DraftInput typed, Refusal refusal) => new(
        DraftCard.Render(new DraftView(key, DraftForms.Choices(person, roster), typed, new Notice(Tone.Bad, refusal.Text))), new Message(refusal.Text));

    private async Task<ClickAnswer> Act(
        Person person, string id, SlipCommand command, ClickedCard? card, CancellationToken stop,
        ReviewInput? typed = null, DraftInput? revised = null, StepClick? step = null)
    {
        var at = clock.BureauNow();
        var outcome = command is IssuingCommand.Register register
            ? await registration.Register(person, id, register, card, stop)
            : await workflow.Run(slips, id, slip => standIns.Decide(slip, command, person, at, actor => rules.Decide(slip, command, actor, at)), card, stop);
        if (outcome.State is not { } slip || !standIns.MaySee(slip, person, at)) return Clicking.Refuse(outcome.Refusal ?? SlipRules.Unknown);
        // A decision's own commit has taken the clicked card over already; a repeated click has none.
        if (card is not null && outcome is { Refusal: null, Committed: false }) await journal.Adopt(id, card, stop);
        return outcome.Refusal switch
        {
            null => Live(views.Of(slip, person, Done(slip, person))),
            { Kind: RefusalKind.Secret } secret => Secret(await secrets.Discard(person, secret.Text)),
            { Kind: RefusalKind.Invalid } invalid when step is not null && views.Colleagues(slip, person, new Notice(Tone.Bad, invalid.Text), step) is var again && again.Steps.Any(form => form.IsOf(step)) =>
                new ClickAnswer.Card(ColleaguesCard.Render(again), new Message(invalid.Text)),
            { Kind: RefusalKind.Invalid } invalid => Refused(views.Of(slip, person, new Notice(Tone.Bad, invalid.Text), typed, revised, step)),
            var other => Refused(views.Of(slip, person, new Notice(Tone.Warning, other.Text))),
        };
    }

    /// <summary>A look only: what it opens is not the live card, which stays where it is.</summary>
    private async Task<ClickAnswer> Show(Person person, string id, CancellationToken stop)
    {
        var slip = slips.Read(await journal.Load(id, stop));
        if (slip is null || !standIns.MaySee(slip, person, clock.BureauNow())) return Clicking.Refuse(SlipRules.Unknown);
        var view = views.Of(slip, person);
        var shown = SlipCard.Render(view);
        return new ClickAnswer.Card(shown, new Message(SlipCard.Summary(view), shown));
    }

    /// <summary>The same of its files.</summary>
    private async Task<ClickAnswer> Files(Person person, SlipClick.Files click, CancellationToken stop)
    {
        var slip = slips.Read(await journal.Load(click.Slip, stop));
        if (slip is null || !standIns.MaySee(slip, person, clock.BureauNow())) return Clicking.Refuse(SlipRules.Unknown);
        var card = FilesCard.Render(files.All(slip, person, click.From, inPlaceOf: [.. standIns.Seats(slip, person, clock.BureauNow()).Select(pair => pair.Seat)]));
        return new ClickAnswer.Card(card, new Message(card.FallbackText, card));
    }

    /// <summary>The same of what may be asked of colleagues.</summary>
    private async Task<ClickAnswer> Colleagues(Person person, string id, CancellationToken stop)
    {
        var slip = slips.Read(await journal.Load(id, stop));
        if (slip is null || !standIns.MaySee(slip, person, clock.BureauNow())) return Clicking.Refuse(SlipRules.Unknown);
        var card = ColleaguesCard.Render(views.Colleagues(slip, person));
        return new ClickAnswer.Card(card, new Message(card.FallbackText, card));
    }

    private Notice Done(Slip slip, Person person) =>
        new(Tone.Good, $"已办理{(SlipStatus.LastDone(slip, person) is { } own ? $":{own}" : "")}。现在:{rules.Status(slip)}。");

    /// <summary>Done: where the click came as a message nothing need be said, the live card follows by itself.</summary>
    private static ClickAnswer.Card Live(SlipView view) => new(SlipCard.Render(view), null);

    /// <summary>Refused: where the click came as a message the card stays as it was, with what was typed, and the sentence is said.</summary>
    private static ClickAnswer.Card Refused(SlipView view) => new(SlipCard.Render(view), new Message(view.Notice!.Text));

    private static ClickAnswer.Card Secret(string sentence) =>
        new(SentenceCard.Render(new SentenceView("涉密文件不在本系统办理", sentence, Tone.Bad)), new Message(sentence));
}
