using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DisclosureBot.Journal;

namespace DisclosureBot.Calendar;

/// <summary>The import of a holiday table as the workflow sees it.</summary>
public sealed class CalendarCase(CalendarRules rules) : CaseKind<CalendarImport, CalendarEvent>
{
    public const string Kind = "calendar";

    /// <summary>Due at once when an import takes effect: all open deadlines are to be counted again.</summary>
    public const string Recount = "recount";

    public override string Name => Kind;

    public override JsonTypeInfo<CalendarImport> StateJson => CalendarJson.Readable.CalendarImport;

    public override JsonTypeInfo<CalendarEvent> EventJson => CalendarJson.Readable.CalendarEvent;

    public override CalendarImport Evolve(CalendarImport? state, CalendarEvent fact) => CalendarImport.Evolve(state, fact);

    public override NewEvent Row(CalendarEvent fact) => new(fact.GetType().Name, JsonSerializer.Serialize(fact, EventJson), fact.By.Id, fact.At);

    public override string? OnceKey(CalendarEvent first) => (first as CalendarEvent.Proposed)?.Key;

    public override Listing List(CalendarImport state) => new(
        state.Number, state.Table.Source.Title, state.Proposer.Id, state.SectionId, rules.Status(state), state.Phase == ImportPhase.Proposed,
        string.Join(' ', state.Number, "节假日", state.Table.Year, state.Table.Source.Title, state.Proposer.Name));

    public override Reaction React(CalendarImport? before, IReadOnlyList<CalendarEvent> facts, CalendarImport after)
    {
        var last = facts[^1];
        string[] told = last switch
        {
            CalendarEvent.Proposed => [.. after.Confirmers],
            CalendarEvent.Confirmed or CalendarEvent.Rejected => [after.Proposer.Id],
            CalendarEvent.Recounted => [],
            _ => throw new InvalidOperationException($"Unknown event {last.GetType().Name}."),
        };
        var slots = after.Confirmers.Append(after.Proposer.Id)
            .Select(person => new SlotWrite(person, told.Contains(person), after.Phase == ImportPhase.Proposed && after.Confirmers.Contains(person)));
        IReadOnlyList<TimerWrite> timers = last switch
        {
            CalendarEvent.Confirmed => [new TimerWrite(Recount, last.At)],
            CalendarEvent.Recounted => [new TimerWrite(Recount, null)],
            _ => [],
        };
        return new Reaction([.. slots], timers);
    }
}
