using DisclosureBot.Bureau;
using DisclosureBot.Slips;
using DisclosureBot.Tests.Support;

namespace DisclosureBot.Tests.Slips.Publishing;

/// <summary>The demo bureau with somebody away.</summary>
internal static class SmallBureau
{
    public static Roster Without(params string[] ids)
    {
        var demo = DemoBureau.Roster;
        return new Roster(demo.BureauId, demo.BureauName, demo.TenantId, demo.People.Where(person => !ids.Contains(person.Id)).ToList());
    }

    /// <summary>The first who may sign now.</summary>
    public static string Next(SlipStory story) => Desks.At(story.Now.Stage, story.Now, DemoBureau.Roster)[0].Id;
}
