using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>Questions in people's own words, through the front door.</summary>
public sealed class AskingTests : IAsyncLifetime
{
    private const string Title = "关于做好冬季生活必需品保供工作的通知";
    private Town _town = null!;

    public async ValueTask InitializeAsync()
    {
        _town = await Town.Start();
        await _town.Person("liying").Draft(("标题", Title));
    }

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Theory]
    [InlineData("liying", "保供通知到哪了?")]
    [InlineData("liying", "谁压着我的文件")]
    [InlineData("gaoyuan", "电商科 待审")]
    [InlineData("pulan", "等我签的有哪些")]
    public async Task A_question_is_answered_with_where_it_lies_and_the_case_opens(string who, string question)
    {
        var answer = Assert.Single(await _town.Person(who).Say(question));
        Assert.True(answer.Says(Title), answer.Text);
        Assert.True(answer.Says("普云岚"), answer.Text);
        Assert.True((await _town.Person(who).Press(answer, "打开 2026-0001")).Card.Says(Title));
    }

    [Theory]
    [InlineData("保供通知到哪了?")]
    [InlineData("电商科 待审")]
    [InlineData("2026-0001 在谁手里")]
    [InlineData("小李起草的有几件")]
    public async Task A_bystander_learns_nothing_not_even_a_number_of_cases(string question)
    {
        var answer = Assert.Single(await _town.Person("yangzhi").Say(question));
        Assert.DoesNotContain("保供工作", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1件", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("liying", true)]
    [InlineData("yangzhi", false)]
    public async Task A_search_with_a_wrong_character_offers_what_resembles_it_to_those_who_may_see(string who, bool sees)
    {
        var answer = Assert.Single(await _town.Person(who).Say("查 生活必须品保供"));
        Assert.Equal(sees, answer.Says(Title));
        Assert.Equal(sees, answer.Says("没有完全一致的"));
    }

    [Fact]
    public async Task What_is_unclear_offers_questions_that_work_at_a_tap()
    {
        var person = _town.Person("liying");
        var unclear = Assert.Single(await person.Say("那个文件呢"));
        Assert.True(unclear.Offers("我的"));
        var (verb, data) = unclear.Press("我的", []);
        Assert.Equal("我的", data["text"]);
        var mine = Assert.Single(await person.Say(data["text"]));
        Assert.Equal("say", verb);
        Assert.True(mine.Says(Title));
    }
}
