using System.Text;
using DisclosureBot.Documents;
using Xunit;

namespace DisclosureBot.Tests.Documents;

/// <summary>A document that fetches or starts something when it is opened is refused, however it says so.</summary>
public sealed class OfficePartsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("attachedTemplate", " http://example.org/t.dotm")]
    [InlineData("attachedTemplate", "\\\\example.org\\s\\t.dotm")]
    [InlineData("attachedTemplate", "//example.org/t.dotm")]
    [InlineData("attachedTemplate", "file://example.org/s/t.dotm")]
    [InlineData("attachedTemplate", "file:///C:/Normal.dotm")]
    [InlineData("oleObject", "ms-msdt:/id PCWDiagnostic")]
    [InlineData("oleObject", "x-usc:http://example.org/x.html!")]
    [InlineData("image", "https://example.org/p.png")]
    [InlineData("image", "p.png")]
    [InlineData("aFChunk", "http://example.org/p.html")]
    [InlineData("frame", "http://example.org/p.html")]
    [InlineData("externalLinkPath", "other.xlsx")]
    public void What_lies_elsewhere_is_refused(string type, string target) =>
        Assert.Equal(FileRefusals.Remote("方案.docx"), Refused(Docx("word/_rels/document.xml.rels", Samples.Relations(($"http://x/relationships/{type}", target, true)))));

    [Fact]
    public void The_mode_is_not_needed_where_the_target_says_it() =>
        Assert.Equal(FileRefusals.Remote("方案.docx"), Refused(Docx("word/_rels/document.xml.rels", Samples.Relations(("http://x/image", "https://example.org/p.png", false)))));

    [Fact]
    public void The_mode_may_be_written_with_spaces() =>
        Assert.Equal(FileRefusals.Remote("方案.docx"), Refused(Docx("word/_rels/document.xml.rels",
            "<Relationships><Relationship Id='a' Type='http://x/image' Target='p.png' TargetMode=' external '/></Relationships>"u8.ToArray())));

    [Theory]
    [InlineData("<w:instrText>DDEAUTO cmd.exe</w:instrText>")]
    [InlineData("<w:instrText xml:space='preserve'> dde excel </w:instrText>")]
    [InlineData("<w:r><w:instrText>DD</w:instrText></w:r><w:r><w:instrText>EAUTO cmd</w:instrText></w:r>")]
    [InlineData("<w:instrText>INCLUDETEXT \"http://example.org/x\"</w:instrText>")]
    [InlineData("<w:fldSimple w:instr=' INCLUDEPICTURE &quot;http://example.org/x.png&quot; '/>")]
    [InlineData("<w:instrText><![CDATA[INCLUDEPICTURE x]]></w:instrText>")]
    public void A_field_that_fetches_or_starts_something_is_refused(string field)
    {
        Assert.Equal(FileRefusals.Field("方案.docx"), Refused(Docx("word/header1.xml", Part($"<w:fldChar w:fldCharType='begin'/>{field}<w:fldChar w:fldCharType='end'/>"))));
        Assert.Equal(FileRefusals.Field("方案.docx"), Refused(Docx("word/footnotes.xml", Part(field))));
    }

    [Fact]
    public void A_body_that_lies_elsewhere_is_read_too()
    {
        var types = Encoding.UTF8.GetBytes("""<Types><Default Extension="body" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
        Assert.Equal(FileRefusals.Field("方案.docx"), Refused(Samples.Zip(("[Content_Types].xml", types), ("x/a.body", Part("<w:instrText>DDEAUTO x</w:instrText>")))));
    }

    [Fact]
    public void Fields_that_number_and_link_are_taken_in() => Assert.IsType<FileVerdict.Accepted>(Look(Docx("word/header1.xml", Part(
        "<w:fldChar/><w:instrText> PAGE </w:instrText><w:fldChar/><w:t>DDE</w:t><w:fldSimple w:instr='TOC'/><w:instrText>HYPERLINK \"https://www.gov.cn\"</w:instrText><w:p/>"))));

    private static byte[] Part(string content) => Encoding.UTF8.GetBytes($"<w:hdr xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>{content}</w:hdr>");

    private static byte[] Docx(string name, byte[] part) => Samples.Docx((name, part));

    private static Refusal Refused(byte[] file) => Assert.IsType<FileVerdict.Refused>(Look(file)).Refusal;

    private static FileVerdict Look(byte[] file) => FileCheck.Look(new MemoryStream(file), "方案.docx", Stop);
}
