using Npgsql;

namespace DisclosureBot.Tests.Support;

/// <summary>A PostgreSQL of its own, on a free loopback port, with its data in a directory of its own; without fsync, for what it loses with the machine no test asks.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("postgres-");
    private readonly int _port = Child.FreePort();
    private int _databases;

    private PostgresServer() { }

    /// <summary>Where Debian puts its programs, the newest of them; null where there are none.</summary>
    public static string? Programs { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    public Child Process { get; private set; } = null!;

    public static async Task<PostgresServer> Start(CancellationToken stop)
    {
        var server = new PostgresServer();
        var data = Path.Combine(server._home.FullName, "data");
        // It refuses to run as root; the package brings a user for it.
        if (Environment.IsPrivilegedProcess)
        {
            await using var given = Child.Start("chown", ["postgres", server._home.FullName], "/", None);
            await given.Ended;
        }

        await using (var made = As(Path.Combine(Programs!, "initdb"), "-D", data, "-U", "tests", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"))
        {
            await made.Ended;
            if (made.ExitCode != 0) throw new InvalidOperationException($"initdb failed:\n{made.Output}");
        }

        server.Process = As(Path.Combine(Programs!, "postgres"), "-D", data, "-p", $"{server._port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "max_connections=300");
        while (!await server.Answers(stop))
        {
            if (server.Process.HasEnded) throw new InvalidOperationException($"PostgreSQL ended:\n{server.Process.Output}");
            await Task.Delay(20, stop);
        }

        return server;
    }

    /// <summary>A new database, empty or a copy of another that nobody is connected to.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> Create(string? like, CancellationToken stop)
    {
        var name = $"journal_{Interlocked.Increment(ref _databases)}";
        await using var source = NpgsqlDataSource.Create(Of("postgres"));
        await using var create = source.CreateCommand($"CREATE DATABASE {name}{(like is null ? "" : $" TEMPLATE {new NpgsqlConnectionStringBuilder(like).Database}")}");
        await create.ExecuteNonQueryAsync(stop);
        return Of(name);
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        // Its helpers end when they miss it, a moment later.
        for (var tries = 0; ; tries++)
        {
            try
            {
                _home.Delete(recursive: true);
                return;
            }
            catch (IOException) when (tries < 100)
            {
                await Task.Delay(50);
            }
        }
    }

    private static Dictionary<string, string> None { get; } = new(StringComparer.Ordinal) { ["LC_ALL"] = "C.UTF-8" };

    private string Of(string database) => $"Host=127.0.0.1;Port={_port};Username=tests;Database={database};Timeout=15;Maximum Pool Size=40";

    private static Child As(params string[] command) => Environment.IsPrivilegedProcess
        ? Child.Start("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", .. command], "/", None)
        : Child.Start(command[0], command[1..], "/", None);

    private async Task<bool> Answers(CancellationToken stop)
    {
        try
        {
            await using var source = NpgsqlDataSource.Create(Of("postgres") + ";Pooling=false");
            await using var asked = await source.OpenConnectionAsync(stop);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
