using DisclosureBot.Bureau;
using DisclosureBot.Channel;
using DisclosureBot.Journal;

namespace DisclosureBot.Chat;

/// <summary>What all answers to clicks have in common.</summary>
internal static class Clicking
{
    /// <summary>The message that the click was made on, where it lies in the person's own conversation.</summary>
    public static ClickedCard? Card(Person person, Turn.Clicked turn) =>
        turn is { Personal: true, Where: { } where, CardId: { } id } ? new ClickedCard(person.Id, where.ServiceUrl, where.ConversationId, id) : null;

    public static ClickAnswer.Refusal Refuse(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.Invalid => new(400, "Invalid", refusal.Text),
        RefusalKind.Stale => new(412, "Stale", refusal.Text),
        RefusalKind.Forbidden or RefusalKind.NotFound => new(403, "Forbidden", refusal.Text),
        RefusalKind.Secret => new(403, "Secret", refusal.Text),
        _ => throw new InvalidOperationException(refusal.Kind.ToString()),
    };
}
