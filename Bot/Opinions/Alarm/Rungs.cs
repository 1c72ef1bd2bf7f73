using DisclosureBot.Bureau;

namespace DisclosureBot.Opinions.Alarm;

/// <summary>Who stands on which rung of the alarm.</summary>
public static class Rungs
{
    public static string Name(EscalationRung rung) => rung switch
    {
        EscalationRung.SectionHead => "科室负责人",
        EscalationRung.LeaderInCharge => "分管领导",
        EscalationRung.PrincipalLeader => "主要领导",
        _ => throw new ArgumentOutOfRangeException(nameof(rung), rung, null),
    };

    /// <summary>Of the section that keeps the item; the leaders of the whole bureau.</summary>
    public static IReadOnlyList<Person> At(EscalationRung rung, string sectionId, Roster roster) => rung switch
    {
        EscalationRung.SectionHead => [.. roster.Holding(Role.SectionHead).Where(person => person.Section.Id == sectionId)],
        EscalationRung.LeaderInCharge => [.. roster.Holding(Role.LeaderInCharge)],
        EscalationRung.PrincipalLeader => [.. roster.Holding(Role.PrincipalLeader)],
        _ => throw new ArgumentOutOfRangeException(nameof(rung), rung, null),
    };
}
