using DisclosureBot.Opinions.Alarm;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Emergency;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Opinions.Response;

namespace DisclosureBot.Opinions.Drills;

/// <summary>
/// Scores a drill from its facts. Pure. The clocks of the rules are the limits where there are some; the other limits
/// (研判, 定级, 保密审查, 办结评估) are the drill's own, for 三(九) says only 认真研判, 及时.
/// </summary>
public static class DrillScore
{
    private static readonly TimeSpan Assessing = TimeSpan.FromHours(2), Ranking = TimeSpan.FromHours(1), Reviewing = TimeSpan.FromHours(2), Closing = TimeSpan.FromHours(72);

    /// <summary>A line for every step that applies. Not applicable: what the item's kind and level, or the bureau's switches, do not ask for.</summary>
    /// <param name="facts">All of one drill, in order.</param>
    /// <exception cref="ArgumentException">The facts are not those of a drill.</exception>
    public static IReadOnlyList<ScoreLine> Of(IReadOnlyList<OpinionEvent> facts)
    {
        var item = facts.Aggregate(default(OpinionItem), OpinionItem.Evolve);
        if (item?.Drill is not { } drill) throw new ArgumentException("Only a drill is scored.", nameof(facts));
        var begun = facts.OfType<IntakeEvent.Reported>().Single();
        return Weighed([.. Steps(facts, item, begun).Select(one => Measured(one, drill))]);
    }

    /// <summary>Of 100.</summary>
    public static int Total(IReadOnlyList<ScoreLine> lines) => lines.Sum(line => line.Points);

    /// <param name="Limit">By the clock on the wall where it is a fact of the drill, else in hours of the rules.</param>
    private sealed record Step(DrillStep Which, DateTimeOffset From, DateTimeOffset? Done, TimeSpan Limit, bool LimitIsScaled);

    private static IEnumerable<Step> Steps(IReadOnlyList<OpinionEvent> facts, OpinionItem item, IntakeEvent.Reported begun)
    {
        var ended = item.Phase is OpinionPhase.TransferredOut or OpinionPhase.Merged;
        yield return new(DrillStep.Taking, begun.At, item.TakenAt, begun.EscalateAt - begun.At, true);
        var assessed = facts.OfType<HandlingEvent.Assessed>().FirstOrDefault();
        if (assessed is not null || !ended) yield return new(DrillStep.Assessment, begun.At, assessed?.At, Assessing, false);
        var emergency = facts.OfType<HandlingEvent.Assessed>().FirstOrDefault(fact => fact.Kind == OpinionKind.Emergency);
        var ranked = facts.OfType<EmergencyEvent.LevelSet>().FirstOrDefault();
        if (emergency is not null) yield return new(DrillStep.Ranking, emergency.At, ranked?.At, Ranking, false);
        if (item.Clock(OpinionClockKind.FirstRelease) is { } first) yield return Clocked(DrillStep.FirstRelease, first);
        var drafted = facts.OfType<ResponseEvent.Drafted>().FirstOrDefault();
        if (drafted is not null || !ended) yield return new(DrillStep.SecrecyReview, drafted?.At ?? begun.At, facts.OfType<ResponseEvent.Reviewed>().FirstOrDefault()?.At, Reviewing, false);
        if (item.Clock(OpinionClockKind.PressConference) is { } press) yield return Clocked(DrillStep.PressConference, press);
        if (item.Clock(OpinionClockKind.Response) is { } response && (!ended || !response.IsRunning)) yield return Clocked(DrillStep.Response, response);
        yield return new(DrillStep.Closing, begun.At, item.End?.At, Closing, false);
    }

    private static Step Clocked(DrillStep step, OpinionClock clock) => new(step, clock.Deadline.Start, clock.Met?.When, clock.Deadline.Due - clock.Deadline.Start, true);

    private static ScoreLine Measured(Step step, Drill drill)
    {
        var limit = step.LimitIsScaled ? step.Limit * drill.Speed : step.Limit;
        // What is said to have happened before the drill began took no time.
        TimeSpan? passed = step.Done is { } done ? TimeSpan.FromTicks(Math.Max(0, (done - step.From).Ticks)) : null;
        var taken = passed * drill.Speed;
        var result = taken is not { } time ? DrillResult.Missing : time <= limit ? DrillResult.InTime : time < 2 * limit ? DrillResult.Late : DrillResult.FarTooLate;
        return new(step.Which, 0, DrillSteps.Weight(step.Which), limit, taken, passed, result);
    }

    /// <summary>The weights of what applies, stretched to 100: the largest remainders take what rounding leaves.</summary>
    private static IReadOnlyList<ScoreLine> Weighed(IReadOnlyList<ScoreLine> lines)
    {
        var sum = lines.Sum(line => line.Most);
        var shares = lines.Select(line => line.Most * 100 / sum).ToArray();
        foreach (var (_, place) in lines.Select((line, place) => (Left: line.Most * 100 % sum, Place: place)).OrderByDescending(one => one.Left).ThenBy(one => one.Place).Take(100 - shares.Sum()))
            shares[place]++;
        return [.. lines.Zip(shares, (line, share) => line with { Most = share, Points = Points(line.Result, share) })];
    }

    private static int Points(DrillResult result, int most) => result switch
    {
        DrillResult.InTime => most,
        DrillResult.Late => most / 2,
        DrillResult.FarTooLate or DrillResult.Missing => 0,
        _ => throw new InvalidOperationException(result.ToString()),
    };
}
