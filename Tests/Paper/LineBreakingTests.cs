using System.Text;
using DisclosureBot.Paper;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace DisclosureBot.Tests.Paper;

/// <summary>Chinese set in lines. Here a Chinese character is two wide and any other one.</summary>
public sealed class LineBreakingTests
{
    private const string Material = "关于印发通知《》〈〉“”()\uFF08\uFF09,\uFF0C。;:、?!\uFF1A……——2026年11月3日abc.docx/%〔〕12号 ";

    [Theory]
    [InlineData("同意印发此件公开发布。", 20, "同意印发此件公开发|布。")]
    [InlineData("现将有关事项通知如下\uFF1A请遵照执行", 20, "现将有关事项通知如|下\uFF1A请遵照执行")]
    [InlineData("依据本州有关规定执行《条例》", 22, "依据本州有关规定执行|《条例》")]
    [InlineData("发文字号为楚商发〔2026〕12号的通知", 18, "发文字号为楚商发|〔2026〕12号的通知")]
    [InlineData("自2026年11月20日起", 15, "自2026年11月20|日起")]
    [InlineData("附件为report-final.docx一份", 18, "附件为|report-final.docx|一份")]
    [InlineData("他说……然后——完", 6, "他|说……|然|后——|完")]
    [InlineData("一行\n两行", 20, "一行|两行")]
    [InlineData("", 20, "")]
    public void Lines_follow_the_rules_of_Chinese_setting(string text, double room, string expected) =>
        Assert.Equal(expected, string.Join('|', LineBreaking.Lines(text, room, Wide)));

    [Fact]
    public void A_word_longer_than_a_line_is_broken_where_the_line_is_full() =>
        Assert.Equal(["aaaaa", "aaaaa", "aa"], LineBreaking.Lines("aaaaaaaaaaaa", 5, Wide));

    [Fact]
    public void Even_a_room_too_small_for_one_character_holds_one() =>
        Assert.Equal(["通", "知"], LineBreaking.Lines("通知", 0.5, Wide));

    [Property(MaxTest = 500)]
    public Property No_text_is_lost_and_no_line_runs_over() => Prop.ForAll(
        Gen.Elements(Material.ToCharArray()).ArrayOf().Select(letters => new string(letters)).Zip(Gen.Choose(2, 40)).ToArbitrary(),
        sample =>
        {
            var (text, room) = sample;
            var lines = LineBreaking.Lines(text, room, Wide);
            Assert.Equal(text, string.Concat(lines));
            Assert.All(lines, line => Assert.True(line.TrimEnd(' ').EnumerateRunes().Sum(Wide) <= room, line));
        });

    [Property(MaxTest = 500)]
    public Property No_line_begins_with_what_closes_or_ends_with_what_opens() => Prop.ForAll(
        Gen.Elements("事项,通知。见《条例》第(一)项;", "楚商发〔2026〕12号\uFF0C", "“同意”\uFF08演示\uFF09").ArrayOf().Select(string.Concat)
            .Zip(Gen.Choose(16, 60)).ToArbitrary(),
        sample =>
        {
            var lines = LineBreaking.Lines(sample.Item1, sample.Item2, Wide);
            Assert.All(lines.Skip(1), line => Assert.DoesNotContain(line[0], ",。》);〕\uFF0C\uFF09”"));
            Assert.All(lines.SkipLast(1), line => Assert.DoesNotContain(line[^1], "《(〔“\uFF08"));
        });

    private static double Wide(Rune rune) => rune.IsAscii ? 1 : 2;
}
