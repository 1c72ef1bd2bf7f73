// Measures a decision from the click to the durable commit and the replaced card, against a bare Kestrel endpoint in the same run:
//   dotnet run -c Release --project Tests/Bench [-- --count 2000 --at 1,32,128 --data DIRECTORY-ON-A-REAL-DISK]
// or a large file on its way into and out of the document store, with what it adds to the process's memory:
//   dotnet run -c Release --project Tests/Bench -- files [--megabytes 200 --data DIRECTORY-ON-A-REAL-DISK]
// or the same through the whole program, over HTTP: up at the desk, down by the link (Linux only, for what it says of memory):
//   dotnet run -c Release --project Tests/Bench -- desk-files [--megabytes 200 --data DIRECTORY-ON-A-REAL-DISK]
// or how well and how fast repeats are found among sightings of public opinion, whose truth is known:
//   dotnet run -c Release --project Tests/Bench -- opinions [--sightings 1000]
// or the first answer of a search among very many slips, which are made once and then kept for --reuse:
//   dotnet run -c Release --project Tests/Bench -- search [--slips 1000000 --times 100 --data DIRECTORY-ON-A-REAL-DISK --reuse]
// or a month of a made-up bureau, three times over: how often people are rung, and whether anything stays unseen (some minutes):
//   dotnet run -c Release --project Tests/Bench -- month [--people 60 --first 2026-09-14 --last 2026-10-14 --slips 12 --seed 1 --mode 每日汇总]
// or such a month on several processes while they are killed, stopped, frozen and misled, their database and its disk too (needs the rights to mount):
//   dotnet run -c Release --project Tests/Bench -- faults [--replicas 3 --people 20 --first 2026-09-14 --last 2026-10-14 --slips 4 --seed 1 --every 8]
using System.Globalization;
using System.Runtime.InteropServices;
using DisclosureBot.Tests.Bench;
using DisclosureBot.Tests.Bench.Search;
using DisclosureBot.Tests.Month;
using DisclosureBot.Tests.Support;

if (args is ["--floor", var url, var length])
{
    await Floor.Serve(url, int.Parse(length, CultureInfo.InvariantCulture));
    return;
}

if (args is ["--files", .. var job])
{
    await FileRun.Carry(job);
    return;
}

if (args is ["files", ..])
{
    await Files.Measure(
        Path.GetFullPath(Option("--data") ?? Path.Combine(Repository.Root, "data", "bench-files")),
        int.Parse(Option("--megabytes") ?? "200", CultureInfo.InvariantCulture));
    return;
}

if (args is ["desk-files", ..])
{
    await DeskFiles.Measure(
        Path.GetFullPath(Option("--data") ?? Path.Combine(Repository.Root, "data", "bench-desk-files")),
        int.Parse(Option("--megabytes") ?? "200", CultureInfo.InvariantCulture));
    return;
}

if (args is ["opinions", ..])
{
    Opinions.Measure(int.Parse(Option("--sightings") ?? "1000", CultureInfo.InvariantCulture));
    return;
}

if (args is ["search", ..])
{
    await SearchBench.Measure(
        Path.GetFullPath(Option("--data") ?? Path.Combine(Path.GetTempPath(), "disclosurebot-search")),
        int.Parse(Option("--slips") ?? "1000000", CultureInfo.InvariantCulture),
        int.Parse(Option("--times") ?? "100", CultureInfo.InvariantCulture),
        args.Contains("--reuse", StringComparer.Ordinal));
    return;
}

if (args is ["month", ..])
{
    await DisclosureBot.Tests.Bench.Month.Measure(
        int.Parse(Option("--people") ?? "60", CultureInfo.InvariantCulture),
        DateOnly.ParseExact(Option("--first") ?? "2026-09-14", "yyyy-MM-dd", CultureInfo.InvariantCulture), DateOnly.ParseExact(Option("--last") ?? "2026-10-14", "yyyy-MM-dd", CultureInfo.InvariantCulture),
        double.Parse(Option("--slips") ?? "4", CultureInfo.InvariantCulture), int.Parse(Option("--seed") ?? "1", CultureInfo.InvariantCulture), Option("--mode"));
    return;
}

if (args is ["faults", ..])
{
    var month = new MonthPlan(
        int.Parse(Option("--people") ?? "20", CultureInfo.InvariantCulture),
        DateOnly.ParseExact(Option("--first") ?? "2026-09-14", "yyyy-MM-dd", CultureInfo.InvariantCulture), DateOnly.ParseExact(Option("--last") ?? "2026-10-14", "yyyy-MM-dd", CultureInfo.InvariantCulture),
        double.Parse(Option("--slips") ?? "4", CultureInfo.InvariantCulture), int.Parse(Option("--seed") ?? "1", CultureInfo.InvariantCulture), Option("--mode") ?? "即时", Step: 62)
    { Between = TimeSpan.FromMinutes(20) };
    Environment.ExitCode = await Faults.Measure(new(month, int.Parse(Option("--replicas") ?? "3", CultureInfo.InvariantCulture), int.Parse(Option("--every") ?? "8", CultureInfo.InvariantCulture), Whims: 0.15));
    return;
}

var count = int.Parse(Option("--count") ?? "2000", CultureInfo.InvariantCulture);
var stages = (Option("--at") ?? "1,32,128").Split(',').Select(at => int.Parse(at, CultureInfo.InvariantCulture)).ToArray();
var data = Path.GetFullPath(Option("--data") ?? Path.Combine(Repository.Root, "data", "bench"));
if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
Directory.CreateDirectory(data);

await using var sink = await Sink.Open();
await using var bot = await BotProcess.Start(
    new Dictionary<string, string>(StringComparer.Ordinal) { ["Logging:LogLevel:Default"] = "Warning" }, data);
var desk = new Desk(bot.Client, sink.Address);
var driver = new Driver(bot.Messages);
var rows = new List<Row>();

Console.Error.WriteLine($"preparing {stages.Length} × {count + Driver.Warmup} slips");
var sample = await desk.Prepare("预热");
foreach (var at in stages)
{
    var slips = new List<Slip>(count + Driver.Warmup);
    for (var n = 0; n < count + Driver.Warmup; n++) slips.Add(await desk.Prepare($"第{at}组第{n}件"));
    rows.Add(await driver.Run("decide (slip.sign)", at, [.. slips.Select(slip => slip.Sign)]));
    await desk.MustBeSigned(slips[^1]);
    rows.Add(await driver.Run("read (slip.show)", at, [.. slips.Select(slip => slip.Show)]));
}
var memory = bot.Process.Memory;

await using (var floor = await Floor.Start(rows[0].AnswerBytes))
{
    var bare = new Driver(floor.Address);
    // The bot was warmed by the preparing; the floor, which must not look slower than it is, by turns of its own.
    const int warmup = 20_000;
    foreach (var at in stages)
        rows.Add(await bare.Run("floor (bare Kestrel)", at, [.. Enumerable.Repeat(sample.Sign, (5 * count) + warmup)], warmup));
}

Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {RuntimeInformation.OSDescription}; {count} turns a stage after {Driver.Warmup} of warm-up;");
Console.WriteLine($"the journal on {data}; the bot's resident memory afterwards {memory / 1048576} MB.\n");
Console.WriteLine("| workload | at once | turns/s | p50 ms | p99 ms | ratio to the floor | answer bytes |\n|---|---|---|---|---|---|---|");
foreach (var row in rows)
{
    var floor = rows.Single(r => r.Work.StartsWith("floor", StringComparison.Ordinal) && r.AtOnce == row.AtOnce);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {row.Work} | {row.AtOnce} | {row.PerSecond:F0} | {row.P50:F2} | {row.P99:F2} | {row.PerSecond / floor.PerSecond:F3} | {row.AnswerBytes} |"));
}

string? Option(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
