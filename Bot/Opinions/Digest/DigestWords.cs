using System.Globalization;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Clock;
using DisclosureBot.Opinions.Clocks;

namespace DisclosureBot.Opinions.Digest;

/// <summary>Words the figures for a card. Pure.</summary>
public static class DigestWords
{
    public static string Name(DigestKind kind) => kind switch
    {
        DigestKind.Daily => "舆情日报",
        DigestKind.Weekly => "舆情周报",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <param name="day">Of a weekly digest: since the last digest.</param>
    public static DigestView View(DigestKind kind, OpinionFigures figures, OpinionFigures? day)
    {
        var year = figures.To.Year;
        return new()
        {
            Title = Name(kind),
            Period = $"{BureauTime.Show(figures.From, year)}至{BureauTime.Show(figures.To, year)}",
            Counts = Counts(figures),
            Tone = figures.Overdue > 0 ? Tone.Bad : figures.Items.Any(item => item.Gravity.IsEmergency()) ? Tone.Warning : Tone.Neutral,
            LastDay = day is null ? null : $"上次简报以来:{Moves(day)}",
            Levels = [.. figures.ByGravity.Select(one => new DigestLevel(OpinionNames.Of(one.Gravity), one.Untaken, one.InHand, one.Answered, one.Ended))],
            Times = [.. Took("接手用时", figures.FirstResponse), .. Took("回应用时", figures.FirstRelease)],
            Clocks = [.. figures.Clocks.Select(Line)],
            Items = [.. figures.Items.Select(item => Line(item, figures.To))],
            MoreItems = figures.Open - figures.Items.Count,
            IsPartial = figures.IsPartial,
        };
    }

    private static string Counts(OpinionFigures figures) =>
        $"{Moves(figures)};未办结{figures.Open}条{(figures.Overdue > 0 ? $",逾期时限{figures.Overdue}个" : "")}";

    private static string Moves(OpinionFigures figures) =>
        $"新增{figures.New}条,办结{figures.Closed}条,转出{figures.TransferredOut}条{(figures.Merged > 0 ? $",重复并入{figures.Merged}条" : "")}";

    private static IEnumerable<string> Took(string label, Lapse? lapse) =>
        lapse is null ? [] : [$"{label}(自上报起,{lapse.Count}条):平均{ClockText.Length(lapse.Average)},中位{ClockText.Length(lapse.Median)}"];

    private static DigestClock Line(ClockFigures clock) => new(ClockNames.Of(clock.Kind), clock.InTime, clock.Late, clock.Overdue, clock.Running);

    private static DigestItem Line(OpenItem item, DateTimeOffset now) => new(
        item.Id, item.Number, item.Headline, OpinionNames.Of(item.Gravity), item.Gravity.IsEmergency(), item.Status,
        item is { Clock: { } kind, Due: { } due } ? Due(kind, due, now) : null, item.Due < now ? Tone.Bad : Tone.Neutral);

    private static string Due(OpinionClockKind kind, DateTimeOffset due, DateTimeOffset now) => due < now
        ? $"{ClockNames.Of(kind)}已逾期{ClockText.Length(now - due)}"
        : $"{ClockNames.Of(kind)}时限{BureauTime.Show(due, now.Year)}";
}
