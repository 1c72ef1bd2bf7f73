using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Briefing;
using DisclosureBot.Cards.Lists;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Channel;
using DisclosureBot.Chat;

namespace DisclosureBot.Briefing;

/// <summary>今日, and 提醒方式: the card for whoever asks, and how they want to be reminded.</summary>
public sealed class BriefingTopic(Briefings briefings, BriefingViews views, Reminding reminding) : ITopic
{
    private const string Word = "提醒方式";

    public IReadOnlyList<HelpItem> Help =>
    [
        new("今日", "看今天等您办理的、到期的和新情况", true),
        new(Word, "选择即时提醒、每日一张汇总,或按紧急程度", true),
    ];

    public async Task<Answer?> Said(Person person, string said, Turn turn, CancellationToken stop)
    {
        if (said is "今日" or "汇总" or "今日汇总") return Say(await Today(person, stop));
        if (!said.StartsWith(Word, StringComparison.Ordinal)) return null;
        var rest = said[Word.Length..].Trim(' ', ':', '\uFF1A', ',', '\uFF0C');
        if (rest.Length == 0) return Say(Choice(person, null));
        if (ReminderModes.Read(rest) is not { } mode)
            return Say(Choice(person, new(Tone.Warning, $"没有“{PlainText.Clip(rest, 30)}”这种提醒方式,请从下面选择。")));
        return Say(await Choose(person, mode, stop));
    }

    public async Task<ClickAnswer?> Clicked(Person person, Turn.Clicked clicked, CancellationToken stop)
    {
        if (clicked.Verb != RemindingClick.Verb) return null;
        return RemindingClick.Read(clicked.Verb, clicked.Data) is { } click && ReminderModes.Read(click.Mode) is { } mode
            ? Clicked(await Choose(person, mode, stop))
            : Clicked(Choice(person, new(Tone.Warning, "没有识别出要选的提醒方式,请重新选择。")));
    }

    /// <summary>From a list or the desk: what the card tells now.</summary>
    public async Task<ClickAnswer?> Opened(Person person, string caseId, Turn.Clicked clicked, CancellationToken stop) =>
        caseId == BriefingCase.Id ? Clicked(await Today(person, stop)) : null;

    private async Task<AdaptiveCard> Today(Person person, CancellationToken stop) =>
        BriefingCard.Render(views.Of(await briefings.Now(person, null, stop), asked: true));

    private async Task<AdaptiveCard> Choose(Person person, ReminderMode mode, CancellationToken stop)
    {
        await briefings.Choose(person, mode, stop);
        return Choice(person, new(Tone.Good, $"已改为“{ReminderModes.Name(mode)}”,从现在起有效。"));
    }

    private AdaptiveCard Choice(Person person, Notice? notice)
    {
        var present = reminding.Of(person.Id);
        return RemindingCard.Render(new(
            ReminderModes.Name(present), [.. Enum.GetValues<ReminderMode>().Select(mode => new ReminderChoice(ReminderModes.Word(mode), ReminderModes.Name(mode), Meaning(mode), mode == present))], notice));
    }

    private static string Meaning(ReminderMode mode) => mode switch
    {
        ReminderMode.AtOnce => "每件事一来就发消息,早上不另发汇总。",
        ReminderMode.ByUrgency => "加急件随到随发,其余的每个工作日上班时汇总成一张卡片。",
        ReminderMode.Digest => "加急件和平件都每个工作日上班时汇总成一张卡片。",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, null),
    };

    private static Answer Say(AdaptiveCard card) => new([new Message(card.FallbackText, card)]);

    private static ClickAnswer.Card Clicked(AdaptiveCard card) => new(card, new Message(card.FallbackText, card));
}
