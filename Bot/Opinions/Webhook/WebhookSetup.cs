namespace DisclosureBot.Opinions.Webhook;

public static class WebhookSetup
{
    /// <exception cref="InvalidOperationException">A vendor of <c>Opinion:Webhooks</c> is set up wrong.</exception>
    public static IServiceCollection AddOpinionHooks(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(WebhookSettings.Read(configuration))
        .AddSingleton<WebhookCounts>().AddSingleton<WebhookPace>().AddSingleton<WebhookEndpoint>();

    /// <summary>There only where a vendor is. Free of the desk's sign-in: the signature is its own.</summary>
    public static void MapOpinionHooks(this IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetRequiredService<WebhookSettings>().Secrets.Count == 0) return;
        var endpoint = app.ServiceProvider.GetRequiredService<WebhookEndpoint>();
        app.Map("/hooks/opinions/{vendor}", (HttpContext http, string vendor) => endpoint.Serve(http, vendor)).AllowAnonymous();
    }
}
