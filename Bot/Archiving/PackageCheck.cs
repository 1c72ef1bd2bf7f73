namespace DisclosureBot.Archiving;

/// <summary>The command <c>check-archive</c>: holds a package against itself, byte for byte, and against its recorded seal. Needs nothing but the file.</summary>
public static class PackageCheck
{
    private const string Usage = "Usage: check-archive FILE [--seal SHA256]   (the seal is recorded on the slip)";

    /// <param name="args">The file, and optionally <c>--seal</c> with the recorded one; the command's own name may stand before.</param>
    /// <param name="output">One line <c>ok</c> and what the package is, or the first thing that does not match.</param>
    /// <returns>0 when everything matches, otherwise 1.</returns>
    public static async Task<int> Run(string[] args, TextWriter output)
    {
        var (path, seal) = args is ["check-archive", .. var rest] ? Read(rest) : Read(args);
        if (path is null) return await Say(output, Usage, 1);
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024);
            return await Judge(file, seal, output);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return await Say(output, $"{path} cannot be read: {fault.Message}", 1);
        }
    }

    /// <summary>The same of a package that lies open; seekable.</summary>
    public static async Task<int> Judge(Stream file, string? seal, TextWriter output)
    {
        var package = new PackageReader(file);
        return package.FirstFault() is { } fault ? await Say(output, fault, 1) : await Compare(package, seal, output);
    }

    private static (string? Path, string? Seal) Read(string[] args) => args switch
    {
        [var path] when !path.StartsWith('-') => (path, null),
        [var path, "--seal", var seal] => (path, seal),
        ["--seal", var seal, var path] => (path, seal),
        _ => (null, null),
    };

    private static async Task<int> Compare(PackageReader package, string? seal, TextWriter output)
    {
        if (seal is not null && !string.Equals(seal.Trim(), package.Seal, StringComparison.OrdinalIgnoreCase))
            return await Say(output, $"seal: the package is sound in itself, but its seal is {package.Seal}: it is not the one that was sealed.", 1);
        var manifest = package.Manifest!;
        await output.WriteLineAsync("ok");
        await output.WriteLineAsync($"{manifest.Number} {manifest.Title} ({manifest.Slip} of {manifest.Bureau}), packed {manifest.CreatedAt:yyyy-MM-dd HH:mm}: {manifest.Entries.Count} parts, {package.Events} events.");
        return await Say(output, seal is null
            ? $"seal {package.Seal}: compare it with the one recorded on the slip; whoever changes a package whole changes its seal."
            : $"seal {package.Seal}: as recorded.", 0);
    }

    private static async Task<int> Say(TextWriter output, string line, int code)
    {
        await output.WriteLineAsync(line);
        return code;
    }
}
