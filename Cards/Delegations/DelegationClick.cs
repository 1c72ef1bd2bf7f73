using System.Text.Json;

namespace DisclosureBot.Cards.Delegations;

/// <summary>The verbs of a 委托's buttons, as they travel.</summary>
public static class DelegationVerbs
{
    public const string Grant = "delegation.grant";
    public const string Revoke = "delegation.revoke";
    public const string Show = "delegation.show";
}

/// <summary>What a click on a card of 委托 asks for, as read from its payload. Nothing in it is trusted.</summary>
public abstract record DelegationClick
{
    private DelegationClick() { }

    /// <summary>提交委托.</summary>
    public sealed record Grant(string Key, DelegationInput Input) : DelegationClick;

    /// <summary>撤销委托.</summary>
    public sealed record Revoke(string Delegation, string? Reason) : DelegationClick;

    /// <summary>Open or refresh: show the 委托 as it now stands.</summary>
    public sealed record Show(string Delegation) : DelegationClick;

    /// <summary>Null where the verb is another's or the payload is malformed; never throws, whatever the JSON.</summary>
    public static DelegationClick? Read(string verb, JsonElement data) => Payload.Read(data, payload => Read(verb, payload));

    private static DelegationClick? Read(string verb, Payload data) => verb switch
    {
        DelegationVerbs.Grant => Granted(data, data.Required("form")),
        DelegationVerbs.Revoke => new Revoke(data.Required("delegation"), data.Text("revokeReason", Payload.Typed)),
        DelegationVerbs.Show => new Show(data.Required("delegation")),
        _ => null,
    };

    private static Grant Granted(Payload data, string key) => new(key, new DelegationInput
    {
        From = data.Text("from"),
        To = data.Text("to"),
        Since = data.Text("since"),
        Until = data.Text("until"),
        Scope = data.Chosen("scope", key),
        Basis = data.Text("basis", Payload.Typed),
    });
}
