using DisclosureBot.Bureau;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Channel;
using DisclosureBot.Chat;
using DisclosureBot.Clock;
using DisclosureBot.Journal;

namespace DisclosureBot.Opinions.Watch;

/// <summary>The words 值班 and 值班表, and clicks on their cards: payload → command → workflow → the card as it now stands, or the refusal on it.</summary>
public sealed class WatchClicks(WatchKeeping keeping, WatchRules rules, WatchViews views, CaseJournal journal, Roster roster, TimeProvider clock)
{
    private const int ListedFaults = 6;

    public static readonly Refusal NotYours = new(RefusalKind.Forbidden, "舆情值班由商务运行科和局领导查看。需要上报舆情,请写“舆情”。");

    /// <summary>值班.</summary>
    public async Task<Answer> Show(Person person, CancellationToken stop)
    {
        if (!rules.MaySee(person)) return new([new Message(NotYours.Text)]);
        var view = await View(person, null, null, stop);
        return new([new Message(WatchCard.Summary(view), WatchCard.Render(view))]);
    }

    /// <summary>值班表.</summary>
    public async Task<Answer> Roster(Person person, CancellationToken stop)
    {
        if (!rules.MaySee(person)) return new([new Message(NotYours.Text)]);
        var card = DutyRosterCard.Render(views.Roster(await keeping.Find(stop), person));
        return new([new Message(card.FallbackText, card)]);
    }

    public async Task<ClickAnswer> Answer(Person person, WatchClick click, Turn.Clicked turn, CancellationToken stop)
    {
        if (!rules.MaySee(person)) return Clicking.Refuse(NotYours);
        var card = Clicking.Card(person, turn);
        return click switch
        {
            WatchClick.Show => await Looked(person, stop),
            WatchClick.HandOver over => await Done(person, await keeping.HandOver(person, over.Round, over.Input.Receiver, over.Input.Note, card, stop), card, over.Input, stop),
            WatchClick.Receive receive => await Done(person, await keeping.Receive(person, receive.Round, card, stop), card, null, stop),
            WatchClick.TakeBack back => await Done(person, await keeping.TakeBack(person, back.Round, card, stop), card, null, stop),
            WatchClick.Roster => new ClickAnswer.Card(DutyRosterCard.Render(views.Roster(await keeping.Find(stop), person))),
            WatchClick.Enter enter => await Enter(person, enter.Text, stop),
            _ => throw new InvalidOperationException($"Unknown click {click.GetType().Name}."),
        };
    }

    /// <summary>A look only: what it opens is not the live card.</summary>
    private async Task<ClickAnswer> Looked(Person person, CancellationToken stop)
    {
        var view = await View(person, null, null, stop);
        var shown = WatchCard.Render(view);
        return new ClickAnswer.Card(shown, new Message(WatchCard.Summary(view), shown));
    }

    private async Task<ClickAnswer> Enter(Person person, string? text, CancellationToken stop)
    {
        if (rules.MayNotEnter(person) is { } forbidden) return Clicking.Refuse(forbidden);
        if (text is null) return await Form(person, null, "请填写“值班表”,每行写日期和姓名。", Tone.Bad, stop);
        if (text.Length > DutyRosterCard.LongestRoster) return await Form(person, text, $"“值班表”最多{DutyRosterCard.LongestRoster}字,现有{text.Length}字,请分几次录入。", Tone.Bad, stop);
        var days = DutyText.Read(text, WatchDay.Of(clock.BureauNow()), roster, out var faults);
        if (faults.Count > 0) return await Form(person, text, Listed(faults), Tone.Bad, stop);
        return (await keeping.Enter(person, days, stop)).Refusal is { } refusal
            ? await Form(person, text, refusal.Text, Tone.Bad, stop)
            : await Form(person, null, $"已录入{days.Count}天的值班安排,下面是最新情况。", Tone.Good, stop);
    }

    private async Task<ClickAnswer> Form(Person person, string? typed, string said, Tone tone, CancellationToken stop) => new ClickAnswer.Card(
        DutyRosterCard.Render(views.Roster(await keeping.Find(stop), person, typed, new Notice(tone, said))), new Message(said));

    private static string Listed(IReadOnlyList<string> faults) =>
        string.Concat(faults.Take(ListedFaults)) + (faults.Count > ListedFaults ? $"……共{faults.Count}处,请修改后再录入。" : "请修改后再录入,刚才的内容没有保存。");

    private async Task<ClickAnswer> Done(Person person, Outcome<DutyWatch> outcome, ClickedCard? card, HandOverInput? typed, CancellationToken stop)
    {
        // A decision's own commit has taken the clicked card over already; a repeated click has none.
        if (card is not null && outcome is { Refusal: null, Committed: false }) await journal.Adopt(WatchCase.Id, card, stop);
        if (outcome.Refusal is not { } refusal) return new ClickAnswer.Card(WatchCard.Render(await View(person, new Notice(Tone.Good, "已办理。下面是最新情况。"), null, stop)));
        var invalid = refusal.Kind == RefusalKind.Invalid;
        var view = await View(person, new Notice(invalid ? Tone.Bad : Tone.Warning, refusal.Text), invalid ? typed : null, stop);
        return new ClickAnswer.Card(WatchCard.Render(view), new Message(refusal.Text));
    }

    private async Task<WatchView> View(Person person, Notice? notice, HandOverInput? typed, CancellationToken stop) =>
        views.Of(await keeping.Find(stop), await keeping.Open(stop), person, notice, typed);
}
