namespace DisclosureBot.Channel;

/// <summary>Wires the protocol up. <see cref="TurnHandler"/> and <see cref="TimeProvider"/> come from the application.</summary>
public static class ChannelSetup
{
    /// <param name="services">The application's.</param>
    /// <param name="configuration">The usual Bot Framework keys at its root, overrides under <c>Channel</c>.</param>
    /// <param name="environment">Only Development may go without an app id.</param>
    /// <param name="tenantId">The bureau's tenant, the only one let in.</param>
    /// <exception cref="InvalidOperationException">With a sentence saying what is wrong with the configuration.</exception>
    public static IServiceCollection AddChannel(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment, string tenantId)
    {
        var options = ChannelOptions.Read(configuration, environment, tenantId);
        services.AddSingleton(options);
        services.AddSingleton<ServiceHosts>();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<InboundToken>();
        services.AddSingleton<Gate>();
        services.AddSingleton<OutboundToken>();
        services.AddSingleton<Pacing>();
        services.AddSingleton<ConnectorOutcome>();
        services.AddSingleton<IChannel, BotFrameworkChannel>();
        services.AddSingleton<ReplyQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<ReplyQueue>());
        services.AddSingleton<ChannelEndpoint>();
        services.AddSingleton(FileHosts.Read(configuration, environment)).AddSingleton<FileHttp>().AddSingleton<FileDownload>().AddSingleton<FileUpload>();
        services.AddChannelHttp();
        if (options.AppId is null)
            services.AddHostedService<LoopbackOnly>();
        return services;
    }

    /// <summary>Every method is mapped, so that a page's catch-all route never answers for ours, and free of the page's sign-in: the gate has its own.</summary>
    public static IEndpointConventionBuilder MapChannel(this IEndpointRouteBuilder app)
    {
        var endpoint = app.ServiceProvider.GetRequiredService<ChannelEndpoint>();
        return app.Map("/api/messages", endpoint.Serve).AllowAnonymous();
    }
}
