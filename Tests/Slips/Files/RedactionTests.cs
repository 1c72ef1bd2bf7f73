using DisclosureBot.Slips;
using DisclosureBot.Slips.Files;
using Xunit;
using static DisclosureBot.Tests.Slips.StepStory;

namespace DisclosureBot.Tests.Slips.Files;

/// <summary>A redacted version: described by its drafter, confirmed by the head, both for this one version (B-14).</summary>
public sealed class RedactionTests
{
    private static FileCommand.ListRemovals Removing(string file = "r1", string? removed = "删去附表2企业联系方式", string? ground = "15") => new(file, removed, ground);

    private static SlipStory WithVersion(string drafter = "liying") =>
        new SlipStory().Draft(SlipStory.Form(DisclosureAttribute.Redacted), drafter).Do(drafter, File(FileRole.RedactedVersion, "r1"));

    [Fact]
    public void The_drafter_describes_and_the_head_confirms()
    {
        var story = WithVersion();
        Assert.Equal("enterPaper listRemovals", story.Verbs("liying"));
        Assert.Equal("", story.Verbs("pulan"));
        story.Twice("liying", Removing());
        Assert.Equal(("15", "《条例》第十五条(商业秘密、个人隐私等)"), (story.Now.Removals!.Ground, story.Now.Trail[^1].Why));
        Assert.Equal("confirmRedaction", story.Verbs("pulan"));
        story.Twice("pulan", new FileCommand.ConfirmRedaction("r1"));
        Assert.Equal("pulan", story.Now.Removals!.ConfirmedBy!.Id);
        Assert.Equal("", story.Verbs("pulan"));
        Assert.Equal("enterPaper", story.Verbs("liying"));
    }

    [Fact]
    public void A_description_may_be_corrected_until_it_is_confirmed()
    {
        var story = WithVersion().Do("liying", Removing()).Do("liying", Removing(removed: "删去附表2、附表3")).Do("pulan", new FileCommand.ConfirmRedaction("r1"));
        story.Refuses("liying", Removing(), RefusalKind.Stale, "请上传新的删减版");
        story.Refuses("xushan", new FileCommand.ConfirmRedaction("r1"), RefusalKind.Stale, "普云岚(演示)");
    }

    [Fact]
    public void A_new_version_needs_its_own_description_and_confirmation()
    {
        var story = WithVersion().Do("liying", Removing()).Do("pulan", new FileCommand.ConfirmRedaction("r1")).Do("liying", File(FileRole.RedactedVersion, "r2"));
        story.Refuses("liying", Removing(removed: "别的"), RefusalKind.Stale, "新的版本");
        story.Refuses("pulan", new FileCommand.ConfirmRedaction("r2"), RefusalKind.Invalid, "说明这一版的删减内容");
        story.Do("liying", Removing("r2"));
        story.Refuses("xushan", new FileCommand.ConfirmRedaction("r1"), RefusalKind.Forbidden, "普云岚(演示)");
        story.Do("pulan", new FileCommand.ConfirmRedaction("r2"));
    }

    [Theory]
    [InlineData(null, "15", "请填写“删减内容”")]
    [InlineData("删去两处", null, "法定依据")]
    [InlineData("删去两处", "99", "法定依据")]
    public void What_was_removed_and_why_must_be_said(string? removed, string? ground, string saying) =>
        WithVersion().Refuses("liying", Removing("r1", removed, ground), RefusalKind.Invalid, saying);

    [Fact]
    public void A_description_is_not_endless() =>
        WithVersion().Refuses("liying", Removing(removed: new string('删', 1001)), RefusalKind.Invalid, "最多1000字");

    [Fact]
    public void Words_may_name_the_ground() =>
        Assert.Equal("15", WithVersion().Do("liying", Removing(removed: "删去报价,依据《条例》第十五条", ground: null)).Now.Removals!.Ground);

    [Fact]
    public void Nobody_else_describes_or_confirms()
    {
        var story = WithVersion();
        story.Refuses("pulan", Removing(), RefusalKind.Forbidden, "李映禾(演示)");
        story.Do("liying", Removing());
        story.Refuses("liying", new FileCommand.ConfirmRedaction("r1"), RefusalKind.Forbidden, "普云岚(演示)");
        story.Refuses("zhoulin", new FileCommand.ConfirmRedaction("r1"), RefusalKind.Forbidden, "普云岚(演示)");
    }

    [Fact]
    public void Where_the_head_drafted_a_leader_in_charge_confirms()
    {
        var story = WithVersion("pulan").Do("pulan", Removing());
        story.Refuses("pulan", new FileCommand.ConfirmRedaction("r1"), RefusalKind.Forbidden, "高远汀(演示)");
        story.Do("gaoyuan", new FileCommand.ConfirmRedaction("r1"));
    }

    [Fact]
    public void Nor_does_the_head_confirm_what_he_uploaded_and_whoever_does_is_waited_for_at_once()
    {
        var story = new SlipStory().Draft(SlipStory.Form(DisclosureAttribute.Redacted)).Do("pulan", File(FileRole.RedactedVersion, "r1")).Do("liying", Removing());
        story.Refuses("pulan", new FileCommand.ConfirmRedaction("r1"), RefusalKind.Forbidden, "高远汀(演示)");
        Assert.Contains("gaoyuan", Waiting.On(story.Now, DisclosureBot.Tests.Support.DemoBureau.Roster));
        Assert.DoesNotContain("gaoyuan", Waiting.On(story.Do("gaoyuan", new FileCommand.ConfirmRedaction("r1")).Now, DisclosureBot.Tests.Support.DemoBureau.Roster));
    }

    [Fact]
    public void Without_a_redacted_version_there_is_nothing_to_describe_or_confirm()
    {
        var story = new SlipStory().Draft(SlipStory.Form(DisclosureAttribute.Redacted));
        story.Refuses("liying", Removing(), RefusalKind.Invalid, "请先上传删减版");
        story.Refuses("pulan", new FileCommand.ConfirmRedaction("r1"), RefusalKind.Invalid, "上传删减版");
        var open = new SlipStory().Draft();
        open.Refuses("liying", Removing(), RefusalKind.Invalid, "不需要删减版");
        open.Refuses("pulan", new FileCommand.ConfirmRedaction("r1"), RefusalKind.Invalid, "不需要删减版");
    }

    [Fact]
    public void After_the_hand_over_and_on_older_cards_nothing_moves()
    {
        var story = WithVersion();
        story.Refuses("liying", Removing() with { Round = 9 }, RefusalKind.Stale, "已经过时");
        story.Refuses("pulan", new FileCommand.ConfirmRedaction("r1") with { Round = 9 }, RefusalKind.Stale, "已经过时");
        story.Signed(DisclosureAttribute.Redacted).Issued().Do("liying", Removing()).Happened(HandedOver("r1"));
        story.Refuses("liying", Removing(removed: "别的"), RefusalKind.Invalid, "已移交");
        story.Refuses("pulan", new FileCommand.ConfirmRedaction("r1"), RefusalKind.Invalid, "已移交");
    }
}
