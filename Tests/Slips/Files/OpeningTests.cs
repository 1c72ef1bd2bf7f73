using DisclosureBot.Bureau;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Interpretation;
using DisclosureBot.Tests.Support;
using Xunit;
using static DisclosureBot.Tests.Slips.StepStory;

namespace DisclosureBot.Tests.Slips.Files;

/// <summary>Who may read which file of a slip they may see.</summary>
public sealed class OpeningTests
{
    private static SlipStory Everything(DisclosureAttribute attribute = DisclosureAttribute.Public)
    {
        var story = new SlipStory().Draft(SlipStory.Form(attribute) with { Normative = true })
            .Do("liying", File(FileRole.Document, "document")).Do("liying", File(FileRole.Attachment, "attachment"))
            .Do("liying", File(FileRole.InterpretationPlan, "plan")).Do("liying", File(FileRole.InterpretationMaterial, "material"));
        return attribute == DisclosureAttribute.Redacted ? story.Do("liying", File(FileRole.RedactedVersion, "redacted")) : story;
    }

    private static string Opens(SlipStory story, Person person) =>
        string.Join(' ', story.Now.Files.Where(file => FileRules.MayOpen(story.Now, person, file)).Select(file => file.Id));

    [Theory]
    [InlineData("liying")]
    [InlineData("pulan")]
    [InlineData("zhoulin")]
    [InlineData("xushan")]
    [InlineData("shenxi")]
    [InlineData("gaoyuan")]
    [InlineData("luming")]
    public void Those_who_draft_review_and_sign_read_every_file(string person) =>
        Assert.Equal("document attachment plan material", Opens(Everything(), DemoBureau.Person(person)));

    [Fact]
    public void Who_once_signed_reads_on_even_without_the_role()
    {
        var story = Everything().Do("liying", new InterpretationCommand.FilePlan("plan")).Sign("pulan");
        var moved = DemoBureau.Person("pulan") with { Section = DemoBureau.Person("duanhe").Section, Roles = new HashSet<Role> { Role.Drafter } };
        Assert.Equal("document attachment plan material", Opens(story, moved));
        Assert.Equal("", Opens(Everything(), moved));
    }

    [Fact]
    public void The_regulation_section_reads_once_the_plan_is_filed()
    {
        var story = Everything();
        Assert.Equal("", Opens(story, DemoBureau.Person("heyan")));
        Assert.Equal("document plan material", Opens(story.Do("liying", new InterpretationCommand.FilePlan("plan")), DemoBureau.Person("heyan")));
    }

    [Fact]
    public void A_secrecy_reviewer_reads_what_may_be_published()
    {
        var reviewer = DemoBureau.Person("duanhe") with { Roles = new HashSet<Role> { Role.SecrecyReviewer } };
        Assert.Equal("document attachment material redacted", Opens(Everything(DisclosureAttribute.Redacted), reviewer));
    }

    [Fact]
    public void Operations_reads_what_was_handed_over_and_the_material()
    {
        var story = Everything();
        Assert.Equal("material", Opens(story, DemoBureau.Person("luoqing")));
        Assert.Equal("document material", Opens(story.Happened(HandedOver("document")), DemoBureau.Person("luoqing")));
    }

    [Fact]
    public void Operations_never_reads_the_original_of_a_redacted_document()
    {
        var story = Everything(DisclosureAttribute.Redacted).Do("liying", new InterpretationCommand.FilePlan("plan")).Signed(DisclosureAttribute.Redacted)
            .Issued().Happened(HandedOver("redacted", "document"));
        Assert.Equal("material redacted", Opens(story, DemoBureau.Person("luoqing")));
        story.Refuses("luoqing", new FileCommand.Open("document"), RefusalKind.Forbidden, "请使用移交的删减版");
        story.Refuses("luoqing", new FileCommand.Open("attachment"), RefusalKind.Forbidden, "联系起草人李映禾(演示)");
    }

    [Fact]
    public void Who_drafted_in_operations_keeps_the_wider_right()
    {
        var story = new SlipStory().Draft(SlipStory.Form(DisclosureAttribute.Redacted), "luoqing").Do("luoqing", File(FileRole.Document, "document"));
        Assert.Equal("document", Opens(story, DemoBureau.Person("luoqing")));
        Assert.Equal("document", Opens(story, DemoBureau.Person("jiwen")));
    }

    [Fact]
    public void Every_opening_is_a_fact_that_changes_nothing_others_see()
    {
        var story = Everything();
        var before = story.Now;
        story.Do("zhoulin", new FileCommand.Open("plan")).Do("zhoulin", new FileCommand.Open("plan"));
        Assert.Equal(before.Version + 2, story.Now.Version);
        Assert.Equal((before.Trail.Count, before.Turn, before.Circle.Count), (story.Now.Trail.Count, story.Now.Turn, story.Now.Circle.Count));
    }

    [Fact]
    public void There_is_no_opening_what_is_not_there() =>
        Everything().Refuses("liying", new FileCommand.Open("nothing"), RefusalKind.NotFound, "没有找到这个文件");
}
