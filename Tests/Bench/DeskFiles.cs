using System.Globalization;
using System.Runtime.InteropServices;
using DisclosureBot.Tests.Support;

namespace DisclosureBot.Tests.Bench;

/// <summary>Carries large files of several kinds through the whole program, which runs in a process of its own: up at the desk, down by the link. Prints the medians.</summary>
internal static class DeskFiles
{
    private const int Times = 3;

    public static async Task Measure(string data, int megabytes)
    {
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
        Directory.CreateDirectory(data);
        await using var azurite = await Azurite.Start(CancellationToken.None);

        Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {RuntimeInformation.OSDescription}; {megabytes} MB, median of {Times}, all on {data}.\n");
        Console.WriteLine("| store | kind | way | MB/s | the program's memory before, MB | growth of its peak, MB | the three growths |\n|---|---|---|---|---|---|---|");
        foreach (var kind in LargeFile.Kinds)
        {
            var file = await LargeFile.Make(data, kind, megabytes);
            foreach (var (store, account) in new[] { ("directory", ""), ("Azurite", azurite.ConnectionString) })
            {
                var runs = new List<(Carried Up, Carried Down)>();
                for (var n = 0; n < Times; n++) runs.Add(await Once(Path.Combine(data, "bot"), account, file, megabytes));
                Print(store, kind, "up", [.. runs.Select(run => run.Up)]);
                Print(store, kind, "down", [.. runs.Select(run => run.Down)]);
            }
            File.Delete(file);
        }
        Directory.Delete(data, recursive: true);
    }

    /// <summary>Two lives of the program, one for each way, so that the second does not live off what the first has taken.</summary>
    private static async Task<(Carried Up, Carried Down)> Once(string data, string account, string file, int megabytes)
    {
        await using var sink = await Sink.Open();
        await using var bot = await BotProcess.Start(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Logging:LogLevel:Default"] = "Warning",
                ["Documents:MostMegabytes"] = $"{megabytes + 20}",
                ["ConnectionStrings:Blobs"] = account,
            }, Directory.CreateDirectory(data).FullName);
        var carrier = new Carrier(bot, new Desk(bot.Client, sink.Address));
        await carrier.Warm();
        var up = await carrier.Up(file);
        await bot.StartAgain();
        await carrier.WarmAgain();
        var down = await carrier.Down();
        if (down.Bytes != up.Bytes) throw new InvalidOperationException($"{up.Bytes} bytes went up and {down.Bytes} came down.");
        await bot.Kill();
        Directory.Delete(data, recursive: true);
        return (up, down);
    }

    private static void Print(string store, string kind, string way, Carried[] runs) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {store} | {kind} | {way} | {Median(runs, run => run.Rate):F0} | {Median(runs, run => run.Before):F0} | {Median(runs, run => run.Growth):F1} | {string.Join(" ", runs.Select(run => run.Growth.ToString("F1", CultureInfo.InvariantCulture)))} |"));

    private static double Median(Carried[] runs, Func<Carried, double> of) => runs.Select(of).Order().ElementAt(runs.Length / 2);
}
