using DisclosureBot.Opinions.Alarm;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Digest;
using DisclosureBot.Opinions.Drills;
using DisclosureBot.Opinions.Emergency;
using DisclosureBot.Opinions.Feeds;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Opinions.Matching;
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
        .AddSingleton<Reporting>().AddSingleton<Merging>().AddSingleton<StoryIndex>().AddSingleton<Collecting>().AddFeeds(configuration).AddWatch().AddDrills()
        .AddSingleton<IOpinionSteps, AlarmSteps>().AddSingleton<IOpinionSteps, EmergencySteps>().AddSingleton<IOpinionSteps, HandlingSteps>()
        .AddSingleton<IOpinionSteps, ResponseSteps>().AddSingleton<IOpinionSteps, IntakeSteps>()
        .AddSingleton<OpinionReports>().AddOpinionDigest()
        .AddSingleton<ICaseFace, OpinionCaseFace>();
}
