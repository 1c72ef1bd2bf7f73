using System.Diagnostics;
using DisclosureBot.Paper;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Paper;

/// <summary>A document on paper, read back by a program that is not ours (poppler).</summary>
internal sealed class PrintedPaper
{
    private readonly string _path;

    private PrintedPaper(string path, byte[] bytes) => (_path, Bytes) = (path, bytes);

    public byte[] Bytes { get; }

    /// <summary>Prints the slip to Tests/output/paper, where people may look at it.</summary>
    public static PrintedPaper Of(PaperSlip slip, string name) => Of(Print(slip), name);

    /// <summary>The same of any document.</summary>
    public static PrintedPaper Of(byte[] bytes, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Output, "paper")).FullName;
        var path = Path.Combine(folder, name + ".pdf");
        File.WriteAllBytes(path, bytes);
        return new PrintedPaper(path, bytes);
    }

    public static byte[] Print(PaperSlip slip)
    {
        using var paper = new MemoryStream();
        SlipPaper.Write(slip, paper);
        return paper.ToArray();
    }

    /// <summary>The text in the order it was drawn, without spaces and line ends.</summary>
    public async Task<string> Text() => string.Concat(await Pages());

    /// <summary>The text of each page.</summary>
    public async Task<IReadOnlyList<string>> Pages() =>
        [.. (await Run("pdftotext", "-raw", "-enc", "UTF-8", _path, "-")).TrimEnd('\f').Split('\f').Select(Solid)];

    public Task<string> Fonts() => Run("pdffonts", _path);

    public Task<string> About() => Run("pdfinfo", _path);

    /// <summary>Each word with the box around it, as XHTML.</summary>
    public Task<string> Places() => Run("pdftotext", "-bbox", _path, "-");

    public static string Solid(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static async Task<string> Run(string program, params string[] arguments)
    {
        Needs.Programs(program);
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        })!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (process.ExitCode, await errors));
        return output;
    }
}
