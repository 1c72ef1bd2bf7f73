using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Interpretation;
using DisclosureBot.Slips.Issuing;
using DisclosureBot.Slips.PaperSigning;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Slips;

public static class SlipSetup
{
    public static IServiceCollection AddSlips(this IServiceCollection services) => services
        .AddSingleton<SlipClocks>().AddSingleton<SlipRules>().AddSingleton<SlipCase>().AddSingleton<SlipSteps>().AddSingleton<SlipViews>()
        .AddSingleton<PaperAddress>(_ => (_, _) => null).AddSingleton<FileViews>()
        .AddSingleton<IStepFamily, PaperSteps>().AddSingleton<IStepFamily, InterpretationSteps>()
        .AddSingleton<IStepFamily, IssuingSteps>().AddSingleton<IStepFamily, FileSteps>()
        .AddSingleton<NumberBook>().AddSingleton<Registration>()
        .AddSingleton<ICaseFace, SlipCaseFace>().AddSingleton<CaseFaces>()
        .AddSingleton<Workflow>().AddSingleton<Drafting>();
}
