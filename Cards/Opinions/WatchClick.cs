using System.Text.Json;

namespace DisclosureBot.Cards.Opinions;

/// <summary>The verbs of the watch cards' buttons, as they travel.</summary>
public static class WatchVerbs
{
    public const string Show = "watch.show";
    public const string HandOver = "watch.handOver";
    public const string Receive = "watch.receive";
    public const string TakeBack = "watch.takeBack";
    public const string Roster = "watch.roster";
    public const string Enter = "watch.enter";
}

/// <summary>What a click on a watch card asks for, as read from its payload. Nothing in it is trusted.</summary>
public abstract record WatchClick
{
    private WatchClick() { }

    /// <summary>Open or refresh 值班.</summary>
    public sealed record Show : WatchClick;

    /// <summary>交班.</summary>
    public sealed record HandOver(long Round, HandOverInput Input) : WatchClick;

    /// <summary>接班.</summary>
    public sealed record Receive(long Round) : WatchClick;

    /// <summary>收回交班.</summary>
    public sealed record TakeBack(long Round) : WatchClick;

    /// <summary>Open 值班表.</summary>
    public sealed record Roster : WatchClick;

    /// <summary>录入值班表.</summary>
    public sealed record Enter(string? Text) : WatchClick;

    /// <summary>Null where the verb is not the watch's or the payload is malformed; never throws, whatever the JSON.</summary>
    public static WatchClick? Read(string verb, JsonElement data) => Payload.Read(data, payload => Read(verb, payload));

    private static WatchClick? Read(string verb, Payload data) => verb switch
    {
        WatchVerbs.Show => new Show(),
        WatchVerbs.HandOver => new HandOver(Offered(data), new(data.Text("receiver"), data.Text("watchNote", Payload.Typed))),
        WatchVerbs.Receive => new Receive(Offered(data)),
        WatchVerbs.TakeBack => new TakeBack(Offered(data)),
        WatchVerbs.Roster => new Roster(),
        WatchVerbs.Enter => new Enter(data.Text("dutyRoster", Payload.Typed)),
        _ => null,
    };

    private static long Offered(Payload data)
    {
        data.Required("slip");
        return data.Number("turn");
    }
}
