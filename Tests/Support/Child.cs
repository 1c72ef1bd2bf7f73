using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading.Channels;

namespace DisclosureBot.Tests.Support;

/// <summary>A program that a test started: what it prints is kept, and it ends by its own process id.</summary>
public sealed class Child : IAsyncDisposable
{
    private const int Terminate = 15;
    private const int Continue = 18;
    private const int Halt = 19;
    private readonly Process _process = new();
    private readonly StringBuilder _output = new();
    private readonly Channel<string> _lines = System.Threading.Channels.Channel.CreateUnbounded<string>();

    private Child(ProcessStartInfo start) => _process.StartInfo = start;

    /// <summary>Completes when the program has ended and all it printed has been read.</summary>
    public Task Ended => _process.WaitForExitAsync();

    public bool HasEnded => _process.HasExited;

    public int Id => _process.Id;

    public int ExitCode => _process.ExitCode;

    /// <summary>Resident memory in bytes, as of now.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Everything printed so far, on both streams.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    public static Child Start(string program, IEnumerable<string> arguments, string directory, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;

        var child = new Child(start);
        child._process.OutputDataReceived += (_, line) => child.Keep(line.Data, last: true);
        child._process.ErrorDataReceived += (_, line) => child.Keep(line.Data, last: false);
        child._process.Start();
        child._process.StandardInput.Close();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>A TCP port of the loopback address that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The next printed line that contains <paramref name="text"/>; an error with all the output when the program ends first.</summary>
    public async Task<string> Says(string text, CancellationToken stop)
    {
        await foreach (var line in _lines.Reader.ReadAllAsync(stop))
        {
            if (line.Contains(text, StringComparison.Ordinal)) return line;
        }
        throw new InvalidOperationException($"{_process.StartInfo.FileName} ended before it said '{text}':\n{Output}");
    }

    /// <summary>kill -9: nothing in the program gets a chance to tidy up.</summary>
    public async Task Kill()
    {
        if (!_process.HasExited) _process.Kill();
        await Ended;
    }

    /// <summary>SIGTERM, as a service manager would; returns the exit code.</summary>
    public async Task<int> Stop(CancellationToken stop)
    {
        if (!_process.HasExited) _ = Signal(_process.Id, Terminate);
        await _process.WaitForExitAsync(stop);
        return _process.ExitCode;
    }

    /// <summary>SIGSTOP: it stands still in the middle of whatever it does, and does not know it.</summary>
    public void Freeze() => _ = Signal(_process.Id, Halt);

    /// <summary>SIGCONT.</summary>
    public void Thaw() => _ = Signal(_process.Id, Continue);

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _process.Dispose();
    }

    private void Keep(string? line, bool last)
    {
        if (line is null)
        {
            if (last) _lines.Writer.TryComplete();
            return;
        }
        lock (_output) _output.AppendLine(line);
        _lines.Writer.TryWrite(line);
    }

    [DllImport("libc", EntryPoint = "kill"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);
}
