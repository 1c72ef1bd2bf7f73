namespace DisclosureBot.Journal;

/// <summary>Opens the journal the configuration names.</summary>
public static class JournalSetup
{
    /// <exception cref="InvalidOperationException">The provider is not one that exists.</exception>
    public static IServiceCollection AddJournal(this IServiceCollection services, IConfiguration configuration, string bureauId)
    {
        var provider = configuration["Journal:Provider"] ?? "sqlite";
        if (!string.Equals(provider, "sqlite", StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException($"Journal:Provider is '{provider}'; this build has sqlite.");
        var dialect = new Sqlite(configuration.GetConnectionString("Journal") ?? "Data Source=data/journal.db");
        return services.AddSingleton<ISqlDialect>(dialect).AddSingleton(new CaseJournal(dialect, bureauId));
    }
}
