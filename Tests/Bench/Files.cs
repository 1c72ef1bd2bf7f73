using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using DisclosureBot.Tests.Support;

namespace DisclosureBot.Tests.Bench;

/// <summary>Carries one large file into and out of each document store, every time in a process of its own, and prints the median.</summary>
internal static class Files
{
    private const int Times = 3;

    public static async Task Measure(string data, int megabytes)
    {
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
        var file = Path.Combine(Directory.CreateDirectory(data).FullName, "large.bin");
        var hash = await Make(file, megabytes);
        await using var azurite = await Azurite.Start(CancellationToken.None);

        Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {RuntimeInformation.OSDescription}; {megabytes} MB, median of {Times}, files on {data}.\n");
        Console.WriteLine("| store | way | MB/s | memory before, MB | growth of its peak, MB |\n|---|---|---|---|---|");
        foreach (var (store, account) in new[] { ("directory", ""), ("Azurite", azurite.ConnectionString) })
        {
            foreach (var way in new[] { "up", "down" })
            {
                var runs = new List<double[]>();
                for (var n = 0; n < Times; n++) runs.Add(await Once(data, account, way, $"large-{n}", file, hash));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {store} | {way} | {Median(runs, 0):F0} | {Median(runs, 1):F0} | {Median(runs, 2):F1} |"));
            }
        }
        Directory.Delete(data, recursive: true);
    }

    private static async Task<double[]> Once(string data, params string[] job)
    {
        await using var child = Child.Start("dotnet", [typeof(Files).Assembly.Location, "--files", .. job], data, new Dictionary<string, string>(StringComparer.Ordinal));
        var said = await child.Says("carried ", CancellationToken.None);
        return [.. said.Split(' ').Skip(1).Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
    }

    private static double Median(List<double[]> runs, int column) => runs.Select(run => run[column]).Order().ElementAt(runs.Count / 2);

    private static async Task<string> Make(string path, int megabytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = File.Create(path);
        var bytes = new byte[1024 * 1024];
        for (var n = 0; n < megabytes; n++)
        {
            RandomNumberGenerator.Fill(bytes);
            hash.AppendData(bytes);
            await file.WriteAsync(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
