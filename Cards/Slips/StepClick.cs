using System.Text.Json;

namespace DisclosureBot.Cards.Slips;

/// <summary>A step as clicked: which, on what, and what was typed. Nothing in it is trusted.</summary>
/// <param name="Typed">By the field's id; blank and missing inputs are not in it.</param>
public sealed record StepClick(string Verb, string Slip, long Round, string? About, IReadOnlyDictionary<string, string> Typed)
{
    public string? this[string field] => Typed.GetValueOrDefault(field);

    public bool Ticked(string field) => bool.TryParse(this[field], out var on) && on;

    /// <summary>Null where the verb is no step's or the payload is malformed; never throws, whatever the JSON.</summary>
    public static StepClick? Read(string verb, JsonElement data)
    {
        if (!StepVerbs.All.Contains(verb, StringComparer.Ordinal))
            return null;
        try
        {
            var payload = new Payload(data);
            var (slip, round, about) = (payload.Required("slip"), payload.Number("turn"), payload.Text("about"));
            var typed = payload.Under(verb + ".", SlipButtons.Scope(slip, round, about));
            return payload.IsSound ? new(verb, slip, round, about, typed) : null;
        }
        catch (InvalidOperationException)
        {
            return null; // an escaped half of a surrogate pair: valid JSON, but no text
        }
    }
}
