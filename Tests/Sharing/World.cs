using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dapper;
using DisclosureBot.Bureau;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Delegations;
using DisclosureBot.Slips;
using DisclosureBot.Tests.Documents;
using DisclosureBot.Tests.Scenarios;
using DisclosureBot.Tests.Support;
using Microsoft.Data.Sqlite;

namespace DisclosureBot.Tests.Sharing;

/// <summary>A bureau in which people drafted, reported and pressed buttons at random, all of it through the front door: many cases in many states, each with a marker of its own in its title.</summary>
internal sealed partial class World(Town town, FakeFileHost site, string rosterFile, int seed) : IAsyncDisposable
{
    private const string Letters = "BCDFGHJKLMNPQRSTVWXZ";

    /// <summary>Buttons that end a slip's way are pressed seldom, so that many go far.</summary>
    private static readonly string[] Ends = ["slip.decline", "slip.withdraw", "slip.return", "slip.takeBack", "step.changeAttribute"];

    private static readonly string[] Looks = ["slip.show", "slip.files", "say", "file.send", "opinion.show"];

    private static readonly string[] Beside =
        [StepVerbs.Consult, StepVerbs.Countersign, StepVerbs.AnswerConsultation, StepVerbs.Copy, StepVerbs.PassOn, StepVerbs.Urge];

    private static readonly string[] Topics = ["做好冬季保供", "开展年货节促消费", "规范再生资源回收", "组织跨境电商培训", "推进县域商业", "加强成品油监管", "报送外贸运行", "举办餐饮技能竞赛", "核查单用途预付卡", "申报步行街改造"];

    private readonly Random _random = new(seed);
    private readonly HashSet<string> _pairs = new(StringComparer.Ordinal);
    private readonly List<(string Id, string Number, string Marker)> _cases = [];

    public Town Town => town;

    public Roster Roster { get; private set; } = RosterReader.Read(File.ReadAllBytes(rosterFile), rosterFile);

    public Random Random => _random;

    /// <summary>A marker that no case bears; one for all questions, for the letters give some seventy and no more.</summary>
    public string Nobodys => field ??= Marker();

    public static async Task<World> Open(int seed)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("roster-").FullName, "bureau.json");
        await using (var demo = typeof(Roster).Assembly.GetManifestResourceStream("demo-bureau.json")!)
        await using (var copy = File.Create(file)) await demo.CopyToAsync(copy);
        var site = await FakeFileHost.Start();
        // Not the year of the numbers that help texts give as examples: those reveal nothing.
        var town = await Town.Start(("Clock:Start", "2025-11-24T09:00:00+08:00"), ("Publishing:AllowLocalAddresses", "true"), ("Bureau:File", file));
        await town.Install([.. DemoBureau.Roster.People.Select(person => person.Id)]);
        return new World(town, site, file, seed);
    }

    /// <summary>Some have moved to other sections and lost their roles meanwhile; the program starts anew.</summary>
    public async Task Reorganise(params (string Person, string Section, string[] Roles)[] moves)
    {
        var roster = JsonNode.Parse(await File.ReadAllTextAsync(rosterFile))!;
        foreach (var (person, section, roles) in moves)
        {
            var entry = roster["people"]!.AsArray().Single(one => (string)one!["id"]! == person)!;
            (entry["section"], entry["roles"]) = (section, new JsonArray([.. roles.Select(role => JsonValue.Create(role))]));
        }

        await File.WriteAllTextAsync(rosterFile, roster.ToJsonString());
        Roster = RosterReader.Read(await File.ReadAllBytesAsync(rosterFile), rosterFile);
        await town.Restart(TimeSpan.FromMinutes(1));
    }

    public async Task Fill(int slips, int items, int presses)
    {
        for (var i = 0; i < slips; i++) await Draft();
        for (var i = 0; i < items; i++) await Report();
        foreach (var (id, _, marker) in _cases.ToList())
            for (var press = _random.Next(presses + 1); press > 0; press--)
                await PressSomething(id, marker);
        await town.Settle();
    }

    /// <summary>Every slip and item there is, as the journal has it now.</summary>
    public async Task<IReadOnlyList<Known>> Cases()
    {
        await using var journal = new SqliteConnection($"Data Source={Path.Combine(town.Bot.Data, "journal.db")};Mode=ReadOnly;Pooling=False");
        var rows = await journal.QueryAsync<(string Kind, string Id, string State)>("SELECT kind, id, state FROM cases WHERE kind IN ('slip', 'opinion')");
        var known = rows.ToDictionary(row => row.Id, StringComparer.Ordinal);
        var running = (await journal.QueryAsync<string>("SELECT state FROM cases WHERE kind = 'delegation'")).Select(state => JsonSerializer.Deserialize(state, DelegationJson.Readable.Delegation)!)
            .Where(one => one.RevokedAt is null && DateOnly.FromDateTime(town.Now.DateTime) is var today && one.Since <= today && today <= one.Until).ToList();
        return [.. _cases.Select(one => Known.Read(known[one.Id].Kind, one.Id, one.Number, one.Marker, known[one.Id].State)).Select(one => one with { StandIns = StandIns(one.Slip, running) })];
    }

    /// <summary>Everybody who ever was given a 委托: what they were shown in its days, they may be told the end of.</summary>
    public HashSet<string> StoodIn { get; } = new(StringComparer.Ordinal);

    /// <summary>委托 through the front door, from today on.</summary>
    /// <param name="until">yyyy-MM-dd; its last day.</param>
    public async Task Delegate(string from, string to, string until)
    {
        var person = town.Person(from);
        var form = (await person.Say("委托"))[0];
        var done = await person.Press(form, "提交委托", [("受托人", $"{Roster.Find(to)!.Name}({Roster.Find(to)!.Section.Name})"), ("授权依据", "因公出差"), ("结束日期", until)]);
        if (!done.Text.Contains("已委托", StringComparison.Ordinal)) throw new InvalidOperationException(done.Text);
        StoodIn.Add(to);
    }

    /// <summary>Ends one before its day.</summary>
    public async Task Revoke(string from)
    {
        var (id, card) = await town.Person(from).Live("授权依据", "撤销委托");
        await town.Person(from).Press(card, "撤销委托", on: id);
    }

    private HashSet<string> StandIns(Slip? slip, IReadOnlyList<Delegation> running) => slip is null ? []
        : running.Where(one => Waiting.Asked(slip, one.From.Id, Roster) is var asked
            && ((asked.Review && one.Scope != DelegationScope.Handling) || (asked.Handling && one.Scope != DelegationScope.Review))).Select(one => one.To.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>Six letters of which no two stand beside each other in another marker: nothing resembles it.</summary>
    private string Marker()
    {
        while (true)
        {
            var marker = new string([.. Enumerable.Range(0, 6).Select(_ => Letters[_random.Next(Letters.Length)])]);
            var pairs = Enumerable.Range(0, 5).Select(at => marker[at..(at + 2)]).ToList();
            if (pairs.Distinct(StringComparer.Ordinal).Count() < 5 || pairs.Exists(_pairs.Contains)) continue;
            _pairs.UnionWith(pairs);
            return marker;
        }
    }

    public T Any<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    public async ValueTask DisposeAsync()
    {
        await town.DisposeAsync();
        await site.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(rosterFile)!, recursive: true);
    }

    private async Task Draft()
    {
        var marker = Marker();
        var drafter = town.Person(Any([.. Roster.Holding(Role.Drafter)]).Id);
        for (var tries = 0; tries < 20; tries++)
        {
            var form = (await drafter.Say("拟稿"))[0];
            var (_, verb, data) = form.Presses(Fill(marker))[0];
            data["title"] = $"关于{Any(Topics)}工作的通知{marker}";
            if (SlipNumber().Match((await drafter.Send(verb, data)).Text) is not { Success: true } made) continue;
            var number = made.Groups["number"].Value;
            _cases.Add(($"slip-{number[..4]}-{number[5..].PadLeft(7, '0')}", number, marker));
            await Attach(drafter, number, marker);
            return;
        }

        throw new InvalidOperationException("Twenty drafts were refused.");
    }

    private async Task Attach(Resident drafter, string number, string marker)
    {
        var content = Samples.Docx(("docProps/note.xml", Encoding.UTF8.GetBytes($"<n>{marker}</n>")));
        var ask = (await drafter.SendFiles($"{number} 正文", ($"{marker}.docx", site.Serve(content))))[0];
        if (ask.Presses(_ => null).FirstOrDefault(press => press.Verb == "file.keep") is { Verb: { } verb, Data: { } data }) await drafter.Send(verb, data);
    }

    private async Task Report()
    {
        var marker = Marker();
        var said = await town.Person(Any(Roster.People).Id).Say($"舆情 {Any(Topics)}引发网民议论{marker} 来源:微博 https://weibo.example/{marker}");
        if (ItemNumber().Match(string.Concat(said.Select(card => card.Text))) is { Success: true } made)
            _cases.Add(($"opinion-{made.Value[1..5]}-{made.Value[6..].PadLeft(7, '0')}", made.Value, marker));
    }

    /// <summary>Whoever of the bureau is offered something on the case does one of it.</summary>
    private async Task PressSomething(string id, string marker)
    {
        foreach (var person in Roster.People.OrderBy(_ => _random.Next()).ToList())
        {
            var shown = await town.Person(person.Id).Send("slip.show", new Dictionary<string, string>(StringComparer.Ordinal) { ["slip"] = id });
            if (!shown.Type.EndsWith("card.adaptive", StringComparison.Ordinal)) continue;
            var presses = shown.Card.Presses(Fill(marker)).Where(press => !Looks.Contains(press.Verb, StringComparer.Ordinal)
                && (!Ends.Contains(press.Verb, StringComparer.Ordinal) || _random.Next(8) == 0)).ToList();
            if (presses.Count == 0) continue;
            // Colleagues asked, told and given it are what most people would see a slip by: half of the moves are of that kind.
            var beside = presses.Where(press => Beside.Contains(press.Verb, StringComparer.Ordinal)).ToList();
            var (_, verb, data) = Any(beside.Count > 0 && _random.Next(2) == 0 ? beside : presses);
            await town.Person(person.Id).Send(verb, data);
            return;
        }
    }

    private Func<JsonElement, string?> Fill(string marker) => input =>
    {
        var (type, id) = (input.GetProperty("type").GetString(), input.GetProperty("id").GetString()!);
        if (id.EndsWith("secret", StringComparison.OrdinalIgnoreCase)) return "no";
        if (input.TryGetProperty("value", out _) && _random.Next(3) > 0) return null;
        return type switch
        {
            "Input.ChoiceSet" => input.GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("value").GetString()!).ToList() is { Count: > 0 } choices ? Any(choices) : null,
            "Input.Toggle" => "true",
            "Input.Date" => town.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "Input.Number" => "3",
            "Input.Time" => null,
            _ when id.Contains("url", StringComparison.OrdinalIgnoreCase) => site.Serve(Encoding.UTF8.GetBytes($"<p>{marker}</p>"), "text/html"),
            _ when id.Contains("time", StringComparison.OrdinalIgnoreCase) => null,
            _ => "经核实情况属实,按程序办理",
        };
    };

    [GeneratedRegex(@"签号 (?<number>\d{4}-\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SlipNumber();

    [GeneratedRegex(@"舆\d{4}-\d{4}", RegexOptions.None, 1000)]
    private static partial Regex ItemNumber();
}
