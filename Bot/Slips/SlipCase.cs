using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DisclosureBot.Bureau;
using DisclosureBot.Journal;
using DisclosureBot.Slips.Issuing;

namespace DisclosureBot.Slips;

/// <summary>The approval slip as the workflow sees it.</summary>
public sealed class SlipCase(SlipRules rules, Roster roster) : CaseKind<Slip, SlipEvent>
{
    public const string Kind = "slip";

    public override string Name => Kind;

    public override JsonTypeInfo<Slip> StateJson => SlipJson.Readable.Slip;

    public override JsonTypeInfo<SlipEvent> EventJson => SlipJson.Readable.SlipEvent;

    public override Slip Evolve(Slip? state, SlipEvent fact) => Slip.Evolve(state, fact);

    public override NewEvent Row(SlipEvent fact)
    {
        var body = JsonSerializer.Serialize(fact, EventJson);
        return new NewEvent(fact.GetType().Name, body, fact.By.Id, fact.At);
    }

    public override string? OnceKey(SlipEvent fact) => fact switch
    {
        SlipEvent.Drafted drafted => drafted.Key,
        IssuingEvent.Registered registered => NumberKey(registered.Number),
        _ => null,
    };

    /// <summary>Padded, so that the greatest number of a year is the last of its keys.</summary>
    public static string NumberKey(DocumentNumber number) =>
        string.Create(CultureInfo.InvariantCulture, $"{NumberKeys(number.Code, number.Year)}{number.Sequence:D7}");

    /// <summary>How the keys of one 机关代字 in one year begin.</summary>
    public static string NumberKeys(string code, int year) => string.Create(CultureInfo.InvariantCulture, $"number:{code}:{year}:");

    public override Listing List(Slip state) => new(
        state.Number, state.Content.Title, state.Drafter.Id, state.SectionId, rules.Status(state),
        state.Phase is SlipPhase.InReview or SlipPhase.WithDrafter,
        string.Join(' ', state.Number, state.Content.Title, state.Drafter.Name, state.Section, state.Content.Genre));

    public override Reaction React(Slip? before, IReadOnlyList<SlipEvent> facts, Slip after) => SlipReactions.Of(facts, after, roster);
}
