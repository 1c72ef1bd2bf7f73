using DisclosureBot.Bureau;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Interpretation;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Tests.Support;
using Xunit;
using static DisclosureBot.Tests.Slips.StepStory;

namespace DisclosureBot.Tests.Slips.Files;

/// <summary>Who may put which file on a slip, and until when.</summary>
public sealed class UploadTests
{
    [Fact]
    public void Versions_count_within_a_role_and_attachments_within_their_name()
    {
        var story = new SlipStory().Draft()
            .Do("liying", File(FileRole.Document, "a")).Do("pulan", File(FileRole.Document, "b"))
            .Do("liying", File(FileRole.Attachment, "c", "附件1.xlsx")).Do("liying", File(FileRole.Attachment, "d", "附件2.xlsx")).Do("liying", File(FileRole.Attachment, "e", "附件1.xlsx"));
        Assert.Equal("a1 b2 c1 d1 e2", string.Join(' ', story.Now.Files.Select(file => $"{file.Id}{file.Version}")));
        Assert.Equal("b", story.Now.Current(FileRole.Document)!.Id);
    }

    [Fact]
    public void The_same_content_again_changes_nothing_but_older_content_is_a_new_version()
    {
        var story = new SlipStory().Draft().Twice("liying", File(FileRole.Document, "a", sha: "s1"));
        story.Nothing("liying", File(FileRole.Document, "b", sha: "s1"));
        story.Do("liying", File(FileRole.Document, "c", sha: "s2")).Do("liying", File(FileRole.Document, "d", sha: "s1"));
        Assert.Equal(3, story.Now.Files.Count);
        story.Do("liying", File(FileRole.Attachment, "e", "同文.docx", "s1"));
    }

    [Theory]
    [InlineData("zhoulin")]
    [InlineData("gaoyuan")]
    public void Only_the_drafter_and_the_sections_head_put_files_on_a_slip(string other) =>
        new SlipStory().Draft().Refuses(other, File(FileRole.Document, "a"), RefusalKind.Forbidden, "李映禾(演示)");

    [Fact]
    public void A_file_needs_a_name() =>
        new SlipStory().Draft().Refuses("liying", File(FileRole.Document, "a", " \u200b"), RefusalKind.Invalid, "没有名称");

    [Fact]
    public void An_older_card_brings_no_file()
    {
        var story = new SlipStory().Draft();
        story.Refuses("liying", File(FileRole.Document, "a") with { Round = 7 }, RefusalKind.Stale, "等待科室负责人初审");
    }

    [Fact]
    public void Sixty_files_are_enough()
    {
        var story = new SlipStory().Draft();
        for (var i = 0; i < FileRules.MostFiles; i++) story.Do("liying", File(FileRole.Attachment, $"f{i}"));
        story.Refuses("liying", File(FileRole.Attachment, "more"), RefusalKind.Invalid, "最多存60个文件");
        Assert.Empty(FileRules.MayAdd(story.Now, DemoBureau.Person("liying")));
    }

    [Theory]
    [InlineData(FileRole.Document)]
    [InlineData(FileRole.Attachment)]
    public void After_the_first_signature_the_text_changes_only_by_way_of_a_return(FileRole role)
    {
        var story = new SlipStory().Draft().Do("liying", File(role, "a")).Sign("pulan");
        story.Refuses("liying", File(role, "b"), RefusalKind.Invalid, "已有人签署");
        story.Do("zhoulin", new SlipCommand.Return(story.Now.Turn, "请修改", null)).Do("liying", File(role, "c"));
    }

    [Fact]
    public void The_final_text_with_its_number_comes_until_the_seal_and_again_after_a_returned_hand_over()
    {
        var story = new SlipStory().Draft().Signed().Do("liying", File(FileRole.Document, "a")).Printed().Do("zhoulin", Number()).Do("liying", File(FileRole.Document, "b"));
        story.Do("zhoulin", new DisclosureBot.Slips.Issuing.IssuingCommand.Seal()).Do("zhoulin", new DisclosureBot.Slips.Issuing.IssuingCommand.Issue());
        story.Refuses("liying", File(FileRole.Document, "c"), RefusalKind.Invalid, "已用印");
        story.Happened(HandedOver("b"));
        story.Refuses("liying", File(FileRole.Document, "c"), RefusalKind.Invalid, "已移交");
        story.Happened(new PublishingEvent.HandoverReturned(story.Now.Drafter, Noon, "打不开")).Do("liying", File(FileRole.Document, "d"));
    }

    [Fact]
    public void Attachments_close_with_the_seal()
    {
        var story = new SlipStory().Draft().Signed().Do("liying", File(FileRole.Attachment, "a")).Issued();
        story.Refuses("liying", File(FileRole.Attachment, "b"), RefusalKind.Invalid, "已用印");
    }

    [Fact]
    public void The_plan_may_come_until_the_document_is_public_here_or_elsewhere()
    {
        var story = new SlipStory().Draft().Signed().Do("liying", File(FileRole.InterpretationPlan, "a")).Happened(Published());
        story.Refuses("liying", File(FileRole.InterpretationPlan, "b"), RefusalKind.Invalid, "已公开发布");
        var outside = new SlipStory().Draft().Signed().Happened(new InterpretationEvent.OutsidePublished(story.Now.Drafter, Noon, Today, "https://example.org", null));
        outside.Refuses("liying", File(FileRole.InterpretationPlan, "b"), RefusalKind.Invalid, "已公开发布");
    }

    [Fact]
    public void Material_is_for_what_must_be_explained_and_until_it_is_released()
    {
        new SlipStory().Draft().Refuses("liying", File(FileRole.InterpretationMaterial, "a"), RefusalKind.Invalid, "不需要解读");
        new SlipStory().Draft(SlipStory.Form() with { ImportantPolicy = true }).Do("liying", File(FileRole.InterpretationMaterial, "a"));
        var story = new SlipStory().Draft(Normative()).Do("liying", File(FileRole.InterpretationMaterial, "a"))
            .Happened(new InterpretationEvent.Released(new Who("liying", "李映禾(演示)"), Noon, "https://example.org", "局网站", Noon, "文字解读", false));
        story.Refuses("liying", File(FileRole.InterpretationMaterial, "b"), RefusalKind.Invalid, "已经发布");
    }

    [Fact]
    public void A_redacted_version_is_for_redacted_documents_only()
    {
        new SlipStory().Draft().Refuses("liying", File(FileRole.RedactedVersion, "a"), RefusalKind.Invalid, "不需要删减版");
        new SlipStory().Draft(SlipStory.Form(DisclosureAttribute.Redacted)).Do("liying", File(FileRole.RedactedVersion, "a"));
        new SlipStory().Draft().Sign("pulan", DisclosureAttribute.Redacted).Do("liying", File(FileRole.RedactedVersion, "a"));
        var story = new SlipStory().Draft(SlipStory.Form(DisclosureAttribute.Redacted)).Sign("pulan", DisclosureAttribute.Redacted).Sign("zhoulin", DisclosureAttribute.Redacted).Sign("gaoyuan");
        story.Refuses("liying", File(FileRole.RedactedVersion, "a"), RefusalKind.Invalid, "不需要删减版");
    }

    [Fact]
    public void A_redacted_version_closes_with_the_hand_over_until_that_is_returned()
    {
        var story = new SlipStory().Draft().Signed(DisclosureAttribute.Redacted).Do("liying", File(FileRole.RedactedVersion, "a")).Happened(HandedOver("a"));
        story.Refuses("liying", File(FileRole.RedactedVersion, "b"), RefusalKind.Invalid, "已移交");
        story.Happened(new PublishingEvent.HandoverReturned(story.Now.Drafter, Noon, "打不开")).Do("liying", File(FileRole.RedactedVersion, "b"));
    }

    [Fact]
    public void A_declined_slip_and_an_archived_one_take_no_files()
    {
        var declined = new SlipStory().Draft().Sign("pulan").Sign("zhoulin").Do("gaoyuan", new SlipCommand.Decline(3, "时机不成熟"));
        var archived = new SlipStory().Draft().Signed().Happened(new PublishingEvent.Archived(declined.Now.Drafter, Noon, "p", new string('a', 64), 1));
        foreach (var role in Enum.GetValues<FileRole>())
        {
            declined.Refuses("liying", File(role, "a"), RefusalKind.Invalid, "已办结");
            archived.Refuses("liying", File(role, "a"), RefusalKind.Invalid, "已归档");
        }
    }

    [Fact]
    public void What_may_be_added_is_what_is_accepted()
    {
        SlipStory[] stories =
        [
            new SlipStory().Draft(), new SlipStory().Draft(Normative()), new SlipStory().Draft().Sign("pulan"),
            new SlipStory().Draft(SlipStory.Form(DisclosureAttribute.Redacted)), new SlipStory().Draft().Signed(DisclosureAttribute.Redacted).Issued(),
            new SlipStory().Draft().Signed().Issued().Happened(HandedOver("x"), Published()),
        ];
        foreach (var story in stories)
            foreach (var person in DemoBureau.Roster.People.Where(person => Desks.MaySee(story.Now, person)))
                foreach (var role in Enum.GetValues<FileRole>())
                {
                    var accepted = story.Rules.Decide(story.Now, File(role, "new"), person, Noon) is Decision<SlipEvent>.Accepted;
                    Assert.Equal(FileRules.MayAdd(story.Now, person).Contains(role), accepted);
                }
    }
}
