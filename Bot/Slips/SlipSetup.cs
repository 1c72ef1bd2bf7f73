using DisclosureBot.Slips.Changes;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Slips;

public static class SlipSetup
{
    public static IServiceCollection AddSlips(this IServiceCollection services) => services
        .AddSingleton<IStepFamily, PublishingSteps>().AddSingleton<IStepFamily, ChangeSteps>()
        .AddSingleton(AddressLook.From).AddSingleton<AddressVisits>()
        .AddSingleton<SlipClocks>().AddSingleton<SlipRules>().AddSingleton<SlipCase>().AddSingleton<SlipSteps>().AddSingleton<SlipViews>()
        .AddSingleton<ICaseFace, SlipCaseFace>().AddSingleton<CaseFaces>()
        .AddSingleton<Workflow>().AddSingleton<Drafting>();
}
