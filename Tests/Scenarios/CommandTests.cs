using System.Text;
using DisclosureBot.Bureau;
using DisclosureBot.Tests.Support;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>The program's commands as an administrator types them, beside a running bot, on both databases.</summary>
public sealed class CommandTests(PostgresFixture shared) : IClassFixture<PostgresFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task What_was_tampered_with_is_found_and_made_anew_from_the_events(string provider)
    {
        var (town, settings) = await Busy(provider);
        await using var _ = town;
        await Says(0, "The journal is sound.", town, settings, "verify");

        await Meddle(provider, town, settings, "UPDATE cases SET status = '已办结', open = 0 WHERE kind = 'slip'");
        await Says(1, "lists do not show it as its state is", town, settings, "verify");
        await Says(1, "would be rebuilt", town, settings, "rebuild", "dry-run");
        await Says(1, "lists do not show it", town, settings, "verify");
        await Says(0, "1 rebuilt, 0 that cannot be.", town, settings, "rebuild");
        await Says(0, "The journal is sound.", town, settings, "verify");

        await Meddle(provider, town, settings, provider == "sqlite"
            ? "DROP TRIGGER events_never_change; UPDATE events SET actor = 'wang' WHERE version = 1 AND case_id LIKE 'slip-%'"
            : "SET session_replication_role = replica; UPDATE events SET actor = 'wang' WHERE version = 1 AND case_id LIKE 'slip-%'");
        await Meddle(provider, town, settings, "UPDATE cases SET state = '{}' WHERE kind = 'slip'");
        await Says(1, "not rebuilt, the event was changed", town, settings, "rebuild");
        await Says(1, "the event was changed", town, settings, "verify");
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_backup_is_taken_while_people_work_and_never_written_over(string provider)
    {
        var (town, settings) = await Busy(provider);
        await using var _ = town;
        await town.Person("luoqing").SendFiles("2026-0001 正文", ("正文.txt", "http://127.0.0.1:1/none"));
        Directory.CreateDirectory(Path.Combine(town.Bot.Data, "data", "files", "documents", "演示"));
        await File.WriteAllTextAsync(Path.Combine(town.Bot.Data, "data", "files", "documents", "演示", "content"), "正文", Stop);
        var work = Task.Run(async () =>
        {
            for (var n = 0; n < 5; n++) await town.Person("luoqing").Draft(("标题", $"关于第{n}件的通知"), ("文种", "通知"), ("公开属性", "此件公开发布"));
        }, Stop);

        await Says(0, "the journal (journal.", town, settings, "backup", "safe");
        await work;
        await Says(1, "never written over", town, settings, "backup", "safe");

        var safe = Path.Combine(town.Bot.Data, "safe");
        var sums = await File.ReadAllLinesAsync(Path.Combine(safe, "SHA256SUMS"), Stop);
        Assert.Contains(sums, line => line.EndsWith("files/documents/演示/content", StringComparison.Ordinal));
        foreach (var line in sums)
            Assert.Equal(line[..64], Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(safe, line[66..]), Stop))));
        Assert.DoesNotContain(Directory.GetDirectories(town.Bot.Data), path => path.Contains("unfinished", StringComparison.Ordinal));

        var restored = new Dictionary<string, string>(settings, StringComparer.Ordinal);
        if (provider == "sqlite")
        {
            restored["ConnectionStrings__Journal"] = $"Data Source={Path.Combine(safe, "journal.db")}";
        }
        else
        {
            restored["ConnectionStrings__Journal"] = await shared.Empty(Stop);
            var to = new NpgsqlConnectionStringBuilder(restored["ConnectionStrings__Journal"]);
            await using var restore = Child.Start("pg_restore", ["--no-owner", $"--host={to.Host}", $"--port={to.Port}", $"--username={to.Username}", $"--dbname={to.Database}", Path.Combine(safe, "journal.dump")], "/", restored);
            await restore.Ended;
            Assert.True(restore.ExitCode == 0, restore.Output);
        }

        await Says(0, "The journal is sound.", town, restored, "verify");
    }

    [Fact]
    public async Task A_backup_that_fails_leaves_nothing()
    {
        var (town, settings) = await Busy("sqlite");
        await using var _ = town;
        await Says(1, "No backup was made", town, settings, "backup", "/proc/nowhere/safe");
        settings["ConnectionStrings__Journal"] = "Host=127.0.0.1;Port=1;Database=none;Username=none";
        settings["Journal__Provider"] = "postgres";
        await Says(1, "cannot start", town, settings, "backup", "safe");
        Assert.DoesNotContain(Directory.GetFileSystemEntries(town.Bot.Data), path => path.Contains("safe", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_export_is_the_same_each_time_and_shows_every_change()
    {
        var (town, settings) = await Busy("sqlite");
        await using var _ = town;
        await Says(0, "events.", town, settings, "export", "one.jsonl");
        await Says(0, "events.", town, settings, "export", "two.jsonl");
        await Says(1, "never written over", town, settings, "export", "two.jsonl");
        var (one, two) = (Path.Combine(town.Bot.Data, "one.jsonl"), Path.Combine(town.Bot.Data, "two.jsonl"));
        var text = await File.ReadAllTextAsync(one, Stop);
        Assert.Equal(text, await File.ReadAllTextAsync(two, Stop));
        await Says(0, "ok", town, settings, "check-export", "one.jsonl");

        var lines = text.Split('\n')[..^1];
        await Refused("was changed", [.. lines[..^1].Select(line => line.Replace("luoqing", "pulan", StringComparison.Ordinal)), lines[^1]]);
        await Refused("an event before it is missing", [.. lines.Select(line => line.Replace("\"version\":1,", "\"version\":2,", StringComparison.Ordinal))]);
        await Refused("counts", [.. lines[..^2], lines[^1]]);
        await Refused("was cut off", lines[..^1]);
        await Refused("something follows", [.. lines, lines[0]]);
        await Refused("is no event", ["nonsense", .. lines]);
        await Refused("is not the one in the last line", [.. lines[..^1], lines[^1][..^6] + "0000\"}"]);
        await Says(1, "cannot be read", town, settings, "check-export", "nowhere.jsonl");

        async Task Refused(string why, string[] changed)
        {
            await File.WriteAllTextAsync(two, string.Concat(changed.Select(line => line + "\n")), new UTF8Encoding(false), Stop);
            await Says(1, why, town, settings, "check-export", "two.jsonl");
        }
    }

    [Theory]
    [InlineData(0, "用法", "help")]
    [InlineData(2, "没有命令“serve”", "serve")]
    [InlineData(2, "用法", "backup")]
    [InlineData(2, "用法", "verify", "everything")]
    [InlineData(2, "用法", "rebuild", "wet-run")]
    [InlineData(2, "用法", "export", "a", "b")]
    public async Task Whoever_mistypes_is_told_what_there_is(int code, string says, params string[] words)
    {
        var data = Directory.CreateTempSubdirectory("command-").FullName;
        await using var program = Child.Start("dotnet", [typeof(Roster).Assembly.Location, .. words], data, new Dictionary<string, string>(StringComparer.Ordinal));
        await program.Ended;
        Assert.Equal(code, program.ExitCode);
        Assert.Contains(says, program.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(data));
        Directory.Delete(data);
    }

    private async Task<(Town Town, Dictionary<string, string> Settings)> Busy(string provider)
    {
        var database = provider == "postgres" ? await shared.Fresh(Stop) : null;
        var town = await (database is null ? Town.Start() : Town.Start(("Journal:Provider", provider), ("ConnectionStrings:Journal", database)));
        await town.Install("luoqing", "pulan");
        await town.Person("luoqing").Draft(("标题", "关于做好年货节的通知"), ("文种", "通知"), ("公开属性", "此件公开发布"));
        await town.Settle();
        return (town, new(StringComparer.Ordinal)
        {
            ["Journal__Provider"] = provider,
            ["ConnectionStrings__Journal"] = database ?? $"Data Source={Path.Combine(town.Bot.Data, "journal.db")}",
        });
    }

    private static async Task Says(int code, string says, Town town, Dictionary<string, string> settings, params string[] words)
    {
        await using var program = Child.Start("dotnet", [typeof(Roster).Assembly.Location, .. words, "--environment", "Development"], town.Bot.Data, settings);
        await program.Ended;
        Assert.True(code == program.ExitCode && program.Output.Contains(says, StringComparison.Ordinal), $"{string.Join(' ', words)}: {program.ExitCode}\n{program.Output}");
    }

    private static async Task Meddle(string provider, Town town, Dictionary<string, string> settings, string sql)
    {
        await using System.Data.Common.DbConnection connection = provider == "sqlite"
            ? new SqliteConnection($"Data Source={Path.Combine(town.Bot.Data, "journal.db")};Pooling=false")
            : new NpgsqlConnection(settings["ConnectionStrings__Journal"] + ";Pooling=false");
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Stop);
    }
}
