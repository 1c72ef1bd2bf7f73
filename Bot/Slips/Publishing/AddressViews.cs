using DisclosureBot.Cards.Slips;
using DisclosureBot.Clock;

namespace DisclosureBot.Slips.Publishing;

/// <summary>Words where a slip's document and its interpretation stand in public, and what was found there. Pure.</summary>
public static class AddressViews
{
    /// <param name="year">The present year, bureau time; other years are spelled out.</param>
    public static IReadOnlyList<AddressView> Of(Slip slip, int year)
    {
        var (publication, interpretation) = (slip.Publication, slip.Interpretation);
        var views = new List<AddressView>();
        if (publication.Published is { } published) views.Add(Of(publication.TakenDown is null ? "公开发布" : "公开发布(已撤下)", published, year));
        if (interpretation.Outside is { } outside) views.Add(new("代起草文件公开", outside.Url, $"{outside.On:yyyy年M月d日}", "由发文机关公开", Tone.Neutral));
        if (interpretation.Released is { } released)
        {
            views.Add(new("解读材料", released.Url, $"{released.Form},{released.Channel},{BureauTime.Show(released.When, year)}{(released.LedByHead ? ",主要负责人带头解读" : "")}",
                Words(released.Check, released.CheckNote), ToneOf(released.Check)));
        }

        if (publication.Feedback is { } feedback) views.Add(Of("意见采纳情况", feedback, year));
        return views;
    }

    private static AddressView Of(string label, Publication at, int year) => new(
        label, at.Url, string.Join(',', new[] { string.Join('、', at.Channels), BureauTime.Show(at.When, year) }.Where(part => part.Length > 0)),
        Words(at.Check, at.CheckNote), ToneOf(at.Check));

    private static string Words(AddressCheck check, string? note) => check switch
    {
        AddressCheck.Pending => "待核对",
        AddressCheck.Found => "已核对:标题、文号一致",
        AddressCheck.Missing => $"{note ?? "页面未找到标题或文号"},请核对地址",
        AddressCheck.Unreachable => "此处无法访问该地址,请人工核对",
        _ => throw new ArgumentOutOfRangeException(nameof(check), check, null),
    };

    private static Tone ToneOf(AddressCheck check) => check switch
    {
        AddressCheck.Pending => Tone.Neutral,
        AddressCheck.Found => Tone.Good,
        AddressCheck.Missing => Tone.Bad,
        AddressCheck.Unreachable => Tone.Warning,
        _ => throw new ArgumentOutOfRangeException(nameof(check), check, null),
    };
}
