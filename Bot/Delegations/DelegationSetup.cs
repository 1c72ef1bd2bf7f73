using DisclosureBot.Chat;

namespace DisclosureBot.Delegations;

public static class DelegationSetup
{
    public static IServiceCollection AddDelegations(this IServiceCollection services) => services
        .AddSingleton<DelegationBook>().AddSingleton<StandIns>().AddSingleton<DelegationRules>().AddSingleton<DelegationCase>()
        .AddSingleton<Delegating>().AddSingleton<Seating>().AddSingleton<DelegationViews>()
        .AddSingleton<ICaseFace, DelegationCaseFace>().AddSingleton<ITopic, DelegationTopic>();
}
