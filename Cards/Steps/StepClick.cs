using System.Text.Json;

namespace DisclosureBot.Cards.Steps;

/// <summary>A step as clicked: which, on what, and what was typed. Nothing in it is trusted.</summary>
/// <param name="Case">The case id.</param>
/// <param name="Typed">By the field's id; blank and missing inputs are not in it.</param>
public sealed record StepClick(string Verb, string Case, long Round, string? About, IReadOnlyDictionary<string, string> Typed)
{
    public string? this[string field] => Typed.GetValueOrDefault(field);

    public bool Ticked(string field) => bool.TryParse(this[field], out var on) && on;

    /// <summary>Null where the verb is none of <paramref name="verbs"/> or the payload is malformed; never throws, whatever the JSON.</summary>
    public static StepClick? Read(string verb, JsonElement data, IReadOnlyList<string> verbs) =>
        verbs.Contains(verb, StringComparer.Ordinal) ? Payload.Read(data, payload => Read(verb, payload)) : null;

    private static StepClick Read(string verb, Payload data)
    {
        var (caseId, round, about) = (data.Required("slip"), data.Number("turn"), data.Text("about"));
        return new(verb, caseId, round, about, data.Under(verb + ".", StepButtons.Scope(caseId, round, about)));
    }
}
