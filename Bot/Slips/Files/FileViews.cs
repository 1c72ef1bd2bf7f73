using System.Globalization;
using DisclosureBot.Bureau;
using DisclosureBot.Cards.Files;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Clock;

namespace DisclosureBot.Slips.Files;

/// <summary>Words a slip's files: in short on its card, and in full on a card of their own.</summary>
public sealed class FileViews(FileAddress address, PaperAddress paper, TimeProvider clock)
{
    /// <summary>Null where there is nothing to say: no file yet, and not this person's to bring one.</summary>
    /// <param name="told">What this reader is told of the files.</param>
    public FilesBrief? Brief(Slip slip, Person reader, FileWords told)
    {
        var hint = slip.Current(FileRole.Document) is null && reader.Id == slip.Drafter.Id && slip.Phase is not (SlipPhase.Declined or SlipPhase.Archived)
            ? "正文尚未上传:可在聊天中直接把文件发给我,或在办件台拖入。"
            : null;
        return slip.Files.Count == 0 && hint is null && paper(slip, reader) is null
            ? null
            : new(slip.Files.Count, slip.PresentFiles.OrderBy(file => file.Role).Select(file => Short(file, told)).ToList(), hint, paper(slip, reader));
    }

    /// <param name="inPlaceOf">Those whose part the reader takes by a 委托: what they may open, the reader may.</param>
    public FilesView All(Slip slip, Person reader, int from = 0, Notice? notice = null, IReadOnlyList<Person>? inPlaceOf = null)
    {
        var told = new FileWords(slip, reader, inPlaceOf);
        return new(slip.Id, slip.Number, slip.Content.Title, slip.Files.Reverse().Select(file => Line(slip, file, reader, told)).ToList(), from, paper(slip, reader), notice);
    }

    private FileLine Line(Slip slip, SlipFile file, Person reader, FileWords told)
    {
        var (role, on) = ($"{FileRoles.Name(file.Role)} · {FileWords.Version(file)}", BureauTime.Show(file.At, clock.BureauNow().Year));
        return told.Hides(file)
            ? new(file.Id, role, "", "", on, file.By.Name, "", null)
            : new(file.Id, role, file.Name, Size(file.Size), on, file.By.Name, file.Sha256, address(slip, reader, file.Id));
    }

    private static string Short(SlipFile file, FileWords words) => words.Hides(file)
        ? $"{FileRoles.Name(file.Role)} · {FileWords.Version(file)}"
        : $"{FileRoles.Name(file.Role)}:{file.Name} · {FileWords.Version(file)} · {Size(file.Size)}";

    /// <summary>312 KB, 4.2 MB; 1 KB is 1024 bytes.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1024)} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024.0:0.#} MB"),
    };
}
