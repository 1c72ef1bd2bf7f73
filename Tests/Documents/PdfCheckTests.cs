using System.Text;
using DisclosureBot.Documents;
using DisclosureBot.Tests.Paper;
using Xunit;

namespace DisclosureBot.Tests.Documents;

/// <summary>What programs disagree on in a PDF hides nothing from the check, and plain documents of every maker pass.</summary>
public sealed class PdfCheckTests
{
    private const string Script = "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, byte[]> Hidden => new()
    {
        { "in what a comment makes look like a stream", "含有脚本", Samples.Pdf($"4 0 obj\n<< %7 0 obj stream\n{Script}\n%endstream\n>>\nendobj\n") },
        { "in what a string makes look like a stream", "含有脚本", Samples.Pdf($"4 0 obj\n<< /Lang (7 0 obj stream ) {Script} /X (endstream) >>\nendobj\n") },
        { "in an object whose head is cut by comments", "含有脚本", Samples.Pdf($"4 0 obj\n<< /Length 9 >>\nstream\n1 %\n0 %\nobj << {Script} >>\nendstream\nendobj\n") },
        { "in a trailer behind a stray word", "含有脚本", Samples.Pdf("stream\n", trailer: Script) },
        { "with escapes in a comment's stream", "含有脚本", Samples.Pdf("4 0 obj\n<< %7 0 obj stream\n/S /#4A#61vaScript\n%endstream\n>>\nendobj\n") },
        { "as a rendition with a script", "含有脚本", Samples.Pdf("4 0 obj\n<< /S /Rendition /JS (1) >>\nendobj\n") },
        { "as an attachment in a comment's stream", "里面带有附件", Samples.Pdf("4 0 obj\n<< %7 0 obj stream\n/Names << /EmbeddedFiles 5 0 R >>\n%endstream\n>>\nendobj\n") },
        { "as a dynamic form", "含有动态表单", Samples.Pdf("4 0 obj\n<< /AcroForm << /XFA 5 0 R >> >>\nendobj\n") },
        { "as a file elsewhere", "含有动态表单", Samples.Pdf("4 0 obj\n<< /S /GoToR /F (x.pdf) >>\nendobj\n") },
        { "as a file inside a file", "含有动态表单", Samples.Pdf("4 0 obj\n<< /S /GoToE >>\nendobj\n") },
        { "as a form sent away", "含有动态表单", Samples.Pdf("4 0 obj\n<< /S /SubmitForm /F (http://example.org/) >>\nendobj\n") },
        { "as data taken in", "含有动态表单", Samples.Pdf(hidden: Samples.Deflated("5 0 << /S /Import#44ata >>"u8.ToArray())) },
        { "behind a filter named elsewhere", "采用了少见的编码", Objects("/First 4 /Filter 6 0 R") },
        { "behind a first place named elsewhere", "采用了少见的编码", Objects("/First 6 0 R /Filter /FlateDecode") },
        { "behind two first places", "采用了少见的编码", Objects("/First 4 /First 9 /Filter /FlateDecode") },
        { "behind two filters", "采用了少见的编码", Objects("/First 4 /Filter [/FlateDecode /FlateDecode]") },
        { "behind a filter in a list named elsewhere", "采用了少见的编码", Objects("/First 4 /Filter [6 0 R]") },
        { "behind parameters named elsewhere", "采用了少见的编码", Objects("/First 4 /Filter /FlateDecode /DecodeParms 6 0 R") },
        { "in objects announced in a comment's stream", "采用了少见的编码", Samples.Pdf("4 0 obj\n<< %7 0 obj stream\n/Type /ObjStm /N 1 /First 4 /Filter 6 0 R >>\n%endstream\n>>\nendobj\n") },
        { "in objects without their kind in a string's stream", "采用了少见的编码", Samples.Pdf("4 0 obj\n<< /Lang (7 0 obj stream ) /N 1 /First 4 /X (endstream) >>\nendobj\n") },
    };

    [Theory, MemberData(nameof(Hidden), DisableDiscoveryEnumeration = true)]
    public void Nothing_is_hidden(string how, string why, byte[] bytes)
    {
        var refused = Assert.IsType<FileVerdict.Refused>(FileCheck.Look(new MemoryStream(bytes), "方案.pdf", Stop));
        Assert.True(refused.Refusal.Text.Contains(why, StringComparison.Ordinal), $"{how}: {refused.Refusal.Text}");
        Assert.Matches("请.*PDF.*后再上传。$", refused.Refusal.Text);
    }

    [Fact]
    public void The_bureaus_own_slip_is_taken_in()
    {
        foreach (var slip in new[] { SamplePapers.Finished, SamplePapers.UnderWay, SamplePapers.Overlong })
            Assert.IsType<FileVerdict.Accepted>(FileCheck.Look(new MemoryStream(PrintedPaper.Print(slip)), "处理签.pdf", Stop));
    }

    [Fact]
    public void A_document_of_an_office_program_is_taken_in()
    {
        // Streams of objects and a table packed with a predictor, bookmarks, links, a form's plain fields, and a picture.
        var objects = Samples.Deflated("5 0 6 40 << /Type /Catalog /Outlines 6 0 R /Lang (zh-CN) >> << /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>"u8.ToArray());
        var noise = new byte[100_000];
        new Random(5).NextBytes(noise);
        var office = Samples.Pdf(
            "5 0 obj\n<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>\nendobj\n"
            + "6 0 obj\n<< /Type /Annot /Subtype /Link /A << /Type /Action /S /URI /URI (https://www.gov.cn/zhengce/) >> >>\nendobj\n"
            + "7 0 obj\n<< /Type /XRef /W [1 4 2] /Index [0 3] /DecodeParms << /Predictor 12 /Columns 7 >> /Filter /FlateDecode >>\nstream\n" + Encoding.Latin1.GetString(Samples.Deflated(noise)) + "\nendstream\nendobj\n"
            + "8 0 obj\n<< /Subtype /Image /Filter /DCTDecode >>\nstream\n" + Encoding.Latin1.GetString(Samples.Jpeg()) + "\nendstream\nendobj\n",
            hidden: objects);
        Assert.IsType<FileVerdict.Accepted>(FileCheck.Look(new MemoryStream(office), "方案.pdf", Stop));
    }

    [Fact]
    public void A_name_across_two_pieces_of_reading_is_found()
    {
        foreach (var shift in new[] { 0, 1, 5, 11, 63, 64, 65 })
        {
            var pad = new string('x', (64 * 1024) - 260 - shift);
            var bytes = Samples.Pdf($"%{pad}\n(7 0 obj stream {new string('y', 60)}/JavaScript endstream)\n");
            Assert.IsType<FileVerdict.Refused>(FileCheck.Look(new MemoryStream(bytes), "方案.pdf", Stop));
        }
    }

    private static byte[] Objects(string entries) => Samples.Pdf(
        $"4 0 obj\n<< /Type /ObjStm /N 1 {entries} >>\nstream\n{Encoding.Latin1.GetString(Samples.Deflated("5 0 << /Type /Font >>"u8.ToArray()))}\nendstream\nendobj\n");
}
