using System.Text;
using DisclosureBot.Documents;
using Xunit;

namespace DisclosureBot.Tests.Documents;

/// <summary>Every kind that is taken in, and every reason not to, with real bytes.</summary>
public sealed class FileCheckTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, byte[]> Allowed => new()
    {
        { "方案.pdf", "application/pdf", Samples.Pdf() },
        { "方案.PDF", "application/pdf", Samples.Pdf(hidden: Samples.Deflated("5 0 << /Type /Font /Note (JavaScript) >>"u8.ToArray())) },
        { "方案.doc", "application/msword", Samples.Doc() },
        { "方案.wps", "application/wps-office.wps", Samples.Doc() },
        { "方案.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Samples.Docx() },
        { "表.xls", "application/vnd.ms-excel", Samples.Xls() },
        { "表.et", "application/wps-office.et", Samples.Xls() },
        { "表.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Samples.Xlsx() },
        { "汇报.ppt", "application/vnd.ms-powerpoint", Samples.Ppt() },
        { "汇报.pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", Samples.Pptx() },
        { "版式.ofd", "application/ofd", Samples.Ofd() },
        { "图.png", "image/png", Samples.Png() },
        { "图.jpg", "image/jpeg", Samples.Jpeg() },
        { "图.jpeg", "image/jpeg", Samples.Jpeg() },
        { "说明.txt", "text/plain", "各县市商务局:\r\n\t请遵照执行。"u8.ToArray() },
        { "表.csv", "text/csv", Gb18030("序号,名称\n1,楚雄") },
        { "关于2026.3.1通知.第2版.txt", "text/plain", "好"u8.ToArray() },
        { "嵌表.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Samples.Docx(("word/embeddings/a.xlsx", Samples.Xlsx()), ("word/embeddings/b.bin", Samples.Ole(("Package", Samples.Xlsx())))) },
        { "嵌文.doc", "application/msword", Samples.Doc(("ObjectPool/_1/\u0001Ole10Native", Samples.Package("a.pdf", Samples.Pdf()))) },
        { "模板.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Samples.Docx(("word/_rels/settings.xml.rels", Samples.Relations(("http://x/hyperlink", "file:///C:/a.docx", true), ("http://x/hyperlink", "https://www.gov.cn", true)))) },
    };

    public static TheoryData<string, string, byte[]> Refused => new()
    {
        { "空.pdf", "是空文件", [] },
        { "安装.exe", "是程序", Samples.WindowsProgram },
        { "方案.pdf", "是程序", Samples.WindowsProgram },
        { "方案.pdf", "是程序", Samples.LinuxProgram },
        { "方案.doc", "是程序", [0xCF, 0xFA, 0xED, 0xFE, .. new byte[60]] },
        { "方案.doc", "是程序", [0xCA, 0xFE, 0xBA, 0xBE, .. new byte[60]] },
        { "方案.txt", "是程序", "#!/bin/sh\nrm -rf /\n"u8.ToArray() },
        { "方案.txt", "是程序", [0xEF, 0xBB, 0xBF, .. "#!/bin/sh\n"u8] },
        { "方案.pdf.lnk", "是程序", [0x4C, 0, 0, 0, 1, 0x14, 2, 0, .. new byte[60]] },
        { "方案.doc", "是程序", [0x4C, 0, 0, 0, 1, 0x14, 2, 0, .. new byte[60]] },
        { "x.pdf.exe", "是程序", Samples.Pdf() },
        { "x.pdf. exe", "是程序", Samples.Pdf() },
        { "说明.bat", "是程序", "echo 1"u8.ToArray() },
        { "说明.js", "是程序", "alert(1)"u8.ToArray() },
        { "方案\u202Efdp.exe", "是程序", Samples.Pdf() },
        { "x.exe.pdf", "带有程序的扩展名", Samples.Pdf() },
        { "工具.jar", "是程序", Samples.Zip(("META-INF/MANIFEST.MF", "Manifest-Version: 1.0"u8.ToArray())) },
        { "工具.docx", "是程序", Samples.Zip(("META-INF/MANIFEST.MF", "Manifest-Version: 1.0"u8.ToArray())) },
        { "工具.docx", "是程序", Samples.Zip(("AndroidManifest.xml", [1, 2])) },
        { "方案.docx", "夹带程序或脚本(oleObject1.bin)", Samples.Docx(("word/embeddings/oleObject1.bin", Samples.WindowsProgram)) },
        { "方案.docx", "夹带程序或脚本(a.exe)", Samples.Docx(("word/media/a.exe", [1])) },
        { "方案.docx", "夹带程序或脚本(a.exe)", Samples.Docx(("word/embeddings/o.bin", Samples.Ole(("\u0001Ole10Native", Samples.Package("a.exe", [1, 2, 3]))))) },
        { "方案.docx", "夹带程序或脚本(a.dat)", Samples.Docx(("word/embeddings/o.bin", Samples.Ole(("\u0001Ole10Native", Samples.Package("a.dat", Samples.WindowsProgram))))) },
        { "方案.docx", "夹带程序或脚本(里面.zip)", Samples.Docx(("word/里面.zip", Samples.Zip(("AndroidManifest.xml", [1])))) },
        { "方案.docx", "夹带程序或脚本(深.exe)", Samples.Docx(("word/里面.docx", Samples.Docx(("word/深.exe", [1])))) },
        { "方案.ofd", "夹带程序或脚本(a.vbs)", Samples.Zip(("OFD.xml", "<OFD/>"u8.ToArray()), ("Doc_0/Attachs/a.vbs", [1])) },
        { "压缩.zip", "夹带程序或脚本(a.exe)", Samples.Zip(("a.exe", Samples.WindowsProgram)) },
        { "方案.doc", "夹带程序或脚本(a.exe)", Samples.Doc(("ObjectPool/_1/\u0001Ole10Native", Samples.Package("a.exe", [1, 2, 3]))) },
        { "方案.doc", "夹带程序或脚本(a.txt)", Samples.Doc(("ObjectPool/_1/\u0001Ole10Native", Samples.Package("a.txt", Samples.WindowsProgram))) },
        { "方案.doc", "夹带程序或脚本(嵌入对象)", Samples.Doc(("ObjectPool/_1/\u0001Ole10Native", [.. new byte[4], 9, 9, .. Enumerable.Repeat((byte)0xFF, 40), .. Samples.LinuxProgram])) },
        { "方案.xls", "夹带程序或脚本(CONTENTS)", Samples.Xls(more: ("MBD01/CONTENTS", Samples.WindowsProgram)) },
        { "方案.ppt", "夹带程序或脚本(a.exe)", Samples.Ppt(records: Samples.Record(0x10, 0x1011, [0, 0, 0, 0, .. Samples.Deflated(Samples.Ole(("\u0001Ole10Native", Samples.Package("a.exe", [1]))))])) },
        { "方案.docm", "含有宏", Samples.Docx() },
        { "表.xlsb", "含有宏", Samples.Xlsx() },
        { "方案.docx", "含有宏", Samples.Docx(("word/vbaProject.bin", [1])) },
        { "表.xlsx", "含有宏", Samples.Xlsx(("somewhere/VBAPROJECT.BIN", [1])) },
        { "表.xlsx", "含有宏", Samples.Xlsx(("xl/macrosheets/sheet1.xml", "<x/>"u8.ToArray())) },
        { "方案.docx", "含有宏", Samples.Office("word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml") },
        { "方案.docx", "含有宏", Samples.Docx(("word/embeddings/a.xlsx", Samples.Xlsx(("xl/vbaProject.bin", [1])))) },
        { "方案.doc", "含有宏", Samples.Doc(("Macros/VBA/dir", [1, 2]), ("Macros/PROJECT", [1])) },
        { "表.et", "含有宏", Samples.Xls(more: ("_VBA_PROJECT_CUR/VBA/dir", [1, 2])) },
        { "表.xls", "含有宏", Samples.Xls(sheetKind: 1) },
        { "表.xls", "含有宏", Samples.Xls(sheetKind: 6) },
        { "汇报.ppt", "含有宏", Samples.Ppt(records: Samples.Record(0xF, 0x03E8, Samples.Record(0xF, 0x07D0, Samples.Record(0x1F, 0x03FF, Samples.Record(2, 0x0400, [1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0]))))) },
        { "汇报.ppt", "含有宏", Samples.Ppt(records: Samples.Record(0x10, 0x1011, [0, 0, 0, 0, .. Samples.Deflated(Samples.Ole(("VBA/dir", [1])))])) },
        { "方案.docx", "设有密码", Samples.Ole(("EncryptionInfo", [4, 0, 4, 0]), ("EncryptedPackage", new byte[5000])) },
        { "方案.docx", "设有密码", Samples.LockedZip() },
        { "方案.doc", "设有密码", Samples.LockedDoc() },
        { "表.xls", "设有密码", Samples.Xls(locked: true) },
        { "汇报.ppt", "设有密码", Samples.Ppt(locked: true) },
        { "方案.pdf", "设有密码", Samples.Pdf(trailer: "/Encrypt 5 0 R") },
        { "方案.docx", "引用了文件以外的", Samples.Docx(("word/_rels/settings.xml.rels", Samples.Relations(("http://x/attachedTemplate", "https://example.org/a.dotm", true)))) },
        { "方案.pdf", "含有脚本", Samples.Pdf("4 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj\n") },
        { "方案.pdf", "含有脚本", Samples.Pdf("4 0 obj\n<</S/J#61vaScript>>\nendobj\n") },
        { "方案.pdf", "含有脚本", Samples.Pdf("4 0 obj\n<</S/Launch/F(cmd.exe)>>\nendobj\n") },
        { "方案.pdf", "含有脚本", Samples.Pdf(hidden: Samples.Deflated("5 0 << /S /JavaScript >>"u8.ToArray())) },
        { "方案.pdf", "含有脚本", Samples.Pdf("4 0 obj\n<< /Length 9 >>\nstream\n7 0 obj\n<< /S /JavaScript >>\nendobj\nendstream\nendobj\n") },
        { "方案.pdf", "含有脚本", Samples.Pdf("4 0 obj\n<< /A (7 0 obj << /S /JavaScript >> endobj) >>\nendobj\n") },
        { "方案.pdf", "含有脚本", Samples.Pdf("%7 0 obj << /S /JavaScript >> endobj\n") },
        { "方案.pdf", "含有脚本", Samples.Pdf(hidden: Samples.DeflatedPastEndstream("<< /S /JavaScript >>")) },
        { "方案.pdf", "含有脚本", Samples.Pdf(hidden: Samples.Deflated("5 1 (<< /S /JavaScript >>)"u8.ToArray())) },
        { "方案.pdf", "里面带有附件", Samples.Pdf("4 0 obj\n<< /Type /Filespec /EF << /F 5 0 R >> >>\nendobj\n") },
        { "方案.pdf", "里面带有附件", Samples.Pdf("4 0 obj\n<< /Names << /EmbeddedFiles 5 0 R >> >>\nendobj\n") },
        { "方案.pdf", "采用了少见的编码", Samples.Pdf("4 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode] >>\nstream\n00>\nendstream\nendobj\n") },
        { "方案.pdf", "采用了少见的编码", Samples.Pdf(hidden: [0x78, 0x9C, 1, 2, 3, 4, 5, 6]) },
        { "方案.pdf", "已损坏", Samples.Pdf()[..^40] },
        { "方案.docx", "已损坏", Samples.Docx()[..^30] },
        { "方案.docx", "已损坏", Flip(Samples.Docx(("word/big.xml", new byte[100])), "word/big.xml") },
        { "方案.docx", "已损坏", Samples.Zip(("[Content_Types].xml", "<Types"u8.ToArray())) },
        { "方案.docx", "已损坏", Samples.Zip(("a.xml", [1]), ("A.xml", [2])) },
        { "方案.doc", "已损坏", Samples.Doc()[..2000] },
        { "方案.doc", "已损坏", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]] },
        { "表.xls", "已损坏", Samples.Ole(("Workbook", [9, 8, 200, 0, 1])) },
        { "汇报.ppt", "已损坏", Samples.Ole(("PowerPoint Document", Samples.Record(0, 5, new byte[100])[..50])) },
        { "图.png", "不止一份内容", [.. Samples.Png(), .. Samples.Zip(("a.txt", [65]))] },
        { "图.jpg", "不止一份内容", [.. Samples.Jpeg(), .. Samples.Zip(("a.txt", [65]))] },
        { "方案.docx", "不止一份内容", [.. Samples.Docx(), .. new byte[40]] },
        { "方案.docx", "不止一份内容", Prefixed(Samples.Docx(), moved: true) },
        { "方案.docx", "已损坏", Prefixed(Samples.Docx(), moved: false) },
        { "方案.docx", "不止一份内容", Renamed(Samples.Docx()) },
        { "图.png", "已损坏", Samples.Png()[..^6] },
        { "图.jpg", "已损坏", Samples.Jpeg()[..^2] },
        { "方案.docx", "解压后过大", Nested(5) },
        { "方案.docx", "解压后过大", Samples.Shared() },
        { "方案.pdf", "内容是文字文档(docx)", Samples.Docx() },
        { "方案.docx", "内容是 PDF 文件", Samples.Pdf() },
        { "方案.xlsx", "内容是文字文档(docx)", Samples.Docx() },
        { "方案.docx", "内容是旧格式的文字文档(doc、wps)", Samples.Doc() },
        { "表.xls", "内容是纯文本", "<html><table></table></html>"u8.ToArray() },
        { "方案.doc", "内容是纯文本", "{\\rtf1 x}"u8.ToArray() },
        { "图.jpg", "内容是 PNG 图片", Samples.Png() },
        { "图.txt", "内容是 JPEG 图片", Samples.Jpeg() },
        { "表.doc", "内容是旧格式的电子表格(xls、et)", Samples.Xls() },
        { "表.doc", "内容是旧格式的演示文稿(ppt)", Samples.Ppt() },
        { "表.ofd", "内容是演示文稿(pptx)", Samples.Pptx() },
        { "表.doc", "内容是电子表格(xlsx)", Samples.Xlsx() },
        { "表.doc", "内容是 OFD 版式文件", Samples.Ofd() },
        { "压缩.zip", "不是可以接收的文件类型", Samples.Zip(("a.txt", [65])) },
        { "压缩.docx", "不是可以接收的文件类型", Samples.Zip(("a.txt", [65])) },
        { "压缩.rar", "不是可以接收的文件类型", [.. "Rar!"u8, 0x1A, 7, 0, 1, 2, 3] },
        { "邮件.msg", "不是可以接收的文件类型", Samples.Ole(("__properties_version1.0", [1])) },
        { "没有扩展名", "不是可以接收的文件类型", "好"u8.ToArray() },
        { "方案.html", "不是可以接收的文件类型", "<p>好</p>"u8.ToArray() },
        { "说明.txt", "不是可以接收的文件类型", [65, 0, 66] },
        { "说明.txt", "不是 UTF-8 或 GB18030", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("好")).ToArray() },
        { "说明.txt", "不是 UTF-8 或 GB18030", [0xE5, 0xA5, 0xBD, 0xFF, 0xFF, 0x41] },
    };

    [Theory, MemberData(nameof(Allowed), DisableDiscoveryEnumeration = true)]
    public void Is_taken_in(string name, string contentType, byte[] bytes)
    {
        var accepted = Assert.IsType<FileVerdict.Accepted>(FileCheck.Look(new MemoryStream(bytes), name, Stop));
        Assert.Equal((name, contentType), (accepted.Name, accepted.ContentType));
    }

    [Theory, MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void Is_refused_by_name_and_says_what_to_do(string name, string why, byte[] bytes)
    {
        var refused = Assert.IsType<FileVerdict.Refused>(FileCheck.Look(new MemoryStream(bytes), name, Stop));
        Assert.StartsWith($"文件“{FileName.Clean(name)}”", refused.Refusal.Text, StringComparison.Ordinal);
        Assert.Contains(why, refused.Refusal.Text, StringComparison.Ordinal);
        Assert.Matches("请.*。$", refused.Refusal.Text);
        Assert.Equal(RefusalKind.Invalid, refused.Refusal.Kind);
    }

    [Fact]
    public void A_small_file_that_unfolds_to_gigabytes_is_refused_within_the_budget()
    {
        using var file = Samples.Bomb(2000);
        var refused = Assert.IsType<FileVerdict.Refused>(FileCheck.Look(file, "方案.docx", Stop));
        Assert.Equal(FileRefusals.Bomb("方案.docx"), refused.Refusal);
    }

    [Fact]
    public void Looking_can_be_ended()
    {
        using var file = Samples.Bomb(100);
        Assert.ThrowsAny<OperationCanceledException>(() => FileCheck.Look(file, "方案.docx", new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData("C:\\Users\\a\\方案.pdf", "方案.pdf")]
    [InlineData("../../etc/方案.pdf", "方案.pdf")]
    [InlineData("方\r\n案\0.pdf", "方案.pdf")]
    [InlineData("方案\u202Efdp.exe", "方案fdp.exe")]
    [InlineData("方\u200B案\uFEFF.pdf", "方案.pdf")]
    [InlineData("  方案.pdf. . ", "方案.pdf")]
    [InlineData("a<b>:\"|?*.pdf", "a_b______.pdf")]
    [InlineData("CON.pdf", "_CON.pdf")]
    [InlineData("com1.tar.pdf", "_com1.tar.pdf")]
    [InlineData("", "未命名")]
    [InlineData("/", "未命名")]
    [InlineData(".pdf", "未命名.pdf")]
    [InlineData("🙂.pdf", "🙂.pdf")]
    public void A_name_is_cleaned(string name, string clean) => Assert.Equal(clean, FileName.Clean(name));

    [Fact]
    public void A_long_name_is_cut_before_its_extension()
    {
        var clean = FileName.Clean(new string('长', 300) + ".pdf");
        Assert.True(Encoding.UTF8.GetByteCount(clean) <= 250);
        Assert.EndsWith("长.pdf", clean, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Allowed), DisableDiscoveryEnumeration = true)]
    public void No_byte_changed_or_cut_off_makes_the_check_fail(string name, string contentType, byte[] bytes)
    {
        Assert.NotEmpty(contentType);
        var random = new Random(7);
        for (var n = 0; n < 200; n++)
        {
            var changed = bytes[..random.Next(1, bytes.Length + 1)];
            for (var k = random.Next(4); k > 0; k--) changed[random.Next(changed.Length)] = (byte)random.Next(256);
            Assert.NotNull(FileCheck.Look(new MemoryStream(changed), name, Stop));
        }
    }

    private static byte[] Gb18030(string text) => CodePagesEncodingProvider.Instance.GetEncoding(54936)!.GetBytes(text);

    /// <summary>Changes what the entry of this name holds, not what is said of it.</summary>
    private static byte[] Flip(byte[] zip, string name)
    {
        var at = zip.AsSpan().IndexOf(Encoding.ASCII.GetBytes(name)) + name.Length;
        zip[at + 1] ^= 0x40;
        return zip;
    }

    /// <summary>Another zip before the document's own: places in the list count from where that begins.</summary>
    private static byte[] Prefixed(byte[] zip, bool moved)
    {
        var before = Samples.Zip(("a.txt", [65]));
        void Move(int at) => BitConverter.TryWriteBytes(zip.AsSpan(at), BitConverter.ToInt32(zip, at) + before.Length);
        var end = zip.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        for (var at = BitConverter.ToInt32(zip, end + 16); moved && at < end; at += 46 + BitConverter.ToInt16(zip, at + 28) + BitConverter.ToInt16(zip, at + 30)) Move(at + 42);
        if (moved) Move(end + 16);
        return [.. before, .. zip];
    }

    /// <summary>Where it lies the first entry bears another name than in the list.</summary>
    private static byte[] Renamed(byte[] zip)
    {
        zip[30] ^= 1;
        return zip;
    }

    private static byte[] Nested(int depth) => depth == 0 ? Samples.Docx() : Samples.Docx(("word/a.docx", Nested(depth - 1)));
}
