using DisclosureBot.Bureau;
using DisclosureBot.Slips;

namespace DisclosureBot.Figures;

/// <summary>Who may ask for figures, and of what: the whole bureau, their own section, or nothing. By the roster alone.</summary>
public static class FigureAccess
{
    /// <summary>Leaders, the general office, who answers for disclosure, and administrators.</summary>
    public static bool MaySeeBureau(Person person) =>
        SlipDuties.IsLeader(person) || SlipDuties.IsGeneralOffice(person) || person.Is(Role.DisclosureOfficer) || person.Is(Role.Administrator);

    public static bool MayAsk(Person person) => MaySeeBureau(person) || person.Is(Role.SectionHead);

    /// <summary>Why this person gets no figures of that section, or of the bureau where it is null; null where they do.</summary>
    /// <param name="section">Narrowed to the only one they may see where they named none.</param>
    public static string? Refuses(Person person, Roster roster, ref Section? section)
    {
        if (MaySeeBureau(person)) return null;
        if (!person.Is(Role.SectionHead)) return $"统计由局领导、办公室、政府信息公开工作人员和科室负责人查看。需要数据的,请向{WhomToAsk(person, roster)}索取。";
        if (section is not null && section.Id != person.Section.Id) return $"您可以查看{person.Section.Name}的统计,请写“统计 本月”。其他科室的,请向{Bureau(roster)}索取。";
        section = person.Section;
        return null;
    }

    private static string WhomToAsk(Person person, Roster roster)
    {
        var heads = roster.Holding(Role.SectionHead).Where(head => head.Section.Id == person.Section.Id).ToList();
        return heads.Count > 0 ? $"本科室负责人{Desks.Names(heads)}" : Bureau(roster);
    }

    private static string Bureau(Roster roster)
    {
        var officers = roster.Holding(Role.DisclosureOfficer).ToList();
        return $"办公室{Desks.Names(officers.Count > 0 ? officers : [.. roster.Holding(Role.OfficeReviewer)])}";
    }
}
