using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Changes;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Interpretation;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Slips.Publishing;

/// <summary>What was recorded of a publication is put right later: the archive is sealed again, the clocks count from the true day.</summary>
public sealed class CorrectionTests
{
    private static readonly InterpretationCommand.Release Released = new(LaterStory.Url + "?jd", "局网站", "文字解读", false, null);

    private static DraftForm Normative => SlipStory.Form() with { Normative = true };

    [Fact]
    public void A_publication_corrected_after_archiving_is_sealed_again_once_the_address_was_looked_at()
    {
        var story = LaterStory.Published().Archived();
        story.Do("luoqing", LaterStory.Publish(LaterStory.Url + "?2"));
        Assert.Equal((SlipPhase.Signed, AddressCheck.Pending), (story.Now.Phase, story.Now.Publication.Published!.Check));
        story.Nothing(null, new PublishingCommand.Archive("package-2", new string('b', 64), 1));
        story.Archived("package-2");
        Assert.Equal((SlipPhase.Archived, 2), (story.Now.Phase, story.Now.Archives.Count));
    }

    [Fact]
    public void So_is_a_release_of_material()
    {
        var story = LaterStory.Published(form: Normative).File(FileRole.InterpretationMaterial).Clear().Do("liying", Released).Archived();
        story.Nothing("liying", Released);
        story.Do("pulan", Released with { Url = LaterStory.Url + "?jd2" });
        Assert.Equal(SlipPhase.Signed, story.Now.Phase);
        Assert.Contains("更正记录", story.Now.Trail[^1].What, StringComparison.Ordinal);
        Assert.Equal(2, story.Archived("package-2").Now.Archives.Count);
    }

    [Theory]
    [InlineData(AddressCheck.Missing)]
    [InlineData(AddressCheck.Unreachable)]
    public void The_archive_waits_for_the_first_look_but_not_for_what_it_finds(AddressCheck found)
    {
        var story = LaterStory.Published();
        Assert.False(Completion.IsDone(story.Now));
        Assert.True(Completion.IsDone(story.Looked(found).Now));
    }

    [Fact]
    public void A_corrected_day_moves_the_clock_of_the_interpretation_while_it_runs()
    {
        var story = LaterStory.Cleared(form: Normative).Later(TimeSpan.FromDays(3)).Do("luoqing", LaterStory.Publish());
        Assert.Equal(new DateOnly(2026, 12, 1), story.Now.Clock(DeadlineKind.Interpretation)!.Deadline.Due);
        story.Do("luoqing", LaterStory.Publish(when: story.Time.AddDays(-2)));
        Assert.Equal(new DateOnly(2026, 11, 27), story.Now.Clock(DeadlineKind.Interpretation)!.Deadline.Due);
        Assert.Equal(new DateOnly(2026, 11, 24), story.Now.Clock(DeadlineKind.LegalDisclosure)!.DoneOn);
    }

    [Fact]
    public void A_corrected_closing_day_moves_the_clock_of_the_feedback()
    {
        var story = LaterStory.Published(form: SlipStory.Form() with { PreDecision = true });
        story.Do("luoqing", LaterStory.Publish(closes: new DateOnly(2026, 12, 24)));
        Assert.Equal(new DateOnly(2026, 12, 24), story.Now.Clock(DeadlineKind.CommentFeedback)!.Deadline.Receipt.Start);
    }

    [Fact]
    public void Nothing_was_public_before_it_was_signed_for_and_cleared()
    {
        var story = LaterStory.Received().Later(TimeSpan.FromDays(1));
        Says(story, LaterStory.Publish(when: story.Time), "尚未作保密审查");
        var received = story.Now.Publication.Handover!.Received!.At;
        story.Clear();
        Says(story, LaterStory.Publish(when: received.AddMinutes(-1)), "不能早于签收");
        Says(story, LaterStory.Publish(when: received.AddHours(1)), "先审查、后公开");
        Says(story, LaterStory.Publish(when: PublicAddress.When("2026-11-23", null)), "先审查、后公开");
        story.Do("luoqing", LaterStory.Publish(when: PublicAddress.When("2026-11-24", null)));

        static void Says(SlipStory story, SlipCommand command, string saying) =>
            Assert.Contains(saying, story.Refused("luoqing", command).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nor_was_the_material()
    {
        var story = LaterStory.Published(form: Normative).File(FileRole.InterpretationMaterial).Later(TimeSpan.FromDays(1)).Clear();
        Assert.Contains("先审查、后公开", story.Refused("liying", Released with { When = story.Time.AddHours(-5) }).Text, StringComparison.Ordinal);
        story.Do("liying", Released);
    }

    [Fact]
    public void All_that_is_public_comes_down_and_material_may_be_released_again()
    {
        var story = LaterStory.Published(form: Normative).File(FileRole.InterpretationMaterial).Clear().Do("liying", Released);
        story.Do("gaoyuan", new ChangeAttribute(DisclosureAttribute.NotDisclosed, "涉及商业秘密", "15"));
        var down = new PublishingSteps(DemoBureau.Roster, PublishingSettings.Usual).Offer(story.Now, DemoBureau.Person("jiwen"), story.Time).First();
        Assert.Contains($"文件 {LaterStory.Url};解读材料 {LaterStory.Url}?jd", down.Lead, StringComparison.Ordinal);
        story.Do("jiwen", new PublishingCommand.TakeDown());
        Assert.Null(story.Now.Interpretation.Released);
        Assert.Equal(SyncStatus.NotYet, TripleSync.Of(story.Now, BureauTime.Day(story.Time)));
        Assert.Contains("?jd", story.Now.Trail[^1].Why, StringComparison.Ordinal);

        story.Do("gaoyuan", new ChangeAttribute(DisclosureAttribute.Public, "评审后可以公开", null));
        story.Do("liying", new PublishingCommand.HandOver()).Do("luoqing", new PublishingCommand.Receive()).Clear().Do("luoqing", LaterStory.Publish());
        Assert.True(story.Now.Clock(DeadlineKind.Interpretation)!.IsRunning);
        story.Do("liying", Released).Archived();
    }

    [Fact]
    public void Material_for_what_another_published_comes_down_too()
    {
        var story = LaterStory.Received(form: Normative with { OnBehalf = true }).Outside().Released();
        story.Do("gaoyuan", new ChangeAttribute(DisclosureAttribute.NotDisclosed, "涉及商业秘密", "15"));
        Assert.Equal([OpenStep.TakeDown], Completion.Of(story.Now));
        story.Do("luoqing", new PublishingCommand.TakeDown());
        Assert.True(Completion.IsDone(story.Now));
    }

    [Fact]
    public void A_change_that_opens_starts_the_legal_clock_and_the_hand_over_from_the_decision()
    {
        var story = LaterStory.Issued(DisclosureAttribute.NotDisclosed).Later(TimeSpan.FromDays(30)).Do("luming", new ChangeAttribute(DisclosureAttribute.Public, "可以公开", null));
        var (legal, handover) = (story.Now.Clock(DeadlineKind.LegalDisclosure)!.Deadline, story.Now.Clock(DeadlineKind.Handover)!.Deadline);
        Assert.Equal(("变更决定", new DateOnly(2026, 12, 23)), (legal.Receipt.StartedBy, legal.Receipt.Start));
        Assert.Equal(("变更决定", "文件变更决定后3日内移交商务运行科"), (handover.Receipt.StartedBy, handover.Receipt.Rule));
        Assert.Equal("变更决定", DemoBureau.Clocks.Again(DeadlineKind.Handover, handover, story.Time).Receipt.StartedBy);
        Assert.Equal("变更决定", DemoBureau.Clocks.Again(DeadlineKind.LegalDisclosure, legal, story.Time).Receipt.StartedBy);
    }

    [Fact]
    public void A_change_that_closes_or_to_what_is_public_already_starts_none()
    {
        var story = LaterStory.Published().Do("gaoyuan", new ChangeAttribute(DisclosureAttribute.OnRequest, "涉及商业秘密", "15"));
        Assert.Null(story.Now.Clock(DeadlineKind.LegalDisclosure));
        story.Do("gaoyuan", new ChangeAttribute(DisclosureAttribute.Public, "仍可公开", null));
        Assert.Null(story.Now.Clock(DeadlineKind.LegalDisclosure));
    }

    [Fact]
    public void The_outside_record_is_corrected_until_the_archive_and_moves_its_clock()
    {
        var story = LaterStory.Received(form: Normative with { OnBehalf = true }).Later(TimeSpan.FromDays(2));
        story.Do("liying", new InterpretationCommand.RecordOutside(new DateOnly(2026, 11, 25), LaterStory.Url));
        story.Do("liying", new InterpretationCommand.RecordOutside(new DateOnly(2026, 11, 24), LaterStory.Url));
        Assert.Equal(new DateOnly(2026, 11, 24), story.Now.Clock(DeadlineKind.Interpretation)!.Deadline.Receipt.Start);
        story.Released().Archived();
        Assert.Contains("已归档", story.Refused("liying", new InterpretationCommand.RecordOutside(new DateOnly(2026, 11, 25), LaterStory.Url)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DisclosureAttribute.NotDisclosed)]
    [InlineData(DisclosureAttribute.OnRequest)]
    public void What_the_public_does_not_read_is_not_explained_to_it(DisclosureAttribute attribute)
    {
        var story = LaterStory.Signed(attribute, SlipStory.Form(attribute) with { Normative = true, OnBehalf = true });
        story.Do("liying", new InterpretationCommand.RecordOutside(new DateOnly(2026, 11, 23), LaterStory.Url));
        Assert.Null(story.Now.Clock(DeadlineKind.Interpretation));
    }
}
