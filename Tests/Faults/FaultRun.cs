using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DisclosureBot.Clock;
using DisclosureBot.Tests.Month;
using DisclosureBot.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace DisclosureBot.Tests.Faults;

/// <summary>What came of it.</summary>
/// <param name="Wrong">What is not as it should be, one line each; empty when all is well.</param>
internal sealed record FaultFigures(IReadOnlyList<string> Wrong, IReadOnlyDictionary<Fault, int> Struck, int Repeated, int Whims, int Slips, int Events, int Marks, int Rungs, int Slots, int CalmRings, int Rings, TimeSpan Took);

/// <summary>Lives the same days in peace and among faults, and compares what is left of both.</summary>
internal sealed partial class FaultRun(FaultPlan plan)
{
    private const string EventRows = "SELECT case_id, version, type, actor, body, at FROM events ORDER BY case_id, version";
    private readonly Chance _chance = new(plan.Month.Seed);
    private readonly Dictionary<string, int> _asked = new(StringComparer.Ordinal);
    private readonly List<string> _wrong = [];
    private int _whims;

    public async Task<FaultFigures> Go(byte[] document)
    {
        var began = TimeProvider.System.GetTimestamp();
        var calm = await Calm(document);

        await using var box = await Postbox.Open(document);
        box.Whims = Whimsy;
        await using var server = await PostgresServer.Start(CancellationToken.None, megabytes: 256);
        await using var fleet = new Fleet(plan, _chance, server, await server.Create(null, CancellationToken.None));
        var run = new MonthRun(plan.Month);
        await fleet.Open(await run.Settings());
        var marks = 0;
        var visitor = new Visitor(fleet, box, run.Roster, () => string.Create(CultureInfo.InvariantCulture, $"拟同意。[f{++marks:D4}]"));
        await run.Live(fleet, box, visitor);

        // In peace, until whatever was in doubt or put off is through.
        (fleet.InPeace, box.Whims) = (true, null);
        await Rest(fleet, box);

        var events = await fleet.Rows(EventRows);
        Compare(calm.Events, events);
        Marks(events);
        var slots = await Slots(fleet, box, run, visitor);
        var rungs = await Rungs(fleet, box);
        var rings = box.All.Where(mail => mail is { Rings: true }).SelectMany(mail => mail.Cases.Where(_ => !mail.IsBriefing).Select(name => (mail.Person, name))).ToLookup(pair => pair);
        foreach (var of in rings.Where(of => of.Count() > calm.Rings[of.Key].Count())) _wrong.Add($"{of.Key.Person} was rung {of.Count()} times for {of.Key.name}, in peace {calm.Rings[of.Key].Count()}");
        var (code, said) = await fleet.Verify();
        if (code != 0) _wrong.Add($"verify: {said}");
        return new(
            _wrong, fleet.Struck.CountBy(kind => kind).ToDictionary(), fleet.Repeated, _whims, events.Count(row => row[2] == "Drafted"), events.Count, marks, rungs, slots,
            calm.Rings.Sum(of => of.Count()), rings.Sum(of => of.Count()), TimeProvider.System.GetElapsedTime(began));
    }

    private async Task<(List<string?[]> Events, ILookup<(string Person, string Case), (string, string)> Rings)> Calm(byte[] document)
    {
        await using var box = await Postbox.Open(document);
        var run = new MonthRun(plan.Month);
        await using var house = new StepwiseHouse(await LoneHouse.Open(await run.Settings()));
        var marks = 0;
        await run.Live(house, box, new Visitor(house, box, run.Roster, () => string.Create(CultureInfo.InvariantCulture, $"拟同意。[f{++marks:D4}]")));
        await Rest(house, box);
        return (await house.Rows(EventRows), box.All.Where(mail => mail is { Rings: true, IsBriefing: false }).SelectMany(mail => mail.Cases.Select(name => (mail.Person, name))).ToLookup(pair => pair));
    }

    private async Task Rest(IHouse house, Postbox box)
    {
        for (var hours = 0; hours <= 12; hours += 6)
        {
            box.Now = BureauTime.At(plan.Month.Last, new TimeOnly(19, 30)).AddHours(hours);
            await house.Settle(box.Now);
        }
    }

    /// <summary>By case, the same facts by the same people in the same order; what the clock does between two of them may come in any.</summary>
    private void Compare(List<string?[]> calm, List<string?[]> events)
    {
        var expected = Stories(calm);
        var found = Stories(events);
        foreach (var id in expected.Keys.Union(found.Keys, StringComparer.Ordinal))
            if (expected.GetValueOrDefault(id) is var before && found.GetValueOrDefault(id) is var after && before != after) _wrong.Add($"{id} in peace:\n{before}\nand among faults:\n{after}");

        static Dictionary<string, string> Stories(List<string?[]> rows) => rows.GroupBy(row => row[0]!, StringComparer.Ordinal)
            .ToDictionary(of => of.Key, of => string.Join('\n', Ordered(of)), StringComparer.Ordinal);

        // Processes work off beside each other what falls due at one moment.
        static IEnumerable<string> Ordered(IEnumerable<string?[]> rows)
        {
            var people = 0;
            return rows.Select(row => (Place: row[3] == "clock" ? people : ++people, IsClock: row[3] == "clock", Line: $"{row[2]} {row[3]} {Mark().Match(row[4]!).Value}"))
                .OrderBy(row => row.Place).ThenBy(row => row.IsClock).ThenBy(row => row.Line, StringComparer.Ordinal).Select(row => row.Line);
        }
    }

    /// <summary>Every word that was written with an accepted click stands in the journal once, however often it was pressed.</summary>
    private void Marks(List<string?[]> events)
    {
        foreach (var (mark, times) in events.SelectMany(row => Mark().Matches(row[4]!).Select(match => match.Value)).CountBy(mark => mark, StringComparer.Ordinal))
            if (times != 1) _wrong.Add($"{mark} stands in the journal {times} times");
    }

    /// <summary>Everybody's card of every case stands in their chat and shows the present.</summary>
    private async Task<int> Slots(Fleet fleet, Postbox box, MonthRun run, Visitor visitor)
    {
        var rows = await fleet.Rows("SELECT case_id, person, wanted, delivered, alert_wanted, alerted, state, conversation_id, message_id, retired_id FROM slots WHERE state <> 'Held' ORDER BY case_id, person");
        foreach (var row in rows)
        {
            var name = $"{row[0]} {row[1]}: {string.Join(' ', row[2..])}";
            if (row[6] != "Idle" || row[3] != row[2] || row[5] != row[4] || row[9] is not null) _wrong.Add($"not at rest: {name}");
            else if (row[8] is null || box.Standing(row[7]!, row[8]!) is not { } standing) _wrong.Add($"no card: {name}");
            else if (row[0]!.StartsWith("slip-", StringComparison.Ordinal) && await visitor.Show(run.Roster.Find(row[1]!)!, row[0]!) is { } present && Undated(Text(standing)) is var shown && shown != Undated(present.Text))
                _wrong.Add($"an older card: {name}\n{shown}\n-- now --\n{Undated(present.Text)}");
        }

        return rows.Count;

        // A card counts the days to a deadline when it is made; nobody is written to because a day has passed.
        static string Undated(string text) => DaysLeft().Replace(text, "");

        static string Text(string message)
        {
            using var json = JsonDocument.Parse(message);
            return new ReadCard(json.RootElement.GetProperty("attachments")[0].GetProperty("content").Clone()).Text;
        }
    }

    /// <summary>Each rung of a deadline is in the journal once and reached everybody it was meant for.</summary>
    private async Task<int> Rungs(Fleet fleet, Postbox box)
    {
        var rungs = (await fleet.Rows("SELECT case_id, body, at FROM events WHERE type = 'DeadlineReminded'")).Select(MonthRun.Rung).ToList();
        foreach (var twice in (await fleet.Rows("SELECT case_id, body FROM events WHERE type = 'DeadlineReminded' GROUP BY case_id, body HAVING COUNT(*) > 1"))) _wrong.Add($"reminded twice: {twice[0]} {twice[1]}");
        foreach (var rung in rungs)
        {
            foreach (var person in rung.To)
                if (!box.All.Any(mail => mail.IsPost && mail.Person == person && mail.Cases.Contains(rung.Case) && mail.At >= rung.At - TimeSpan.FromMinutes(20))) _wrong.Add($"{rung.Case} {rung.Rung} of {rung.At:O} never reached {person}");
        }

        return rungs.Count;
    }

    /// <summary>Every message has its own luck, each time it is tried.</summary>
    private async Task<Whim> Whimsy(HttpContext http, string message)
    {
        var key = $"{http.Request.Method} {Case().Match(message).Value} {Person().Match(message).Value}";
        int count;
        lock (_asked) _asked[key] = count = _asked.GetValueOrDefault(key) + 1;
        if (_chance.Of("whim", key, count) >= plan.Whims) return Whim.None;
        Interlocked.Increment(ref _whims);
        switch (_chance.Of("which", key, count))
        {
            case < 0.25:
                http.Response.StatusCode = 500;
                return Whim.NotTaken;
            case < 0.4:
                http.Response.StatusCode = 429;
                http.Response.Headers.RetryAfter = "1";
                return Whim.NotTaken;
            case < 0.55:
                http.Abort();
                return Whim.NotTaken;
            case < 0.8:
                return Whim.TakenInSilence;
            default:
                await Task.Delay(700); // well within a lease: what arrives later than that can cover a newer card
                return Whim.None;
        }
    }

    [GeneratedRegex(@"\[f\d+\]", RegexOptions.None, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex(",?(还剩|已逾期)\\d+天|,?今天到期", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DaysLeft();

    [GeneratedRegex(@"(slip|opinion)-\d{4}-\d{7}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Case();

    [GeneratedRegex(@"a:p\d+;personal", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Person();
}
