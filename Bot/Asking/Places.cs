using DisclosureBot.Slips;
using DisclosureBot.Slips.Publishing;

namespace DisclosureBot.Asking;

/// <summary>The places of a slip in the order of its way, as questions group them. Pure.</summary>
internal static class Places
{
    private static readonly string[] Review = [.. Enum.GetValues<Stage>().Select(SlipPlace.Of)];

    private static readonly string[] After = [.. Enum.GetValues<OpenStep>().Select(SlipPlace.Of), SlipPlace.Archiving, SlipPlace.Archived];

    private static readonly string[] Way = [SlipPlace.WithDrafter, .. Review, .. After];

    private static readonly string Publish = SlipPlace.Of(OpenStep.Publish);

    private static readonly string Leader = SlipPlace.Of(Stage.Leader);

    public static IReadOnlyList<string> Of(string place, StepAsk ask) => place == SlipPlace.Declined ? [place] : ask switch
    {
        StepAsk.Awaiting when place == Vocabulary.Review => Review,
        StepAsk.Awaiting when place == SlipPlace.Archived => [SlipPlace.Archiving],
        StepAsk.Awaiting => [place],
        StepAsk.NotYet or StepAsk.Whether => Missing(place),
        StepAsk.Taken when place == SlipPlace.Archived => [place],
        StepAsk.Taken => Beyond(place),
        _ => throw new ArgumentOutOfRangeException(nameof(ask), ask, null),
    };

    /// <summary>Whether a slip that lies there has passed the step; null where it never will.</summary>
    public static bool? HasPassed(string step, string place) =>
        place == SlipPlace.Declined ? null
        : step == SlipPlace.Archived ? place == step
        : Array.IndexOf(Way, place) > Array.IndexOf(Way, step == Vocabulary.Review ? Leader : step);

    /// <summary>What is published, handed over or explained at all; empty where every document is meant.</summary>
    public static IReadOnlyList<string> AttributesOf(string place) =>
        place == Publish || place == SlipPlace.Of(OpenStep.ReleaseInterpretation) ? Words(DisclosureAttribute.Public, DisclosureAttribute.Redacted)
        : place == SlipPlace.Of(OpenStep.HandOver) || place == SlipPlace.Of(OpenStep.Receive) ? Words(DisclosureAttribute.Public, DisclosureAttribute.Redacted, DisclosureAttribute.OnRequest)
        : place == SlipPlace.Of(OpenStep.Catalogue) ? Words(DisclosureAttribute.OnRequest)
        : [];

    /// <summary>What happened when the step was taken, as far as its day is kept.</summary>
    public static Happening? HappeningOf(string step) =>
        step == Vocabulary.Review || step == Leader ? Happening.Signed
        : step == SlipPlace.Of(OpenStep.Issue) ? Happening.Issued
        : step == SlipPlace.Of(OpenStep.HandOver) ? Happening.HandedOver
        : step == Publish ? Happening.Published
        : step == SlipPlace.Archived ? Happening.Archived
        : null;

    private static string[] Missing(string place) =>
        place == Vocabulary.Review || place == Leader ? Review
        : Review.Contains(place, StringComparer.Ordinal) || place == SlipPlace.Of(OpenStep.ReleaseInterpretation) || place == SlipPlace.Of(OpenStep.TakeDown) || place == SlipPlace.Of(OpenStep.PublishFeedback) ? [place]
        : place == SlipPlace.Archived ? After[..^1]
        : After[..(Array.IndexOf(After, place) + 1)];

    private static string[] Beyond(string place) => Way[(Array.IndexOf(Way, place == Vocabulary.Review ? Leader : place) + 1)..];

    private static IReadOnlyList<string> Words(params IEnumerable<DisclosureAttribute> values) => [.. values.Select(SlipPayload.Of)];
}
