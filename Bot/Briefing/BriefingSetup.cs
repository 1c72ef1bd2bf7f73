using DisclosureBot.Bureau;
using DisclosureBot.Chat;

namespace DisclosureBot.Briefing;

public static class BriefingSetup
{
    /// <exception cref="InvalidOperationException"><c>Reminding:Default</c> is none of the three.</exception>
    public static IServiceCollection AddBriefing(this IServiceCollection services, IConfiguration configuration)
    {
        var usual = Reminding.Read(configuration);
        return services
            .AddSingleton(provider => new Reminding(provider.GetRequiredService<Roster>(), usual))
            .AddSingleton(provider => new Lazy<CaseFaces>(provider.GetRequiredService<CaseFaces>))
            .AddSingleton<BriefingCase>().AddSingleton<Briefs>().AddSingleton<Briefings>().AddSingleton<BriefingViews>()
            .AddSingleton<ICaseFace, BriefingCaseFace>().AddSingleton<ITopic, BriefingTopic>()
            .AddHostedService<BriefingStart>();
    }

    /// <summary>Runs once the calendar is in force: catches up on a morning that was missed, and on a default that was changed.</summary>
    private sealed class BriefingStart(Briefings briefings) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => briefings.Look(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
