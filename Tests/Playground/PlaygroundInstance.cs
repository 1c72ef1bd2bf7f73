using System.Globalization;
using DisclosureBot.Tests.Support;

namespace DisclosureBot.Tests.Playground;

/// <summary>Somebody of the demo bureau, as the Playground must know them.</summary>
/// <param name="Number">Their place in the roster, 1…15; the end of their object id.</param>
public sealed record Seat(int Number, string Id, string Name)
{
    public string ObjectId => string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{Number:D12}");
}

/// <summary>One Agents Playground, signed in as one person: reachable from this machine only, told by its own configuration file.</summary>
public sealed class PlaygroundInstance : IAsyncDisposable
{
    /// <summary>How the bot is called there.</summary>
    public const string Bot = "公文公开";
    private const string Listening = "Listening on ";
    private static readonly string Package = Path.Combine(Repository.Tests, "Playground");
    private readonly Child _process;
    private readonly string _directory;

    private PlaygroundInstance(Child process, string directory, Uri address)
    {
        _process = process;
        _directory = directory;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>For the report of a test that failed.</summary>
    public string Output => _process.Output;

    public static async Task<PlaygroundInstance> Start(Seat seat, Uri messages)
    {
        var directory = Directory.CreateTempSubdirectory("playground-").FullName;
        await File.WriteAllTextAsync(Path.Combine(directory, ".m365agentsplayground.yml"), Configuration(seat));

        var port = Child.FreePort();
        var process = Child.Start("node", [
            Path.Combine(Package, "node_modules", "@microsoft", "m365agentsplayground", "cli.js"), "start",
            "-p", port.ToString(CultureInfo.InvariantCulture), "--su", $"http://127.0.0.1:{port}/_connector",
            "-e", messages.ToString(), "-c", "msteams", "--dt"],
            directory,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["NODE_OPTIONS"] = $"--require \"{Path.Combine(Package, "loopback.cjs")}\"",
                ["TEAMSAPPTESTER_BROWSER"] = "none",
            });

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var said = await process.Says(Listening, patience.Token);
        var instance = new PlaygroundInstance(process, directory, new Uri("http://127.0.0.1:" + said[(said.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..].Trim()));
        if (instance.Address.Port == port) return instance;

        // Somebody took the port in between: the service address told to the bot would be wrong.
        await instance.DisposeAsync();
        return await Start(seat, messages);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    /// <summary>The file's schema demands exactly five other users, a group chat and a team; nobody speaks there.</summary>
    private static string Configuration(Seat seat) => $$"""
        version: "0.1.1"
        tenantId: 00000000-0000-4000-8000-000000000100
        bot: { id: "28:disclosure-bot", name: "{{Bot}}" }
        currentUser: {{User(seat)}}
        users:
        {{string.Join('\n', Enumerable.Range(91, 5).Select(n => $"  - {User(new(n, $"colleague-{n}", $"同事{n}(演示)"))}"))}}
        personalChat: { id: "a:personal-{{seat.Id}}" }
        groupChat: { id: "19:group-{{seat.Id}}@thread.v2", name: "群聊(演示)" }
        team: { id: "19:team-{{seat.Id}}@thread.tacv2", name: "团队(演示)", aadGroupId: 00000000-0000-4000-8000-000000000200, channels: [] }
        """;

    private static string User(Seat seat) =>
        $$"""{ id: "29:{{seat.Id}}", name: "{{seat.Name}}", userPrincipleName: {{seat.Id}}@example.com, aadObjectId: {{seat.ObjectId}}, givenName: "{{seat.Name}}", surname: "{{seat.Id}}", email: {{seat.Id}}@example.com }""";
}
