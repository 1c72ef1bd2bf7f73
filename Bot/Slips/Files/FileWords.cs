using System.Globalization;
using DisclosureBot.Bureau;

namespace DisclosureBot.Slips.Files;

/// <summary>
/// What a reader is told of a slip's files: of those they may not open the role and version alone. A name can give away
/// what was taken out, a size and a fingerprint let it be guessed (B-13, B-14). Pure.
/// </summary>
/// <param name="reader">Null for the archive, which holds the files themselves.</param>
/// <param name="inPlaceOf">Those whose part the reader takes by a 委托.</param>
public sealed class FileWords(Slip slip, Person? reader, IReadOnlyList<Person>? inPlaceOf = null)
{
    private readonly List<SlipFile> _hidden = reader is { } person ? [.. slip.Files.Where(file => !MayOpen(slip, person, inPlaceOf, file))] : [];

    public bool Hides(SlipFile file) => _hidden.Contains(file);

    /// <summary>第2版.</summary>
    public static string Version(SlipFile file) => string.Create(CultureInfo.InvariantCulture, $"第{file.Version}版");

    /// <summary>A line of the trail; what was removed is told to those who may read the original.</summary>
    public TrailEntry Line(TrailEntry entry) =>
        entry.Act == SlipAct.File && entry.What.StartsWith(FileEvolution.Removal, StringComparison.Ordinal) && !ReadsRemovals
            ? entry with { What = FileEvolution.Removal, Why = null }
            : entry with { What = Of(entry.What), Why = entry.Why is { } why ? Of(why) : null };

    /// <summary>A sentence without the names that this reader is not told.</summary>
    public string Of(string text)
    {
        foreach (var file in _hidden)
        {
            var (role, name) = (FileRoles.Name(file.Role), $"“{file.Name}”");
            text = text.Replace(role + name, role, StringComparison.Ordinal);
            // A name that another file bears too, which they may open, is none to be hidden.
            if (slip.Files.All(other => other.Name != file.Name || Hides(other))) text = text.Replace(name, $"“{role}”", StringComparison.Ordinal);
        }
        return text;
    }

    private bool ReadsRemovals => reader is null || !slip.Files.Where(file => file.Role == FileRole.Document).DefaultIfEmpty(Original).Any(file => !MayOpen(slip, reader, inPlaceOf, file));

    private static bool MayOpen(Slip slip, Person reader, IReadOnlyList<Person>? inPlaceOf, SlipFile file) =>
        FileRules.MayOpen(slip, reader, file) || inPlaceOf?.Any(seat => FileRules.MayOpen(slip, seat, file)) == true;

    /// <summary>Stands for a document that is not uploaded yet.</summary>
    private SlipFile Original => new("", FileRole.Document, "", "", 0, "", 0, slip.Drafter, slip.SubmittedAt);
}
