using System.Net;
using DisclosureBot.Bureau;
using DisclosureBot.Channel;
using DisclosureBot.Desk;
using DisclosureBot.Journal;
using DisclosureBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace DisclosureBot.Tests.Desk;

/// <summary>The desk alone on a real socket; the bot behind it is the test's.</summary>
internal sealed class DeskHost : IAsyncDisposable
{
    /// <summary>A request header by which a test says where it comes from.</summary>
    public const string From = "Test-From";

    private readonly WebApplication _app;

    private DeskHost(WebApplication app)
    {
        _app = app;
        Address = app.Urls.Single();
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(Address) };
    }

    public string Address { get; }
    public HttpClient Client { get; }
    public DeskFeed Feed => _app.Services.GetRequiredService<DeskFeed>();
    public FakeTimeProvider Clock => (FakeTimeProvider)_app.Services.GetRequiredService<TimeProvider>();

    public static async Task<DeskHost> Start(
        TurnHandler? bot = null, InboxReader? inbox = null, string environment = "Development",
        Dictionary<string, string?>? settings = null, Action<IServiceCollection>? more = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = environment,
            ContentRootPath = Path.Combine(Repository.Root, "Bot"),
            WebRootPath = "wwwroot",
        });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.Services
            .AddSingleton(People.Roster)
            .AddSingleton<TimeProvider>(new FakeTimeProvider())
            .AddSingleton(bot ?? ((_, _) => Task.FromResult(Answer.Silence)))
            .AddSingleton(inbox ?? ((_, _, _) => Task.FromResult<IReadOnlyList<InboxCase>>([])))
            .AddDesk(builder.Configuration, builder.Environment);
        more?.Invoke(builder.Services);

        var app = builder.Build();
        app.Use((context, next) =>
        {
            if (IPAddress.TryParse(context.Request.Headers[From], out var from)) context.Connection.RemoteIpAddress = from;
            return next(context);
        });
        app.MapDesk();
        app.MapPost("/api/messages", () => "chat goes on");
        await app.StartAsync();
        return new(app);
    }

    public Task Stop() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}

/// <summary>A bureau small enough to read.</summary>
internal static class People
{
    private static readonly Section Ecommerce = new("ecommerce", "电子商务科", []);
    private static readonly Section Office = new("office", "办公室", []);

    public static readonly Person Drafter = new("liying", "00000000-0000-4000-8000-000000000001", "李映禾(演示)", Ecommerce, new HashSet<Role> { Role.Drafter });
    public static readonly Person Head = new("pulan", "00000000-0000-4000-8000-000000000002", "普云岚(演示)", Ecommerce, new HashSet<Role> { Role.Drafter, Role.SectionHead });
    public static readonly Person Keeper = new("zhoulin", "00000000-0000-4000-8000-000000000011", "周临溪(演示)", Office, new HashSet<Role> { Role.OfficeReviewer, Role.Administrator });

    public static Roster Roster { get; } = new("chuxiong-commerce", "楚雄州商务局", "11111111-1111-4111-8111-111111111111", [Drafter, Head, Keeper]);
}
