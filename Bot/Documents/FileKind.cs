namespace DisclosureBot.Documents;

/// <summary>What a file's bytes say it is.</summary>
internal enum Content
{
    Pdf, WordBinary, ExcelBinary, PowerPointBinary, Word, Excel, PowerPoint, Ofd, Png, Jpeg, Text,
}

/// <summary>The kinds of file that are taken in: an extension, the content it must have, and the content type it is given out with.</summary>
internal sealed record FileKind(string Extension, Content Content, string ContentType)
{
    private static readonly FileKind[] Kinds =
    [
        new(".pdf", Content.Pdf, "application/pdf"),
        new(".doc", Content.WordBinary, "application/msword"),
        new(".docx", Content.Word, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        new(".wps", Content.WordBinary, "application/wps-office.wps"),
        new(".ofd", Content.Ofd, "application/ofd"),
        new(".xls", Content.ExcelBinary, "application/vnd.ms-excel"),
        new(".xlsx", Content.Excel, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        new(".et", Content.ExcelBinary, "application/wps-office.et"),
        new(".ppt", Content.PowerPointBinary, "application/vnd.ms-powerpoint"),
        new(".pptx", Content.PowerPoint, "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        new(".png", Content.Png, "image/png"),
        new(".jpg", Content.Jpeg, "image/jpeg"),
        new(".jpeg", Content.Jpeg, "image/jpeg"),
        new(".txt", Content.Text, "text/plain"),
        new(".csv", Content.Text, "text/csv"),
    ];

    public static string AllExtensions { get; } = string.Join('、', Kinds.Select(kind => kind.Extension[1..]));

    public static FileKind? Named(string extension) => Array.Find(Kinds, kind => kind.Extension == extension);

    /// <summary>For a sentence: 内容是….</summary>
    public static string Say(Content content) => content switch
    {
        Content.Pdf => " PDF 文件",
        Content.WordBinary => "旧格式的文字文档(doc、wps)",
        Content.ExcelBinary => "旧格式的电子表格(xls、et)",
        Content.PowerPointBinary => "旧格式的演示文稿(ppt)",
        Content.Word => "文字文档(docx)",
        Content.Excel => "电子表格(xlsx)",
        Content.PowerPoint => "演示文稿(pptx)",
        Content.Ofd => " OFD 版式文件",
        Content.Png => " PNG 图片",
        Content.Jpeg => " JPEG 图片",
        Content.Text => "纯文本",
        _ => throw new ArgumentOutOfRangeException(nameof(content)),
    };
}
