using DisclosureBot.Bureau;
using DisclosureBot.Figures;

namespace DisclosureBot.Desk;

/// <summary>Hands out the table of a period to whoever sits here and may see it: asked anew at every opening, whoever the address came from.</summary>
internal sealed class FigurePage(FigureBook book, Roster roster)
{
    /// <summary>Stands for the whole bureau in the address.</summary>
    public const string Bureau = "-";

    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task<IResult> Print(HttpContext context, string period, string section)
    {
        var reader = Seat.Of(context);
        var only = roster.Sections.FirstOrDefault(one => one.Id == section);
        var asked = only;
        if (FigureAccess.Refuses(reader, roster, ref asked) is { } refused) return No(403, refused);
        if (Period.Of(period) is not { } counted || (only is null && section != Bureau)) return No(404, $"没有这个时段或科室。{FigureQuestion.Examples}");
        // Who may see one section only, and asks for all, gets the one.
        return Results.Bytes(await book.Print(counted, asked, reader, context.RequestAborted), Type, FigureBook.FileName(counted, asked));
    }

    private static IResult No(int status, string sentence) => Answers.Page(status, "不能打开这份统计表", sentence, ("/", "到办件台"));
}
