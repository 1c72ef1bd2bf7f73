using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Files;
using DisclosureBot.Cards.Lists;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Channel;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Intake;

namespace DisclosureBot.Chat;

/// <summary>A click on an item's card: payload → command → workflow → the card as it now stands, or the refusal on it. In the section's group the card is the group's, the deed the clicker's.</summary>
public sealed class OpinionClicks(
    Workflow workflow, OpinionCase items, OpinionRules rules, OpinionSteps steps, OpinionViews views, OpinionFileViews files, Reporting reporting, Merging merging,
    OpinionRoom room, CaseJournal journal, Roster roster, TimeProvider clock, SecretFiles secrets)
{
    private const string OtherRoom = "本群没有在接收舆情提醒,或提醒已改发到别的群。请在与我的一对一聊天中办理。";

    /// <summary>Null where the click is about no item.</summary>
    public async Task<ClickAnswer?> Answer(Person person, Turn.Clicked turn, CancellationToken stop)
    {
        var step = StepClick.Read(turn.Verb, turn.Data, OpinionVerbs.All);
        var look = step is null ? SlipClick.Read(turn.Verb, turn.Data) : null;
        var show = look is SlipClick.Show { Slip: var id } && OpinionCase.IsOne(id) ? id : null;
        if (turn.Personal) return await Personal(person, turn, step, look, show, stop);
        if (step is null && show is null) return null;
        if (!await room.IsHere(turn.Where, stop) || OpinionGroup.In(roster) is not { } group) return new ClickAnswer.Refusal(403, "OtherRoom", OtherRoom);
        return step is not null ? await Act(person, group, step, OpinionRoom.Card(turn), stop) : await Show(person, group, show!, stop);
    }

    private async Task<ClickAnswer?> Personal(Person person, Turn.Clicked turn, StepClick? step, SlipClick? look, string? show, CancellationToken stop)
    {
        var card = Clicking.Card(person, turn);
        if (step is not null) return await Act(person, person, step, card, stop);
        if (show is not null) return await Show(person, person, show, stop);
        if (look is SlipClick.Files { Slip: var slip, From: var from } && OpinionCase.IsOne(slip)) return await Files(person, slip, from, stop);
        return ReportClick.Read(turn.Verb, turn.Data) is { } report ? await Report(person, report, card, stop) : null;
    }

    private async Task<ClickAnswer> Report(Person person, ReportClick click, ClickedCard? card, CancellationToken stop)
    {
        var key = $"form.{click.Key}";
        if (ReportForms.Read(click.Input, key, clock.BureauNow(), out var story, out var source) is { } wrong)
            return wrong.Kind == RefusalKind.Secret ? Secret(await secrets.Discard(person, wrong.Text)) : Form(click.Key, click.Input, wrong);
        return await reporting.Report(person, key, story, source, click.Input.SuspectedEmergency, null, card, stop) switch
        {
            { State: { } item, Refusal: null } => Live(views.Of(item, person, new Notice(Tone.Good, $"已上报,编号 {item.Number}。{OpinionStatus.Of(item)}。"))),
            { Refusal: { Kind: RefusalKind.Invalid } invalid } => Form(click.Key, click.Input, invalid),
            { Refusal: var refusal } => Clicking.Refuse(refusal!),
        };
    }

    private static ClickAnswer.Card Form(string key, ReportInput typed, Refusal refusal) =>
        new(ReportCard.Render(ReportForms.Again(key, typed, refusal.Text)), new Message(refusal.Text));

    /// <param name="reader">Whose card it is: the person's, or the group's.</param>
    private async Task<ClickAnswer> Act(Person person, Person reader, StepClick click, ClickedCard? card, CancellationToken stop)
    {
        var command = steps.Read(click) ?? throw new InvalidOperationException($"No step answers {click.Verb}.");
        if (command is IntakeCommand.Merge merge) command = merge with { Into = await Target(click, stop) };
        var at = clock.BureauNow();
        var outcome = await workflow.Run(items, click.Case, item => rules.Decide(item, command, person, at), card, stop);
        if (outcome.State is not { } item || !OpinionDuties.MaySee(item, person)) return Clicking.Refuse(outcome.Refusal ?? OpinionRules.Unknown);
        // A decision's own commit has taken the clicked card over already; a repeated click has none.
        if (card is not null && outcome is { Refusal: null, Committed: false }) await journal.Adopt(item.Id, card, stop);
        if (command is IntakeCommand.Merge && outcome.Refusal is null) await merging.Finish(item, person, stop);
        return outcome.Refusal switch
        {
            null => Live(views.Of(item, reader, new Notice(Tone.Good, $"{(reader == person ? "" : $"{person.Name}:")}已办理。现在:{OpinionStatus.Of(item)}。"))),
            { Kind: RefusalKind.Invalid } invalid => Refused(views.Of(item, reader, new Notice(Tone.Bad, invalid.Text), click)),
            var other => Refused(views.Of(item, reader, new Notice(Tone.Warning, other.Text))),
        };
    }

    /// <summary>The item to merge into, by the number that was written; null where there is none.</summary>
    private async Task<OpinionItem?> Target(StepClick click, CancellationToken stop) =>
        IntakeSteps.NumberOf(click) is { } number && OpinionCase.IdOf(number) is { } id
            ? items.Read(await journal.Load(id, stop))
            : null;

    /// <summary>A look only: what it opens is not the live card, which stays where it is. In the group nobody opens what they may not see themselves.</summary>
    private async Task<ClickAnswer> Show(Person person, Person reader, string id, CancellationToken stop)
    {
        if (items.Read(await journal.Load(id, stop)) is not { } item || !OpinionDuties.MaySee(item, person)) return Clicking.Refuse(OpinionRules.Unknown);
        var view = views.Of(item, reader);
        var shown = OpinionCard.Render(view);
        return new ClickAnswer.Card(shown, new Message(OpinionCard.Summary(view), shown));
    }

    private async Task<ClickAnswer> Files(Person person, string id, int from, CancellationToken stop)
    {
        if (items.Read(await journal.Load(id, stop)) is not { } item || !OpinionDuties.MaySee(item, person)) return Clicking.Refuse(OpinionRules.Unknown);
        var card = FilesCard.Render(files.All(item, person, from));
        return new ClickAnswer.Card(card, new Message(card.FallbackText, card));
    }

    /// <summary>Done: where the click came as a message nothing need be said, the live card follows by itself.</summary>
    private static ClickAnswer.Card Live(OpinionView view) => new(OpinionCard.Render(view), null);

    /// <summary>Refused: where the click came as a message the card stays as it was, with what was typed, and the sentence is said.</summary>
    private static ClickAnswer.Card Refused(OpinionView view) => new(OpinionCard.Render(view), new Message(view.Notice!.Text));

    private static ClickAnswer.Card Secret(string sentence) =>
        new(SentenceCard.Render(new SentenceView("涉密内容不在本系统办理", sentence, Tone.Bad)), new Message(sentence));
}
