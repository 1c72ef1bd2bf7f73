using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Report;

namespace DisclosureBot.Desk;

/// <summary>Hands out the 专报 of an item as a PDF to whoever sits here and may see it.</summary>
internal sealed class ReportPage(OpinionReports reports)
{
    public async Task<IResult> Print(HttpContext context, string item) =>
        await reports.Find(item, Seat.Of(context), context.RequestAborted) is { } found
            ? Results.Bytes(reports.Print(found, Seat.Of(context)), "application/pdf", OpinionReports.FileName(found))
            : Answers.Page(403, "不能打开这份专报", OpinionRules.Unknown.Text, ("/", "到办件台"));
}
