using DisclosureBot.Journal;

namespace DisclosureBot.Background;

public static class BackgroundSetup
{
    public static IServiceCollection AddBackground(this IServiceCollection services) => services
        .AddSingleton<SlotSender>()
        .AddSingleton<Delivery>().AddHostedService(provider => provider.GetRequiredService<Delivery>())
        .AddSingleton<ArrivalSweep>().AddHostedService(provider => provider.GetRequiredService<ArrivalSweep>())
        .AddSingleton<Deadlines>().AddHostedService(provider => provider.GetRequiredService<Deadlines>());

    /// <summary>Live: the process answers. Ready: the journal answers too.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => "live").AllowAnonymous();
        app.MapGet("/health/ready", async (CaseJournal journal, CancellationToken stop) =>
        {
            try
            {
                await journal.LatestContact(stop);
                return Results.Text("ready");
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                return Results.Text("the journal does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        }).AllowAnonymous();
    }
}
