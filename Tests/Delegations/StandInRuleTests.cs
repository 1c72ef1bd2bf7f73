using DisclosureBot.Delegations;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Issuing;
using DisclosureBot.Slips.PaperSigning;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Tests.Slips;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Delegations;

/// <summary>Acting for another: what it allows, what keeps a stand-in away, and when it is over (B-26).</summary>
public sealed class StandInRuleTests
{
    private readonly DelegationStory _story = new();

    [Fact]
    public void Two_absent_people_may_have_one_stand_in_who_signs_for_each_where_the_two_do_not_meet()
    {
        _story.Given("pulan", "gaoyuan").Given("maoyun", "gaoyuan").Draft(form: SlipStory.Form(signer: "luming")).Sign("gaoyuan");
        Assert.Equal(new Who("gaoyuan", "高远汀(演示)(受普云岚(演示)委托)", "pulan"), _story.Now.SignedAt(Stage.SectionHead)!.By);
        Assert.Equal(["xushan", "zhoulin"], _story.AskedNow().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Both_the_absent_person_and_the_stand_in_may_click_and_the_second_is_told_it_is_done()
    {
        _story.Given("pulan", "zhangmu").Draft();
        var click = _story.Signing();
        _story.Do("pulan", click);
        var refusal = _story.Refused("zhangmu", click);
        Assert.Equal(RefusalKind.NotFound, refusal.Kind);

        var other = new DelegationStory().Given("pulan", "zhangmu").Draft();
        click = other.Signing();
        other.Do("zhangmu", click);
        Assert.Contains("张牧原(演示)(受普云岚(演示)委托)已于", other.Refused("pulan", click).Text, StringComparison.Ordinal);
        other.Nothing("zhangmu", click);
    }

    [Fact]
    public void A_second_after_its_end_a_click_is_refused_with_the_reason_and_the_absent_person_still_may()
    {
        _story.Given("pulan", "zhangmu", days: 1).Draft();
        var click = _story.Signing();
        _story.Time = _story.Book.All[0].Ends.AddSeconds(1);
        Assert.Contains("委托已于11月24日 00:00到期", _story.Refused("zhangmu", click).Text, StringComparison.Ordinal);
        _story.Do("pulan", click);
        Assert.Equal(RefusalKind.NotFound, _story.Refused("zhangmu", _story.Signing()).Kind);
    }

    [Fact]
    public void Of_a_slip_that_came_after_the_end_the_former_stand_in_learns_nothing()
    {
        _story.Given("pulan", "zhangmu", days: 1);
        _story.Time = _story.Book.All[0].Ends.AddHours(9);
        _story.Draft();
        Assert.Equal(SlipRules.Unknown, _story.Refused("zhangmu", _story.Signing()));
        Assert.False(_story.StandIns.MaySee(_story.Now, DemoBureau.Person("zhangmu"), _story.Time));
    }

    [Fact]
    public void Revocation_counts_at_once()
    {
        _story.Given("pulan", "zhangmu").Draft().Later(TimeSpan.FromMinutes(5));
        Assert.Contains("zhangmu", _story.AskedNow());
        _story.Revoke("pulan");
        Assert.DoesNotContain("zhangmu", _story.AskedNow());
        Assert.Contains("撤销,不能再代为办理", _story.Refused("zhangmu", _story.Signing()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_ends_at_the_first_link()
    {
        _story.Given("pulan", "zhangmu").Given("zhangmu", "maoyun").Draft();
        Assert.Equal(["pulan", "zhangmu"], _story.AskedNow().Order(StringComparer.Ordinal));
        Assert.Equal(SlipRules.Unknown, _story.Refused("maoyun", _story.Signing()));
        _story.Sign("zhangmu");
    }

    [Fact]
    public void Back_to_the_drafter_it_does_not_go()
    {
        _story.Given("pulan", "liying").Draft();
        Assert.Equal(["pulan"], _story.AskedNow());
        Assert.Contains("起草人不能审签自己起草的文件", _story.Refused("liying", _story.Signing()).Text, StringComparison.Ordinal);
        _story.Sign("pulan");
    }

    [Fact]
    public void Whoever_revised_it_for_the_drafter_has_written_it_too()
    {
        _story.Given("liying", "pulan").Draft().Do("liying", new SlipCommand.Withdraw(_story.Now.Turn)).Do("pulan", new SlipCommand.Resubmit(_story.Now.Turn, SlipStory.Form()));
        Assert.Equal(new Who("pulan", "普云岚(演示)(受李映禾(演示)委托)", "liying"), _story.Now.Trail[^1].By);
        Assert.Contains("您代起草人修改过本件", _story.Refused("pulan", _story.Signing()).Text, StringComparison.Ordinal);
        Assert.Equal(["gaoyuan"], _story.AskedNow());
    }

    [Fact]
    public void A_head_who_drafted_is_not_stood_in_for_at_the_head_s_desk()
    {
        _story.Given("pulan", "zhangmu").Draft("pulan");
        Assert.Equal(["gaoyuan"], _story.AskedNow());
        Assert.Equal(SlipRules.Unknown, _story.Refused("zhangmu", _story.Signing()));
        _story.Sign("gaoyuan").Sign("zhoulin").Do("gaoyuan", _story.Signing());
        _story.Do("zhangmu", new IssuingCommand.Print(null, 5));
        Assert.Equal("pulan", _story.Now.Issue.Printed!.By.For);
    }

    [Fact]
    public void Of_two_office_reviewers_one_may_stand_in_for_the_other_but_nobody_for_who_drafted()
    {
        _story.Given("xushan", "zhoulin").Draft("zhoulin").Sign("xushan");
        Assert.Equal(RefusalKind.Forbidden, _story.Refused("zhoulin", _story.Signing()).Kind);
        var office = new DelegationStory().Given("xushan", "zhoulin").Draft().Sign("pulan").Sign("zhoulin");
        Assert.Null(office.Now.SignedAt(Stage.GeneralOffice)!.By.For);
    }

    [Fact]
    public void A_leader_stands_in_for_a_leader_and_signs_no_two_desks_that_meet()
    {
        _story.Given("gaoyuan", "luming").Draft("pulan").Sign("luming").Sign("zhoulin").Sign("luming");
        Assert.Equal(SlipPhase.Signed, _story.Now.Phase);
        Assert.Equal(["gaoyuan", "gaoyuan"], new[] { Stage.SectionHead, Stage.Leader }.Select(stage => _story.Now.SignedAt(stage)!.By.For));
    }

    [Fact]
    public void Who_signed_for_another_signs_the_next_desk_neither_as_themselves_nor_for_a_third()
    {
        _story.Given("pulan", "xushan").Draft().Sign("xushan");
        Assert.Equal(["zhoulin"], _story.AskedNow());
        Assert.Contains("同一人不得连续签署两道", _story.Refused("xushan", _story.Signing()).Text, StringComparison.Ordinal);
        _story.Given("zhoulin", "xushan");
        Assert.Equal(["zhoulin"], _story.AskedNow());
        Assert.Contains("同一人不得连续签署两道", _story.Refused("xushan", _story.Signing()).Text, StringComparison.Ordinal);
        _story.Sign("zhoulin");
    }

    [Fact]
    public void A_signature_is_taken_back_by_whose_it_is_or_their_present_stand_in()
    {
        _story.Given("pulan", "zhangmu", days: 1).Draft().Sign("zhangmu");
        var back = new SlipCommand.TakeBack(_story.Now.Turn);
        _story.Time = _story.Book.All[0].Ends;
        Assert.Equal(RefusalKind.Stale, _story.Refused("zhangmu", back).Kind);
        _story.Do("pulan", back);
    }

    [Fact]
    public void What_the_委托_does_not_cover_is_not_done_by_it()
    {
        var review = new DelegationStory().Given("liying", "pulan", DelegationScope.Review).Draft().Do("liying", new SlipCommand.Withdraw(1));
        Assert.Equal(RefusalKind.Forbidden, review.Refused("pulan", new SlipCommand.Resubmit(review.Now.Turn, SlipStory.Form())).Kind);
        var handling = new DelegationStory().Given("pulan", "zhangmu", DelegationScope.Handling).Draft();
        Assert.Equal(["pulan"], handling.AskedNow());
        Assert.Equal(SlipRules.Unknown, handling.Refused("zhangmu", handling.Signing()));
    }

    [Fact]
    public void A_refusal_of_what_was_typed_is_that_of_the_part_they_took()
    {
        _story.Given("pulan", "zhangmu").Draft();
        var refusal = _story.Refused("zhangmu", new SlipCommand.Return(_story.Now.Turn, " ", null));
        Assert.Equal((RefusalKind.Invalid, "请填写“退回理由”。"), (refusal.Kind, refusal.Text));
    }

    [Fact]
    public void A_paper_opinion_is_not_compared_by_who_entered_it_for_another()
    {
        _story.Given("liying", "zhoulin").Draft().Do("liying", new SlipCommand.Withdraw(1)).Do("zhoulin", new SlipCommand.Resubmit(_story.Now.Turn, SlipStory.Form()));
        _story.Do("zhoulin", new PaperCommand.Enter(_story.Now.Turn, "pulan", DelegationStory.Today, DisclosureAttribute.Public, null, null, null));
        Assert.Equal(RefusalKind.Forbidden, _story.Refused("zhoulin", new PaperCommand.Confirm(_story.Now.Turn, _story.Now.PendingPaper!.Key)).Kind);
        _story.Do("xushan", new PaperCommand.Confirm(_story.Now.Turn, _story.Now.PendingPaper!.Key));
    }

    [Fact]
    public void Hand_over_and_receipt_review_and_upload_stay_apart_for_a_stand_in_too()
    {
        _story.Given("liying", "luoqing").Given("zhoulin", "xushan").Draft().Do("liying", StepStory.File(FileRole.Document, "doc")).Sign("pulan").Sign("zhoulin").Sign("gaoyuan")
            .Do("luoqing", new IssuingCommand.Print(null, 5)).Do("zhoulin", StepStory.Number()).Do("zhoulin", new IssuingCommand.Seal()).Do("zhoulin", new IssuingCommand.Issue())
            .Do("luoqing", new PublishingCommand.HandOver());
        Assert.Equal(["jiwen"], ((PublishingEvent.HandedOver)_story.Facts[^1]).To);
        Assert.Contains("移交人不得签收", _story.Refused("luoqing", new PublishingCommand.Receive()).Text, StringComparison.Ordinal);
        _story.Do("jiwen", new PublishingCommand.Receive());
        _story.Do("xushan", new PublishingCommand.ReviewSecrecy("doc", true, PublishingRules.UsualBasis));
        Assert.Equal("zhoulin", _story.Now.Publication.ReviewOf("doc")!.By.For);
    }
}
