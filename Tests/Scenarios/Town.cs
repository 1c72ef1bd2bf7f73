using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using DisclosureBot.Bureau;
using DisclosureBot.Slips;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>The whole program in its own process, the demo bureau's people, and a recording far side. Only the clock and Teams are ours.</summary>
public sealed class Town : IAsyncDisposable
{
    private const string ClockStart = "Clock:Start";
    private const string Morning = "2026-11-23T09:00:00+08:00";
    private readonly Dictionary<string, string> _settings;

    private Town(BotProcess bot, RecordingConnector teams, Dictionary<string, string> settings)
    {
        (Bot, Teams, _settings) = (bot, teams, settings);
        Now = DateTimeOffset.Parse(settings[ClockStart], CultureInfo.InvariantCulture);
    }

    /// <summary>Bureau time as last set; the clock has run on since.</summary>
    public DateTimeOffset Now { get; private set; }

    public BotProcess Bot { get; }

    public RecordingConnector Teams { get; }

    /// <summary>On the morning of 23 November 2026, bureau time, unless the settings say otherwise.</summary>
    public static async Task<Town> Start(params (string Key, string Value)[] settings)
    {
        var teams = await RecordingConnector.Start();
        var all = settings.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        all.TryAdd(ClockStart, Morning);
        return new Town(await BotProcess.Start(all), teams, all);
    }

    /// <summary>The program is stopped, and started again over the same database when this much bureau time has passed.</summary>
    /// <param name="kill">kill -9 instead of SIGTERM.</param>
    public async Task Restart(TimeSpan away, bool kill = false)
    {
        if (kill) await Bot.Kill();
        else await Bot.Stop();
        Now += away;
        _settings[ClockStart] = Now.ToString("O", CultureInfo.InvariantCulture);
        await Bot.StartAgain();
    }

    public Resident Person(string id) => new(this, DemoBureau.Person(id));

    /// <summary>Everybody named has the app installed.</summary>
    public async Task Install(params string[] ids)
    {
        foreach (var id in ids) await Person(id).Install();
    }

    /// <summary>Lets bureau time pass; returns once all that fell due has been worked off and delivered.</summary>
    public async Task Pass(TimeSpan time)
    {
        Now += time;
        using var answer = await Bot.Client.PostAsJsonAsync("/dev/clock", new { now = Now }, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
    }

    /// <summary>Returns once nothing is due and nothing is being sent; an attempt that was under way and failed is due again at the next call.</summary>
    public Task Settle() => Pass(TimeSpan.FromMinutes(5));

    /// <summary>The journal as an outsider finds it: chains, states and slots all in order.</summary>
    public async Task Verify()
    {
        var journal = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Journal__Provider"] = _settings.GetValueOrDefault("Journal:Provider", "sqlite"),
            ["ConnectionStrings__Journal"] = _settings.GetValueOrDefault("ConnectionStrings:Journal", $"Data Source={Path.Combine(Bot.Data, "journal.db")}"),
        };
        await using var verify = Child.Start("dotnet", [typeof(Roster).Assembly.Location, "verify", "--environment", "Development", "--urls", "http://127.0.0.1:0"], Bot.Data, journal);
        await verify.Ended;
        Assert.True(verify.ExitCode == 0, verify.Output);
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Teams.DisposeAsync();
    }
}

/// <summary>What a click was answered with.</summary>
public sealed record Clicked(int Status, string Type, JsonElement Value)
{
    public ReadCard Card => Type == "application/vnd.microsoft.card.adaptive" ? new ReadCard(Value) : throw new InvalidOperationException($"{Status} {Type} {Value}");

    /// <summary>Everything readable in the answer, card or sentence.</summary>
    public string Text => Type == "application/vnd.microsoft.card.adaptive" ? Card.Text : Value.ToString();
}

/// <summary>One person of the bureau in their personal chat with the bot.</summary>
public sealed class Resident(Town town, Person person)
{
    private static int _activities;

    /// <summary>As the choice of signer shows a leader.</summary>
    public string Title => $"{person.Name}({Desks.Office(person)})";

    public string Conversation => $"a:1:{person.Id};personal@thread";

    /// <summary>The messages standing in their chat, oldest first, as cards.</summary>
    public IReadOnlyList<(string Id, ReadCard Card)> Chat =>
        town.Teams.Messages(Conversation)
            .Where(message => message.Body.TryGetProperty("attachments", out _))
            .Select(message => (message.Id, new ReadCard(message.Body.GetProperty("attachments")[0].GetProperty("content")))).ToList();

    public Task Install() => Post(Activity("installationUpdate", new JsonObject { ["action"] = "add" }));

    /// <summary>Writes, and returns the cards of the answer.</summary>
    public async Task<IReadOnlyList<ReadCard>> Say(string text)
    {
        var answer = await Post(Activity("message", new JsonObject { ["text"] = text, ["deliveryMode"] = "expectReplies" }));
        return answer.GetProperty("activities").EnumerateArray()
            .Select(activity => activity.TryGetProperty("attachments", out var cards) ? new ReadCard(cards[0].GetProperty("content")) : new ReadCard(activity)).ToList();
    }

    /// <summary>Sends files with a word about them; returns the cards of the answer.</summary>
    public Task<IReadOnlyList<ReadCard>> SendFiles(string text, params (string Name, string Url)[] files) => SendFiles(Sending(text, files));

    public async Task<IReadOnlyList<ReadCard>> SendFiles(JsonObject message)
    {
        var answer = await Post(message);
        return answer.GetProperty("activities").EnumerateArray()
            .Select(activity => activity.TryGetProperty("attachments", out var cards) ? new ReadCard(cards[0].GetProperty("content")) : new ReadCard(activity)).ToList();
    }

    /// <summary>A message with files, as Teams sends it.</summary>
    public JsonObject Sending(string text, params (string Name, string Url)[] files) => Activity("message", new JsonObject
    {
        ["text"] = text,
        ["deliveryMode"] = "expectReplies",
        ["attachments"] = new JsonArray([new JsonObject { ["contentType"] = "text/html", ["content"] = $"<p>{text}</p>" }, .. files.Select(file => (JsonNode)new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
            ["name"] = file.Name,
            ["content"] = new JsonObject { ["downloadUrl"] = file.Url, ["uniqueId"] = $"U-{file.Name}", ["fileType"] = Path.GetExtension(file.Name).TrimStart('.') },
        })]),
    });

    /// <summary>Answers a consent card that stands in their chat.</summary>
    public Task Consent(JsonElement card, string action, string uploadUrl = "") => Post(Activity("invoke", new JsonObject
    {
        ["name"] = "fileConsent/invoke",
        ["value"] = new JsonObject
        {
            ["type"] = "fileUpload",
            ["action"] = action,
            ["context"] = JsonNode.Parse(card.GetProperty("content").GetProperty($"{action}Context").GetRawText()),
            ["uploadInfo"] = new JsonObject
            {
                ["contentUrl"] = "https://contoso-my.sharepoint.com/kept",
                ["name"] = card.GetProperty("name").GetString(),
                ["uploadUrl"] = uploadUrl,
                ["uniqueId"] = "U-kept",
                ["fileType"] = "docx",
            },
        },
    }));

    /// <summary>Presses a button of a card.</summary>
    /// <param name="on">The message it stands in, where it does.</param>
    public Task<Clicked> Press(ReadCard card, string button, (string Label, string Value)[]? filled = null, string? on = null)
    {
        var (verb, data) = card.Press(button, filled ?? []);
        return Send(verb, data, on);
    }

    public async Task<Clicked> Send(string verb, IReadOnlyDictionary<string, string> data, string? on = null)
    {
        var answer = await Post(Click(verb, data, on));
        return new Clicked(answer.GetProperty("statusCode").GetInt32(), answer.GetProperty("type").GetString()!, answer.GetProperty("value"));
    }

    public JsonObject Click(string verb, IReadOnlyDictionary<string, string> data, string? on = null)
    {
        var payload = new JsonObject();
        foreach (var (key, value) in data) payload[key] = value;
        var activity = Activity("invoke", new JsonObject
        {
            ["name"] = "adaptiveCard/action",
            ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = payload }, ["trigger"] = "manual" },
        });
        if (on is not null) activity["replyToId"] = on;
        return activity;
    }

    /// <summary>Drafts and submits; the answer is the drafter's own card of the slip.</summary>
    public async Task<ReadCard> Draft(params (string Label, string Value)[] filled)
    {
        var form = Assert.Single(await Say("拟稿"));
        return (await Press(form, "提交", [("是否涉密", "否"), .. filled])).Card;
    }

    /// <summary>The newest card in their chat that can act on this slip, once it has come.</summary>
    public async Task<(string Id, ReadCard Card)> Live(string title, string? offering = null)
    {
        (string, ReadCard)? found = null;
        await town.Teams.Until(_ => (found = Chat.Reverse().Cast<(string Id, ReadCard Card)?>()
            .FirstOrDefault(message => message!.Value.Card.Says(title) && (offering is null || message.Value.Card.Offers(offering)))) is not null);
        return found!.Value;
    }

    public async Task<JsonElement> Post(JsonObject activity)
    {
        using var answer = await town.Bot.Client.PostAsJsonAsync(town.Bot.Messages, activity, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    private JsonObject Activity(string type, JsonObject more)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = $"f:{Interlocked.Increment(ref _activities)}",
            ["channelId"] = "msteams",
            ["serviceUrl"] = town.Teams.Url,
            ["from"] = new JsonObject { ["id"] = $"29:{person.Id}", ["aadObjectId"] = person.AadObjectId, ["name"] = person.Name },
            ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["conversation"] = new JsonObject { ["id"] = Conversation, ["conversationType"] = "personal", ["tenantId"] = DemoBureau.Roster.TenantId },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = DemoBureau.Roster.TenantId } },
        };
        foreach (var (name, value) in more.ToList())
        {
            more.Remove(name);
            activity[name] = value;
        }

        return activity;
    }
}
