using DisclosureBot.Journal;

namespace DisclosureBot.Operating;

/// <summary>The command <c>rebuild</c>: states and list rows that are not what their events make of them are written anew. Events are never touched.</summary>
public static class Rebuilding
{
    /// <returns>0 when everything is as the events make it, or now is; 1 where a case could not be rebuilt, or in a dry run one would be.</returns>
    public static async Task<int> Run(IServiceProvider services, bool isDryRun)
    {
        var faces = services.GetRequiredService<CaseFaces>();
        var (mended, broken) = await services.GetRequiredService<CaseJournal>().Rebuild(faces.Rebuild, faces.List, isDryRun, CancellationToken.None);
        foreach (var caseId in mended) Console.WriteLine($"{caseId}: {(isDryRun ? "would be rebuilt" : "rebuilt")}");
        foreach (var finding in broken) Console.WriteLine($"{finding.CaseId} v{finding.Version}: not rebuilt, {finding.What}");
        Console.WriteLine($"{mended.Count} {(isDryRun ? "to rebuild" : "rebuilt")}, {broken.Count} that cannot be.");
        return broken.Count > 0 || (isDryRun && mended.Count > 0) ? 1 : 0;
    }
}
