using DisclosureBot.Bureau;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Channel;
using DisclosureBot.Chat;
using DisclosureBot.Journal;

namespace DisclosureBot.Opinions.Drills;

/// <summary>The words 演练 and 演练评分, and clicks on their cards: payload → drill → the item's own card, or the refusal on the form.</summary>
public sealed class DrillClicks(Drilling drilling, DrillViews views, OpinionViews items, TimeProvider clock)
{
    public static readonly Refusal NotYours = new(RefusalKind.Forbidden, "演练由商务运行科和局领导参加,您不能查看。");

    public static readonly Refusal Unknown = new(RefusalKind.NotFound, "没有找到这次演练。请写“演练”查看本年度的演练。");

    /// <summary>演练: the form, and the drills of this year.</summary>
    public async Task<Answer> Show(Person person, CancellationToken stop)
    {
        if (!drilling.MayLook(person)) return new([new Message(NotYours.Text)]);
        var card = DrillCard.Render(views.Form(person, Words.NewForm(clock), await drilling.Lately(person, stop)));
        return new([new Message(card.FallbackText, card)]);
    }

    /// <summary>演练评分: of the newest drill, or of the one with that number.</summary>
    public async Task<Answer> Score(Person person, string number, CancellationToken stop)
    {
        if (!drilling.MayLook(person)) return new([new Message(NotYours.Text)]);
        var asked = number.Length == 0 ? (await drilling.Lately(person, stop)).FirstOrDefault()?.CaseId : OpinionCase.IdOf(number);
        if (asked is null || await Score(asked, stop) is not { } view) return new([new Message(Unknown.Text)]);
        return new([new Message(DrillScoreCard.Summary(view), DrillScoreCard.Render(view))]);
    }

    public async Task<ClickAnswer> Answer(Person person, DrillClick click, Turn.Clicked turn, CancellationToken stop) => click switch
    {
        _ when !drilling.MayLook(person) => Clicking.Refuse(NotYours),
        DrillClick.Start start => await Start(person, start, Clicking.Card(person, turn), stop),
        DrillClick.Score score => await Score(score.Case, stop) is { } view
            ? new ClickAnswer.Card(DrillScoreCard.Render(view), new Message(DrillScoreCard.Summary(view), DrillScoreCard.Render(view)))
            : Clicking.Refuse(Unknown),
        _ => throw new InvalidOperationException($"Unknown click {click.GetType().Name}."),
    };

    private async Task<ClickAnswer> Start(Person person, DrillClick.Start click, ClickedCard? card, CancellationToken stop)
    {
        switch (await drilling.Start(person, click.Key, click.Input, card, stop))
        {
            case { State: { } item, Refusal: null }:
                return new ClickAnswer.Card(OpinionCard.Render(items.Of(item, person, new Notice(Tone.Good, $"【演练】已开始,编号 {item.Number},值班人员已收到提醒。"))));
            case { Refusal: { Kind: RefusalKind.Invalid } invalid }:
                var form = views.Form(person, click.Key, await drilling.Lately(person, stop), click.Input, new Notice(Tone.Bad, invalid.Text));
                return new ClickAnswer.Card(DrillCard.Render(form), new Message(invalid.Text));
            case var other:
                return Clicking.Refuse(other.Refusal!);
        }
    }

    private async Task<DrillScoreView?> Score(string id, CancellationToken stop) =>
        await drilling.Find(id, stop) is { } drill ? DrillViews.Score(drill, DrillScore.Of(await drilling.Facts(id, stop))) : null;
}
