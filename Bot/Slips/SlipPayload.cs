using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Slips;

/// <summary>Between the words that travel in a card's payload and the values of the rules; unknown words become "not given".</summary>
public static class SlipPayload
{
    public static string Of(DisclosureAttribute value) => value switch
    {
        DisclosureAttribute.Public => "public",
        DisclosureAttribute.NotDisclosed => "notDisclosed",
        DisclosureAttribute.OnRequest => "onRequest",
        DisclosureAttribute.Redacted => "redacted",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
    };

    public static string Of(Stage stage) => stage switch
    {
        Stage.SectionHead => "sectionHead",
        Stage.GeneralOffice => "generalOffice",
        Stage.Leader => "leader",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };

    public static DraftForm Form(DraftInput input) => new(
        input.Secret switch { "yes" => true, "no" => false, _ => null },
        input.Title, input.Genre, input.Normative, input.ImportantPolicy, input.Urgency, input.MainRecipients,
        Attribute(input.Attribute), input.Reason, input.Ground, input.Signer)
    {
        OnBehalf = input.OnBehalf,
        PreDecision = input.PreDecision,
    };

    public static SignForm Form(ReviewInput input) =>
        new(Attribute(input.Attribute), input.Opinion, input.Reason, input.Ground, input.Signer, input is { GenreOk: true, FormatOk: true })
        {
            ImportantPolicy = input.ImportantPolicy,
        };

    public static Stage? Resume(string? word)
    {
        foreach (var stage in Enum.GetValues<Stage>())
            if (Of(stage) == word)
                return stage;
        return null;
    }

    private static DisclosureAttribute? Attribute(string? word)
    {
        foreach (var value in AttributeStatement.InOrder)
            if (Of(value) == word)
                return value;
        return null;
    }
}
