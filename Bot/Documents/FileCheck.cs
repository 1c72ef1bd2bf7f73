namespace DisclosureBot.Documents;

/// <summary>What the check says of a file.</summary>
public abstract record FileVerdict
{
    private FileVerdict() { }

    /// <param name="Name">Cleaned.</param>
    /// <param name="ContentType">By its content, not by what the sender said.</param>
    public sealed record Accepted(string Name, string ContentType) : FileVerdict;

    public sealed record Refused(Refusal Refusal) : FileVerdict;
}

/// <summary>
/// Decides whether a file may be put on a slip: a kind that is allowed, content that agrees with the extension, and
/// nothing inside that runs, hides or unfolds without end. Not a virus scanner: it refuses whole classes of trouble.
/// </summary>
public static class FileCheck
{
    private const int HeadLength = 4096;

    /// <param name="file">Seekable; read in small pieces, whatever its size.</param>
    /// <param name="name">As sent.</param>
    /// <param name="stop">Ends the looking.</param>
    public static FileVerdict Look(Stream file, string name, CancellationToken stop = default)
    {
        var clean = FileName.Clean(name);
        if (file.Length == 0) return new FileVerdict.Refused(FileRefusals.Empty(clean));
        var sight = See(file, stop);
        if ((ByName(clean, sight) ?? sight.Harm?.ToRefusal(clean)) is { } refusal) return new FileVerdict.Refused(refusal);
        var (kind, content) = (FileKind.Named(FileName.Extension(clean)), sight.Content!.Value);
        if (kind is null) return new FileVerdict.Refused(FileRefusals.NotAllowed(clean));
        return kind.Content == content
            ? new FileVerdict.Accepted(clean, kind.ContentType)
            : new FileVerdict.Refused(FileRefusals.Differs(clean, FileKind.Say(content)));
    }

    /// <summary>The gravest first: what runs, by content or by name.</summary>
    private static Refusal? ByName(string name, Sight sight)
    {
        var extensions = name.Split('.').Skip(1).Select(part => "." + part.Trim()).ToArray();
        if (sight.Harm is { Kind: HarmKind.Program }) return FileRefusals.Program(name);
        if (extensions.Length > 0 && Programs.IsProgramExtension(extensions[^1])) return FileRefusals.Program(name);
        if (extensions.Length > 0 && Programs.IsMacroExtension(extensions[^1])) return FileRefusals.Macro(name);
        return extensions.SkipLast(1).Any(Programs.IsProgramExtension) ? FileRefusals.ProgramName(name) : null;
    }

    private static Sight See(Stream file, CancellationToken stop)
    {
        try
        {
            file.Position = 0;
            var head = Head(file);
            if (Programs.Begins(head)) return HarmKind.Program;
            return ByHead(head)(file, new Budget(stop));
        }
        catch (SpentException)
        {
            return HarmKind.Bomb;
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or System.Xml.XmlException or NotSupportedException or ArgumentException or OverflowException)
        {
            return HarmKind.Broken;
        }
    }

    private static Func<Stream, Budget, Sight> ByHead(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("%PDF-"u8)) return PdfCheck.Look;
        if (head.StartsWith(CompoundFile.Magic)) return (file, budget) => OleCheck.Look(file, budget, 0);
        if (head.StartsWith("PK\u0003\u0004"u8)) return (file, budget) => ZipCheck.Look(file, budget, 0);
        if (head.StartsWith(ImageCheck.PngMagic)) return ImageCheck.Png;
        if (head.StartsWith(ImageCheck.JpegMagic)) return ImageCheck.Jpeg;
        return TextCheck.Look;
    }

    /// <summary>The first bytes, for those who look at streams inside files too; the stream is read on by as many.</summary>
    internal static byte[] Head(Stream stream)
    {
        var head = new byte[HeadLength];
        return head[..stream.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false)];
    }
}
