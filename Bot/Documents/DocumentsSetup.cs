namespace DisclosureBot.Documents;

/// <summary>Opens the document store the configuration names, with all that stands before and beside it.</summary>
public static class DocumentsSetup
{
    /// <summary>
    /// Blob storage where <c>ConnectionStrings:Blobs</c> is set, otherwise <c>Documents:Directory</c> (by default
    /// <c>data/files</c> under the working directory).
    /// </summary>
    /// <exception cref="InvalidOperationException">A setting is wrong; names it.</exception>
    public static IServiceCollection AddDocuments(this IServiceCollection services, IConfiguration configuration, string bureauId)
    {
        var limit = configuration["Documents:MostMegabytes"] is { Length: > 0 } text ? Megabytes(text) : 200;
        var lifetime = configuration["Documents:LinkMinutes"] is { Length: > 0 } minutes ? LinkMinutes(minutes) : FileLinks.Lifetime;
        services.AddSingleton(Store(configuration, bureauId));
        services.AddSingleton(new Arrivals(configuration["Documents:ArrivalDirectory"] ?? Path.Combine("data", "arriving"), limit));
        services.AddSingleton(provider => new FileLinks(
            configuration["Documents:KeyDirectory"] ?? Path.Combine("data", "keys"), bureauId, provider.GetRequiredService<TimeProvider>(), lifetime));
        return services;
    }

    private static IDocumentStore Store(IConfiguration configuration, string bureauId) =>
        configuration.GetConnectionString("Blobs") is { Length: > 0 } account
            ? new BlobStore(BlobAccount.Open(account), bureauId)
            : new DirectoryStore(configuration["Documents:Directory"] ?? Path.Combine("data", "files"), bureauId);

    private static int Megabytes(string text) => int.TryParse(text, null, out var most) && most is > 0 and <= 2000
        ? most
        : throw new InvalidOperationException($"Documents:MostMegabytes is '{text}'; it must be a whole number from 1 to 2000.");

    private static TimeSpan LinkMinutes(string text) => int.TryParse(text, null, out var minutes) && minutes is > 0 and <= 24 * 60
        ? TimeSpan.FromMinutes(minutes)
        : throw new InvalidOperationException($"Documents:LinkMinutes is '{text}'; it must be a whole number from 1 to 1440.");
}
