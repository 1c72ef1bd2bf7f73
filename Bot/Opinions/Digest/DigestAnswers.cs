using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Channel;

namespace DisclosureBot.Opinions.Digest;

/// <summary>舆情日报 and 舆情周报 for whoever asks, and the last one as it was told.</summary>
public sealed class DigestAnswers(Digests digests)
{
    public const string NotYours = "舆情日报和周报只发给负责舆情的科室和局领导。与您有关的舆情,请写“舆情”查看。";

    private const string NoneYet = "还没有发出过舆情日报或周报。需要现在的情况,请写“舆情日报”。";

    /// <summary>As of now, since the last digest.</summary>
    public Task<Answer> Daily(Person person, CancellationToken stop) => Now(DigestKind.Daily, person, stop);

    /// <summary>As of now, since the last weekly digest.</summary>
    public Task<Answer> Weekly(Person person, CancellationToken stop) => Now(DigestKind.Weekly, person, stop);

    /// <summary>A click on the standing case in a list or on the desk: the last digest as it was told.</summary>
    public async Task<ClickAnswer> Open(Person person, CancellationToken stop) =>
        (await Last(person, alert: false, stop)).Message is { Card: { } card } ? new ClickAnswer.Card(card) : new ClickAnswer.Sentence(MaySee(person) ? NoneYet : NotYours);

    /// <summary>What the slot of the standing case shows.</summary>
    public async Task<(Message Message, long Version)> Last(Person person, bool alert, CancellationToken stop)
    {
        var standing = await digests.Standing(stop);
        return (standing?.Last is not { } told ? new Message(NoneYet)
            : told.To.Contains(person.Id) ? Shown(DigestWords.View(told.Kind, told.Figures, told.Day), alert)
            : new Message(NotYours), standing?.Version ?? 0);
    }

    private async Task<Answer> Now(DigestKind kind, Person person, CancellationToken stop)
    {
        if (!MaySee(person)) return new([new Message(NotYours)]);
        var figures = await digests.Now(kind, stop);
        var view = DigestWords.View(kind, figures, null) with { IsAsOfNow = true };
        return new([figures.IsEmpty ? new Message($"{view.Title}({view.Period}):没有新的舆情,也没有未办结的。") : Shown(view, alert: false)]);
    }

    private static bool MaySee(Person person) => OpinionDuties.KeepsOrLeads(person);

    private static Message Shown(DigestView view, bool alert)
    {
        AdaptiveCard card = DigestCard.Render(view);
        return new(card.FallbackText, card, alert);
    }
}
