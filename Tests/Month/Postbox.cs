using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DisclosureBot.Tests.Month;

/// <summary>One thing that reached a person's chat.</summary>
/// <param name="At">Bureau time as last set.</param>
/// <param name="IsPost">A new message; otherwise one that stood there was edited.</param>
/// <param name="Rings">It asked for a toast.</param>
/// <param name="IsBriefing">The morning's card.</param>
/// <param name="Cases">Whose card it is, or whose rows it lists.</param>
internal sealed record Mail(string Person, DateTimeOffset At, bool IsPost, bool Rings, bool IsBriefing, IReadOnlySet<string> Cases);

/// <summary>What goes wrong with a message on the far side.</summary>
internal enum Whim
{
    None,

    /// <summary>Answered already, or cut off, and nothing is shown.</summary>
    NotTaken,

    /// <summary>Shown, and the line cut before the answer.</summary>
    TakenInSilence,
}

/// <summary>The far side for a whole month: keeps of every message only whom it reached, when, whether it rang, and which cases it names; also serves the files and pages that people work with.</summary>
internal sealed partial class Postbox : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly byte[] _document;
    private readonly Lock _gate = new();
    private ImmutableList<Mail> _mail = [];
    private ImmutableDictionary<(string Conversation, string Id), string> _standing = ImmutableDictionary<(string, string), string>.Empty;
    private int _ids;

    private Postbox(WebApplication app, byte[] document)
    {
        (_app, _document) = (app, document);
        app.Run(Serve);
    }

    public DateTimeOffset Now { get; set; }

    public string Url => _app.Urls.First();

    /// <summary>In the order it came.</summary>
    public IReadOnlyList<Mail> All => _mail;

    /// <summary>Asked before a message is taken; answers instead, and says whether it is taken all the same. Null where nothing goes wrong.</summary>
    public Func<HttpContext, string, Task<Whim>>? Whims { get; set; }

    /// <summary>What a message shows now; null where none stands under that id.</summary>
    public string? Standing(string conversation, string id) => _standing.GetValueOrDefault((conversation, id));

    public static async Task<Postbox> Open(byte[] document)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var box = new Postbox(builder.Build(), document);
        await box._app.StartAsync();
        return box;
    }

    /// <summary>A page of the bureau's site that says this.</summary>
    public string Page(string words) => $"{Url}/page?words={Uri.EscapeDataString(words)}";

    public string Document(int n) => string.Create(CultureInfo.InvariantCulture, $"{Url}/document/{n}");

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Serve(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/page", StringComparison.Ordinal)) await Page(http);
        else if (http.Request.Path.StartsWithSegments("/document", StringComparison.Ordinal)) await http.Response.Body.WriteAsync(_document);
        else await Take(http);
    }

    private static Task Page(HttpContext http)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync($"<html><body><p>{http.Request.Query["words"]}</p></body></html>");
    }

    private async Task Take(HttpContext http)
    {
        var body = await new StreamReader(http.Request.Body, Encoding.UTF8).ReadToEndAsync();
        var parts = Uri.UnescapeDataString(http.Request.Path.Value!).Split('/', StringSplitOptions.RemoveEmptyEntries);
        var conversation = parts.ElementAtOrDefault(Array.IndexOf(parts, "conversations") + 1) ?? "";
        var isPost = http.Request.Method == "POST";
        var whim = Whims is { } go ? await go(http, conversation + body) : Whim.None;
        if (whim == Whim.NotTaken) return;
        string id;
        lock (_gate)
        {
            id = isPost ? string.Create(CultureInfo.InvariantCulture, $"1:{++_ids}") : parts[^1];
            if (!isPost && !_standing.ContainsKey((conversation, id)))
            {
                http.Response.StatusCode = 404;
                return;
            }

            _standing = _standing.SetItem((conversation, id), body);
            if (Person().Match(conversation) is { Success: true } to)
                _mail = _mail.Add(new(to.Groups["person"].Value, Now, isPost, isPost && body.Contains("\"alert\":true", StringComparison.Ordinal),
                    body.Contains("今日汇总", StringComparison.Ordinal), Case().Matches(body).Select(match => match.Value).Concat(Named().Matches(body).Select(match => $"slip-{match.Groups["year"].Value}-{match.Groups["count"].Value.PadLeft(7, '0')}")).ToHashSet(StringComparer.Ordinal)));
        }

        if (whim == Whim.TakenInSilence)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = isPost ? 201 : 200;
        await http.Response.WriteAsync($$"""{"id":"{{id}}"}""");
    }

    [GeneratedRegex(@"a:(?<person>p\d+);personal", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Person();

    /// <summary>签号 before a title, as the morning's card names what has no row of its own.</summary>
    [GeneratedRegex(@"(?<year>20\d\d)-(?<count>\d{4}) 关于", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"(slip|opinion)-\d{4}-\d{7}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Case();
}
