using System.Data.Common;
using DisclosureBot.Background;
using DisclosureBot.Briefing;
using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Channel;
using DisclosureBot.Chat;
using DisclosureBot.Clock;
using DisclosureBot.Delegations;
using DisclosureBot.Demo;
using DisclosureBot.Desk;
using DisclosureBot.Documents;
using DisclosureBot.Figures;
using DisclosureBot.Journal;
using DisclosureBot.Operating;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Matching;
using DisclosureBot.Opinions.Watch;
using DisclosureBot.Opinions.Webhook;
using DisclosureBot.Reachability;
using DisclosureBot.Sharing;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Expediting;
using DisclosureBot.Slips.Issuing;
using EvolveDb;

if (Commands.IsMeant(args) && await Commands.RunAlone(args) is { } done) return done;

// The program's own files lie beside it; what it writes goes where it was started.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = Commands.Settings(args), ContentRootPath = AppContext.BaseDirectory });
if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
    builder.WebHost.UseUrls("http://localhost:3978");
var (services, configuration, environment) = (builder.Services, builder.Configuration, builder.Environment);

WebApplication app;
try
{
    var roster = BureauSetup.Read(configuration, environment);
    services.AddSingleton(roster);
    services.AddSingleton(PublishingSettings.Read(configuration));
    services.AddSingleton(RestSettings.Read(configuration));
    services.AddClock(configuration, environment);
    services.AddJournal(configuration, roster.BureauId);
    services.AddCalendar(configuration);
    services.AddDocuments(configuration, roster.BureauId);
    services.AddSlips();
    services.AddDelegations();
    services.AddOpinions(configuration);
    services.AddOpinionHooks(configuration);
    services.AddBriefing(configuration);
    services.AddChat();
    services.AddFigures();
    services.AddSharing();
    services.AddReachability();
    services.AddChannel(configuration, environment, roster.TenantId);
    services.AddBackground();
    services.AddDesk(configuration, environment);
    services.AddDemo(configuration, environment);

    app = builder.Build();
    if (Commands.IsMeant(args)) return await Commands.Run(args, app.Services);
    var journal = app.Services.GetRequiredService<CaseJournal>();
    journal.Prepare();
    await app.Services.GetRequiredService<Hearsay>().Begin(app.Lifetime.ApplicationStopping);
    journal.Committed += app.Services.GetRequiredService<DeskFeed>().Tell;
    var numbers = app.Services.GetRequiredService<NumberBook>();
    await numbers.Load(app.Lifetime.ApplicationStopping);
    journal.Committed += numbers.Heard;
    var duties = app.Services.GetRequiredService<DutyBook>();
    await duties.Load(journal, app.Lifetime.ApplicationStopping);
    journal.Committed += duties.Heard;
    var delegations = app.Services.GetRequiredService<DelegationBook>();
    await delegations.Load(journal, app.Lifetime.ApplicationStopping);
    journal.Committed += delegations.Heard;
    var reminding = app.Services.GetRequiredService<Reminding>();
    await reminding.Load(journal, app.Lifetime.ApplicationStopping);
    journal.Committed += reminding.Heard;
    var stories = app.Services.GetRequiredService<StoryIndex>();
    await stories.Load(journal, app.Lifetime.ApplicationStopping);
    journal.Committed += stories.Heard;

    app.MapHealth();
    app.MapChannel();
    app.MapOpinionHooks();
    app.MapClock();
    app.MapDesk();
    await app.StartAsync();
}
catch (Exception fault) when (fault is RosterException or InvalidOperationException or ArgumentException or IOException or DbException or EvolveException)
{
    await Console.Error.WriteLineAsync($"DisclosureBot cannot start: {fault.Message}");
    return 1;
}

await app.WaitForShutdownAsync();
await app.DisposeAsync();
return 0;
