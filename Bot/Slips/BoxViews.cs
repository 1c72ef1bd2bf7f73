using System.Globalization;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Clock;
using DisclosureBot.Slips.PaperSigning;

namespace DisclosureBot.Slips;

/// <summary>Words what was written on a slip: its four boxes, its trail, and a pen-signed opinion on its way into a box. Pure.</summary>
/// <param name="year">The present year, bureau time; other years are spelled out.</param>
public sealed class BoxViews(int year)
{
    /// <summary>The four boxes of the paper, in its order.</summary>
    public IReadOnlyList<BoxView> Boxes(Slip slip) =>
    [
        new("密级", AttributeStatement.Plain(slip.Content.Attribute), slip.Drafter.Name, Show(slip.SubmittedAt)),
        .. Enum.GetValues<Stage>().Select(stage => slip.SignedAt(stage) is { } signed
            ? new BoxView(Desks.Box(stage), signed.Text, signed.By.Name, signed.Paper is { } paper ? Day(paper.SignedOn) : Show(signed.At), Why(signed.Reason, signed.Ground), Mark(signed.Paper))
            : new BoxView(Desks.Box(stage), null, null, null)),
    ];

    public TrailLine Line(TrailEntry entry) => new(Show(entry.At), entry.By.Name, Named(entry), Why(entry.Why, entry.Signature?.Ground), entry.Void);

    public ChangeLine Line(Changes.AttributeChanged change) => new(
        Show(change.At), change.By.Name, $"公开属性由“{AttributeStatement.Plain(change.From)}”变更为“{AttributeStatement.Plain(change.To)}”", Why(change.Reason, change.Ground)!);

    /// <summary>Null where nothing waits to be compared.</summary>
    public string? Pending(PaperEntry? entry) => entry is null ? null :
        $"{entry.By.Name}已录入{entry.For.Name}的纸质签署({Day(entry.SignedOn)}):“{entry.Opinion}{entry.Statement}”{(Why(entry.Reason, entry.Ground) is { } why ? $"(理由:{why})" : "")}。待另一人对照原件核对后生效。";

    private static string? Mark(PaperMark? paper) =>
        paper is null ? null : $"纸质,由{paper.EnteredBy.Name}录入、{paper.ConfirmedBy.Name}核对";

    private static string? Why(string? reason, string? ground) =>
        string.Join(';', new[] { reason, StatutoryGround.Cite(ground) }.Where(part => part is not null)) is { Length: > 0 } why ? why : null;

    private static string Named(TrailEntry entry) => entry switch
    {
        { Act: SlipAct.Draft } => $"拟稿,密级:{entry.What}",
        { Signature: { } signature } => $"{Desks.Review(signature.Stage)}{(signature.Paper is null ? "" : "(纸质)")}:{entry.What}",
        _ => entry.What,
    };

    private string Day(DateOnly day) => day.Year == year
        ? string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日")
        : string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    private string Show(DateTimeOffset at) => BureauTime.Show(at, year);
}
