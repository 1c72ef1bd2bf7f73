using DisclosureBot.Bureau;
using DisclosureBot.Clock;

namespace DisclosureBot.Opinions.Alarm;

/// <summary>Whether a person may take an open item in hand, or hand it on, now: null, or why not. Rules and cards ask it alike.</summary>
internal sealed class AlarmGates(Roster roster)
{
    /// <summary>我来处理: whoever was first has it, whatever the other's rank.</summary>
    public Refusal? Take(OpinionItem item, Person actor) => OpinionAnswers.NotKeeping(actor, roster, "我来处理")
        ?? (item.Handler is { } handler ? OpinionAnswers.Stale($"{handler.Name}已于{BureauTime.Show(item.InHandSince!.Value)}接手,正在处理。需要换人的,请用“转交”。") : null);

    public Refusal? Pass(OpinionItem item, Person actor) => item.Handler?.Id == actor.Id ? null : OpinionAnswers.NotKeeping(actor, roster, "转交");

    /// <summary>To whom it can be handed on.</summary>
    public IEnumerable<Person> Takers(OpinionItem item) => roster.People.Where(person => OpinionDuties.MayHandle(item, person));
}
