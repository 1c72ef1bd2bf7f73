using System.Net;

namespace DisclosureBot.Tests.Support;

/// <summary>
/// The real bot in a process of its own, on a free loopback port, with its database in a directory of its own.
/// For tests that must kill it, restart it, or look at it from outside.
/// </summary>
public sealed class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly bool _ownsData;
    private readonly IReadOnlyDictionary<string, string> _settings;

    private BotProcess(string data, bool ownsData, int port, IReadOnlyDictionary<string, string> settings)
    {
        Data = data;
        _ownsData = ownsData;
        _settings = settings;
        Address = new Uri($"http://127.0.0.1:{port}");
        Client = new HttpClient { BaseAddress = Address };
        Process = Launch();
    }

    public Uri Address { get; }

    /// <summary>The endpoint that channels post to.</summary>
    public Uri Messages => new(Address, "/api/messages");

    /// <summary>Where this bot keeps everything; its working directory.</summary>
    public string Data { get; }

    public HttpClient Client { get; }

    /// <summary>The running process; another one after <see cref="StartAgain"/>.</summary>
    public Child Process { get; private set; }

    /// <summary>Bot.dll as built beside this program, in the same configuration.</summary>
    private static string Dll
    {
        get
        {
            var framework = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
            return Path.Combine(Repository.Root, "Bot", "bin", framework.Parent!.Name, framework.Name, "Bot.dll");
        }
    }

    /// <summary>Returns once the bot says that it is ready.</summary>
    /// <param name="settings">Configuration beside the defaults (Development, SQLite under the data directory, no samples), e.g. <c>Clock:Start</c>.</param>
    /// <param name="data">A directory to keep; by default a temporary one that goes with the bot.</param>
    public static async Task<BotProcess> Start(IReadOnlyDictionary<string, string>? settings = null, string? data = null)
    {
        var bot = new BotProcess(
            data ?? Directory.CreateTempSubdirectory("bot-").FullName, data is null, Child.FreePort(),
            settings ?? new Dictionary<string, string>(StringComparer.Ordinal));
        try
        {
            await bot.Ready();
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    /// <summary>kill -9.</summary>
    public Task Kill() => Process.Kill();

    /// <summary>SIGTERM; returns the exit code.</summary>
    public async Task<int> Stop()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await Process.Stop(patience.Token);
    }

    /// <summary>The same bot again, at the same address, with the data it left behind.</summary>
    public async Task StartAgain()
    {
        await Process.DisposeAsync();
        Process = Launch();
        await Ready();
    }

    /// <summary>The same, where it is not to become ready.</summary>
    /// <returns>Why it is not.</returns>
    public async Task<string> StartUnready()
    {
        await Process.DisposeAsync();
        Process = Launch();
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                using var answer = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative), patience.Token);
                if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) return await answer.Content.ReadAsStringAsync(patience.Token);
            }
            catch (HttpRequestException fault)
            {
                if (Process.HasEnded) throw new InvalidOperationException($"The bot ended. What it said:\n{Process.Output}", fault);
            }

            await Task.Delay(20, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Process.DisposeAsync();
        if (_ownsData) Directory.Delete(Data, recursive: true);
    }

    private Child Launch()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["ConnectionStrings__Journal"] = $"Data Source={Path.Combine(Data, "journal.db")}",
            ["Demo__Samples"] = "false",
        };
        foreach (var (key, value) in _settings) environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return Child.Start("dotnet", [Dll, "--urls", Address.ToString()], Data, environment);
    }

    /// <summary>Asks again until the answer is 200: another process can only be awaited by asking.</summary>
    private async Task Ready()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await IsReady(patience.Token))
        {
            if (Process.HasEnded || patience.IsCancellationRequested)
                throw new InvalidOperationException($"The bot did not become ready. What it said:\n{Process.Output}");
            await Task.Delay(20, CancellationToken.None);
        }
    }

    private async Task<bool> IsReady(CancellationToken stop)
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative), stop);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
