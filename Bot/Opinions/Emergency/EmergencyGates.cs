using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Opinions.Clocks;

namespace DisclosureBot.Opinions.Emergency;

/// <summary>Whether a person may set the level of an open item, or prove one of its clocks met, now: null, or why not. Rules and cards ask it alike.</summary>
internal sealed class EmergencyGates(Roster roster)
{
    /// <summary>定级: of an emergency, or of what came in as one and nobody has judged otherwise yet.</summary>
    public Refusal? SetLevel(OpinionItem item, Person actor) => OpinionAnswers.NotKeeping(actor, roster, "定级", item)
        ?? (item.Kind == OpinionKind.Emergency || item is { Assessment: null, SuspectedEmergency: true }
            ? null
            : OpinionAnswers.Invalid("只有突发事件才定级,请先把本条研判为“突发事件”。"));

    /// <summary>B-22: the principal leader's own word, or the emergency authority's as written down by whoever keeps the item or leads.</summary>
    public Refusal? SetLevel(LevelAuthority authority, Person actor) => authority switch
    {
        LevelAuthority.EmergencyAuthority => null,
        LevelAuthority.PrincipalLeader when actor.Is(Role.PrincipalLeader) => null,
        LevelAuthority.PrincipalLeader => OpinionAnswers.Forbidden(
            $"级别由主要领导{OpinionDuties.Names(roster.Holding(Role.PrincipalLeader))}确定。州应急管理部门等已有通报的,请选择“应急管理部门通报”并写明依据。"),
        _ => throw new ArgumentOutOfRangeException(nameof(authority), authority, null),
    };

    public Refusal? MeetClock(OpinionItem item, OpinionClockKind kind, Person actor)
    {
        if (OpinionAnswers.NotKeeping(actor, roster, $"记录{ClockNames.Of(kind)}", item) is { } no) return no;
        return item.Clock(kind) switch
        {
            null => OpinionAnswers.Invalid($"本条没有“{ClockNames.Of(kind)}”时限,不需记录。"),
            { Met: { } met } => OpinionAnswers.Stale($"{met.By.Name}已于{BureauTime.Show(met.At)}记录“{ClockNames.Of(kind)}”({met.What}),不必重复办理。"),
            _ => null,
        };
    }
}
