namespace DisclosureBot.Bureau;

/// <summary>Finds the roster: the configured file, or in Development the demo bureau.</summary>
public static class BureauSetup
{
    /// <exception cref="RosterException">The file is missing or wrong; names line and field.</exception>
    public static Roster Read(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration["Bureau:File"] is { Length: > 0 } file)
        {
            return File.Exists(file)
                ? RosterReader.Read(File.ReadAllBytes(file), file)
                : throw new RosterException($"Bureau:File names '{file}', which does not exist.");
        }

        if (!environment.IsDevelopment()) throw new RosterException("Bureau:File is not set. Outside Development it must name the bureau's roster file.");
        using var stream = typeof(BureauSetup).Assembly.GetManifestResourceStream("demo-bureau.json")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return RosterReader.Read(bytes.ToArray(), "demo-bureau.json");
    }
}
