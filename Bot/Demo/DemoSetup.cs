namespace DisclosureBot.Demo;

public static class DemoSetup
{
    /// <summary>Demo documents need the demo bureau, so they are there only where no roster file is named.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment) =>
        environment.IsDevelopment() && string.IsNullOrEmpty(configuration["Bureau:File"]) && configuration.GetValue("Demo:Samples", true)
            ? services.AddSingleton<DemoSlips>().AddHostedService<DemoStart>()
            : services;

    /// <summary>Runs before the server listens, so that the first page already has something to do on every desk.</summary>
    private sealed class DemoStart(DemoSlips slips) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => slips.Begin(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
