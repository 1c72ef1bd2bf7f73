namespace DisclosureBot.Journal;

/// <summary>Opens the journal the configuration names.</summary>
public static class JournalSetup
{
    /// <exception cref="InvalidOperationException">The provider is not one that exists.</exception>
    public static IServiceCollection AddJournal(this IServiceCollection services, IConfiguration configuration, string bureauId)
    {
        var given = configuration.GetConnectionString("Journal");
        ISqlDialect dialect = (configuration["Journal:Provider"] ?? "sqlite").ToUpperInvariant() switch
        {
            "SQLITE" => new Sqlite(given ?? "Data Source=data/journal.db"),
            "POSTGRES" => new Postgres(given ?? throw new InvalidOperationException("Journal:Provider is postgres; ConnectionStrings:Journal must say which database.")),
            _ => throw new InvalidOperationException($"Journal:Provider is '{configuration["Journal:Provider"]}'; there are sqlite and postgres."),
        };
        return services.AddSingleton(dialect).AddSingleton(new CaseJournal(dialect, bureauId));
    }
}
