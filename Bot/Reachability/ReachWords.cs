using DisclosureBot.Bureau;
using DisclosureBot.Cards.Lists;
using DisclosureBot.Cards.Reachability;
using DisclosureBot.Channel;
using DisclosureBot.Chat;
using DisclosureBot.Clock;
using DisclosureBot.Slips;

namespace DisclosureBot.Reachability;

/// <summary>送达, and 送达 with a name; and the standing reminder as it was told.</summary>
public sealed class ReachWords(ReachDesk desk, Roster roster, TimeProvider clock) : ITopic
{
    private const string Word = "送达";
    private const string NotYours = "其他人的送达情况由办公室、管理员和局领导查看;写“送达”可以看您自己的。";

    private ReachViews Views => new(roster, clock.BureauNow());

    public IReadOnlyList<HelpItem> Help => [new(Word, "消息在Teams中是否送到:办公室看全局,其他人看自己的;“送达 姓名”看一个人", true)];

    public async Task<Answer?> Said(Person person, string said, Turn turn, CancellationToken stop) => said switch
    {
        Word => await All(person, stop),
        ReachCase.Title => await Last(person, alert: false, stop) is { } last ? new([last.Message]) : null,
        _ when said.StartsWith(Word, StringComparison.Ordinal) && said.Length > Word.Length && (char.IsWhiteSpace(said[Word.Length]) || said[Word.Length] is ':' or '\uFF1A') =>
            await Of(person, said[(Word.Length + 1)..].Trim(), stop),
        _ => null,
    };

    public async Task<ClickAnswer?> Opened(Person person, string caseId, Turn.Clicked clicked, CancellationToken stop) =>
        caseId == ReachCase.Id && await Last(person, alert: false, stop) is { Message: { Card: { } card } message } ? new ClickAnswer.Card(card, message) : null;

    /// <summary>What the slot of the standing case shows; null for whom it was not told.</summary>
    public async Task<(Message Message, long Version)?> Last(Person person, bool alert, CancellationToken stop)
    {
        if (await desk.Standing(stop) is not { Last: { } told } standing || !told.To.Contains(person.Id)) return null;
        var card = ReachCard.Render(Views.Reminder(told));
        return (new Message(card.FallbackText, card, alert), standing.Version);
    }

    public static bool MaySee(Person person) => SlipDuties.IsGeneralOffice(person) || SlipDuties.IsLeader(person) || person.Is(Role.Administrator);

    private async Task<Answer> All(Person person, CancellationToken stop)
    {
        var everyone = await desk.Everyone(stop);
        return MaySee(person) ? Show(Views.All(everyone)) : Show(Views.Of("您本人", [.. everyone.Where(one => one.Person.Id == person.Id)]));
    }

    private async Task<Answer> Of(Person person, string name, CancellationToken stop)
    {
        if (!MaySee(person)) return person.Name.StartsWith(name, StringComparison.Ordinal) ? await All(person, stop) : Say(NotYours);
        List<PersonReach> found = [.. (await desk.Everyone(stop)).Where(one => one.Person.Name.Contains(name, StringComparison.Ordinal))];
        return found.Count > 0 ? Show(Views.Of($"“{name}”", found)) : Say($"花名册中没有姓名含“{name}”的人。请写全名,例如“送达 {roster.People[0].Name}”;只写“送达”看全局。");
    }

    private static Answer Show(ReachView view)
    {
        var card = ReachCard.Render(view);
        return new([new Message(card.FallbackText, card)]);
    }

    private static Answer Say(string text) => new([new Message(text)]);
}
