namespace DisclosureBot.Channel;

/// <summary>The order in which a request is doubted: who calls, what it carries, whether the two belong together.</summary>
public sealed class Gate(ChannelOptions options, InboundToken tokens, ServiceHosts hosts)
{
    public async Task<(Activity? Activity, WireRefusal? Refusal)> Admit(HttpRequest request)
    {
        var (token, refusal) = options.AppId is null ? (null, OnlyFromHere(request)) : await tokens.Verify(request);
        if (refusal is not null)
            return (null, refusal);
        var (activity, unreadable) = await ActivityReader.Read(request);
        if (activity is null)
            return (null, unreadable);
        return (token?.Objection(activity) ?? Elsewhere(activity) ?? Stranger(activity)) is { } objection ? (null, objection) : (activity, null);
    }

    // The second line behind LoopbackOnly: keeps out tunnels, and pages that rebind a name to this machine.
    private static WireRefusal? OnlyFromHere(HttpRequest request) =>
        LoopbackOnly.IsFromHere(request.HttpContext) ? null : new(StatusCodes.Status403Forbidden, "LoopbackOnly");

    private WireRefusal? Elsewhere(Activity activity) =>
        activity.ServiceUrl is null || hosts.Trusts(activity.ServiceUrl) ? null : new(StatusCodes.Status403Forbidden, "UntrustedServiceUrl");

    private WireRefusal? Stranger(Activity activity)
    {
        if (options.AppId is null)
            return null;
        string?[] tenants = [activity.Conversation?.TenantId, activity.ChannelData?.Tenant?.Id];
        var named = tenants.OfType<string>().ToArray();
        return named.Length > 0 && named.All(tenant => tenant.Equals(options.TenantId, StringComparison.OrdinalIgnoreCase))
            ? null
            : new(StatusCodes.Status403Forbidden, "WrongTenant");
    }
}
