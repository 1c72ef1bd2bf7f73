using DisclosureBot.Journal;

namespace DisclosureBot.Operating;

/// <summary>The command <c>verify</c>: every chain recomputed, every state and list row made anew from its events and compared; cards that could not be delivered are noted.</summary>
public static class Verification
{
    /// <returns>0 when all is well, 1 with one line per finding otherwise.</returns>
    public static async Task<int> Run(IServiceProvider services)
    {
        var journal = services.GetRequiredService<CaseJournal>();
        var faces = services.GetRequiredService<CaseFaces>();
        var findings = await journal.Verify(faces.Rebuild, faces.List, CancellationToken.None);
        foreach (var slot in await journal.TroubledSlots(100, CancellationToken.None))
            Console.WriteLine($"note: the card of {slot.CaseId} for {slot.Person} is {slot.State} ({slot.LastError}).");
        foreach (var finding in findings) Console.WriteLine($"{finding.CaseId} v{finding.Version}: {finding.What}");
        Console.WriteLine(findings.Count == 0 ? "The journal is sound." : $"{findings.Count} findings.");
        return findings.Count == 0 ? 0 : 1;
    }
}
