using DisclosureBot.Bureau;
using DisclosureBot.Chat;
using DisclosureBot.Figures;
using DisclosureBot.Journal;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Report;
using DisclosureBot.Slips.Files;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.FileProviders;

namespace DisclosureBot.Desk;

/// <summary>Puts the web desk into the program: the page at <c>/</c>, its files, and its API under <c>/desk</c>.</summary>
public static class DeskSetup
{
    /// <summary>Needs in the container: <c>Roster</c>, <c>TurnHandler</c>, <c>CaseJournal</c> and <c>TimeProvider</c>; for files also <c>Filing</c>, <c>Arrivals</c>, <c>FileLinks</c> and <c>SlipViews</c>; for 专报 <c>OpinionReports</c>, for 统计 <c>FigureBook</c>.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = SignInSettings.From(configuration);
        var mode = environment.IsDevelopment() ? DeskMode.Switcher : settings.Missing.Count == 0 ? DeskMode.SignIn : DeskMode.Shut;
        _ = DeskAddress.Named(configuration); // a wrong one is found now, not when the first card leaves
        if (mode == DeskMode.SignIn) SignIn.Add(services, settings);
        services.TryAddSingleton<InboxReader>(p => p.GetRequiredService<Sight>().Inbox);
        return services
            .AddSingleton<DeskFeed>()
            .AddSingleton<DeskEvents>()
            .AddSingleton(p => ActivatorUtilities.CreateInstance<DeskApi>(p, mode))
            .AddSingleton<PaperAddress>(p => (slip, reader) => p.GetRequiredService<DeskAddress>().OfPaper(slip.Id, reader.Id))
            .AddSingleton<ReportAddress>(p => (item, reader) => OpinionDuties.MaySee(item, reader) ? p.GetRequiredService<DeskAddress>().OfReport(item.Id, reader.Id) : null)
            .AddSingleton(p => ActivatorUtilities.CreateInstance<DeskAddress>(p))
            .AddSingleton<FileAddress>(p => (slip, reader, file) =>
                p.GetRequiredService<Filing>().MayNotOpen(slip, file, reader) is null ? p.GetRequiredService<DeskAddress>().Of(slip.Id, file, reader.Id) : null)
            .AddSingleton<OpinionFileAddress>(p => (item, reader, file) =>
                reader.Id != OpinionGroup.Id && p.GetRequiredService<OpinionFiling>().MayNotOpen(item, file, reader) is null ? p.GetRequiredService<DeskAddress>().Of(item.Id, file, reader.Id) : null)
            .AddSingleton(p => ActivatorUtilities.CreateInstance<DeskFiles>(p))
            .AddSingleton(p => ActivatorUtilities.CreateInstance<FilePage>(p, mode))
            .AddSingleton(p => ActivatorUtilities.CreateInstance<ReportPage>(p))
            .AddSingleton(p => ActivatorUtilities.CreateInstance<FigurePage>(p))
            .AddSingleton<FigureAddress>(p => (period, section, reader) => p.GetRequiredService<DeskAddress>().OfFigures(period.Key, section?.Id ?? FigurePage.Bureau, reader.Id))
            .AddSingleton(p => ActivatorUtilities.CreateInstance<DeskGate>(p, mode, settings));
    }

    public static WebApplication MapDesk(this WebApplication app)
    {
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => DeskHeaders.Set(file.Context.Response, keepable: true) });
        app.UseWhen(IsDesk, desk => desk.Use(async (context, next) =>
        {
            DeskHeaders.Set(context.Response, keepable: false);
            await context.RequestServices.GetRequiredService<DeskGate>().Pass(context, next);
        }));

        app.MapGet("/", (IWebHostEnvironment web) => Page(web.WebRootFileProvider));
        app.MapGet("/files/{token}", (HttpContext context, string token, FilePage page) => page.Open(context, token));
        app.MapGet("/papers/{slip}", (HttpContext context, string slip, FilePage page) => page.Print(context, slip));
        app.MapGet("/reports/{item}", (HttpContext context, string item, ReportPage page) => page.Print(context, item));
        app.MapGet("/figures/{period}/{section}.xlsx", (HttpContext context, string period, string section, FigurePage page) => page.Print(context, period, section));
        MapApi(app.MapGroup("/desk"));
        return app;
    }

    private static bool IsDesk(HttpContext context) =>
        context.Request.Path == "/" || context.Request.Path.StartsWithSegments("/files", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments("/papers", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments("/reports", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments("/figures", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments("/desk", StringComparison.OrdinalIgnoreCase);

    private static void MapApi(RouteGroupBuilder desk)
    {
        desk.MapGet("/me", (HttpContext context, DeskApi api) => api.Me(context));
        desk.MapGet("/inbox", (HttpContext context, DeskApi api) => api.Inbox(context));
        desk.MapGet("/cases/{caseId}", (HttpContext context, string caseId, DeskApi api) => api.Case(context, caseId));
        desk.MapPost("/messages", (HttpContext context, DeskApi api) => api.Said(context));
        desk.MapPost("/clicks", (HttpContext context, DeskApi api) => api.Clicked(context));
        desk.MapGet("/slips/{slip}/attach", (HttpContext context, string slip, DeskFiles files) => files.Attach(context, slip));
        desk.MapPost(DeskFiles.Upload, (HttpContext context, DeskFiles files) => files.Receive(context));
        desk.MapGet("/events", (HttpContext context, DeskEvents events) => events.Stream(context));
        desk.MapGet("/sign-out", (DeskApi api) => api.SignOut());
        desk.MapFallback(() => Answers.Problem(404, "没有这个地址。"));
    }

    private static IResult Page(IFileProvider files) => files.GetFileInfo("index.html") is { Exists: true } page
        ? Results.Stream(page.CreateReadStream(), "text/html; charset=utf-8")
        : Answers.Problem(500, "页面文件 wwwroot/index.html 不在,请重新构建。");
}
