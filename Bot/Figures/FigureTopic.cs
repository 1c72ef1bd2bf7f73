using DisclosureBot.Bureau;
using DisclosureBot.Cards.Figures;
using DisclosureBot.Cards.Lists;
using DisclosureBot.Channel;
using DisclosureBot.Chat;
using DisclosureBot.Clock;

namespace DisclosureBot.Figures;

/// <summary>Where this person can open the table of a period; null where there is no page to open it from.</summary>
/// <param name="section">Null for the whole bureau.</param>
public delegate string? FigureAddress(Period period, Section? section, Person reader);

/// <summary>统计, as people write it in a personal chat or on the desk.</summary>
public sealed class FigureTopic(FigureBook book, FigureAddress address, Roster roster, TimeProvider clock) : ITopic
{
    public IReadOnlyList<HelpItem> Help => [new(FigureQuestion.Word, "看本月统计,科室负责人看本科室的;也可写“统计 上季”“统计 2026年10月 电子商务科”", true)];

    public async Task<Answer?> Said(Person person, string said, Turn turn, CancellationToken stop)
    {
        if (FigureQuestion.Read(said, roster, clock.BureauNow()) is not { } question) return null;
        var section = question.Section;
        if (FigureAccess.Refuses(person, roster, ref section) is { } refused) return new([new Message(refused)]);
        if (question.Unclear is { } unclear) return new([new Message(unclear)]);
        var (figures, _) = await book.Count(question.Period, section, person, stop);
        var card = FiguresCard.Render(FigureViews.Of(figures, question.Section?.Name, address(question.Period, section, person)));
        return new([new Message(card.FallbackText, card)]);
    }
}
