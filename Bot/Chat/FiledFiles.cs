using DisclosureBot.Bureau;
using DisclosureBot.Documents;
using DisclosureBot.Opinions;
using DisclosureBot.Slips.Files;

namespace DisclosureBot.Chat;

/// <summary>A file that lies on a case, whatever its kind.</summary>
/// <param name="What">What it is there: 2026-0007 正文第2版.</param>
public sealed record FiledFile(string Case, string Id, string Name, string ContentType, long Size, string What);

/// <summary>Finds and opens what lies on slips and items alike, by the rules of each.</summary>
public sealed class FiledFiles(Filing slips, OpinionFiling items)
{
    /// <summary>Why this person may not open the file, or the file; nothing is noted.</summary>
    public async Task<(Refusal? Refusal, FiledFile? File)> Find(Person person, string caseId, string file, CancellationToken stop)
    {
        if (OpinionCase.IsOne(caseId))
        {
            var item = await items.Find(caseId, person, stop);
            return items.MayNotOpen(item, file, person) is { } no ? (no, null) : (null, Of(item!, file));
        }
        var slip = await slips.Find(caseId, person, stop);
        return slips.MayNotOpen(slip, file, person) is { } refusal ? (refusal, null) : (null, Of(slip!, slip!.File(file)!));
    }

    /// <summary>Opens it for this person, which is a fact of its own; the caller disposes the stream.</summary>
    /// <returns>The refusal, or the file; neither content nor fact where it is not in the store.</returns>
    /// <exception cref="DocumentStoreException">The store is away; nothing was opened, and nothing is noted.</exception>
    public async Task<(Refusal? Refusal, FiledFile? File, Stream? Content)> Open(Person person, string caseId, string file, CancellationToken stop)
    {
        if (OpinionCase.IsOne(caseId))
        {
            var (no, item, read) = await items.Open(person, caseId, file, stop);
            return no is null ? (null, Of(item!, file), read) : (no, null, null);
        }
        var (refusal, slip, content) = await slips.Open(person, caseId, file, stop);
        return refusal is null ? (null, Of(slip!, slip!.File(file)!), content) : (refusal, null, null);
    }

    private static FiledFile? Of(OpinionItem item, string id) =>
        item.File(id) is { } file ? new(item.Id, file.Id, file.Name, file.ContentType, file.Size, $"{item.Number} 材料") : null;

    private static FiledFile Of(Slips.Slip slip, SlipFile file) =>
        new(slip.Id, file.Id, file.Name, file.ContentType, file.Size, $"{slip.Number} {FileRoles.Name(file.Role)}第{file.Version}版");
}
