using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using DisclosureBot.Tests.Month;
using DisclosureBot.Tests.Support;
using Npgsql;

namespace DisclosureBot.Tests.Faults;

/// <summary>
/// Several processes on one PostgreSQL, with people who press again on the next one until they are answered, and somebody
/// who breaks something every so often. Whatever was broken is mended before the clock is moved.
/// </summary>
internal sealed class Fleet(FaultPlan plan, Chance chance, PostgresServer server, string database) : IHouse
{
    /// <summary>The clock is moved on a few times more, so that what was put off for some minutes comes to its turn before people act again.</summary>
    internal static readonly TimeSpan[] Steps = [TimeSpan.Zero, TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(9)];

    /// <summary>How long somebody looks at a button that does not answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly List<(BotProcess Bot, Dictionary<string, string> Settings)> _replicas = [];
    private readonly List<Task> _mending = [];

    /// <summary>What the processes share beside the database.</summary>
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("fleet-");
    private readonly NpgsqlDataSource _journal = NpgsqlDataSource.Create(database + ";Pooling=false");
    private readonly List<Fault> _struck = [];
    private readonly HashSet<int> _away = [];
    private DateTimeOffset _now;
    private long _movedAt;
    private int _posts;
    private int _nextFault = 3;

    /// <summary>In the order they were done.</summary>
    public IReadOnlyList<Fault> Struck => _struck;

    /// <summary>Answers that did not come, and were asked for again.</summary>
    public int Repeated { get; private set; }

    /// <summary>From now on nothing breaks any more.</summary>
    public bool InPeace { get; set; }

    public async Task Open(IReadOnlyDictionary<string, string> settings)
    {
        Moved(DateTimeOffset.Parse(settings["Clock:Start"], CultureInfo.InvariantCulture));
        for (var i = 0; i < plan.Replicas; i++)
        {
            var own = new Dictionary<string, string>(settings, StringComparer.Ordinal)
            {
                ["Journal:Provider"] = "postgres",
                ["ConnectionStrings:Journal"] = database,
                ["Documents:Directory"] = Path.Combine(_files.FullName, "files"),
                ["Documents:KeyDirectory"] = Path.Combine(_files.FullName, "keys"),
                ["Replicas:LeaseSeconds"] = FaultPlan.Lease.TotalSeconds.ToString(CultureInfo.InvariantCulture),
            };
            _replicas.Add((await BotProcess.Start(own), own));
        }
    }

    /// <summary>The person presses again, elsewhere, until somebody answers.</summary>
    public async Task<string> Post(JsonObject activity)
    {
        var text = activity.ToJsonString();
        var turn = ++_posts;
        var answered = Insist(text, turn, CancellationToken.None);
        if (!InPeace && turn >= _nextFault) await Strike(turn, text);
        return await answered;
    }

    public async Task Settle(DateTimeOffset now)
    {
        await Mend();
        foreach (var step in Steps)
        {
            Moved(now + step);
            await Task.WhenAll(_replicas.Select(replica => Settle(replica.Bot, now + step)));
        }
    }

    public async Task<List<string?[]>> Rows(string sql)
    {
        await using var command = _journal.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        List<string?[]> all = [];
        while (await rows.ReadAsync()) all.Add([.. Enumerable.Range(0, rows.FieldCount).Select(n => rows.IsDBNull(n) ? null : Convert.ToString(rows.GetValue(n), CultureInfo.InvariantCulture))]);
        return all;
    }

    /// <summary>The program's own check, run beside the processes.</summary>
    public async Task<(int ExitCode, string Output)> Verify()
    {
        var settings = _replicas[0].Settings.ToDictionary(pair => pair.Key.Replace(":", "__", StringComparison.Ordinal), pair => pair.Value, StringComparer.Ordinal);
        await using var verify = Child.Start("dotnet", [typeof(CaseFaces).Assembly.Location, "verify", "--environment", "Development", "--urls", "http://127.0.0.1:0"], _replicas[0].Bot.Data, settings);
        await verify.Ended;
        return (verify.ExitCode, verify.Output);
    }

    /// <summary>What the processes said, for whoever must find out why.</summary>
    public string Said => string.Join("\n----\n", _replicas.Select(replica => replica.Bot.Process.Output));

    public async ValueTask DisposeAsync()
    {
        foreach (var (bot, _) in _replicas) await bot.DisposeAsync();
        await _journal.DisposeAsync();
        _files.Delete(recursive: true);
    }

    private void Moved(DateTimeOffset now) => (_now, _movedAt) = (now, TimeProvider.System.GetTimestamp());

    private async Task<string> Insist(string text, int turn, CancellationToken stop)
    {
        var began = TimeProvider.System.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            var (status, answer) = await Try((turn + attempt) % _replicas.Count, text, stop);
            if (status is >= 200 and < 300) return answer;
            if (status is >= 400 and < 500 and not 429) throw new InvalidOperationException($"{status} {answer}");
            if (TimeProvider.System.GetElapsedTime(began) > TimeSpan.FromSeconds(90)) throw new TimeoutException($"Nobody answered; last {status} {answer}\n{Said}");
            Repeated++;
            await Task.Delay(100, stop);
        }
    }

    /// <returns>Status 0 where none came.</returns>
    private async Task<(int Status, string Answer)> Try(int replica, string text, CancellationToken stop)
    {
        // A balancer sends nothing to a process that says it is not ready.
        lock (_away)
        {
            if (_away.Contains(replica)) return (0, "away");
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            var (bot, _) = _replicas[replica];
            using var body = new StringContent(text, Encoding.UTF8, "application/json");
            using var answer = await bot.Client.PostAsync(bot.Messages, body, patience.Token);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(patience.Token));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            return (0, fault.GetType().Name);
        }
    }

    private async Task Strike(int turn, string text)
    {
        await Mend();
        _nextFault = turn + 1 + (int)(chance.Of("pause", turn) * 2 * plan.Every);
        var kinds = Enum.GetValues<Fault>();
        // Every kind comes round, each time in another order.
        var (round, place) = Math.DivRem(_struck.Count, kinds.Length);
        var kind = kinds.OrderBy(one => chance.Of("kind", round, one)).ElementAt(place);
        _struck.Add(kind);
        var whom = (int)(chance.Of("whom", turn) * _replicas.Count);
        await Task.Delay(TimeSpan.FromMilliseconds(chance.Of("moment", turn) * 40));
        switch (kind)
        {
            case Fault.Kill:
                await _replicas[whom].Bot.Kill();
                _mending.Add(Again(whom));
                break;
            case Fault.Stop:
                _mending.Add(StopAndAgain(whom));
                break;
            case Fault.Freeze:
                _replicas[whom].Bot.Process.Freeze();
                _mending.Add(Thaw(whom));
                break;
            case Fault.Skew:
                await _replicas[whom].Bot.Kill();
                _mending.Add(Skew(whom));
                break;
            case Fault.Database:
                await server.Kill();
                _mending.Add(server.StartAgain(CancellationToken.None));
                break;
            case Fault.Disk:
                _mending.Add(FillDisk());
                break;
            case Fault.Twice:
                await Task.WhenAll(_replicas.Select((_, replica) => Try(replica, text, CancellationToken.None)));
                break;
            default:
                throw new InvalidOperationException(kind.ToString());
        }
    }

    private async Task Mend()
    {
        await Task.WhenAll(_mending);
        _mending.Clear();
        foreach (var (bot, _) in _replicas) await Ready(bot);
    }

    private async Task Again(int whom)
    {
        var (bot, settings) = _replicas[whom];
        settings["Clock:Start"] = (_now + TimeProvider.System.GetElapsedTime(_movedAt)).ToString("O", CultureInfo.InvariantCulture);
        await bot.StartAgain();
    }

    private async Task StopAndAgain(int whom)
    {
        await _replicas[whom].Bot.Stop();
        await Again(whom);
    }

    private async Task Thaw(int whom)
    {
        await Task.Delay(FaultPlan.Lease * 2);
        _replicas[whom].Bot.Process.Thaw();
    }

    private async Task Skew(int whom)
    {
        var (bot, settings) = _replicas[whom];
        lock (_away) _away.Add(whom);
        var astray = Faketime.Off(chance.Of("skew", _posts) < 0.5 ? -90 : 90);
        foreach (var (key, value) in astray) settings[key] = value;
        settings["Clock:Start"] = (_now + TimeProvider.System.GetElapsedTime(_movedAt) + TimeSpan.FromSeconds(90)).ToString("O", CultureInfo.InvariantCulture);
        var why = await bot.StartUnready();
        if (!why.Contains("clock", StringComparison.Ordinal)) throw new InvalidOperationException($"Not ready for another reason: {why}");
        await Task.Delay(FaultPlan.Lease);
        foreach (var key in astray.Keys) settings.Remove(key);
        await bot.Kill();
        await Again(whom);
        lock (_away) _away.Remove(whom);
    }

    private async Task FillDisk()
    {
        var ballast = Path.Combine(server.Home, "ballast");
        await using (var file = new FileStream(ballast, FileMode.Create))
        {
            var block = new byte[1 << 20];
            try
            {
                while (true) file.Write(block);
            }
            catch (IOException)
            {
                // Full.
            }
        }

        await Task.Delay(TimeSpan.FromSeconds(3));
        File.Delete(ballast);
        // A server that could not even write its log has ended.
        if (server.Process.HasEnded) await server.StartAgain(CancellationToken.None);
    }

    private static async Task Settle(BotProcess bot, DateTimeOffset now)
    {
        // A call that waited in vain has let the clock run on for its half minute.
        for (var attempt = 0; ; attempt++)
        {
            using var answer = await bot.Client.PostAsJsonAsync("/dev/clock", new { now = now + (attempt * TimeSpan.FromSeconds(20)) });
            if (answer.IsSuccessStatusCode) return;
            if (attempt == 8) throw new InvalidOperationException($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}\n{bot.Process.Output}");
        }
    }

    private static async Task Ready(BotProcess bot)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            try
            {
                using var answer = await bot.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), patience.Token);
                if (answer.StatusCode == HttpStatusCode.OK) return;
            }
            catch (HttpRequestException) when (!bot.Process.HasEnded)
            {
                // A line that was cut.
            }
            catch (OperationCanceledException fault)
            {
                throw new TimeoutException($"A process did not become ready again:\n{bot.Process.Output}", fault);
            }

            await Task.Delay(50);
        }
    }
}

/// <summary>The calm process, its clock moved in the same steps.</summary>
internal sealed class StepwiseHouse(LoneHouse house) : IHouse
{
    public Task<string> Post(JsonObject activity) => house.Post(activity);

    public async Task Settle(DateTimeOffset now)
    {
        foreach (var step in Fleet.Steps) await house.Settle(now + step);
    }

    public Task<List<string?[]>> Rows(string sql) => house.Rows(sql);

    public ValueTask DisposeAsync() => house.DisposeAsync();
}
