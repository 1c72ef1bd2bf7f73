namespace DisclosureBot.Opinions.Drills;

/// <summary>What a drill is scored by, in the order of the work (收集→研判→处置→回应→评估, 三(九)).</summary>
public enum DrillStep { Taking, Assessment, Ranking, FirstRelease, SecrecyReview, PressConference, Response, Closing }

/// <summary>How a step came out.</summary>
public enum DrillResult { InTime, Late, FarTooLate, Missing }

/// <summary>One step of one drill.</summary>
/// <param name="Most">What the step can bring; over all lines 100.</param>
/// <param name="Limit">In hours of the rules, as if it were real.</param>
/// <param name="Taken">In hours of the rules; null where it was not reached.</param>
/// <param name="Passed">The same by the clock on the wall.</param>
public sealed record ScoreLine(DrillStep Step, int Points, int Most, TimeSpan Limit, TimeSpan? Taken, TimeSpan? Passed, DrillResult Result);

/// <summary>The steps as people read them, and what they weigh.</summary>
public static class DrillSteps
{
    public static string Name(DrillStep step) => step switch
    {
        DrillStep.Taking => "接手",
        DrillStep.Assessment => "研判",
        DrillStep.Ranking => "定级",
        DrillStep.FirstRelease => "首次权威信息",
        DrillStep.SecrecyReview => "保密审查",
        DrillStep.PressConference => "新闻发布会",
        DrillStep.Response => "回应(澄清)",
        DrillStep.Closing => "办结评估",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    /// <summary>Of 100 where every step applies; what the rules put a number of hours on weighs most.</summary>
    public static int Weight(DrillStep step) => step switch
    {
        DrillStep.Taking => 15,
        DrillStep.Assessment => 10,
        DrillStep.Ranking => 10,
        DrillStep.FirstRelease => 20,
        DrillStep.SecrecyReview => 10,
        DrillStep.PressConference => 15,
        DrillStep.Response => 15,
        DrillStep.Closing => 5,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };
}
