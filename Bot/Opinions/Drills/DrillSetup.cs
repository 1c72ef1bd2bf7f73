namespace DisclosureBot.Opinions.Drills;

public static class DrillSetup
{
    public static IServiceCollection AddDrills(this IServiceCollection services) => services.AddSingleton<Drilling>().AddSingleton<DrillViews>().AddSingleton<DrillClicks>();
}
