namespace DisclosureBot.Slips;

public static class SlipSetup
{
    public static IServiceCollection AddSlips(this IServiceCollection services) => services
        .AddSingleton<SlipRules>().AddSingleton<SlipCase>().AddSingleton<SlipViews>().AddSingleton<SlipMessages>()
        .AddSingleton<Workflow>().AddSingleton<Drafting>();
}
