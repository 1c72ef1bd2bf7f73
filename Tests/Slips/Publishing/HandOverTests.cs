using DisclosureBot.Bureau;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Slips.Publishing;

/// <summary>What may not go over yet, and the text that came after the signature.</summary>
public sealed class HandOverTests
{
    private static readonly PublishingCommand.HandOver HandOver = new();

    [Fact]
    public void A_file_that_must_not_be_disclosed_is_not_handed_over_and_may_be_replaced()
    {
        var story = LaterStory.Issued().Do("zhoulin", new PublishingCommand.ReviewSecrecy("file-1", false, "涉及企业数据"));
        Assert.Contains("涉及企业数据", story.Refused("liying", HandOver).Text, StringComparison.Ordinal);
        story.Do("liying", StepStory.File(FileRole.Document, "b")).Do("liying", HandOver);
    }

    [Fact]
    public void Where_nobody_could_review_it_another_uploads_the_same_file()
    {
        var story = LaterStory.Signed(drafter: "zhoulin").File(FileRole.Document, by: "xushan").Printed().Registered().Sealed().Issued();
        Assert.Contains("请由周临溪(演示)重新上传同一文件", story.Refused("zhoulin", HandOver).Text, StringComparison.Ordinal);
        Assert.Contains("已用印", story.Refused("zhoulin", StepStory.File(FileRole.Document, "b", "正文.docx")).Text, StringComparison.Ordinal);
        story.Do("zhoulin", StepStory.File(FileRole.Document, "b", "正文.docx", new string('0', 64))).Do("zhoulin", HandOver);
    }

    [Fact]
    public void A_text_that_came_after_the_signature_is_named_where_it_goes_over()
    {
        var story = LaterStory.Issued();
        Assert.Contains("正文为签发后上传的第1版(李映禾(演示),", Lead(story, "liying"), StringComparison.Ordinal);
        Assert.Contains("请与签发稿核对", Lead(story.Do("liying", HandOver), "luoqing"), StringComparison.Ordinal);
        Assert.Null(LateText.Of(new SlipStory().Draft().Do("liying", StepStory.File(FileRole.Document, "a")).Sign("pulan").Sign("zhoulin").Sign("gaoyuan").Now));
    }

    private static string Lead(SlipStory story, string person) =>
        new PublishingSteps(DemoBureau.Roster, PublishingSettings.Usual).Offer(story.Now, DemoBureau.Person(person), story.Time).First().Lead!;
}
