namespace DisclosureBot.Opinions.Digest;

public static class DigestSetup
{
    public static IServiceCollection AddOpinionDigest(this IServiceCollection services) => services
        .AddSingleton<DigestCase>().AddSingleton<Digests>().AddSingleton<DigestAnswers>().AddSingleton<ICaseFace, DigestCaseFace>()
        .AddHostedService<DigestStart>();

    /// <summary>Runs once the calendar is in force: sets the clock at the first start, and catches up on what was missed.</summary>
    private sealed class DigestStart(Digests digests) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => digests.Look(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
