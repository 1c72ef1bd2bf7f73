using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DisclosureBot.Bureau;
using DisclosureBot.Delegations;
using DisclosureBot.Journal;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Issuing;

namespace DisclosureBot.Slips;

/// <summary>The approval slip as the workflow sees it.</summary>
public sealed class SlipCase(SlipRules rules, Roster roster, SlipClocks clocks, StandIns? standIns = null) : CaseKind<Slip, SlipEvent>
{
    public const string Kind = "slip";

    /// <summary>A word in the listing of every finished document that was not disclosed (五(二), W-06).</summary>
    public const string ReviewRegister = "不公开评审登记";

    /// <summary>A word in the listing of every document entered for disclosure on request (B-13).</summary>
    public const string Catalogue = "依申请公开目录";

    /// <summary>The case of a number as people write it, 2026-0007; null for anything else.</summary>
    public static string? IdOf(string number) =>
        number.Split('-') is [{ Length: 4 } year, { Length: >= 4 and <= 7 } sequence]
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out _) && int.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? string.Create(CultureInfo.InvariantCulture, $"{Kind}-{year}-{count:D7}")
            : null;

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
        state.Phase is SlipPhase.InReview or SlipPhase.WithDrafter or SlipPhase.Signed,
        string.Join(' ', [state.Number, state.Content.Title, state.Drafter.Name, state.Section, state.Content.Genre, .. LaterWords(state)]))
    {
        Attribute = SlipPayload.Of(state.Attribute ?? state.Asked),
        Place = SlipPlace.Of(state),
        Since = state.Since,
        Due = state.Deadlines.Where(clock => clock.IsRunning).Select(clock => (DateOnly?)clock.Deadline.Due).Min(),
    };

    /// <summary>What becomes known of a slip on its way, and the ledgers it has entered: all of it can be asked for with 查.</summary>
    private static IEnumerable<string> LaterWords(Slip state)
    {
        if (state.Issue.Number is { } number)
        {
            yield return number.ToString();
            // As people type it who do not find the brackets.
            yield return string.Create(CultureInfo.InvariantCulture, $"{number.Code}{number.Year}{number.Sequence}号");
            yield return string.Create(CultureInfo.InvariantCulture, $"{number.Code} {number.Year} {number.Sequence}");
        }

        if (state is { Phase: SlipPhase.Archived, Attribute: DisclosureAttribute.NotDisclosed }) yield return "不公开评审登记";
        if (state is { Publication.Catalogued: not null, Attribute: DisclosureAttribute.OnRequest }) yield return "依申请公开目录";
    }

    public override Reaction React(Slip? before, IReadOnlyList<SlipEvent> facts, Slip after) => SlipReactions.Of(before, facts, after, roster, clocks, standIns);
}
