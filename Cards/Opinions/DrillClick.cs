using System.Text.Json;

namespace DisclosureBot.Cards.Opinions;

/// <summary>The verbs of the drill cards' buttons, as they travel.</summary>
public static class DrillVerbs
{
    public const string Start = "drill.start";
    public const string Score = "drill.score";
}

/// <summary>What a click on a drill card asks for, as read from its payload. Nothing in it is trusted.</summary>
public abstract record DrillClick
{
    private DrillClick() { }

    /// <summary>开始演练.</summary>
    public sealed record Start(string Key, DrillInput Input) : DrillClick;

    /// <summary>演练评分.</summary>
    public sealed record Score(string Case) : DrillClick;

    /// <summary>Null where the verb is not a drill's or the payload is malformed; never throws, whatever the JSON.</summary>
    public static DrillClick? Read(string verb, JsonElement data) => Payload.Read(data, payload => Read(verb, payload));

    /// <summary>For every card of a drill.</summary>
    public static ExecuteAction ScoreButton(string title, string drill) =>
        new(title, DrillVerbs.Score, new Dictionary<string, string>(StringComparer.Ordinal) { ["drill"] = drill }) { AssociatedInputs = "none" };

    private static DrillClick? Read(string verb, Payload data) => verb switch
    {
        DrillVerbs.Start => Started(data, data.Required("form")),
        DrillVerbs.Score => new Score(data.Required("drill")),
        _ => null,
    };

    private static Start Started(Payload data, string key) => new(key, new DrillInput
    {
        Headline = data.OneLine("drillHeadline"),
        Story = data.Text("drillStory", Payload.Typed),
        Speed = data.Chosen("drillSpeed", key),
        SuspectedEmergency = data.Ticked("drillEmergency"),
    });
}
