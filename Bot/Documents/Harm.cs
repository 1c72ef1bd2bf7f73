namespace DisclosureBot.Documents;

/// <summary>Why the bytes of a file are not taken in.</summary>
/// <param name="Part">The place inside the file, where that helps to find it.</param>
internal sealed record Harm(HarmKind Kind, string Part = "")
{
    public Refusal ToRefusal(string name) => Kind switch
    {
        HarmKind.Program => FileRefusals.Program(name),
        HarmKind.ProgramInside => FileRefusals.ProgramInside(name, Part),
        HarmKind.Macro => FileRefusals.Macro(name),
        HarmKind.Encrypted => FileRefusals.Encrypted(name),
        HarmKind.Remote => FileRefusals.Remote(name),
        HarmKind.Field => FileRefusals.Field(name),
        HarmKind.PdfScript => FileRefusals.PdfScript(name),
        HarmKind.PdfAttachment => FileRefusals.PdfAttachment(name),
        HarmKind.PdfAction => FileRefusals.PdfAction(name),
        HarmKind.PdfOpaque => FileRefusals.PdfOpaque(name),
        HarmKind.Bomb => FileRefusals.Bomb(name),
        HarmKind.TwoInOne => FileRefusals.TwoInOne(name),
        HarmKind.Broken => FileRefusals.Broken(name),
        HarmKind.NotAllowed => FileRefusals.NotAllowed(name),
        HarmKind.TextEncoding => FileRefusals.TextEncoding(name),
        _ => throw new InvalidOperationException($"Unknown harm: {Kind}"),
    };
}

internal enum HarmKind
{
    Program, ProgramInside, Macro, Encrypted, Remote, Field, PdfScript, PdfAttachment, PdfAction, PdfOpaque, Bomb, TwoInOne, Broken, NotAllowed, TextEncoding,
}

/// <summary>What was seen in a file: what it is, or why it is not taken in.</summary>
internal sealed record Sight(Content? Content, Harm? Harm)
{
    public static implicit operator Sight(Content content) => new(content, null);

    public static implicit operator Sight(Harm harm) => new(null, harm);

    public static implicit operator Sight(HarmKind kind) => new(null, new Harm(kind));
}

/// <summary>The bytes and the depth that looking into one file may cost; beyond them it is a bomb.</summary>
internal sealed class Budget(CancellationToken stop)
{
    private const long MostInflated = 1L << 30;
    public const int MostDepth = 4;

    /// <summary>Bytes looked at so far, and steps along chains.</summary>
    public long Spent { get; private set; }

    /// <exception cref="SpentException">The file is larger inside than it may be.</exception>
    public void Spend(long bytes)
    {
        stop.ThrowIfCancellationRequested();
        if ((Spent += bytes) > MostInflated) throw new SpentException();
    }
}

/// <summary>Ends the looking into a file that has no end; the check turns it into a refusal.</summary>
internal sealed class SpentException() : Exception("The file unfolds to more than is looked at.");
