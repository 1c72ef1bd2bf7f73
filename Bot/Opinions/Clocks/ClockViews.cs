using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Clock;

namespace DisclosureBot.Opinions.Clocks;

/// <summary>Words an item's clocks for its card as of one moment: what still runs first, the nearest due at the head.</summary>
/// <param name="now">Bureau time.</param>
internal sealed class ClockViews(OpinionItem item, DateTimeOffset now)
{
    /// <summary>The last quarter of a clock is shown as a warning: 6 of 24 hours, 75 minutes of 5 hours.</summary>
    private const int Quarters = 4;

    /// <summary>What was merged or transferred has no clock of its own any more (B-22).</summary>
    public IReadOnlyList<ClockLine> All =>
    [
        .. item.Clocks.Where(clock => !clock.IsRunning || item.Phase is OpinionPhase.Open or OpinionPhase.Closed)
            .OrderBy(clock => !clock.IsRunning).ThenBy(clock => clock.Deadline.Due).Select(Line),
    ];

    private ClockLine Line(OpinionClock clock) => new(
        ClockNames.Of(clock.Deadline.Kind), ShortSource(clock.Deadline.Source), BureauTime.Show(clock.Deadline.Due, now.Year),
        IsLeft(clock) ? "办结时未完成" : ClockText.Remaining(clock, now), Colour(clock), clock.IsRunning && item.IsOpen,
        ClockText.Receipt(clock.Deadline, item.Drill), clock.Met is { } met ? Proof(met) : null);

    private Tone Colour(OpinionClock clock) => clock switch
    {
        { IsRunning: false } => clock.WasLate ? Tone.Warning : Tone.Good,
        _ when IsLeft(clock) || now >= clock.Deadline.Due => Tone.Bad,
        _ when clock.Deadline.Due - now <= (clock.Deadline.Due - clock.Deadline.Start) / Quarters => Tone.Warning,
        _ => Tone.Waiting,
    };

    private bool IsLeft(OpinionClock clock) => clock.IsRunning && !item.IsOpen;

    private ProofLine Proof(ClockProof met) => new(
        met.FileId is { } id && item.File(id) is { } file ? $"{met.What}(材料“{file.Name}”),{met.By.Name}登记" : $"{met.What},{met.By.Name}登记", met.Url);

    /// <summary>国家规定:国办发〔2016〕80号 is 国家规定 beside the clock; the receipt has all of it.</summary>
    private static string ShortSource(string source) => source.Split(':', 2)[0];
}
