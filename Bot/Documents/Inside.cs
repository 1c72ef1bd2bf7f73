namespace DisclosureBot.Documents;

/// <summary>Looks at what lies inside a container: programs are refused, containers are looked into in their turn.</summary>
internal static class Inside
{
    /// <param name="content">Need not be seekable; is read to its end.</param>
    /// <param name="part">What to call it in a sentence.</param>
    /// <param name="depth">Of the container it lies in.</param>
    public static Harm? Look(Stream content, string part, Budget budget, int depth)
    {
        var head = FileCheck.Head(content);
        budget.Spend(head.Length);
        if (Programs.BeginsCertainly(head)) return new(HarmKind.ProgramInside, part);
        var (zip, compound) = (head.AsSpan().StartsWith("PK\u0003\u0004"u8), head.AsSpan().StartsWith(CompoundFile.Magic));
        if (!zip && !compound) return Drain(content, budget);
        if (depth + 1 >= Budget.MostDepth) return new(HarmKind.Bomb);
        using var whole = Spool(head, content, budget);
        var harm = (zip ? ZipCheck.Look(whole, budget, depth + 1) : OleCheck.Look(whole, budget, depth + 1)).Harm;
        return harm switch
        {
            { Kind: HarmKind.NotAllowed } => null, // not a file anyone gets by itself; it only must not do harm
            { Kind: HarmKind.Program } => new(HarmKind.ProgramInside, part),
            _ => harm,
        };
    }

    private static Harm? Drain(Stream content, Budget budget)
    {
        var buffer = new byte[64 * 1024];
        while (content.Read(buffer) is var got and > 0) budget.Spend(got);
        return null;
    }

    /// <summary>A seekable copy without a name in the file system, so that nothing can be left behind.</summary>
    private static FileStream Spool(byte[] head, Stream rest, Budget budget)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        try
        {
            if (!OperatingSystem.IsWindows()) File.Delete(path);
            file.Write(head);
            var buffer = new byte[64 * 1024];
            while (rest.Read(buffer) is var got and > 0)
            {
                budget.Spend(got);
                file.Write(buffer, 0, got);
            }
            file.Position = 0;
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
