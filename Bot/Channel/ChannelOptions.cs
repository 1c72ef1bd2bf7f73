using System.Globalization;

namespace DisclosureBot.Channel;

/// <summary>How this bot is registered: the usual Bot Framework keys, read once at the start and refused with a sentence when they make no sense.</summary>
public sealed record ChannelOptions
{
    /// <summary>The only tenant whose activities are let in.</summary>
    public required string TenantId { get; init; }

    /// <summary>Null: no authentication either way; Development on loopback only.</summary>
    public string? AppId { get; init; }

    public string? AppTenantId { get; init; }
    public string? Password { get; init; }

    /// <summary>A .pfx or .pem with its private key, instead of a password (<c>Channel:CertificatePath</c>).</summary>
    public string? CertificatePath { get; init; }

    public bool ManagedIdentity { get; init; }
    public required Cloud Cloud { get; init; }

    /// <summary>The login host is not one of Microsoft's, so Microsoft cannot vouch for it.</summary>
    public bool PrivateLogin { get; init; }

    /// <summary>For one request to the Connector and its answer, real time (<c>Channel:Patience</c>, as hh:mm:ss).</summary>
    public TimeSpan Patience { get; init; }

    /// <summary>Development: plain http to loopback services is allowed.</summary>
    public bool LoopbackAllowed { get; init; }

    public static ChannelOptions Read(IConfiguration configuration, IHostEnvironment environment, string tenantId)
    {
        var options = new ChannelOptions
        {
            TenantId = tenantId,
            AppId = Text(configuration, "MicrosoftAppId"),
            AppTenantId = Text(configuration, "MicrosoftAppTenantId"),
            Password = Text(configuration, "MicrosoftAppPassword"),
            CertificatePath = Text(configuration, "Channel:CertificatePath"),
            ManagedIdentity = Text(configuration, "MicrosoftAppType") is "UserAssignedMSI",
            Cloud = Override(Cloud.Named(configuration["ChannelService"]), configuration),
            PrivateLogin = Text(configuration, "Channel:LoginEndpoint") is not null,
            Patience = TimeSpan.TryParse(configuration["Channel:Patience"] ?? "00:00:10", CultureInfo.InvariantCulture, out var patience) ? patience : TimeSpan.Zero,
            LoopbackAllowed = environment.IsDevelopment(),
        };
        if (Fault(options, Text(configuration, "MicrosoftAppType")) is { } fault)
            throw new InvalidOperationException(fault);
        return options;
    }

    private static string? Text(IConfiguration configuration, string key) =>
        configuration[key]?.Trim() is { Length: > 0 } text ? text : null;

    private static Cloud Override(Cloud cloud, IConfiguration configuration) => cloud with
    {
        Issuer = Text(configuration, "Channel:Issuer") ?? cloud.Issuer,
        Metadata = Text(configuration, "Channel:MetadataAddress") ?? cloud.Metadata,
        Scope = Text(configuration, "Channel:TokenScope") ?? cloud.Scope,
        Login = Text(configuration, "Channel:LoginEndpoint") ?? cloud.Login,
        ServiceHosts =
        [
            .. cloud.ServiceHosts,
            .. configuration.GetSection("Channel:TrustedHosts").GetChildren().Select(host => host.Value?.Trim()).OfType<string>(),
        ],
    };

    private static string? Fault(ChannelOptions options, string? type) => options switch
    {
        _ when options.Patience <= TimeSpan.Zero => "Channel:Patience must be a time span above zero, e.g. 00:00:10.",
        { AppId: null, LoopbackAllowed: true } => null,
        { AppId: null } => "MicrosoftAppId is missing: without it anybody could speak as anybody, so the bot starts only in Development on a loopback address.",
        _ when type is not ("SingleTenant" or "UserAssignedMSI") => "MicrosoftAppType must be SingleTenant or UserAssignedMSI.",
        { AppTenantId: null } => "MicrosoftAppTenantId is missing: name the tenant in which the bot is registered.",
        { TenantId: "" } => "The bureau's tenantId is missing: with authentication on, only its tenant is let in.",
        { ManagedIdentity: true, Password: not null } or { ManagedIdentity: true, CertificatePath: not null } =>
            "UserAssignedMSI takes no MicrosoftAppPassword and no Channel:CertificatePath.",
        { ManagedIdentity: false, Password: null, CertificatePath: null } =>
            "SingleTenant needs MicrosoftAppPassword or Channel:CertificatePath.",
        { CertificatePath: { } path } when Path.GetExtension(path) is not (".pem" or ".pfx") => "Channel:CertificatePath must name a .pem or .pfx file.",
        { CertificatePath: { } path } when !File.Exists(path) => "Channel:CertificatePath names a file that is not there.",
        _ when !Https(options.Cloud.Login) => "Channel:LoginEndpoint must be an https address.",
        _ when !Https(options.Cloud.Metadata) && !(options.LoopbackAllowed && Loopback(options.Cloud.Metadata)) =>
            "Channel:MetadataAddress must be an https address.",
        _ => null,
    };

    private static bool Https(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https";

    private static bool Loopback(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback;
}
