using DisclosureBot.Journal;

namespace DisclosureBot.Background;

public static class BackgroundSetup
{
    public static IServiceCollection AddBackground(this IServiceCollection services) => services
        .AddSingleton<FileStorePulse>()
        .AddSingleton<SlotSender>()
        // First to start and last to stop: the loops below count on it.
        .AddSingleton<Membership>().AddHostedService(provider => provider.GetRequiredService<Membership>())
        .AddSingleton<Hearsay>().AddHostedService(provider => provider.GetRequiredService<Hearsay>())
        .AddSingleton<Delivery>().AddHostedService(provider => provider.GetRequiredService<Delivery>())
        .AddSingleton<ArrivalSweep>().AddHostedService(provider => provider.GetRequiredService<ArrivalSweep>())
        .AddSingleton<Deadlines>().AddHostedService(provider => provider.GetRequiredService<Deadlines>());

    /// <summary>
    /// Live: the process answers. Ready: the journal answers too. Where only the files are out of reach, slips go on being
    /// carried and people are told of the files: ready, and the answer names what is missing, for whoever watches.
    /// </summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => "live").AllowAnonymous();
        app.MapGet("/health/ready", async (CaseJournal journal, FileStorePulse files, Membership membership, CancellationToken stop) =>
        {
            if (membership.IsAstray) return Results.Text("the clock of this machine differs from the database server's", statusCode: StatusCodes.Status503ServiceUnavailable);
            try
            {
                await journal.LatestContact(stop);
                return Results.Text(await files.Beats(stop) ? "ready" : "degraded: the file store does not answer");
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                return Results.Text("the journal does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        }).AllowAnonymous();
    }
}
