using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using DisclosureBot.Journal;
using DisclosureBot.Tests.Documents;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>Files sent to the bot, put on slips, opened and sent back; OneDrive is a host on this machine.</summary>
public sealed class FilesInChatTests : IAsyncLifetime
{
    private const string Title = "关于做好冬季保供工作的通知";
    private static readonly byte[] Document = Samples.Docx();
    private Town _town = null!;
    private FakeFileHost _files = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Resident Drafter => _town.Person("liying");

    public async ValueTask InitializeAsync()
    {
        _files = await FakeFileHost.Start();
        _town = await Town.Start(("Documents:MostMegabytes", "1"));
        await Drafter.Install();
    }

    public async ValueTask DisposeAsync()
    {
        await _town.DisposeAsync();
        await _files.DisposeAsync();
    }

    [Fact]
    public async Task A_file_goes_from_the_chat_onto_the_slip_and_back_into_the_chat()
    {
        await Drafter.Draft(("标题", Title));
        var ask = Assert.Single(await Drafter.SendFiles("正文", ("保供通知.docx", _files.Serve(Document))));
        Assert.True(ask.Says("保供通知.docx"), ask.Text);
        Assert.Equal(("slip-2026-0000001", "Document"), (ask.ValueOf("放到哪件"), ask.ValueOf("文件类别")));

        var kept = await Drafter.Press(ask, "存入");
        Assert.Contains("已存入 2026-0001", kept.Text, StringComparison.Ordinal);
        Assert.Contains("已存入 2026-0001", (await Drafter.Press(ask, "存入")).Text, StringComparison.Ordinal);
        Assert.Empty(Arrived());

        var files = (await Drafter.Press(kept.Card, "查看文件")).Card;
        Assert.True(files.Says(Grouped(Document)), files.Text);
        await Opens(Link(files));

        var sent = await Drafter.Press(files, "发到聊天");
        Assert.Contains("请在聊天中", sent.Text, StringComparison.Ordinal);
        await ComesBack();

        Assert.Equal("Drafted Added Opened Opened", await Journalled());
        await _town.Verify();
    }

    [Fact]
    public async Task A_repeated_message_makes_one_arrival()
    {
        await Drafter.Draft(("标题", Title));
        var message = Drafter.Sending("正文", ("保供通知.docx", _files.Serve(Document)));
        var ask = Assert.Single(await Drafter.SendFiles(message));
        Assert.Empty(await Drafter.SendFiles((JsonObject)message.DeepClone()));
        var another = (JsonObject)message.DeepClone();
        another["id"] = "f:another";
        Assert.Empty(await Drafter.SendFiles(another));
        Assert.Single(Arrived());
        Assert.Single(_files.Downloads);

        await Drafter.Press(ask, "存入");
        Assert.Empty(await Drafter.SendFiles((JsonObject)message.DeepClone()));
        Assert.Empty(Arrived());
    }

    [Fact]
    public async Task Several_files_are_asked_about_one_by_one_and_a_number_finds_its_slip()
    {
        await Drafter.Draft(("标题", Title));
        await Drafter.Draft(("标题", "关于举办电商培训的通知"));
        var url = _files.Serve(Document);
        var asks = await Drafter.SendFiles("2026-0001 的附件", ("一.docx", url), ("二.docx", url));
        Assert.Equal(2, asks.Count);
        Assert.All(asks, ask => Assert.Equal(("slip-2026-0000001", "Attachment"), (ask.ValueOf("放到哪件"), ask.ValueOf("文件类别"))));

        var plain = Assert.Single(await Drafter.SendFiles("", ("三.docx", url)));
        Assert.Null(plain.ValueOf("放到哪件"));
        Assert.StartsWith("2026-0002", plain.ChoicesOf("放到哪件")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_slip_the_card_says_how_to_begin()
    {
        var ask = Assert.Single(await Drafter.SendFiles("", ("通知.docx", _files.Serve(Document))));
        Assert.True(ask.Says("请先写“拟稿”"), ask.Text);
        Assert.False(ask.Offers("存入"));
        Assert.Contains("已删除", (await Drafter.Press(ask, "不要了")).Text, StringComparison.Ordinal);
        Assert.Empty(Arrived());
    }

    [Fact]
    public async Task A_refusal_loses_nothing()
    {
        await Drafter.Draft(("标题", Title));
        var ask = Assert.Single(await Drafter.SendFiles("", ("通知.docx", _files.Serve(Document))));
        var (verb, data) = ask.Press("存入");

        foreach (var (role, slip, why) in new[] { ("", "slip-2026-0000001", "文件类别"), ("Document", "", "哪件"), ("RedactedVersion", "slip-2026-0000001", "不需要删减版"), ("Document", "slip-2026-0000009", "没有找到"), ("9", "slip-2026-0000001", "文件类别") })
        {
            var refused = await Drafter.Send(verb, new Dictionary<string, string>(StringComparer.Ordinal) { ["arrival"] = data["arrival"], ["slip"] = slip, ["role"] = role });
            Assert.True(refused.Card.Says(why), refused.Text);
            Assert.True(refused.Card.Offers("存入"), refused.Text);
            Assert.Single(Arrived());
            Assert.Empty(Stored("documents"));
        }

        Assert.Contains("已存入", (await Drafter.Press(ask, "存入", [("文件类别", "正文")])).Text, StringComparison.Ordinal);
        Assert.Single(Stored("documents"));
    }

    [Fact]
    public async Task Only_who_sent_it_may_keep_or_drop_it()
    {
        await Drafter.Draft(("标题", Title));
        var ask = Assert.Single(await Drafter.SendFiles("正文", ("通知.docx", _files.Serve(Document))));
        foreach (var button in new[] { "存入", "不要了" })
        {
            var (verb, data) = ask.Press(button);
            Assert.Equal(403, (await _town.Person("pulan").Send(verb, data)).Status);
        }
        Assert.Single(Arrived());
    }

    [Fact]
    public async Task What_nobody_claims_is_swept_after_a_week()
    {
        await Drafter.Draft(("标题", Title));
        var ask = Assert.Single(await Drafter.SendFiles("正文", ("通知.docx", _files.Serve(Document))));
        await _town.Pass(TimeSpan.FromDays(6.9));
        Assert.Single(Arrived());
        await _town.Pass(TimeSpan.FromDays(0.2));
        Assert.Empty(Arrived());
        Assert.Contains("7天", (await Drafter.Press(ask, "存入")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_turns_out_classified_leaves_no_file_behind()
    {
        await Drafter.Draft(("标题", Title));
        var ask = Assert.Single(await Drafter.SendFiles("正文", ("通知.docx", _files.Serve(Document))));
        Assert.Single(await Drafter.SendFiles("附件", ("附件.docx", _files.Serve(Document))));
        var colleague = _town.Person("pulan");
        await colleague.Install();
        Assert.Single(await colleague.SendFiles("", ("别件.docx", _files.Serve(Document))));
        Assert.Equal(3, Arrived().Length);

        var form = Assert.Single(await Drafter.Say("拟稿"));
        var answer = await Drafter.Press(form, "提交", [("是否涉密", "是")]);
        Assert.Contains("2个文件已一并删除", answer.Text, StringComparison.Ordinal);
        Assert.Single(Arrived()); // the colleague's

        var over = await Drafter.Press(ask, "存入");
        Assert.False(over.Card.Offers("存入"), over.Text);
        Assert.Contains("请重新发送", over.Text, StringComparison.Ordinal);
        Assert.Empty(Stored("documents"));
        Assert.DoesNotContain("一并删除", (await Drafter.Press(Assert.Single(await Drafter.Say("拟稿")), "提交", [("是否涉密", "是")])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_chat_is_sent_to_the_personal_one()
    {
        var message = Drafter.Sending("正文", ("通知.docx", _files.Serve(Document)));
        message["conversation"]!["conversationType"] = "groupChat";
        Assert.Contains("一对一", Assert.Single(await Drafter.SendFiles(message)).Text, StringComparison.Ordinal);
        Assert.Empty(_files.Downloads);
    }

    [Fact]
    public async Task Hostile_or_broken_files_are_refused_with_a_sentence_and_leave_nothing()
    {
        await Drafter.Draft(("标题", Title));
        var endless = _files.Serve(async http =>
        {
            while (!http.RequestAborted.IsCancellationRequested) await http.Response.Body.WriteAsync(new byte[100_000], http.RequestAborted);
        });
        var elsewhere = _files.Serve(http =>
        {
            http.Response.Redirect("http://169.254.169.254/latest/meta-data");
            return Task.CompletedTask;
        });
        var half = _files.Serve(async http =>
        {
            http.Response.ContentLength = 1000;
            await http.Response.Body.WriteAsync(new byte[10]);
            http.Abort();
        });
        foreach (var (name, url, why) in new[]
        {
            ("一.docx", "http://10.0.0.1/x", "OneDrive"), ("二.docx", "file:///etc/passwd", "OneDrive"), ("三.docx", elsewhere, "OneDrive"),
            ("四.docx", _files.Serve("<html></html>"u8.ToArray(), "text/html"), "网页"), ("五.docx", _files.Url + "/gone", "失效"),
            ("六.docx", endless, "1 MB"), ("七.docx", _files.Serve(new byte[2_000_000]), "1 MB"), ("八.docx", half, "没有接收完整"),
            ("九.exe", _files.Serve(Samples.WindowsProgram), "程序"), ("十.docx", _files.Serve(Samples.WindowsProgram), "程序"), ("十一.docx", _files.Serve([]), "空文件"),
        })
        {
            var said = Assert.Single(await Drafter.SendFiles("正文", (name, url)));
            Assert.True(said.Says(why) && said.Says(name), said.Text);
            Assert.False(said.Offers("存入"));
        }
        Assert.Empty(Arrived());
        Assert.Empty(Directory.GetFiles(Path.Combine(_town.Bot.Data, "data", "arriving")));
    }

    [Fact]
    public async Task A_file_that_failed_may_be_sent_again()
    {
        await Drafter.Draft(("标题", Title));
        var works = false;
        var url = _files.Serve(async http =>
        {
            if (works) await http.Response.Body.WriteAsync(Document);
            else http.Response.StatusCode = 503;
        });
        Assert.True(Assert.Single(await Drafter.SendFiles("正文", ("通知.docx", url))).Says("没有接收完整"));
        works = true;
        Assert.True(Assert.Single(await Drafter.SendFiles("正文", ("通知.docx", url))).Offers("存入"));
    }

    [Fact]
    public async Task A_slow_file_is_answered_within_seconds_and_its_card_follows()
    {
        await Drafter.Draft(("标题", Title));
        var held = new TaskCompletionSource();
        var url = _files.Serve(async http =>
        {
            await held.Task;
            await http.Response.Body.WriteAsync(Document);
        });
        Assert.True(Assert.Single(await Drafter.SendFiles("正文", ("通知.docx", url))).Says("正在接收“通知.docx”"));
        Assert.DoesNotContain(Drafter.Chat, message => message.Card.Offers("存入"));

        held.SetResult();

        var (_, ask) = await Drafter.Live("通知.docx", "存入");
        Assert.Contains("已存入", (await Drafter.Press(ask, "存入")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_declines_or_whose_upload_fails_is_told()
    {
        var files = await Filed();
        await Drafter.Press(files, "发到聊天");
        var card = await ConsentCard();
        await Drafter.Consent(card, "decline");
        await Said("没有发送");
        await Drafter.Consent(card, "accept", "https://10.0.0.1/u");
        await Said("不是单位的 OneDrive");
        await Drafter.Consent(card, "accept", _files.Url + "/u/never");
        await Said("已经失效");
        // The context comes through the client: another person's client changes nothing.
        await _town.Person("luoqing").Install();
        await _town.Person("luoqing").Consent(card, "accept", _files.OpenSession());
        await _town.Teams.Until(teams => teams.Messages(_town.Person("luoqing").Conversation).Any(message => message.Body.ToString().Contains("没有找到", StringComparison.Ordinal)));
        Assert.Empty(_files.Pieces);
    }

    [Fact]
    public async Task A_link_dies_after_minutes_and_opens_nothing_for_others()
    {
        var link = Link(await Filed());
        await Opens(link);

        var forged = await _town.Bot.Client.GetAsync(new Uri(link[..^3] + "AAA"), Stop);
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);

        await _town.Pass(TimeSpan.FromMinutes(11));
        var late = await _town.Bot.Client.GetAsync(new Uri(link), Stop);
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        Assert.Contains("链接已失效", WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        Assert.Equal("Drafted Added Opened", await Journalled());
    }

    [Fact]
    public async Task A_link_made_before_access_was_lost_opens_nothing()
    {
        var link = new Uri(Link(await Filed()));
        var links = new DisclosureBot.Documents.FileLinks(Path.Combine(_town.Bot.Data, "data", "keys"), DemoBureau.Roster.BureauId, TimeProvider.System, TimeSpan.FromDays(3650));
        var file = Path.GetFileName(Assert.Single(Stored("documents")));
        // Sealed by the bureau's own key, for somebody whom the rules no longer let in.
        var token = links.For("slip-2026-0000001", "slip-2026-0000001." + file[(file.LastIndexOf("a-", StringComparison.Ordinal))..], "luoqing");
        var answer = await _town.Bot.Client.GetAsync(new Uri(link, $"/files/{token}"), Stop);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("Drafted Added", await Journalled());
    }

    private async Task<ReadCard> Filed()
    {
        await Drafter.Draft(("标题", Title));
        var ask = Assert.Single(await Drafter.SendFiles("正文", ("保供通知.docx", _files.Serve(Document))));
        return (await Drafter.Press((await Drafter.Press(ask, "存入")).Card, "查看文件")).Card;
    }

    private async Task Opens(string link)
    {
        using var answer = await _town.Bot.Client.GetAsync(new Uri(link), Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Document, await answer.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal(("attachment", "保供通知.docx"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.StartsWith("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(Document.Length, answer.Content.Headers.ContentLength);
    }

    private async Task ComesBack()
    {
        var card = await ConsentCard();
        Assert.Equal((long)Document.Length, card.GetProperty("content").GetProperty("sizeInBytes").GetInt64());
        var session = _files.OpenSession();
        await Drafter.Consent(card, "accept", session);
        await Drafter.Consent(card, "accept", session); // Teams says it twice
        await _town.Teams.Until(_ => Attachments("application/vnd.microsoft.teams.card.file.info").Any());
        Assert.Equal(Document, _files.Uploaded(session));
        Assert.Null(Assert.Single(_files.Pieces).Authorization);
    }

    private async Task<JsonElement> ConsentCard()
    {
        await _town.Teams.Until(_ => Attachments("application/vnd.microsoft.teams.card.file.consent").Any());
        return Attachments("application/vnd.microsoft.teams.card.file.consent").Last();
    }

    private Task Said(string text) => _town.Teams.Until(teams => teams.Messages(Drafter.Conversation)
        .Any(message => message.Body.TryGetProperty("text", out var said) && said.GetString()!.Contains(text, StringComparison.Ordinal)));

    private IEnumerable<JsonElement> Attachments(string type) => _town.Teams.Messages(Drafter.Conversation)
        .Where(message => message.Body.TryGetProperty("attachments", out _)).Select(message => message.Body.GetProperty("attachments")[0])
        .Where(attachment => attachment.GetProperty("contentType").GetString() == type);

    private async Task<string> Journalled()
    {
        using var sqlite = new Sqlite($"Data Source={Path.Combine(_town.Bot.Data, "journal.db")}");
        return string.Join(' ', (await new CaseJournal(sqlite, DemoBureau.Roster.BureauId).Events("slip-2026-0000001", Stop)).Select(fact => fact.Type));
    }

    private string[] Arrived() => Stored("arrivals");

    private string[] Stored(string place) =>
        Directory.GetDirectories(Path.Combine(_town.Bot.Data, "data", "files", place)).SelectMany(Directory.GetDirectories).ToArray();

    private static string Link(ReadCard files) => Urls(files.Json).Single(url => url.Contains("/files/", StringComparison.Ordinal));

    private static IEnumerable<string> Urls(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property is { Name: "url", Value.ValueKind: JsonValueKind.String } ? [property.Value.GetString()!] : Urls(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Urls),
        _ => [],
    };

    private static string Grouped(byte[] content) => string.Join(' ', Convert.ToHexStringLower(SHA256.HashData(content)).Chunk(8).Select(group => new string(group)));
}
