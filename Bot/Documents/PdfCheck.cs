namespace DisclosureBot.Documents;

/// <summary>
/// Reads a PDF's names, plain or hidden behind escapes and in compressed object streams, and refuses those that run
/// something or bring other files along. Lengths and tables in the file are not believed: a reader may find objects anywhere.
/// </summary>
internal static class PdfCheck
{
    private const int Tail = 2048;

    /// <summary>JS stands only where JavaScript or Rendition stands too, and is too short to be looked for among packed bytes.</summary>
    private static readonly HashSet<string> Scripts = ["JavaScript", "Launch", "RichMedia", "Rendition"];
    private static readonly HashSet<string> Actions = ["XFA", "SubmitForm", "ImportData", "GoToR", "GoToE"];
    private static readonly HashSet<string> Attachments = ["EmbeddedFile", "EmbeddedFiles", "FileAttachment"];

    /// <summary>Whether a plain document never has this name, at whatever place.</summary>
    public static bool IsHarm(string name) => name == "Encrypt" || Scripts.Contains(name) || Actions.Contains(name) || Attachments.Contains(name);

    /// <summary>Whether it stands in the dictionary of every stream of objects: its kind, and the place where the first of them begins.</summary>
    public static bool Announces(string name) => name is "ObjStm" or "First";

    public static Sight Look(Stream file, Budget budget)
    {
        if (!IsWhole(file)) return HarmKind.Broken;
        var names = new PdfNames(file, budget);
        var (objects, holders) = (0, new List<PdfObject>());
        while (names.Next() is { } found)
        {
            objects++;
            if (Judge(found.Names) is { } harm) return harm;
            if (found.HoldsObjects) holders.Add(found);
        }
        if (objects == 0) return HarmKind.Broken;
        var bytes = new PdfBytes(budget);
        bytes.Scan(file);
        if (Judge(bytes.Names) is { } hidden) return hidden;
        // One that is announced in a string, a comment or another stream is there for programs that read it otherwise.
        return bytes.Announced != names.Announced || holders.Exists(holder => !holder.IsPlain || (holder.IsFolded && bytes.Unread.Contains(holder.StreamStart)))
            ? HarmKind.PdfOpaque
            : Content.Pdf;
    }

    private static Sight? Judge(IReadOnlySet<string> names)
    {
        if (names.Contains("Encrypt")) return HarmKind.Encrypted;
        if (names.Overlaps(Scripts) || names.Contains("JS")) return HarmKind.PdfScript;
        if (names.Overlaps(Attachments) || names.Contains("EF")) return HarmKind.PdfAttachment;
        return names.Overlaps(Actions) ? HarmKind.PdfAction : null;
    }

    private static bool IsWhole(Stream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, Tail)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        return tail.AsSpan().LastIndexOf("%%EOF"u8) >= 0 && tail.AsSpan().LastIndexOf("startxref"u8) >= 0;
    }
}

/// <summary>The names between two ends of objects.</summary>
/// <param name="Names">Unescaped.</param>
/// <param name="StreamStart">In the file; zero where no stream follows.</param>
/// <param name="IsPlain">The stream is compressed in the one common way or not at all, and its entries say so themselves.</param>
internal sealed record PdfObject(IReadOnlySet<string> Names, long StreamStart, bool IsPlain)
{
    /// <summary>Its kind says so, or the two entries that only such a stream has.</summary>
    public bool HoldsObjects => StreamStart > 0 && (Names.Contains("ObjStm") || (Names.Contains("First") && Names.Contains("N")));

    public bool IsFolded => Names.Contains("FlateDecode") || Names.Contains("Fl");
}
