using DisclosureBot.Slips;
using Xunit;

namespace DisclosureBot.Tests.Slips;

/// <summary>A ground stands on the slip only when the person chose it or named it without doubt.</summary>
public sealed class StatutoryGroundTests
{
    [Theory]
    [InlineData("《条例》第十五条:商业秘密", "15")]
    [InlineData("《条例》第十六条第二款:过程性信息", "16.2")]
    [InlineData("条例第 16 条第 1 款", "16.1")]
    [InlineData("第十六条第2款", "16.2")]
    [InlineData("按第十六条办理", "16")]
    [InlineData("《条例》第十五条:商业秘密;第十六条第二款:请示报告", "15,16.2")]
    [InlineData("依据第十六条第二款;不涉及国家安全", "16.2")]
    [InlineData("不含商业秘密,按第十六条第一款", "16.1")]
    [InlineData("涉及企业商业秘密", "15")]
    [InlineData("属磋商信函,建议不公开", "16.2")]
    [InlineData("不涉及国家安全", null)]
    [InlineData("涉及个人隐私和内部事务", null)]
    [InlineData("《条例》第二十条第十二项应主动公开", null)]
    [InlineData("不宜公开", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Words_name_a_ground_or_leave_it_open(string? words, string? codes) => Assert.Equal(codes, StatutoryGround.Of(null, words));

    [Fact]
    public void The_choice_goes_before_the_words() => Assert.Equal("14", StatutoryGround.Of("14", "第十五条"));

    [Fact]
    public void An_unknown_choice_counts_as_none() => Assert.Equal("15", StatutoryGround.Of("99", "第十五条"));

    [Fact]
    public void Several_grounds_are_cited_side_by_side() => Assert.Equal(
        "《条例》第十五条(商业秘密、个人隐私等)、《条例》第十六条第二款(过程性信息、行政执法案卷信息)", StatutoryGround.Cite("15,16.2"));
}
