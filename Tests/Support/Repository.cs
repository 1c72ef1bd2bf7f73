namespace DisclosureBot.Tests.Support;

/// <summary>Where the sources lie, seen from the built tests.</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Tests { get; } = Path.Combine(Root, "Tests");

    /// <summary>What tests leave behind for people to look at; ignored by git.</summary>
    public static string Output { get; } = Path.Combine(Tests, "output");

    private static string Find(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "DisclosureBot.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("The tests must run from inside the repository.");
    }
}
