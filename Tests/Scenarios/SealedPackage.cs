using System.IO.Compression;
using System.Text;
using DisclosureBot.Archiving;
using DisclosureBot.Bureau;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>An archive package as it lies in the bot's store, judged by the command that anybody can run on it.</summary>
internal sealed class SealedPackage
{
    /// <summary>As many places over the whole file as are tried with a changed byte.</summary>
    private const int Samples = 150;

    private readonly byte[] _bytes;
    private readonly string _seal;

    private SealedPackage(byte[] bytes, string seal) => (_bytes, _seal) = (bytes, seal);

    /// <summary>Names of the entries, in order.</summary>
    public IReadOnlyList<string> Entries => [.. Places().Select(entry => entry.Name)];

    /// <param name="data">The bot's working directory.</param>
    /// <param name="slip">Case id.</param>
    /// <param name="sealBegins">As the slip's trail shows it.</param>
    public static async Task<SealedPackage> Find(string data, string slip, string sealBegins)
    {
        var folders = Directory.GetDirectories(Path.Combine(data, "data", "files", "archive")).SelectMany(Directory.GetDirectories)
            .Where(folder => File.ReadAllText(Path.Combine(folder, "about.json")).Contains($"\"{slip}-", StringComparison.Ordinal));
        foreach (var folder in folders)
        {
            var (code, said) = await Check(Path.Combine(folder, "content"));
            Assert.True(code == 0, said);
            var seal = said.Split("seal ")[1][..64];
            if (!seal.StartsWith(sealBegins, StringComparison.Ordinal)) continue;
            (code, said) = await Check(Path.Combine(folder, "content"), "--seal", seal);
            Assert.True(code == 0 && said.Contains("as recorded", StringComparison.Ordinal), said);
            return new SealedPackage(await File.ReadAllBytesAsync(Path.Combine(folder, "content"), TestContext.Current.CancellationToken), seal);
        }

        throw new InvalidOperationException($"No package of {slip} has a seal that begins with {sealBegins}.");
    }

    /// <summary>One byte of each entry, and one at each of many places over the whole file: the check names what is wrong, every time.</summary>
    public async Task NoticesEveryChange()
    {
        var copy = Path.GetTempFileName();
        try
        {
            foreach (var (name, at, size) in Places())
            {
                await File.WriteAllBytesAsync(copy, Changed(at + (size / 2)), TestContext.Current.CancellationToken);
                var (code, said) = await Check(copy);
                Assert.True(code == 1 && said.Contains(name, StringComparison.Ordinal), $"{name}: {code} {said}");
            }
        }
        finally
        {
            File.Delete(copy);
        }

        for (var place = 0; place < Samples; place++)
        {
            var at = (int)((long)place * (_bytes.Length - 1) / (Samples - 1));
            using var said = new StringWriter();
            Assert.True(await PackageCheck.Judge(new MemoryStream(Changed(at)), _seal, said) == 1, $"A changed byte at {at} of {_bytes.Length} is not noticed.");
            Assert.NotEmpty(said.ToString().Trim());
        }
    }

    private static async Task<(int Code, string Said)> Check(string file, params string[] more)
    {
        await using var check = Child.Start("dotnet", [typeof(Roster).Assembly.Location, "check-archive", file, .. more], Path.GetTempPath(), new Dictionary<string, string>(StringComparer.Ordinal));
        await check.Ended;
        return (check.ExitCode, check.Output);
    }

    private byte[] Changed(int at)
    {
        var bytes = (byte[])_bytes.Clone();
        bytes[at] ^= 1;
        return bytes;
    }

    /// <summary>Where each entry's own bytes lie: all are stored as they are, one behind the other.</summary>
    private List<(string Name, int At, int Size)> Places()
    {
        using var zip = new ZipArchive(new MemoryStream(_bytes));
        var (places, offset) = (new List<(string, int, int)>(), 0);
        foreach (var entry in zip.Entries)
        {
            var at = offset + 30 + Encoding.UTF8.GetByteCount(entry.FullName);
            Assert.Equal(entry.Length, entry.CompressedLength);
            places.Add((entry.FullName, at, (int)entry.Length));
            offset = at + (int)entry.Length;
        }

        return places;
    }
}
