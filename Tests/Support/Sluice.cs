using System.Net;
using System.Net.Sockets;

namespace DisclosureBot.Tests.Support;

/// <summary>Stands between the bot and a server on this machine and lets only so many bytes through, so that a test can act in the middle of a request.</summary>
public sealed class Sluice : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly TaskCompletionSource _full = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _server;
    private TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _listening = Task.CompletedTask;
    private long _left = long.MaxValue;

    private Sluice(int server) => _server = server;

    /// <summary>Where to call instead of the server.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Completes when all the bytes that may pass have passed, and more are waiting.</summary>
    public Task Full => _full.Task;

    /// <param name="server">Its port; it need not listen yet.</param>
    public static Sluice Before(int server)
    {
        var sluice = new Sluice(server);
        sluice._open.SetResult();
        sluice._listener.Start();
        sluice._listening = sluice.Listen();
        return sluice;
    }

    /// <summary>From now on only so many bytes reach the server, over all connections; answers are let through.</summary>
    public void Hold(long after)
    {
        _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Exchange(ref _left, after);
    }

    public void Open()
    {
        Interlocked.Exchange(ref _left, long.MaxValue);
        _open.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        await _listening;
        _closing.Dispose();
    }

    private async Task Listen()
    {
        var calls = new List<Task>();
        try
        {
            while (true) calls.Add(Carry(await _listener.AcceptTcpClientAsync(_closing.Token)));
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(calls);
        }
    }

    /// <summary>Whichever side hangs up, the other one learns of it.</summary>
    private async Task Carry(TcpClient caller)
    {
        using var _ = caller;
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _server, _closing.Token);
            using var over = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
            var ways = new[] { Pass(caller.GetStream(), server.GetStream(), isCounted: true, over.Token), Pass(server.GetStream(), caller.GetStream(), isCounted: false, over.Token) };
            await Task.WhenAny(ways);
            await over.CancelAsync();
            await Task.WhenAll(ways);
        }
        catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException)
        {
            // Hung up: closing both is all there is to do.
        }
    }

    private async Task Pass(NetworkStream from, NetworkStream to, bool isCounted, CancellationToken stop)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReadAsync(buffer, stop) is var got and > 0)
        {
            if (isCounted && Interlocked.Add(ref _left, -got) < 0)
            {
                _full.TrySetResult();
                await _open.Task.WaitAsync(stop);
            }
            await to.WriteAsync(buffer.AsMemory(0, got), stop);
        }
    }
}
