using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DisclosureBot.Tests.Documents;
using DisclosureBot.Tests.Scenarios;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Desk;

/// <summary>Putting files on a slip at the desk, seen from its API.</summary>
public sealed class DeskFilesTests : IAsyncLifetime
{
    private const string Slip = "slip-2026-0000001";
    private static readonly byte[] Document = Samples.Docx();
    private Town _town = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _town = await Town.Start(("Documents:MostMegabytes", "1"));
        await _town.Person("liying").Draft(("标题", "关于做好冬季保供工作的通知"));
    }

    public ValueTask DisposeAsync() => _town.DisposeAsync();

    [Fact]
    public async Task A_file_comes_to_lie_on_the_slip_and_the_card_shows_it()
    {
        var (status, answer) = await Upload(Document);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Document)), answer.GetProperty("sha256").GetString());
        Assert.True(new ReadCard(answer.GetProperty("outcome").GetProperty("card")).Says("作为正文第1版"), answer.ToString());

        Assert.Contains("完全相同", (await Upload(Document)).Answer.GetProperty("said").GetString(), StringComparison.Ordinal);
        Assert.Contains("第2版", (await Upload(Samples.Docx(("word/a.xml", "<a/>"u8.ToArray())))).Answer.GetProperty("said").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetDirectories(Path.Combine(_town.Bot.Data, "data", "files", "documents")).SelectMany(Directory.GetDirectories).Count());
    }

    [Theory]
    [InlineData("liying", "Document InterpretationPlan Attachment")]
    [InlineData("gaoyuan", "")]
    [InlineData("luoqing", "")]
    public async Task Each_seat_is_told_what_it_may_add(string seat, string roles)
    {
        var attach = JsonSerializer.Deserialize<JsonElement>(await _town.Bot.Client.GetStringAsync(new Uri($"/desk/slips/{Slip}/attach?as={seat}", UriKind.Relative), Stop));
        Assert.Equal(roles, string.Join(' ', attach.GetProperty("roles").EnumerateArray().Select(role => role.GetProperty("role").GetString())));
        Assert.Equal(1024 * 1024, attach.GetProperty("most").GetInt64());
        Assert.Contains("docx", attach.GetProperty("types").EnumerateArray().Select(type => type.GetString()));
    }

    [Theory]
    [InlineData("gaoyuan", Slip, "Document", "a.docx", 403, "起草人")]
    [InlineData("luoqing", Slip, "Document", "a.docx", 403, "没有找到")]
    [InlineData("liying", "slip-2026-0000009", "Document", "a.docx", 403, "没有找到")]
    [InlineData("liying", Slip, "RedactedVersion", "a.docx", 422, "不需要删减版")]
    [InlineData("liying", Slip, "7", "a.docx", 400, "文件类别")]
    [InlineData("liying", Slip, "0", "a.docx", 400, "文件类别")]
    [InlineData("liying", Slip, " Document", "a.docx", 400, "文件类别")]
    [InlineData("liying", Slip, "", "a.docx", 400, "文件类别")]
    [InlineData("liying", Slip, "Document", "", 400, "文件名")]
    [InlineData("liying", Slip, "Document", "a.exe", 422, "程序")]
    [InlineData("liying", Slip, "Document", "a.pdf", 422, "不一致")]
    public async Task What_is_refused_says_why(string seat, string slip, string role, string name, int status, string why)
    {
        var (answered, answer) = await Upload(Document, $"slip={slip}&role={role}&name={name}&as={seat}");
        Assert.Equal((HttpStatusCode)status, answered);
        Assert.Contains(why, answer.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(_town.Bot.Data, "data", "arriving")));
    }

    [Fact]
    public async Task Too_much_is_refused_announced_or_not()
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Upload(new byte[1024 * 1024 + 1])).Status);
        var (status, answer) = await Upload(new byte[1024 * 1024 + 1], announced: false);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (status, answer.GetProperty("error").GetString()!.Contains("超过 1 MB", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json")]
    public async Task Only_a_raw_body_is_taken(string type) => Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Upload(Document, type: type)).Status);

    [Fact]
    public async Task Another_site_cannot_upload()
    {
        var (status, _) = await Upload(Document, site: "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    [Fact]
    public async Task Elsewhere_the_limit_of_a_click_stands()
    {
        using var body = new ByteArrayContent(new byte[100_000]);
        body.Headers.ContentType = new("application/json");
        var answer = await _town.Bot.Client.PostAsync(new Uri("/desk/clicks?as=liying", UriKind.Relative), body, Stop);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_asked_for_at_the_desk_is_offered_in_the_chat_once_there_is_one()
    {
        await Upload(Document);
        var drafter = _town.Person("liying");
        var files = (await drafter.Send("slip.files", new Dictionary<string, string>(StringComparer.Ordinal) { ["slip"] = Slip })).Card;
        var (verb, data) = files.Press("发到聊天");

        // Drafting in chat has made the contact known; the office has never been there.
        Assert.Contains("请在聊天中", await Click("liying", verb, data), StringComparison.Ordinal);
        await _town.Teams.Until(teams => teams.Messages(drafter.Conversation).Any(message => message.Body.ToString().Contains("file.consent", StringComparison.Ordinal)));
        Assert.Contains("还没有在聊天中", await Click("xushan", verb, data), StringComparison.Ordinal);
        Assert.Contains("没有找到", await Click("luoqing", verb, data), StringComparison.Ordinal);
    }

    private async Task<string> Click(string seat, string verb, Dictionary<string, string> data)
    {
        using var answer = await _town.Bot.Client.PostAsJsonAsync(new Uri($"/desk/clicks?as={seat}", UriKind.Relative), new { verb, data }, Stop);
        var outcome = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Stop));
        return outcome.TryGetProperty("text", out var text) ? text.GetString()! : outcome.GetProperty("refusal").GetProperty("text").GetString()!;
    }

    [Fact]
    public async Task A_third_upload_at_once_is_asked_to_wait()
    {
        var (first, second) = (new HeldBody(), new HeldBody());
        var running = new[] { Send(first), Send(second) };
        await Task.WhenAll(first.Begun, second.Begun);

        var (status, answer) = await Upload(Document);
        Assert.Equal((HttpStatusCode.TooManyRequests, true), (status, answer.GetProperty("error").GetString()!.Contains("同时上传的文件太多", StringComparison.Ordinal)));

        first.End();
        second.End();
        foreach (var answered in await Task.WhenAll(running)) answered.Dispose();
        Assert.Equal(HttpStatusCode.OK, (await Upload(Document)).Status);

        Task<HttpResponseMessage> Send(HeldBody body)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/desk/files?slip={Slip}&role=Document&name=通知.docx&as=liying", UriKind.Relative)) { Content = body };
            // The body is asked for only once the server has given it room.
            request.Headers.ExpectContinue = true;
            return _town.Bot.Client.SendAsync(request, Stop);
        }
    }

    /// <summary>A body that says when it was asked for, and ends when told.</summary>
    private sealed class HeldBody : HttpContent
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public HeldBody() => Headers.ContentType = MediaTypeHeaderValue.Parse("application/octet-stream");

        public Task Begun => _begun.Task;

        public void End() => _end.TrySetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            _begun.TrySetResult();
            await _end.Task;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> Upload(
        byte[] file, string query = $"slip={Slip}&role=Document&name=通知.docx&as=liying", string type = "application/octet-stream", string? site = null, bool announced = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/desk/files?{query}", UriKind.Relative)) { Content = new ByteArrayContent(file) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        request.Headers.TransferEncodingChunked = !announced;
        // A refusal may come before the body has gone out; without this the two would race.
        request.Headers.ExpectContinue = announced;
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
        using var answer = await _town.Bot.Client.SendAsync(request, Stop);
        return (answer.StatusCode, JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Stop)));
    }
}
