using DisclosureBot.Bureau;
using DisclosureBot.Chat;
using DisclosureBot.Documents;
using DisclosureBot.Paper;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Files;

namespace DisclosureBot.Desk;

/// <summary>Where a link to a file leads: the person it was made for gets the file, and everybody else a sentence. The rules are asked anew, and the opening is noted.</summary>
internal sealed class FilePage(Filing filing, FiledFiles filed, SlipPapers papers, FileLinks links, Roster roster, DeskMode mode, ILogger<FilePage> log)
{
    /// <summary>The slip itself as a PDF, for whoever sits here: a page of the desk and no file of its own, so that it needs no short-lived link.</summary>
    public async Task<IResult> Print(HttpContext context, string slipId) =>
        await filing.Find(slipId, Seat.Of(context), context.RequestAborted) is { } slip
            ? Results.Bytes(await papers.Print(slip, Seat.Of(context), context.RequestAborted), "application/pdf", $"文件审批处理签 {slip.Number}.pdf")
            : Answers.Page(403, "不能打开这件处理签", SlipRules.Unknown.Text, ("/", "到办件台"));

    public async Task<IResult> Open(HttpContext context, string token)
    {
        if (links.Unseal(token) is not { } link) return Answers.Page(404, "没有这个链接", "地址可能没有复制完整。请回到卡片,点“文件”重新打开。", ("/", "到办件台"));
        if (Reader(context, link) is not { } reader) return Answers.Page(403, "这个链接不是给您的", "文件的链接只能由领取它的本人打开,转发无效。如需查阅,请在自己的卡片上点“文件”打开。", ("/", "到办件台"));
        if (links.IsOver(link)) return Answers.Page(410, "链接已失效", "为防止文件外传,链接只在几分钟内有效。请回到卡片,点“文件”重新打开。", (Back(link), "打开这一件"));
        try
        {
            return await Open(context, link, reader);
        }
        catch (DocumentStoreException fault)
        {
            log.NotSent(fault.GetType().Name, fault.StackTrace);
            return Answers.Page(503, "文件暂时打不开", "文件库现在没有回应,请稍后再试;仍不成功时,请联系管理员。");
        }
    }

    private async Task<IResult> Open(HttpContext context, FileLink link, Person reader)
    {
        var (refusal, file, content) = await filed.Open(reader, link.Slip, link.File, context.RequestAborted);
        if (refusal is not null) return Answers.Page(403, "不能打开这个文件", refusal.Text, ("/", "到办件台"));
        if (file is null || content is null) return Answers.Page(404, "文件不在了", "卡片上记着这个文件,但文件库里没有找到它的内容。请联系管理员。");
        return Send(context.Response, file, content);
    }

    private static IResult Send(HttpResponse response, FiledFile file, Stream content)
    {
        // Whatever the file holds, a browser that shows it after all shall run nothing of it.
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.ContentLength = file.Size;
        return Results.Stream(content, file.ContentType, fileDownloadName: file.Name);
    }

    /// <summary>In development nobody signs in, and one sits at every desk: there the link says who reads.</summary>
    private Person? Reader(HttpContext context, FileLink link)
    {
        if (mode == DeskMode.Switcher) return roster.Find(link.Person);
        return Seat.Of(context) is var seated && string.Equals(seated.Id, link.Person, StringComparison.Ordinal) ? seated : null;
    }

    private static string Back(FileLink link) => $"/?slip={Uri.EscapeDataString(link.Slip)}";
}
