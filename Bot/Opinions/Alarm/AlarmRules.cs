using DisclosureBot.Bureau;
using DisclosureBot.Opinions.Clocks;

namespace DisclosureBot.Opinions.Alarm;

/// <summary>Decides who has an item in hand, and who is called when nobody has. Pure.</summary>
internal sealed class AlarmRules(Roster roster, OpinionClocks clocks)
{
    public const int NoteLimit = 500;
    private readonly AlarmGates _gates = new(roster);

    public Decision<OpinionEvent> Decide(OpinionItem item, AlarmCommand command, Person actor, DateTimeOffset at) => command switch
    {
        AlarmCommand.Take => _gates.Take(item, actor) is { } no ? no : OpinionAnswers.Accept(new AlarmEvent.Taken(Who.Of(actor), at)),
        AlarmCommand.Pass pass => Pass(item, pass, actor, at),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
    };

    /// <summary>The clock's. What is taken, ended or not yet due calls nobody; a second try finds the next call later.</summary>
    public Decision<OpinionEvent> Escalate(OpinionItem item, DateTimeOffset at)
    {
        if (!item.IsOpen || item.Handler is not null || !(item.EscalateAt <= at)) return OpinionAnswers.Nothing;
        if (Rungs.Next(item.Escalated, item.Called, item.KeeperId, roster) is not { } next) return OpinionAnswers.Nothing;
        var (rung, people) = next;
        var isLast = Rungs.Next(rung, item.Called.Concat(people), item.KeeperId, roster) is null;
        return OpinionAnswers.Accept(new AlarmEvent.Escalated(Who.Clock, at, rung, isLast ? null : clocks.Escalation(item.Gravity, item.Drill, at), people));
    }

    private Decision<OpinionEvent> Pass(OpinionItem item, AlarmCommand.Pass pass, Person actor, DateTimeOffset at)
    {
        if (_gates.Pass(item, actor) is { } no) return no;
        if (roster.Find(pass.PersonId) is not { } to) return OpinionAnswers.Invalid("请选择“转交给”。");
        if (!OpinionDuties.MayHandle(item, to)) return OpinionAnswers.Invalid($"{to.Name}不在本条的办理范围内。请转交{item.Section}、{item.Keeper}人员或局领导,或先交办其所在科室。");
        return OpinionAnswers.Optional(pass.Note, "转交说明", NoteLimit, out var note) is { } wrong
            ? wrong
            : OpinionAnswers.Accept(new AlarmEvent.Passed(Who.Of(actor), at, Who.Of(to), note));
    }
}
