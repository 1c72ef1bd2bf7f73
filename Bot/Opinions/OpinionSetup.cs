using DisclosureBot.Opinions.Alarm;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Digest;
using DisclosureBot.Opinions.Emergency;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Opinions.Report;
using DisclosureBot.Opinions.Response;
using DisclosureBot.Opinions.Watch;

namespace DisclosureBot.Opinions;

public static class OpinionSetup
{
    /// <exception cref="InvalidOperationException">A setting of the section <c>Opinion</c> is wrong.</exception>
    public static IServiceCollection AddOpinions(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(OpinionSettings.Read(configuration))
        .AddSingleton<OpinionClocks>().AddSingleton<OpinionRules>().AddSingleton<OpinionCase>().AddSingleton<OpinionSteps>().AddSingleton<OpinionViews>()
        .AddSingleton<IOpinionSteps, AlarmSteps>().AddSingleton<IOpinionSteps, EmergencySteps>().AddSingleton<IOpinionSteps, HandlingSteps>()
        .AddSingleton<IOpinionSteps, ResponseSteps>().AddSingleton<IOpinionSteps, IntakeSteps>()
        .AddSingleton<OpinionReports>().AddSingleton<DutyBook>().AddSingleton<Reporting>()
        .AddSingleton<ICaseFace, OpinionCaseFace>()
        .AddOpinionDigest();
}
