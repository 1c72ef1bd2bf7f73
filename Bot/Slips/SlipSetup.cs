using DisclosureBot.Archiving;
using DisclosureBot.Paper;
using DisclosureBot.Slips.Changes;
using DisclosureBot.Slips.Consulting;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Expediting;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Interpretation;
using DisclosureBot.Slips.Issuing;
using DisclosureBot.Slips.PaperSigning;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Slips;

public static class SlipSetup
{
    public static IServiceCollection AddSlips(this IServiceCollection services) => services
        .AddSingleton<IStepFamily, PublishingSteps>().AddSingleton<IStepFamily, ChangeSteps>()
        .AddSingleton(AddressLook.From).AddSingleton<AddressVisits>()
        .AddSingleton<SlipClocks>().AddSingleton<SlipRules>().AddSingleton<SlipCase>().AddSingleton<SlipSteps>().AddSingleton<SlipViews>()
        .AddSingleton<IStepFamily, PaperSteps>().AddSingleton<IStepFamily, InterpretationSteps>()
        .AddSingleton<IStepFamily, IssuingSteps>().AddSingleton<IStepFamily, FileSteps>()
        .AddSingleton<IStepFamily, ConsultingSteps>().AddSingleton<IStepFamily, ExpediteSteps>()
        .AddSingleton<Chat.ITopic, UrgeWords>()
        .AddSingleton<NumberBook>().AddSingleton<Registration>()
        .AddSingleton<FileViews>()
        .AddSingleton<ICaseFace, SlipCaseFace>().AddSingleton<CaseFaces>()
        .AddSingleton<SlipPapers>().AddSingleton<Archivist>().AddSingleton<SlipRecount>().AddSingleton<Workflow>().AddSingleton<Drafting>();
}
