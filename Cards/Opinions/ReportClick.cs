using System.Text.Json;

namespace DisclosureBot.Cards.Opinions;

/// <summary>上报, as read from its payload. Nothing in it is trusted.</summary>
public sealed record ReportClick(string Key, ReportInput Input)
{
    public const string Verb = "opinion.report";

    /// <summary>Null where the verb is another or the payload is malformed; never throws, whatever the JSON.</summary>
    public static ReportClick? Read(string verb, JsonElement data) =>
        string.Equals(verb, Verb, StringComparison.Ordinal) ? Payload.Read(data, payload => Read(payload, payload.Required("form"))) : null;

    private static ReportClick Read(Payload data, string key) => new(key, new ReportInput
    {
        Secret = data.Chosen("secret", key),
        Headline = data.OneLine("headline"),
        Text = data.Text("story", Payload.Typed),
        Seen = data.Text("seen"),
        Url = data.OneLine("url"),
        Place = data.OneLine("place"),
        OccurredDay = data.Text("occurredDay"),
        OccurredTime = data.Text("occurredTime"),
        LearntDay = data.Text("learntDay"),
        LearntTime = data.Text("learntTime"),
        SuspectedEmergency = data.Ticked("suspected"),
    });
}
