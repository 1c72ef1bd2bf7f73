using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DisclosureBot.Bureau;
using DisclosureBot.Journal;
using DisclosureBot.Opinions.Intake;

namespace DisclosureBot.Opinions;

/// <summary>A public opinion item as the workflow sees it.</summary>
public sealed class OpinionCase(Roster roster) : CaseKind<OpinionItem, OpinionEvent>
{
    public const string Kind = "opinion";

    /// <summary>Ids of drills begin so: they take no number of the real register.</summary>
    public const string DrillIds = "opinion-drill";

    public override string Name => Kind;

    public override JsonTypeInfo<OpinionItem> StateJson => OpinionJson.Readable.OpinionItem;

    public override JsonTypeInfo<OpinionEvent> EventJson => OpinionJson.Readable.OpinionEvent;

    /// <summary>舆2026-0001, or 演2026-0001 for a drill.</summary>
    public static string Number(int year, int sequence, bool drill) => string.Create(CultureInfo.InvariantCulture, $"{(drill ? '演' : '舆')}{year}-{sequence:D4}");

    /// <summary>The id behind a number as people write it; null where it is no number of an item.</summary>
    public static string? IdOf(string number) =>
        number.Trim() is [var kind and ('舆' or '演'), .. var rest] && rest.Split('-') is [{ Length: 4 } year, { Length: >= 4 } sequence]
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var ofYear) && int.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? string.Create(CultureInfo.InvariantCulture, $"{(kind == '演' ? DrillIds : Kind)}-{ofYear}-{place:D7}")
            : null;

    /// <summary>Whether the id may be an item's; there need be none.</summary>
    public static bool IsOne(string caseId) => caseId.StartsWith(Kind + "-", StringComparison.Ordinal);

    public override OpinionItem Evolve(OpinionItem? state, OpinionEvent fact) => OpinionItem.Evolve(state, fact);

    public override NewEvent Row(OpinionEvent fact) => new(fact.GetType().Name, JsonSerializer.Serialize(fact, EventJson), fact.By.Id, fact.At);

    /// <summary>A form or a sighting is taken in once in the whole bureau.</summary>
    public override string? OnceKey(OpinionEvent fact) => fact switch
    {
        IntakeEvent.Reported e => e.Key,
        IntakeEvent.SourceAdded e => e.Source.Key,
        _ => null,
    };

    public override Listing List(OpinionItem state) => new(
        state.Number, (state.IsDrill ? "【演练】" : "") + state.Story.Headline, state.Reporter.Id, state.SectionId, OpinionStatus.Of(state), state.IsOpen,
        string.Join(' ', ["舆情", state.Number, state.Story.Headline, state.Story.Place, state.Section, OpinionNames.Of(state.Gravity), state.IsDrill ? "演练" : "", .. state.Sources.Select(source => source.Name).Distinct(StringComparer.Ordinal)]));

    public override Reaction React(OpinionItem? before, IReadOnlyList<OpinionEvent> facts, OpinionItem after) => OpinionReactions.Of(before, facts, after, roster);
}
