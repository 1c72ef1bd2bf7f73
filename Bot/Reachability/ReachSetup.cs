using DisclosureBot.Chat;

namespace DisclosureBot.Reachability;

public static class ReachSetup
{
    public static IServiceCollection AddReachability(this IServiceCollection services) => services
        .AddSingleton<ReachCase>().AddSingleton<ReachDesk>().AddSingleton<ReachWords>()
        .AddSingleton<ITopic>(provider => provider.GetRequiredService<ReachWords>()).AddSingleton<ICaseFace, ReachCaseFace>()
        .AddHostedService<ReachStart>();

    /// <summary>Runs once the calendar is in force: sets the clock at the first start, and catches up on what was missed.</summary>
    private sealed class ReachStart(ReachDesk desk) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => desk.Look(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
