using DisclosureBot.Bureau;
using DisclosureBot.Cards.Delegations;
using DisclosureBot.Cards.Lists;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Channel;
using DisclosureBot.Chat;
using DisclosureBot.Journal;

namespace DisclosureBot.Delegations;

/// <summary>The word 委托, and the clicks on its cards: payload → rules → workflow → the card as it now stands, or the refusal on it.</summary>
public sealed class DelegationTopic(Delegating delegating, DelegationViews views, CaseJournal journal) : ITopic
{
    public IReadOnlyList<HelpItem> Help { get; } = [new("委托", "请人在一段时间内代您办理,看您委托他人和受他人委托的事项", true)];

    public Task<Answer?> Said(Person person, string said, Turn turn, CancellationToken stop)
    {
        if (said is not "委托") return Task.FromResult<Answer?>(null);
        var card = DelegationFormCard.Render(views.Form(person));
        return Task.FromResult<Answer?>(new([new Message(card.FallbackText, card)]));
    }

    public async Task<ClickAnswer?> Clicked(Person person, Turn.Clicked clicked, CancellationToken stop) => DelegationClick.Read(clicked.Verb, clicked.Data) switch
    {
        null => null,
        DelegationClick.Grant grant => await Grant(person, grant, Clicking.Card(person, clicked), stop),
        DelegationClick.Revoke revoke => await Revoke(person, revoke, Clicking.Card(person, clicked), stop),
        DelegationClick.Show show => await Show(person, show.Delegation, stop),
        var other => throw new InvalidOperationException($"Unknown click {other.GetType().Name}."),
    };

    public async Task<ClickAnswer?> Opened(Person person, string caseId, Turn.Clicked clicked, CancellationToken stop) =>
        DelegationCase.IsOne(caseId) ? await Show(person, caseId, stop) : null;

    private async Task<ClickAnswer> Grant(Person person, DelegationClick.Grant click, ClickedCard? card, CancellationToken stop)
    {
        var outcome = await delegating.Grant(person, click.Key, DelegationViews.Read(click.Input), card, stop);
        return outcome switch
        {
            { State: { } one, Refusal: null } => Live(views.Of(one, person, Done(one))),
            { Refusal: { Kind: RefusalKind.Invalid } invalid } => Form(person, click, invalid),
            _ => Clicking.Refuse(outcome.Refusal!),
        };
    }

    private Notice Done(Delegation one)
    {
        var done = $"已委托,编号 {one.Number},已告知{one.To.Name}。{DelegationText.NotPassedOn}";
        return views.StandInIsAway(one) is { } away ? new(Tone.Warning, done + away) : new(Tone.Good, done);
    }

    private ClickAnswer.Card Form(Person person, DelegationClick.Grant click, Refusal refusal) => new(
        DelegationFormCard.Render(views.Form(person, click.Key, click.Input, new Notice(Tone.Bad, refusal.Text))), new Message(refusal.Text));

    private async Task<ClickAnswer> Revoke(Person person, DelegationClick.Revoke click, ClickedCard? card, CancellationToken stop)
    {
        var outcome = await delegating.Revoke(person, click.Delegation, click.Reason, card, stop);
        if (outcome.State is not { } one || !DelegationRules.MaySee(one, person)) return Clicking.Refuse(outcome.Refusal ?? DelegationRules.Unknown);
        // A decision's own commit has taken the clicked card over already; a repeated click has none.
        if (card is not null && outcome is { Refusal: null, Committed: false }) await journal.Adopt(one.Id, card, stop);
        return outcome.Refusal switch
        {
            null => Live(views.Of(one, person, new Notice(Tone.Good, "已撤销,即时生效。此前代为办理的仍然有效。"))),
            { Kind: RefusalKind.Invalid } invalid => Refused(views.Of(one, person, new Notice(Tone.Bad, invalid.Text), click.Reason)),
            var other => Refused(views.Of(one, person, new Notice(Tone.Warning, other.Text))),
        };
    }

    /// <summary>A look only: what it opens is not the live card.</summary>
    private async Task<ClickAnswer> Show(Person person, string id, CancellationToken stop)
    {
        if (await delegating.Find(id, stop) is not { } one || !DelegationRules.MaySee(one, person)) return Clicking.Refuse(DelegationRules.Unknown);
        var view = views.Of(one, person);
        var shown = DelegationCard.Render(view);
        return new ClickAnswer.Card(shown, new Message(DelegationCard.Summary(view), shown));
    }

    /// <summary>Done: where the click came as a message nothing need be said, the live card follows by itself.</summary>
    private static ClickAnswer.Card Live(DelegationView view) => new(DelegationCard.Render(view), null);

    /// <summary>Refused: where the click came as a message the card stays as it was, and the sentence is said.</summary>
    private static ClickAnswer.Card Refused(DelegationView view) => new(DelegationCard.Render(view), new Message(view.Notice!.Text));
}
