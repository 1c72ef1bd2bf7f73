using DisclosureBot.Bureau;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Interpretation;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Tests.Support;
using Xunit;
using static DisclosureBot.Tests.Slips.StepStory;

namespace DisclosureBot.Tests.Slips.Interpretation;

/// <summary>报备 and its confirmation, and the gate that keeps an unfiled document in its section (三(八), B-17, B-18).</summary>
public sealed class PlanTests
{
    private static readonly InterpretationCommand.FilePlan Filing = new("plan-1");

    private static InterpretationCommand.ConfirmPolicy Confirming(bool normative = true, bool needed = true, string? reason = null) => new(normative, needed, reason);

    [Fact]
    public void A_normative_document_does_not_leave_its_section_without_a_filed_plan()
    {
        var story = new SlipStory().Draft(Normative());
        var sign = new SlipCommand.Sign(story.Now.Turn, SlipStory.Value(DisclosureAttribute.Public));
        story.Refuses("pulan", sign, RefusalKind.Invalid, "报备政策法规科");
        story.Do("liying", File(FileRole.InterpretationPlan, "plan-1"));
        story.Refuses("pulan", sign, RefusalKind.Invalid, "李映禾(演示)");
        story.Do("liying", Filing).Signed();
    }

    [Fact]
    public void Nor_does_an_important_policy_as_the_head_confirms_it()
    {
        var story = new SlipStory().Draft();
        var important = new SlipCommand.Sign(1, SlipStory.Value(DisclosureAttribute.Public) with { ImportantPolicy = true });
        story.Refuses("pulan", important, RefusalKind.Invalid, "解读方案");
        story.Do("liying", File(FileRole.InterpretationPlan, "plan-1")).Do("liying", Filing).Do("pulan", important);
        Assert.True(story.Now.NeedsInterpretation);
    }

    [Fact]
    public void The_head_may_find_that_it_is_no_important_policy()
    {
        var story = new SlipStory().Draft(SlipStory.Form() with { ImportantPolicy = true });
        story.Refuses("pulan", new SlipCommand.Sign(1, SlipStory.Value(DisclosureAttribute.Public)), RefusalKind.Invalid, "解读方案");
        story.Do("pulan", new SlipCommand.Sign(1, SlipStory.Value(DisclosureAttribute.Public) with { ImportantPolicy = false }));
        Assert.False(story.Now.NeedsInterpretation);
    }

    [Fact]
    public void Only_the_head_confirms_what_is_an_important_policy()
    {
        var story = new SlipStory().Draft().Sign("pulan").Do("zhoulin", new SlipCommand.Sign(2, SlipStory.Value(DisclosureAttribute.Public) with { ImportantPolicy = true }));
        Assert.False(story.Now.ImportantPolicy);
    }

    [Fact]
    public void What_was_waived_by_the_regulation_section_may_leave()
    {
        var story = new SlipStory().Filed(SlipStory.Form() with { ImportantPolicy = true }).Do("heyan", Confirming(false, false, "属日常工作安排"));
        Assert.False(story.Sign("pulan").Now.NeedsInterpretation);
    }

    [Fact]
    public void A_document_restated_as_normative_goes_back_through_the_section()
    {
        var story = new SlipStory().Draft().Sign("pulan").Sign("zhoulin").Do("gaoyuan", new SlipCommand.Return(3, "属规范性文件", Stage.Leader));
        story.Do("liying", new SlipCommand.Resubmit(story.Now.Turn, Normative()));
        Assert.Equal(Stage.SectionHead, story.Now.Stage);
        story.Refuses("pulan", new SlipCommand.Sign(story.Now.Turn, SlipStory.Value(DisclosureAttribute.Public)), RefusalKind.Invalid, "解读方案");
    }

    [Fact]
    public void Filing_puts_the_plan_before_the_regulation_section()
    {
        var story = new SlipStory().Draft(Normative());
        Assert.DoesNotContain("filePlan", story.Verbs("liying"), StringComparison.Ordinal);
        story.Refuses("liying", Filing, RefusalKind.Invalid, "请先上传“解读方案”");
        story.Do("liying", File(FileRole.InterpretationPlan, "plan-1"));
        Assert.Contains("filePlan", story.Verbs("liying"), StringComparison.Ordinal);
        story.Twice("liying", Filing);
        Assert.Subset(story.Now.Circle.ToHashSet(StringComparer.Ordinal), new HashSet<string>(["heyan", "qiwen"], StringComparer.Ordinal));
        Assert.DoesNotContain("filePlan", story.Verbs("liying"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_newer_plan_is_filed_again_and_only_the_newest()
    {
        var story = new SlipStory().Filed().Do("liying", File(FileRole.InterpretationPlan, "plan-2"));
        story.Nothing("liying", Filing);
        story.Refuses("liying", new InterpretationCommand.FilePlan("plan-0"), RefusalKind.Stale, "新的版本");
        story.Do("liying", new InterpretationCommand.FilePlan("plan-2"));
        Assert.Equal("plan-2", story.Now.Interpretation.Filing!.FileId);
    }

    [Fact]
    public void Only_the_drafter_files_only_before_the_signature_and_only_from_the_present_card()
    {
        var story = new SlipStory().Draft().Do("liying", File(FileRole.InterpretationPlan, "plan-1"));
        story.Refuses("pulan", Filing, RefusalKind.Forbidden, "李映禾(演示)");
        story.Refuses("liying", Filing with { Round = 9 }, RefusalKind.Stale, "现在:等待科室负责人初审");
        story.Signed();
        story.Refuses("liying", Filing, RefusalKind.Invalid, "签发前");
        var filed = new SlipStory().Filed();
        filed.Refuses("pulan", Filing, RefusalKind.Stale, "李映禾(演示)");
    }

    [Fact]
    public void Where_nobody_can_take_the_filing_the_administrator_is_named()
    {
        var demo = DemoBureau.Roster;
        var roster = new Roster(demo.BureauId, demo.BureauName, demo.TenantId, demo.People.Where(person => person.Section.Id != "regulation").ToList());
        var story = new SlipStory(roster).Draft().Do("liying", File(FileRole.InterpretationPlan, "plan-1"));
        story.Refuses("liying", Filing, RefusalKind.Invalid, "徐山岚(演示)");
    }

    [Fact]
    public void The_regulation_section_confirms_as_declared()
    {
        var story = new SlipStory().Filed();
        Assert.Equal("confirmPolicy", story.Verbs("heyan"));
        story.Twice("heyan", Confirming());
        Assert.True(story.Now.IsConfirmedNormative);
        Assert.Equal("", story.Verbs("qiwen"));
    }

    [Fact]
    public void Departing_from_the_declaration_needs_a_reason()
    {
        var story = new SlipStory().Filed(SlipStory.Form() with { ImportantPolicy = true });
        story.Refuses("heyan", Confirming(false, false), RefusalKind.Invalid, "理由");
        story.Refuses("heyan", Confirming(), RefusalKind.Invalid, "理由");
        story.Refuses("heyan", Confirming(reason: new string('理', 1001)), RefusalKind.Invalid, "最多1000字");
        story.Do("heyan", Confirming(reason: "具有普遍约束力"));
        Assert.True(story.Now.IsConfirmedNormative);
    }

    [Fact]
    public void Another_declaration_asks_the_regulation_section_anew_and_a_new_plan_alone_does_not()
    {
        var story = new SlipStory().Filed().Do("heyan", Confirming()).Do("liying", File(FileRole.InterpretationPlan, "plan-2")).Do("liying", new InterpretationCommand.FilePlan("plan-2"));
        Assert.DoesNotContain("heyan", Waiting.On(story.Now, DemoBureau.Roster));
        story.Do("liying", new SlipCommand.Withdraw(story.Now.Turn)).Do("liying", new SlipCommand.Resubmit(story.Now.Turn, Normative()));
        Assert.NotNull(story.Now.Interpretation.Policy);
        story.Do("liying", new SlipCommand.Withdraw(story.Now.Turn)).Do("liying", new SlipCommand.Resubmit(story.Now.Turn, SlipStory.Form() with { ImportantPolicy = true }));
        Assert.Null(story.Now.Interpretation.Policy);
        Assert.Contains("heyan", Waiting.On(story.Now, DemoBureau.Roster));
        Assert.Contains("原确认失效", story.Now.Trail[^1].What, StringComparison.Ordinal);
    }

    [Fact]
    public void With_the_heads_signature_goes_the_heads_word_on_an_important_policy()
    {
        var story = new SlipStory().Filed(SlipStory.Form());
        story.Do("pulan", new SlipCommand.Sign(story.Now.Turn, SlipStory.Value(DisclosureAttribute.Public) with { ImportantPolicy = true }));
        Assert.True(story.Now.ImportantPolicy);
        Assert.False(story.Do("pulan", new SlipCommand.TakeBack(story.Now.Turn)).Now.ImportantPolicy);
    }

    [Fact]
    public void A_normative_document_is_always_explained() =>
        new SlipStory().Filed().Refuses("heyan", Confirming(true, false, "不必"), RefusalKind.Invalid, "规范性文件一律须解读");

    [Fact]
    public void A_confirmation_is_corrected_by_the_one_who_gave_it_until_the_printing()
    {
        var story = new SlipStory().Filed().Do("heyan", Confirming());
        story.Refuses("qiwen", Confirming(false, false, "不属"), RefusalKind.Stale, "何砚秋(演示)");
        story.Do("heyan", Confirming(false, true, "不具有普遍约束力")).Signed().Do("heyan", Confirming()).Printed();
        story.Refuses("heyan", Confirming(false, true, "不具有普遍约束力"), RefusalKind.Invalid, "已印制");
        Assert.Equal("", story.Verbs("heyan"));
    }

    [Fact]
    public void Nobody_else_confirms_nor_who_filed_it_nor_before_it_is_filed()
    {
        var story = new SlipStory().Filed();
        story.Refuses("zhoulin", Confirming(), RefusalKind.Forbidden, "何砚秋(演示)、起文澜(演示)");
        story.Refuses("heyan", Confirming() with { Round = 9 }, RefusalKind.Stale, "已经过时");
        var own = new SlipStory().Draft(Normative(), "heyan").Do("heyan", File(FileRole.InterpretationPlan, "plan-1"));
        own.Refuses("qiwen", Confirming(), RefusalKind.Invalid, "还没有报备");
        own.Do("heyan", Filing).Refuses("heyan", Confirming(), RefusalKind.Forbidden, "起文澜(演示)");
        own.Do("qiwen", Confirming());
    }

    [Fact]
    public void A_closed_slip_is_not_confirmed_any_more()
    {
        var story = new SlipStory().Filed().Sign("pulan").Sign("zhoulin");
        story.Do("gaoyuan", new SlipCommand.Decline(story.Now.Turn, "时机不成熟"));
        story.Refuses("heyan", Confirming(), RefusalKind.Invalid, "已办结");
        story.Refuses("liying", new InterpretationCommand.FilePlan("plan-2"), RefusalKind.Stale, "报备");
    }

    [Fact]
    public void Confirmation_gives_five_days_for_the_hand_over()
    {
        var story = new SlipStory().Filed().Do("heyan", Confirming()).Signed().Printed();
        // The fifth day is Saturday 28 November; the next working day is Monday.
        Assert.Equal(new DateOnly(2026, 11, 30), story.Now.Clock(DisclosureBot.Slips.Deadlines.DeadlineKind.Handover)!.Deadline.Due);
        var unconfirmed = new SlipStory().Filed().Signed().Printed();
        Assert.Equal(Today.AddDays(3), unconfirmed.Now.Clock(DisclosureBot.Slips.Deadlines.DeadlineKind.Handover)!.Deadline.Due);
    }
}
