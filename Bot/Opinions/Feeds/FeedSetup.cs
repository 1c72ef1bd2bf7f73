using DisclosureBot.Journal;
using DisclosureBot.Opinions.Matching;

namespace DisclosureBot.Opinions.Feeds;

public static class FeedSetup
{
    /// <exception cref="InvalidOperationException">A feed of <c>Opinion:Feeds</c> is wrong.</exception>
    public static IServiceCollection AddFeeds(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(FeedSettings.Read(configuration))
        .AddSingleton(FeedFetch.From)
        .AddSingleton(provider => new FeedIntake(
            provider.GetRequiredService<Collecting>().Take, provider.GetRequiredService<CaseJournal>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<FeedIntake>>()))
        .AddSingleton<FeedVisit>().AddSingleton<FeedStatuses>()
        .AddSingleton<FeedWatch>().AddHostedService(provider => provider.GetRequiredService<FeedWatch>());
}
