using System.Globalization;
using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Calendar;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Channel;
using DisclosureBot.Journal;

namespace DisclosureBot.Chat;

/// <summary>A click on a calendar card, and the word 节假日: payload → table → workflow → the card as it now stands, or the refusal on it.</summary>
public sealed class CalendarClicks(CalendarImports imports, CalendarViews views, CalendarRules rules, CaseJournal journal)
{
    /// <summary>节假日: what is known of which year; for an administrator with the form.</summary>
    public Answer Tables(Person person)
    {
        var card = Form(person);
        return new([new Message(card.FallbackText, card)]);
    }

    public AdaptiveCard Form(Person person) => CalendarImportCard.Render(views.Tables(person));

    public async Task<ClickAnswer> Answer(Person person, CalendarClick click, Turn.Clicked turn, CancellationToken stop)
    {
        var card = Clicking.Card(person, turn);
        return click switch
        {
            CalendarClick.Propose propose => await Propose(person, propose, card, stop),
            CalendarClick.Confirm confirm => await Decided(person, confirm.Calendar, await imports.Confirm(person, confirm.Calendar, card, stop), card, null, stop),
            CalendarClick.Reject reject => await Decided(person, reject.Calendar, await imports.Reject(person, reject.Calendar, reject.Reason, card, stop), card, reject.Reason, stop),
            CalendarClick.Show show => await Show(person, show.Calendar, stop),
            _ => throw new InvalidOperationException($"Unknown click {click.GetType().Name}."),
        };
    }

    /// <summary>A table that came as a file (see <see cref="CalendarFile"/>): the same checks, the same second person.</summary>
    /// <param name="key">Names the file's arrival, so that it makes one import however often it is worked off.</param>
    public async Task<Message> Receive(Person person, ReadOnlyMemory<byte> json, string key, CancellationToken stop)
    {
        if (CalendarRules.MayNotPropose(person) is { } forbidden) return new Message(forbidden.Text);
        if (CalendarFile.Read(json.Span, out var faults) is not { } table) return new Message(CalendarRules.Listed(faults));
        var outcome = await imports.Propose(person, key, table, null, stop);
        return outcome switch
        {
            { Refusal: { } refusal } => new Message(refusal.Text),
            { State: { } import } => new Message($"已提交,编号 {import.Number}。{rules.Status(import)}。"),
            _ => throw new InvalidOperationException("An import neither made nor refused."),
        };
    }

    private async Task<ClickAnswer> Propose(Person person, CalendarClick.Propose click, ClickedCard? card, CancellationToken stop)
    {
        if (CalendarRules.MayNotPropose(person) is { } forbidden) return Clicking.Refuse(forbidden);
        if (Read(click.Input, out var table) is { } wrong) return Form(person, click, wrong);
        return await imports.Propose(person, click.Key, table!, card, stop) switch
        {
            { State: { } import, Refusal: null } => Live(views.Of(import, person, new Notice(Tone.Good, $"已提交,编号 {import.Number}。{rules.Status(import)}。"))),
            { Refusal: { Kind: RefusalKind.Invalid } invalid } => Form(person, click, invalid.Text),
            { Refusal: var refusal } => Clicking.Refuse(refusal!),
        };
    }

    /// <summary>What is wrong with the form, if anything is.</summary>
    private static string? Read(ImportInput input, out CalendarTable? table)
    {
        table = null;
        if (!int.TryParse(input.Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return "请选择年度。";
        if (input.Scope is not (CalendarViews.National or CalendarViews.Local)) return "请选择范围:全国或州内。";
        if (input.Text is not { } text) return "请粘贴“放假通知”。";
        if (text.Length > CalendarImportCard.LongestNotice) return $"“放假通知”最多{CalendarImportCard.LongestNotice}字,现有{text.Length}字,只需粘贴列明日期的各行。";
        table = NoticeReader.Read(text, year, input.Scope == CalendarViews.Local ? DayScope.Local : DayScope.National, out var faults);
        return table is null ? CalendarRules.Listed(faults) : null;
    }

    private ClickAnswer.Card Form(Person person, CalendarClick.Propose click, string fault) => new(
        CalendarImportCard.Render(views.Tables(person, click.Input, new Notice(Tone.Bad, fault), click.Key)), new Message(fault));

    private async Task<ClickAnswer> Decided(Person person, string id, Outcome<CalendarImport> outcome, ClickedCard? card, string? typedReason, CancellationToken stop)
    {
        if (outcome.State is not { } import) return Clicking.Refuse(outcome.Refusal ?? CalendarRules.Unknown);
        // A decision's own commit has taken the clicked card over already; a repeated click has none.
        if (card is not null && outcome is { Refusal: null, Committed: false }) await journal.Adopt(id, card, stop);
        return outcome.Refusal switch
        {
            null => Live(views.Of(import, person, new Notice(Tone.Good, $"已办理。现在:{rules.Status(import)}。"))),
            { Kind: RefusalKind.Invalid } invalid => Refused(views.Of(import, person, new Notice(Tone.Bad, invalid.Text), typedReason)),
            var other => Refused(views.Of(import, person, new Notice(Tone.Warning, other.Text))),
        };
    }

    /// <summary>A look only: what it opens is not the live card. Holidays are no secret, so that everybody of the bureau may look.</summary>
    private async Task<ClickAnswer> Show(Person person, string id, CancellationToken stop)
    {
        if (await imports.Find(id, stop) is not { } import) return Clicking.Refuse(CalendarRules.Unknown);
        var view = views.Of(import, person);
        var shown = CalendarReviewCard.Render(view);
        return new ClickAnswer.Card(shown, new Message(CalendarReviewCard.Summary(view), shown));
    }

    /// <summary>Done: where the click came as a message nothing need be said, the live card follows by itself.</summary>
    private static ClickAnswer.Card Live(CalendarReviewView view) => new(CalendarReviewCard.Render(view), null);

    /// <summary>Refused: where the click came as a message the card stays as it was, and the sentence is said.</summary>
    private static ClickAnswer.Card Refused(CalendarReviewView view) => new(CalendarReviewCard.Render(view), new Message(view.Notice!.Text));
}
