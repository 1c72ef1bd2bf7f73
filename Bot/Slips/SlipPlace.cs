using System.Text.Json;
using DisclosureBot.Slips.Publishing;

namespace DisclosureBot.Slips;

/// <summary>Where a slip lies, in a word that lists and questions tell places by: a desk of the review, the first step missing after it, or its end.</summary>
public static class SlipPlace
{
    public const string WithDrafter = "drafter";
    public const string Declined = "declined";

    /// <summary>Nothing is missing; it is about to be sealed.</summary>
    public const string Archiving = "archiving";
    public const string Archived = "archived";

    public static string Of(Slip slip) => slip.Phase switch
    {
        SlipPhase.InReview => Of(slip.Stage),
        SlipPhase.WithDrafter => WithDrafter,
        SlipPhase.Signed => Completion.Of(slip) is [var first, ..] ? Of(first) : Archiving,
        SlipPhase.Declined => Declined,
        SlipPhase.Archived => Archived,
        _ => throw new InvalidOperationException(slip.Phase.ToString()),
    };

    public static string Of(Stage stage) => JsonNamingPolicy.CamelCase.ConvertName(stage.ToString());

    public static string Of(OpenStep step) => JsonNamingPolicy.CamelCase.ConvertName(step.ToString());
}
