using DisclosureBot.Bureau;
using DisclosureBot.Slips;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Slips;

/// <summary>Returning, withdrawing, taking back, repeating: what a slip's way round leaves valid and what it voids.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void Returned_straight_back_keeps_the_earlier_desk_and_voids_nothing_before_it()
    {
        var story = new SlipStory().Draft().Sign("pulan").Do("zhoulin", new SlipCommand.Return(2, "文种应为函", Stage.GeneralOffice));
        Assert.Equal((SlipPhase.WithDrafter, Stage.GeneralOffice), (story.Now.Phase, story.Now.Stage));

        story.Do("liying", new SlipCommand.Resubmit(story.Now.Turn, SlipStory.Form() with { Genre = "函" }));
        Assert.Equal((SlipPhase.InReview, Stage.GeneralOffice, 2, "函"), (story.Now.Phase, story.Now.Stage, story.Now.Draft, story.Now.Content.Genre));
        Assert.NotNull(story.Now.SignedAt(Stage.SectionHead));
        Assert.DoesNotContain(story.Now.Trail, line => line.Void);
    }

    [Fact]
    public void A_changed_attribute_goes_back_to_the_section_whatever_the_returner_chose()
    {
        var story = new SlipStory().Draft().Sign("pulan").Do("zhoulin", new SlipCommand.Return(2, "请核对附件", Stage.GeneralOffice));
        story.Do("liying", new SlipCommand.Resubmit(story.Now.Turn, SlipStory.Form(DisclosureAttribute.NotDisclosed)));
        Assert.Equal((Stage.SectionHead, 0), (story.Now.Stage, story.Now.Signatures.Count));
        Assert.Contains(story.Now.Trail, line => line.Void);
    }

    [Fact]
    public void A_leader_who_returned_it_to_himself_gets_it_back_whomever_the_drafter_names()
    {
        var story = new SlipStory().Draft().Sign("pulan");
        story.Do("zhoulin", new SlipCommand.Sign(story.Now.Turn, SlipStory.Value(DisclosureAttribute.Public) with { SignerId = "luming" }));
        story.Do("luming", new SlipCommand.Return(story.Now.Turn, "请补充依据", Stage.Leader));
        story.Do("liying", new SlipCommand.Resubmit(story.Now.Turn, SlipStory.Form(signer: "gaoyuan")));
        Assert.Equal("luming", Ids(Stage.Leader, story.Now));
    }

    [Fact]
    public void Returned_to_the_start_voids_every_signature_but_keeps_them_in_the_trail()
    {
        var story = new SlipStory().Draft().Sign("pulan").Sign("zhoulin").Do("gaoyuan", new SlipCommand.Return(3, "请重新核定公开属性", Stage.SectionHead));
        Assert.Empty(story.Now.Signatures);
        Assert.Equal(2, story.Now.Trail.Count(line => line.Void));

        story.Do("liying", new SlipCommand.Resubmit(story.Now.Turn, SlipStory.Form())).Sign("pulan").Sign("xushan").Sign("gaoyuan");
        Assert.Equal(["此件公开发布", "同意此件公开发布", "同意此件公开发布", "同意"], story.Statements);
        Assert.Equal(2, story.Now.Trail.Count(line => line.Void));
    }

    [Fact]
    public void A_withdrawn_slip_lies_with_its_drafter_and_goes_where_it_would_have_gone()
    {
        var story = new SlipStory().Draft().Do("liying", new SlipCommand.Withdraw(1));
        Assert.Equal(SlipPhase.WithDrafter, story.Now.Phase);
        story.Do("liying", new SlipCommand.Resubmit(story.Now.Turn, SlipStory.Form()));
        Assert.Equal((Stage.SectionHead, 2), (story.Now.Stage, story.Now.Draft));
    }

    [Fact]
    public void A_signature_taken_back_reopens_its_desk()
    {
        var story = new SlipStory().Draft().Sign("pulan").Do("pulan", new SlipCommand.TakeBack(2));
        Assert.Equal((Stage.SectionHead, 0), (story.Now.Stage, story.Now.Signatures.Count));
        story.Sign("pulan", DisclosureAttribute.Redacted);
        Assert.Equal("此件应删减后公开", story.Now.SignedAt(Stage.SectionHead)!.Statement);
    }

    [Fact]
    public void A_repeated_click_changes_nothing_even_after_its_signature_was_taken_back()
    {
        var click = new SlipCommand.Sign(1, SlipStory.Value(DisclosureAttribute.Public));
        var story = new SlipStory().Draft().Do("pulan", click);
        story.Nothing("pulan", click);
        story.Do("pulan", new SlipCommand.TakeBack(2));
        story.Nothing("pulan", click);
        Assert.Empty(story.Now.Signatures);
    }

    [Fact]
    public void Every_other_repeated_click_changes_nothing_either()
    {
        var story = new SlipStory().Draft();
        Repeated(story, "liying", new SlipCommand.Withdraw(story.Now.Turn));
        Repeated(story, "liying", new SlipCommand.Resubmit(story.Now.Turn, SlipStory.Form()));
        Repeated(story, "pulan", new SlipCommand.Return(story.Now.Turn, "请修改", null));
        story.Do("liying", new SlipCommand.Resubmit(story.Now.Turn, SlipStory.Form())).Sign("pulan");
        Repeated(story, "pulan", new SlipCommand.TakeBack(story.Now.Turn));
        story.Sign("pulan").Sign("zhoulin");
        Repeated(story, "gaoyuan", new SlipCommand.Decline(story.Now.Turn, "时机不成熟"));
    }

    [Fact]
    public void The_same_click_with_another_value_is_not_a_repetition()
    {
        var story = new SlipStory().Draft().Sign("pulan");
        var refusal = story.Refused("pulan", new SlipCommand.Sign(1, SlipStory.Value(DisclosureAttribute.NotDisclosed)));
        Assert.Contains("普云岚(演示)", refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_corrected_signer_is_who_gets_it()
    {
        var story = new SlipStory().Draft().Sign("pulan");
        story.Do("zhoulin", new SlipCommand.Sign(story.Now.Turn, SlipStory.Value(DisclosureAttribute.Public) with { SignerId = "luming" }));
        Assert.Equal("luming", story.Now.Content.Signer.Id);
        Assert.Contains("luming", story.Now.Circle);
        story.Sign("luming");
        Assert.Equal(SlipPhase.Signed, story.Now.Phase);
    }

    [Theory]
    [InlineData("pulan", "gaoyuan", "zhoulin,xushan")] // a head's own draft goes to the leader in charge (B-26)
    [InlineData("gaoyuan", "luming", "zhoulin,xushan")]
    [InlineData("zhoulin", "xushan", "shenxi")] // an officer's own draft: another person of the office
    [InlineData("xushan", "gaoyuan", "zhoulin")]
    [InlineData("shenxi", "xushan", "zhoulin")]
    public void Whoever_drafts_somebody_else_reviews(string drafter, string first, string second)
    {
        var signer = drafter == "luming" || drafter == "gaoyuan" ? "luming" : "gaoyuan";
        var story = new SlipStory().Draft(SlipStory.Form(signer: signer), drafter);
        Assert.Equal(first, Ids(Stage.SectionHead, story.Now));
        story.Sign(first);
        Assert.Equal(second, Ids(Stage.GeneralOffice, story.Now));
    }

    [Fact]
    public void An_urgent_slip_is_reminded_once_per_desk()
    {
        var story = new SlipStory().Draft(SlipStory.Form() with { Urgency = UrgencyLevel.ExtraUrgent });
        story.Do(null, new SlipCommand.Remind());
        story.Nothing(null, new SlipCommand.Remind());
        story.Sign("pulan").Do(null, new SlipCommand.Remind());
    }

    [Fact]
    public void The_clock_reminds_nobody_of_a_slip_that_rests_with_nobody()
    {
        var story = new SlipStory().Draft().Do("liying", new SlipCommand.Withdraw(1));
        story.Nothing(null, new SlipCommand.Remind());
    }

    [Fact]
    public void An_opinion_ends_before_the_prescribed_words_begin()
    {
        var story = new SlipStory().Draft();
        story.Do("pulan", new SlipCommand.Sign(1, SlipStory.Value(DisclosureAttribute.Public, "拟同意")));
        Assert.Equal("拟同意。同意此件公开发布", story.Now.SignedAt(Stage.SectionHead)!.Text);
    }

    [Fact]
    public void A_leader_who_follows_the_office_needs_no_reason_of_his_own()
    {
        var story = new SlipStory().Draft().Sign("pulan").Sign("zhoulin", DisclosureAttribute.Redacted);
        story.Do("gaoyuan", new SlipCommand.Sign(story.Now.Turn, new SignForm(DisclosureAttribute.Redacted, null, null, null)));
        var signed = story.Now.SignedAt(Stage.Leader)!;
        Assert.Equal(("此件删减后公开", "采纳办公室意见", "15"), (signed.Statement, signed.Reason, signed.Ground));
    }

    private static void Repeated(SlipStory story, string actor, SlipCommand command) => story.Do(actor, command).Nothing(actor, command);

    private static string Ids(Stage stage, Slip slip) => string.Join(',', Desks.At(stage, slip, DemoBureau.Roster).Select((Person person) => person.Id));
}
