using DisclosureBot.Paper;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Slips;

public static class SlipSetup
{
    public static IServiceCollection AddSlips(this IServiceCollection services) => services
        .AddSingleton<SlipClocks>().AddSingleton<SlipRules>().AddSingleton<SlipCase>().AddSingleton<SlipSteps>().AddSingleton<SlipViews>()
        .AddSingleton<ICaseFace, SlipCaseFace>().AddSingleton<CaseFaces>()
        .AddSingleton<SlipPapers>().AddSingleton<Workflow>().AddSingleton<Drafting>();
}
