using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace DisclosureBot.Channel;

/// <summary>Without an app id, refuses to start on an address others can reach. Hosted services start before the server listens.</summary>
public sealed class LoopbackOnly(IConfiguration configuration, IServer server, ILogger<LoopbackOnly> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (Addresses().FirstOrDefault(address => !IsLoopback(BindingAddress.Parse(address).Host)) is { } open)
            throw new InvalidOperationException(
                $"Without MicrosoftAppId the bot listens on loopback addresses only, and {open} is none: set MicrosoftAppId, or use http://localhost.");
        log.Open();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Every other name makes Kestrel listen everywhere.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    /// <summary>
    /// From this machine, to this machine by name, and not handed on by a proxy or tunnel.
    /// The name matters: a foreign page can point its own name at 127.0.0.1.
    /// </summary>
    public static bool IsFromHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller)
        && IsLoopback(context.Request.Host.Host)
        && !context.Request.Headers.Keys.Any(IsForwarding);

    // A tunnel may well rewrite the host to localhost, but it says for whom it speaks.
    private static bool IsForwarding(string header) =>
        header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Via", StringComparison.OrdinalIgnoreCase)
        || header.Equals("X-Real-IP", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase); // what the forwarding middleware makes of the others

    private IEnumerable<string> Addresses()
    {
        var urls = configuration["urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>();
        var added = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        return [.. urls, .. endpoints, .. added, .. Ports(urls.Length > 0, "http"), .. Ports(urls.Length > 0, "https")];
    }

    // http_ports means every address, and counts only where no urls are given.
    private IEnumerable<string> Ports(bool ignored, string scheme) =>
        ignored ? [] : (configuration[$"{scheme}_ports"]?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? []).Select(port => $"{scheme}://*:{port}");
}
