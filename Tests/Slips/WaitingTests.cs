using DisclosureBot.Slips;
using DisclosureBot.Slips.PaperSigning;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Slips;

/// <summary>A slip waits for nobody who cannot act on it.</summary>
public sealed class WaitingTests
{
    [Fact]
    public void Once_printed_a_filed_plan_waits_for_no_confirmation()
    {
        var story = new SlipStory().Filed().Signed();
        Assert.Contains("heyan", Waiting.On(story.Now, DemoBureau.Roster));

        story.Printed();

        Assert.DoesNotContain("heyan", Waiting.On(story.Now, DemoBureau.Roster));
    }

    [Fact]
    public void A_copied_opinion_waits_for_nobody_who_may_not_see_the_slip()
    {
        var story = new SlipStory().Draft(SlipStory.Form());
        story.Do("xushan", new PaperCommand.Enter(story.Now.Turn, "pulan", StepStory.Today, DisclosureAttribute.Public, null, null, null));

        var waiting = Waiting.On(story.Now, DemoBureau.Roster);

        Assert.Contains("zhoulin", waiting);
        Assert.All(waiting, person => Assert.True(Desks.MaySee(story.Now, DemoBureau.Person(person)), person));
    }
}
