namespace DisclosureBot.Opinions.Watch;

public static class WatchSetup
{
    public static IServiceCollection AddWatch(this IServiceCollection services) => services
        .AddSingleton<DutyBook>().AddSingleton<WatchCase>().AddSingleton<WatchRules>().AddSingleton<WatchKeeping>().AddSingleton<WatchViews>()
        .AddSingleton<WatchClicks>().AddSingleton<ICaseFace, WatchCaseFace>();
}
