using DisclosureBot.Slips;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>Characters that look like nothing, like each other, or like damage do not reach a document's record.</summary>
public sealed class DisguiseTests
{
    [Theory]
    [InlineData("\u3164")]
    [InlineData("\uffa0\u115f\u1160")]
    [InlineData("\u2800")]
    [InlineData("\u034f \ufe0f")]
    [InlineData("\u17b4\u180b\U000e0100\U000e0041")]
    public void A_title_that_shows_nothing_is_no_title(string typed) => Assert.Null(Wording.Clean(typed));

    [Theory]
    [InlineData("此件\u3164不公开")]
    [InlineData("此件\ufe0f不公开")]
    [InlineData("此件\u034f不公开")]
    [InlineData("此件\u200d不公开")]
    [InlineData("此件\U000e0100不公开")]
    [InlineData("此件\uf967公开")]
    public void Prescribed_words_are_recognised_through_a_disguise(string typed) => Assert.True(AttributeStatement.StandsIn(Wording.Clean(typed)!));

    [Fact]
    public void A_pile_of_marks_does_not_cover_its_neighbours() =>
        Assert.Equal(5, Wording.Clean("商" + new string('\u0336', 150))!.Length);

    [Theory]
    [InlineData("王\u2800\u3000\u00a0伟", "王 伟")]
    [InlineData("e\u0302\u0303", "e\u0302\u0303")]
    [InlineData("関于𠮷家〇号的通知(试行)", "関于𠮷家〇号的通知(试行)")]
    public void What_people_write_stays(string typed, string kept) => Assert.Equal(kept, Wording.Clean(typed));
}
