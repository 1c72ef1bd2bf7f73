using DisclosureBot.Delegations;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Consulting;
using DisclosureBot.Tests.Slips;
using Xunit;
using static DisclosureBot.Tests.Slips.Consulting.ConsultingStory;

namespace DisclosureBot.Tests.Delegations;

/// <summary>Where a 委托 meets 征求意见, 会签 and 转办: who may ask, answer and pass on in another's place, and who may not.</summary>
public sealed class ConsultedStandInTests
{
    [Theory]
    [InlineData("all", true)]
    [InlineData("review", false)]
    [InlineData("handling", false)]
    public void A_comment_is_given_only_by_whom_all_work_was_given_to(string part, bool may)
    {
        var scope = part switch { "all" => DelegationScope.All, "review" => DelegationScope.Review, _ => DelegationScope.Handling };
        var story = new DelegationStory().Given("luoqing", "jiwen", scope).Draft().Do("pulan", Opinion("luoqing"));
        Assert.Equal(may, story.AskedNow().Contains("jiwen"));
        if (may) Assert.Equal("luoqing", story.Do("jiwen", Answer(story)).Now.Consultations[0].AnsweredBy!.For);
        else story.Refused("jiwen", Answer(story));
    }

    [Fact]
    public void A_stand_in_at_the_desk_asks_waives_and_passes_on_and_then_signs_no_more()
    {
        var story = new DelegationStory().Given("pulan", "zhangmu").Draft().Do("zhangmu", Opinion("luoqing"));
        Assert.Equal("pulan", story.Now.Consultations[0].By.For);
        story.Do("zhangmu", new ConsultingCommand.Waive(story.Now.Consultations[0].Id, "时间紧")).Do("zhangmu", PassOn("luming"));
        story.Refused("zhangmu", story.Signing());
        story.Sign("luming");
    }

    [Fact]
    public void A_desk_is_not_passed_on_by_who_only_handles_nor_by_the_drafter_in_the_heads_place()
    {
        new DelegationStory().Given("pulan", "zhangmu", DelegationScope.Handling).Draft().Refused("zhangmu", PassOn("luming"));
        var story = new DelegationStory().Given("pulan", "liying").Draft();
        Assert.Contains("不由您办理", story.Refused("liying", PassOn("luming")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Passed_on_to_their_own_stand_in_that_one_signs_in_their_own_name()
    {
        var story = new DelegationStory().Given("pulan", "zhangmu").Draft();
        Assert.Contains("请转给另一位同事", story.Refused("zhangmu", PassOn("zhangmu")).Text, StringComparison.Ordinal);
        story.Do("pulan", PassOn("zhangmu")).Sign("zhangmu");
        Assert.Null(story.Now.SignedAt(Stage.SectionHead)!.By.For);
    }

    [Fact]
    public void Who_revised_in_the_drafters_place_is_given_no_desk_and_loses_the_one_they_had()
    {
        var revised = new DelegationStory().Given("liying", "zhangmu", DelegationScope.Handling).Draft().Do("pulan", Back(1)).Do("zhangmu", Again(2));
        Assert.Contains("代起草人修改过本件", revised.Refused("pulan", PassOn("zhangmu")).Text, StringComparison.Ordinal);

        var story = new DelegationStory().Given("liying", "zhangmu", DelegationScope.Handling).Draft().Do("pulan", PassOn("zhangmu"));
        story.Do("zhangmu", Back(story.Now.Turn));
        story.Do("zhangmu", Again(story.Now.Turn));
        story.Refused("zhangmu", story.Signing());
        story.Sign("pulan");
    }

    [Fact]
    public void The_drafter_does_not_answer_in_the_place_of_whom_they_asked_nor_countersign_for_another()
    {
        var story = new DelegationStory().Given("duanhe", "liying").Draft().Do("liying", Opinion("duanhe"));
        Assert.Equal(RefusalKind.Forbidden, story.Refused("liying", Answer(story)).Kind);
        var joint = new DelegationStory().Given("duanhe", "liying").Draft().Do("pulan", Countersign("duanhe")).Sign("pulan");
        Assert.Equal(RefusalKind.Forbidden, joint.Refused("liying", Answer(joint)).Kind);
        joint.Do("duanhe", Answer(joint)).Sign("zhoulin");
    }

    private static ConsultingCommand.Answer Answer(DelegationStory story) => new(story.Now.Consultations[0].Id, "没有不同意见");

    private static SlipCommand.Return Back(long turn) => new(turn, "请修改", null);

    private static SlipCommand.Resubmit Again(long turn) => new(turn, SlipStory.Form());
}
