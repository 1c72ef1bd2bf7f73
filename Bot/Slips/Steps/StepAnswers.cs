using DisclosureBot.Bureau;
using DisclosureBot.Clock;

namespace DisclosureBot.Slips.Steps;

/// <summary>The answers that all steps have in common.</summary>
internal static class StepAnswers
{
    /// <summary>Already so: a repeated click.</summary>
    public static Decision<SlipEvent> Nothing => Accept();

    public static Decision<SlipEvent> Accept(params SlipEvent[] facts) => new Decision<SlipEvent>.Accepted(facts);

    public static Refusal Invalid(string text) => new(RefusalKind.Invalid, text);

    public static Refusal Forbidden(string text) => new(RefusalKind.Forbidden, text);

    /// <summary>Too late; where the slip stands now is added by <see cref="SlipRules"/>.</summary>
    public static Refusal Stale(string text) => new(RefusalKind.Stale, text);

    /// <summary>Somebody did this before.</summary>
    public static Refusal DoneBy(Who by, DateTimeOffset at, string what) => Stale($"{by.Name}已于{BureauTime.Show(at)}{what},不必重复办理。");

    /// <summary>The card was offered for another desk or another attribute than there is now.</summary>
    public static Refusal? Overtaken(Slip slip, SlipCommand command) =>
        command.Round is { } round && round != slip.Round ? Stale("这张卡片已经过时,您的操作没有生效。") : null;

    /// <summary>A step that follows the last signature; null when that is there and the slip still open.</summary>
    public static Refusal? NotSigned(Slip slip, string what) => slip.Phase switch
    {
        SlipPhase.InReview or SlipPhase.WithDrafter => Invalid($"本件尚未签发,签发后才能{what}。"),
        SlipPhase.Declined => Invalid($"本件不予签发,已办结,不能{what}。"),
        SlipPhase.Archived => Invalid($"本件已归档,不能再{what};公开属性需要变更的,请由局领导办理变更。"),
        SlipPhase.Signed => null,
        _ => throw new InvalidOperationException(slip.Phase.ToString()),
    };
}
