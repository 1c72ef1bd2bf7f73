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

    /// <summary>The next rung on which somebody stands who was not called yet; null where nobody is left.</summary>
    public static (EscalationRung Rung, IReadOnlyList<string> People)? Next(EscalationRung? last, IEnumerable<string> called, string sectionId, Roster roster)
    {
        var before = called.ToHashSet(StringComparer.Ordinal);
        foreach (var rung in Enum.GetValues<EscalationRung>().Where(rung => last is null || rung > last))
            if (At(rung, sectionId, roster).Select(person => person.Id).Where(id => !before.Contains(id)).ToList() is { Count: > 0 } people) return (rung, people);
        return null;
    }
}
