using System.Net.Sockets;

namespace DisclosureBot.Tests.Support;

/// <summary>Microsoft's own stand-in for Azure Blob Storage, on a free loopback port, with its data in a directory of its own.</summary>
public sealed class Azurite : IAsyncDisposable
{
    /// <summary>The account and key that every such emulator has, as published with it.</summary>
    private const string Account =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("azurite-");
    private readonly int _port = Child.FreePort();

    private Azurite() { }

    /// <summary>Its part for blobs, as Tests/package.json brings it.</summary>
    public static string Program { get; } = Path.Combine(Repository.Tests, "node_modules", "azurite", "dist", "src", "blob", "main.js");

    public string ConnectionString => Through(_port);

    public int Port => _port;

    public Child Process { get; private set; } = null!;

    public static async Task<Azurite> Start(CancellationToken stop)
    {
        var azurite = new Azurite();
        await azurite.StartAgain(stop);
        return azurite;
    }

    /// <summary>The same account, reached at another port of this machine.</summary>
    public static string Through(int port) => $"{Account}BlobEndpoint=http://127.0.0.1:{port}/devstoreaccount1;";

    /// <summary>kill -9. Unlike Azure, it forgets what it was told in the last seconds: its list of blobs is written every now and then.</summary>
    public Task Kill() => Process.Kill();

    /// <summary>SIGTERM: it keeps all it was told.</summary>
    public async Task Stop(CancellationToken stop)
    {
        if (await Process.Stop(stop) != 0) throw new InvalidOperationException($"Azurite did not end well:\n{Process.Output}");
    }

    /// <summary>On the same port with the data it left behind; returns when it listens.</summary>
    public async Task StartAgain(CancellationToken stop)
    {
        Process = Child.Start("node",
            [
                Program, "--skipApiVersionCheck", "--silent", "--disableTelemetry",
                "--location", _data.FullName, "--blobHost", "127.0.0.1", "--blobPort", $"{_port}",
            ],
            _data.FullName, new Dictionary<string, string>(StringComparer.Ordinal));
        // --silent silences the line that says so, too: another process can then only be awaited by asking.
        while (!await Listens(stop))
        {
            if (Process.HasEnded) throw new InvalidOperationException($"Azurite ended:\n{Process.Output}");
            await Task.Delay(20, stop);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private async Task<bool> Listens(CancellationToken stop)
    {
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync("127.0.0.1", _port, stop);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
