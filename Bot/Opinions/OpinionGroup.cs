using DisclosureBot.Bureau;

namespace DisclosureBot.Opinions;

/// <summary>商务运行科's own group chat or channel: it holds slots like a person, under an id that no person can have, and acts in nothing.</summary>
public static class OpinionGroup
{
    public const string Id = "@opinion";

    /// <summary>As a reader; null where the roster names no section for it.</summary>
    public static Person? In(Roster roster) => OpinionDuties.Keeping(roster) is { } section ? Reader(section) : null;

    /// <summary>Sees what everybody of the section may see; what is clicked there counts as the clicker's.</summary>
    public static Person Reader(Section section) => new(Id, "", section.Name, section, new HashSet<Role>());
}
