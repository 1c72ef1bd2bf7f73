using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Slips;

public static class SlipSetup
{
    public static IServiceCollection AddSlips(this IServiceCollection services) => services
        .AddSingleton<SlipClocks>().AddSingleton<SlipRules>().AddSingleton<SlipCase>().AddSingleton<SlipSteps>().AddSingleton<SlipViews>()
        .AddSingleton<FileAddress>(_ => (_, _, _) => null).AddSingleton<PaperAddress>(_ => (_, _) => null).AddSingleton<FileViews>()
        .AddSingleton<ICaseFace, SlipCaseFace>().AddSingleton<CaseFaces>()
        .AddSingleton<Workflow>().AddSingleton<Drafting>();
}
