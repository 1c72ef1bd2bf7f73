using DisclosureBot.Bureau;
using DisclosureBot.Slips.Files;

namespace DisclosureBot.Slips.Publishing;

/// <summary>Who sits at the desks between issue and the public.</summary>
public static class PublishingDesks
{
    /// <summary>商务运行科 and whoever else publishes.</summary>
    public static IReadOnlyList<Person> Operations(Roster roster) => roster.People.Where(SlipDuties.IsOperations).ToList();

    /// <summary>Those of them who may sign for a hand-over: never the drafter, who hands over.</summary>
    public static IReadOnlyList<Person> Receivers(Slip slip, Roster roster) => Operations(roster).Where(person => person.Id != slip.Drafter.Id).ToList();

    /// <summary>Who may review this file for secrets: never the drafter nor whoever put the file there (B-20).</summary>
    public static IReadOnlyList<Person> Reviewers(Slip slip, SlipFile file, Roster roster)
    {
        bool Free(Person person) => person.Id != slip.Drafter.Id && person.Id != file.By.Id;
        var reviewers = roster.Holding(Role.SecrecyReviewer).Where(Free).ToList();
        return reviewers.Count > 0 ? reviewers : roster.Holding(Role.OfficeReviewer).Where(Free).ToList();
    }
}
