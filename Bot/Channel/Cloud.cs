namespace DisclosureBot.Channel;

/// <summary>Who signs inbound tokens, who sells outbound ones, and where replies may go: one row per Microsoft cloud.</summary>
/// <param name="Issuer">The <c>iss</c> of inbound tokens.</param>
/// <param name="Metadata">Leads to the published signing keys.</param>
/// <param name="Scope">What outbound tokens are asked for.</param>
/// <param name="Login">The authority host that issues outbound tokens; the tenant is appended.</param>
/// <param name="ServiceHosts">Hosts that may be sent our token; a leading dot (or *.) means every host below.</param>
public sealed record Cloud(string Issuer, string Metadata, string Scope, string Login, IReadOnlyList<string> ServiceHosts)
{
    public static readonly Cloud Public = new(
        "https://api.botframework.com",
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        "https://api.botframework.com/.default",
        "https://login.microsoftonline.com",
        ["smba.trafficmanager.net", ".botframework.com", ".teams.microsoft.com"]);

    public static readonly Cloud UsGovernment = new(
        "https://api.botframework.us",
        "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        "https://api.botframework.us/.default",
        "https://login.microsoftonline.us",
        [".botframework.us", ".botframework.azure.us", ".teams.microsoft.us"]);

    public static readonly Cloud China = new(
        "https://api.botframework.azure.cn",
        "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
        "https://api.botframework.azure.cn/.default",
        "https://login.partner.microsoftonline.cn",
        ["smba.trafficmanager.cn", ".botframework.azure.cn", ".teams.microsoftonline.cn"]);

    /// <param name="channelService">The value of <c>ChannelService</c>, as in every Bot Framework bot.</param>
    public static Cloud Named(string? channelService) => channelService?.Trim().TrimEnd('/') switch
    {
        null or "" or "https://api.botframework.com" => Public,
        "https://botframework.azure.us" => UsGovernment,
        "https://botframework.azure.cn" => China,
        _ => throw new InvalidOperationException(
            "ChannelService names no known cloud: leave it empty (public), or write https://botframework.azure.us or https://botframework.azure.cn."),
    };
}
