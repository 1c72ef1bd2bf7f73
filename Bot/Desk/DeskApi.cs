using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DisclosureBot.Bureau;
using DisclosureBot.Channel;
using DisclosureBot.Journal;

namespace DisclosureBot.Desk;

/// <summary>What the page asks for: every request becomes the turn that chat would have made, so the same rules answer it.</summary>
internal sealed class DeskApi(Roster roster, TurnHandler handle, InboxReader inbox, DeskFeed feed, DeskMode mode)
{
    public const int LongestText = 4000;
    private const int LongestVerb = 100;
    private const int InboxMost = 200;
    private const string NotOurForm = "请求的内容不是约定的格式,请刷新页面后重试。";

    public IResult Me(HttpContext context) => Answers.Ok(new Me(
        roster.BureauName,
        Colleague.Of(Seat.Of(context)),
        mode == DeskMode.Switcher ? [.. roster.People.Select(Colleague.Of)] : null), DeskJson.Default.Me);

    public async Task<IResult> Inbox(HttpContext context)
    {
        var cases = await inbox(Seat.Of(context).Id, InboxMost, context.RequestAborted);
        return Answers.Ok(new Inbox(cases.Count(c => c.MustAct), [.. cases.Select(Line)]), DeskJson.Default.Inbox);
    }

    public async Task<IResult> Case(HttpContext context, string caseId)
    {
        // Read before the card is made, so that a commit in between shows as an update and is never missed.
        var cases = await inbox(Seat.Of(context).Id, InboxMost, context.RequestAborted);
        var version = cases.FirstOrDefault(c => string.Equals(c.CaseId, caseId, StringComparison.Ordinal))?.Version;
        var answer = await handle(Clicked(context, "slip.show", Show(caseId)), context.RequestAborted);
        return Answers.Ok(Outcome.Of(answer, version), DeskJson.Default.Outcome);
    }

    public async Task<IResult> Said(HttpContext context)
    {
        var (body, problem) = await Body(context, DeskJson.Default.SaidBody);
        if (problem is not null) return problem;
        if (string.IsNullOrWhiteSpace(body?.Text)) return Answers.Problem(400, "请写点什么再发送。");
        if (body.Text.Length > LongestText) return Answers.Problem(400, $"一次最多写 {LongestText} 字,请分几次发送。");

        var answer = await handle(new Turn.Said(Sender(context), Where: null, Personal: true, body.Text.Trim()), context.RequestAborted);
        return Answers.Ok(new Replies([.. answer.Replies.Select(Reply.Of)]), DeskJson.Default.Replies);
    }

    public async Task<IResult> Clicked(HttpContext context)
    {
        var (body, problem) = await Body(context, DeskJson.Default.ClickedBody);
        if (problem is not null) return problem;
        if (body?.Verb is not { Length: > 0 and <= LongestVerb } verb) return Answers.Problem(400, "这个按钮没有说明要做什么,请刷新后重试。");

        if (!ActivityReader.Readable(body.Data)) return Answers.Problem(400, NotOurForm);

        var slip = SlipNamed(body.Data);
        long? version = null;
        void Note(CaseWrite write)
        {
            // The first commit while we wait is ours or older than ours; either way the card is at least this new.
            if (!write.IsElsewhere && string.Equals(write.CaseId, slip, StringComparison.Ordinal)) version ??= write.NewVersion;
        }

        using var listening = feed.Listen(Note);
        var answer = await handle(Clicked(context, verb, body.Data), context.RequestAborted);
        return Answers.Ok(Outcome.Of(answer, version), DeskJson.Default.Outcome);
    }

    public IResult SignOut() => mode == DeskMode.SignIn
        ? Results.SignOut(new() { RedirectUri = "/" }, [SignIn.Cookie, SignIn.Entra])
        : Answers.Problem(404, "开发模式没有登录,也就不必退出。");

    private static InboxLine Line(InboxCase c) =>
        new(c.CaseId, c.Number, c.Title, c.Status, c.Open, c.MustAct, c.Version, c.UpdatedAt);

    private static Sender Sender(HttpContext context) => new(Seat.Of(context).AadObjectId, Seat.Of(context).Name);

    private static Turn.Clicked Clicked(HttpContext context, string verb, JsonElement data) =>
        new(Sender(context), Where: null, Personal: true, verb, data, CardId: null);

    private static JsonElement Show(string caseId) => JsonSerializer.SerializeToElement(
        new Dictionary<string, string>(StringComparer.Ordinal) { ["slip"] = caseId }, PayloadJson.Default.DictionaryStringString);

    private static string? SlipNamed(JsonElement data) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty("slip", out var slip) && slip.ValueKind == JsonValueKind.String
            ? slip.GetString() : null;

    private static async Task<(T? Body, IResult? Problem)> Body<T>(HttpContext context, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return (await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted), null);
        }
        catch (JsonException)
        {
            return (null, Answers.Problem(400, NotOurForm));
        }
        catch (BadHttpRequestException e)
        {
            return (null, Answers.Problem(e.StatusCode, e.StatusCode == 413 ? "写得太多了,请删减后重试。" : "请求没有传完整,请重试。"));
        }
    }
}
