using System.Text.Json;

namespace DisclosureBot.Cards.Files;

/// <summary>What a click on a file asks for, as read from its payload. Nothing in it is trusted.</summary>
public abstract record FileClick
{
    private FileClick() { }

    /// <summary>存入. What was not chosen is null.</summary>
    public sealed record Keep(string Arrival, string? Slip, string? Role) : FileClick;

    /// <summary>不要了.</summary>
    public sealed record Drop(string Arrival) : FileClick;

    /// <summary>发到聊天.</summary>
    public sealed record Send(string Slip, string File) : FileClick;

    /// <summary>Null where the verb is not a file's or the payload is malformed; never throws, whatever the JSON.</summary>
    public static FileClick? Read(string verb, JsonElement data) => Payload.Read(data, payload => Read(verb, payload));

    private static FileClick? Read(string verb, Payload data) => verb switch
    {
        FileVerbs.Keep => new Keep(data.Required("arrival"), data.Text("slip"), data.Text("role")),
        FileVerbs.Drop => new Drop(data.Required("arrival")),
        FileVerbs.Send => new Send(data.Required("slip"), data.Required("file")),
        _ => null,
    };
}
