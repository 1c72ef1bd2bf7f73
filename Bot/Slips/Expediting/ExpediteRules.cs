using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Slips.Expediting;

/// <summary>Decides who may urge whom and how often, and when a resting slip is told upwards. Pure.</summary>
public sealed class ExpediteRules(Roster roster, SlipClocks clocks)
{
    /// <summary>Nobody is urged for one slip more often than this; working time.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromHours(4);

    /// <summary>Teams repeats clicks that it thinks lost.</summary>
    private static readonly TimeSpan Repeat = TimeSpan.FromMinutes(1);

    /// <param name="actor">Null for the clock.</param>
    public Decision<SlipEvent> Decide(Slip slip, ExpediteCommand command, Person? actor, DateTimeOffset at) => (command, actor) switch
    {
        (ExpediteCommand.Urge urge, { } person) => StepAnswers.Overtaken(slip, urge) ?? Urge(slip, person, at),
        (ExpediteCommand.Escalate, null) => Escalate(slip, at),
        _ => throw new InvalidOperationException($"{command.GetType().Name} by {(actor is null ? "the clock" : "a person")}."),
    };

    /// <summary>W-04: the drafter, and whoever heads the section that drafted.</summary>
    public static bool MayUrge(Slip slip, Person person) => SlipDuties.IsDrafter(slip, person) || SlipDuties.HeadsSection(slip, person);

    /// <summary>Whom the slip waits for beside this person, in the order of the roster.</summary>
    public IReadOnlyList<Person> Others(Slip slip, Person person)
    {
        var waiting = Waiting.On(slip, roster);
        return [.. roster.People.Where(one => waiting.Contains(one.Id) && one.Id != person.Id && one.Id != person.ActedBy?.Id)];
    }

    /// <summary>Why this person cannot urge anybody now; null where they can.</summary>
    public Refusal? NotUrging(Slip slip, Person person, DateTimeOffset at)
    {
        if (!MayUrge(slip, person)) return StepAnswers.Forbidden($"只有起草人{slip.Drafter.Name}和{slip.Section}的负责人可以催办本件。");
        if (Waiting.On(slip, roster) is { Count: 0 }) return StepAnswers.Invalid("本件现在不等任何人办理,不用催办。");
        if (Others(slip, person) is var others && others.Count == 0) return StepAnswers.Invalid("本件现在等您自己办理,不用催办。");
        return Due(slip, others, at).Count > 0 ? null : TooSoon(slip, others);
    }

    /// <summary>Those of them who may be urged now.</summary>
    public IReadOnlyList<Person> Due(Slip slip, IEnumerable<Person> people, DateTimeOffset at) => [.. people.Where(person => !(Again(slip, person) > at))];

    /// <summary>When this person may be urged again for the slip; bureau time. Null where they were not.</summary>
    public DateTimeOffset? Again(Slip slip, Person person) => Of(slip, person) is { } urging ? clocks.AfterWork(urging.At, Between) : null;

    /// <summary>The last time this person was urged for the slip, at this desk or an earlier one.</summary>
    public static Urging? Of(Slip slip, Person person) => slip.Expedite.Urgings.FirstOrDefault(urging => urging.To == person.Id);

    private Decision<SlipEvent> Urge(Slip slip, Person actor, DateTimeOffset at)
    {
        if (MayUrge(slip, actor) && IsRepeat(slip, actor, at)) return StepAnswers.Nothing;
        if (NotUrging(slip, actor, at) is { } refusal) return refusal;
        return StepAnswers.Accept(new ExpediteEvent.Urged(Who.Of(actor), at, [.. Due(slip, Others(slip, actor), at).Select(Who.Of)]));
    }

    private bool IsRepeat(Slip slip, Person actor, DateTimeOffset at) => Others(slip, actor) is { Count: > 0 } others
        && others.All(person => Of(slip, person) is { } urging && urging.By == Who.Of(actor) && at - urging.At < Repeat);

    private Refusal TooSoon(Slip slip, IReadOnlyList<Person> people)
    {
        var last = people.Select(person => Of(slip, person)!).MaxBy(urging => urging.At)!;
        var again = people.Min(person => Again(slip, person)!.Value);
        return StepAnswers.Forbidden(
            $"{last.By.Name}已于{BureauTime.Show(last.At, again.Year)}催办{Desks.Names(people)};每人每4个工作小时至多催办一次,{BureauTime.Show(again, last.At.Year)}后可以再次催办。");
    }

    /// <summary>A timer of an earlier turn, or one set by a calendar that has changed since, finds it too soon.</summary>
    private Decision<SlipEvent> Escalate(Slip slip, DateTimeOffset at)
    {
        if (!(Resting.Due(slip, clocks) <= at)) return StepAnswers.Nothing;
        var level = (Resting.Record(slip)?.Level ?? 0) + 1;
        return StepAnswers.Accept(new ExpediteEvent.Escalated(Who.Clock, at, slip.Stage, level, [.. Superiors.Of(slip, level, roster).Select(person => person.Id)]));
    }
}
