using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DisclosureBot.Tests.Support;
using Microsoft.Data.Sqlite;

namespace DisclosureBot.Tests.Month;

/// <summary>The program as the month meets it, in one process or several.</summary>
internal interface IHouse : IAsyncDisposable
{
    /// <summary>Carries an activity to the front door; the answer's body.</summary>
    Task<string> Post(JsonObject activity);

    /// <summary>Lets it become this late; returns once all that fell due has been worked off and delivered.</summary>
    Task Settle(DateTimeOffset now);

    /// <summary>What the journal holds, as text.</summary>
    Task<List<string?[]>> Rows(string sql);
}

/// <summary>One process with its journal in a file.</summary>
internal sealed class LoneHouse : IHouse
{
    private readonly BotProcess _bot;
    private readonly SqliteConnection _journal;

    private LoneHouse(BotProcess bot)
    {
        _bot = bot;
        _journal = new($"Data Source={Path.Combine(bot.Data, "journal.db")};Mode=ReadOnly");
    }

    public static async Task<LoneHouse> Open(IReadOnlyDictionary<string, string> settings)
    {
        var house = new LoneHouse(await BotProcess.Start(settings));
        await house._journal.OpenAsync();
        return house;
    }

    public async Task<string> Post(JsonObject activity)
    {
        using var answer = await _bot.Client.PostAsJsonAsync(_bot.Messages, activity);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{(int)answer.StatusCode} {text}");
    }

    public async Task Settle(DateTimeOffset now)
    {
        // A call that waited in vain has let the clock run on for its half minute.
        for (var attempt = 0; ; attempt++)
        {
            using var answer = await _bot.Client.PostAsJsonAsync("/dev/clock", new { now = now + (attempt * TimeSpan.FromSeconds(45)) });
            if (answer.IsSuccessStatusCode) return;
            if (attempt == 5) throw new InvalidOperationException($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    public Task<List<string?[]>> Rows(string sql)
    {
        using var command = _journal.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        List<string?[]> all = [];
        while (rows.Read()) all.Add([.. Enumerable.Range(0, rows.FieldCount).Select(n => rows.IsDBNull(n) ? null : Convert.ToString(rows.GetValue(n), CultureInfo.InvariantCulture))]);
        return Task.FromResult(all);
    }

    public async ValueTask DisposeAsync()
    {
        await _journal.DisposeAsync();
        await _bot.DisposeAsync();
    }
}
