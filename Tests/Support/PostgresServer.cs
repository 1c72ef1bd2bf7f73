using Npgsql;

namespace DisclosureBot.Tests.Support;

/// <summary>A PostgreSQL of its own, on a free loopback port, with its data in a directory of its own; without fsync, for what it loses with the machine no test asks.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("postgres-");
    private readonly int _port = Child.FreePort();
    private readonly bool _isNarrow;
    private int _databases;

    private PostgresServer(bool isNarrow) => _isNarrow = isNarrow;

    /// <summary>Where Debian puts its programs, the newest of them; null where there are none.</summary>
    public static string? Programs { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    public Child Process { get; private set; } = null!;

    /// <param name="megabytes">The size of a disk of its own, in memory, for tests that fill it; none by default. Takes the rights to mount one.</param>
    public static async Task<PostgresServer> Start(CancellationToken stop, int? megabytes = null)
    {
        var server = new PostgresServer(megabytes is not null);
        if (megabytes is { } size) await Run("mount", "-t", "tmpfs", "-o", $"size={size}m", "tmpfs", server._home.FullName);
        // It refuses to run as root; the package brings a user for it.
        if (Environment.IsPrivilegedProcess)
        {
            await Run("chown", "postgres", server._home.FullName);
        }

        await using (var made = As(Path.Combine(Programs!, "initdb"), "-D", server.Data, "-U", "tests", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"))
        {
            await made.Ended;
            if (made.ExitCode != 0) throw new InvalidOperationException($"initdb failed:\n{made.Output}");
        }

        await server.Launch(stop);
        return server;
    }

    /// <summary>Where a test may put a file to take the disk's room.</summary>
    public string Home => _home.FullName;

    private string Data => Path.Combine(_home.FullName, "data");

    /// <summary>kill -9 of the server; its workers end when they miss it.</summary>
    public Task Kill() => Process.Kill();

    /// <summary>The same server again, as it recovers from what it left on the disk.</summary>
    public async Task StartAgain(CancellationToken stop)
    {
        // Workers of the one before may hold its memory for a moment, and it then refuses to start.
        for (var tries = 0; ; tries++)
        {
            await Process.DisposeAsync();
            try
            {
                await Launch(stop);
                return;
            }
            catch (InvalidOperationException) when (tries < 100)
            {
                await Task.Delay(100, stop);
            }
        }
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
                if (_isNarrow && tries == 0) await Run("umount", "--lazy", _home.FullName);
                _home.Delete(recursive: true);
                return;
            }
            catch (IOException) when (tries < 100)
            {
                await Task.Delay(50);
            }
        }
    }

    private async Task Launch(CancellationToken stop)
    {
        string[] narrow = _isNarrow ? ["-c", "min_wal_size=32MB", "-c", "max_wal_size=48MB"] : [];
        Process = As([Path.Combine(Programs!, "postgres"), "-D", Data, "-p", $"{_port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "max_connections=300", .. narrow]);
        while (!await Answers(stop))
        {
            if (Process.HasEnded) throw new InvalidOperationException($"PostgreSQL ended:\n{Process.Output}");
            await Task.Delay(20, stop);
        }
    }

    private static async Task Run(string program, params string[] arguments)
    {
        await using var run = Child.Start(program, arguments, "/", None);
        await run.Ended;
        if (run.ExitCode != 0) throw new InvalidOperationException($"{program} failed:\n{run.Output}");
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
