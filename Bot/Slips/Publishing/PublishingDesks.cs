using DisclosureBot.Bureau;
using DisclosureBot.Slips.Files;

namespace DisclosureBot.Slips.Publishing;

/// <summary>Who sits at the desks between issue and the public.</summary>
public static class PublishingDesks
{
    /// <summary>商务运行科 and whoever else publishes.</summary>
    public static IReadOnlyList<Person> Operations(Roster roster) => roster.People.Where(SlipDuties.IsOperations).ToList();

    /// <summary>Those of them who may sign for a hand-over: never the drafter, who hands over.</summary>
    /// <param name="by">Who hands over, where they have not yet.</param>
    public static IReadOnlyList<Person> Receivers(Slip slip, Roster roster, Who? by = null) => Operations(roster).Where(person => MayReceive(slip, person, by)).ToList();

    /// <summary>Neither they nor whom they stand in for drafted it or handed it over.</summary>
    public static bool MayReceive(Slip slip, Person person, Who? by = null) =>
        !slip.Drafter.Concerns(person) && (by ?? slip.Publication.Handover?.By)?.Concerns(person) != true;

    /// <summary>Who may review this file for secrets: never the drafter nor whoever put the file there (B-20).</summary>
    public static IReadOnlyList<Person> Reviewers(Slip slip, SlipFile file, Roster roster)
    {
        bool Free(Person person) => MayReview(slip, file, person);
        var reviewers = roster.Holding(Role.SecrecyReviewer).Where(Free).ToList();
        return reviewers.Count > 0 ? reviewers : roster.Holding(Role.OfficeReviewer).Where(Free).ToList();
    }

    /// <summary>Neither they nor whom they stand in for drafted or revised it, or put the file there.</summary>
    public static bool MayReview(Slip slip, SlipFile file, Person person) => !Desks.Wrote(slip, person) && !file.By.Concerns(person);
}
