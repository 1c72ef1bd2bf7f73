using System.Net;
using System.Text.Json;
using DisclosureBot.Channel;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Channel;

/// <summary>Files as Teams sends them, and its two cards as we send them.</summary>
public sealed class FileTurnTests : IAsyncLifetime
{
    private const string Notice = """
        {"contentType":"application/vnd.microsoft.teams.file.download.info","contentUrl":"https://contoso-my.sharepoint.com/personal/li/Documents/通知.docx","name":"通知.docx",
         "content":{"downloadUrl":"https://contoso-my.sharepoint.com/_layouts/download.aspx?tempauth=x","uniqueId":"1150D938-8870-4044-9F2C-5BBDEBA70C9D","fileType":"docx","etag":"e1"}}
        """;

    private ChannelHost host = null!;

    public async ValueTask InitializeAsync() => host = await ChannelHost.Start();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_file_in_a_message_is_sent_with_its_word()
    {
        var sent = await Turn<Turn.Sent>(Message($"[{Notice}]", "删减版"));
        Assert.Equal("删减版", sent.Text);
        Assert.Equal(new SentFile("通知.docx", "https://contoso-my.sharepoint.com/_layouts/download.aspx?tempauth=x", "docx", "1150D938-8870-4044-9F2C-5BBDEBA70C9D"), Assert.Single(sent.Files));
    }

    [Fact]
    public async Task Several_files_come_at_once_among_what_is_none()
    {
        var sent = await Turn<Turn.Sent>(Message($$$"""
            [{{{Notice}}}, {{{Notice.Replace("通知", "附件", StringComparison.Ordinal)}}},
             {"contentType":"text/html","content":"<p>两个文件</p>"}, {"contentType":"image/*","contentUrl":"https://smba.trafficmanager.net/x"},
             {"contentType":"application/vnd.microsoft.card.adaptive","content":{}}]
            """));
        Assert.Equal("通知.docx 附件.docx", string.Join(' ', sent.Files.Select(file => file.Name)));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[null,7,\"x\",[],{}]")]
    [InlineData("""[{"contentType":"text/html","content":"<p>待办</p>"}]""")]
    [InlineData("""[{"contentType":"image/*","contentUrl":"https://smba.trafficmanager.net/x"}]""")]
    [InlineData("""[{"contentType":"application/vnd.microsoft.teams.file.download.info"}]""")]
    [InlineData("""[{"contentType":"application/vnd.microsoft.teams.file.download.info","content":null}]""")]
    [InlineData("""[{"contentType":"application/vnd.microsoft.teams.file.download.info","content":{"downloadUrl":7}}]""")]
    [InlineData("""[{"contentType":"application/vnd.microsoft.teams.file.download.info","content":{"downloadUrl":""}}]""")]
    public async Task What_is_no_file_leaves_the_words(string attachments) =>
        Assert.Equal("待办", (await Turn<Turn.Said>(Message(attachments))).Text);

    [Fact]
    public async Task A_file_needs_no_word_and_no_more_than_its_address()
    {
        var sent = await Turn<Turn.Sent>(Message("""[{"contentType":"application/vnd.microsoft.teams.file.download.info","content":{"downloadUrl":"https://x.sharepoint.com/"}}]""", null));
        Assert.Equal(("", new SentFile("", "https://x.sharepoint.com/", "", "")), (sent.Text, Assert.Single(sent.Files)));
    }

    [Fact]
    public async Task Half_a_character_in_a_name_is_400() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Post(Wire.Message().Replace("\"entities\"", """
            "attachments":[{"contentType":"application/vnd.microsoft.teams.file.download.info","name":"\ud800","content":{"downloadUrl":"https://x"}}],"entities"
            """, StringComparison.Ordinal))).StatusCode);

    [Fact]
    public async Task Consent_names_where_the_file_goes_and_is_answered_with_the_status_alone()
    {
        var answer = await host.Post(Consent("""
            {"type":"fileUpload","action":"accept","context":{"slip":"slip-1","file":"f-1"},
             "uploadInfo":{"contentUrl":"https://contoso-my.sharepoint.com/c","name":"通知.docx","uploadUrl":"https://contoso-my.sharepoint.com/u","uniqueId":"U1","fileType":"docx"}}
            """));
        Assert.Equal((HttpStatusCode.OK, ""), (answer.StatusCode, await answer.Text()));
        var turn = Assert.IsType<Turn.FileAccepted>(Assert.Single(host.Turns));
        Assert.Equal(new UploadTarget("https://contoso-my.sharepoint.com/u", "https://contoso-my.sharepoint.com/c", "通知.docx", "U1", "docx"), turn.Target);
        Assert.Equal("f-1", turn.Context.GetProperty("file").GetString());
    }

    [Fact]
    public async Task A_refusal_of_the_file_is_a_turn_too()
    {
        Assert.Equal(HttpStatusCode.OK, (await host.Post(Consent("""{"type":"fileUpload","action":"decline","context":{"slip":"slip-1","file":"f-1"}}"""))).StatusCode);
        Assert.IsType<Turn.FileDeclined>(Assert.Single(host.Turns));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"action":"accept"}""")]
    [InlineData("""{"action":"accept","uploadInfo":{"uploadUrl":null}}""")]
    [InlineData("""{"action":"perhaps"}""")]
    public async Task A_consent_that_says_nothing_is_400(string value)
    {
        var answer = await host.Post(Consent(value));
        Assert.Equal((HttpStatusCode.BadRequest, "BadConsent"), (answer.StatusCode, await answer.Reason()));
        Assert.Empty(host.Turns);
    }

    [Fact]
    public async Task The_consent_card_asks_with_name_size_and_what_shall_come_back()
    {
        var attachment = await Sent(new FileCard.Consent("通知.docx", "2026-0001 正文第1版", 123_456, new Dictionary<string, string>(StringComparer.Ordinal) { ["slip"] = "slip-1", ["file"] = "f-1" }));
        Assert.Equal("application/vnd.microsoft.teams.card.file.consent", attachment.GetProperty("contentType").GetString());
        Assert.Equal("通知.docx", attachment.GetProperty("name").GetString());
        Assert.Equal("""{"description":"2026-0001 正文第1版","sizeInBytes":123456,"acceptContext":{"slip":"slip-1","file":"f-1"},"declineContext":{"slip":"slip-1","file":"f-1"}}""",
            attachment.GetProperty("content").GetRawText());
    }

    [Fact]
    public async Task The_info_card_shows_where_the_file_now_lies()
    {
        var attachment = await Sent(new FileCard.Info("通知.docx", "https://contoso-my.sharepoint.com/c", "U1", "docx"));
        Assert.Equal("""{"name":"通知.docx","contentType":"application/vnd.microsoft.teams.card.file.info","contentUrl":"https://contoso-my.sharepoint.com/c","content":{"uniqueId":"U1","fileType":"docx"}}""",
            attachment.GetRawText());
    }

    private async Task<JsonElement> Sent(FileCard card)
    {
        await using var teams = await RecordingConnector.Start();
        var outcome = await host.Channel.Send(new(teams.Url, "a:chat"), new Message("有一个文件", File: card), TestContext.Current.CancellationToken);
        Assert.IsType<SendOutcome.Delivered>(outcome);
        var body = Assert.Single(teams.Messages("a:chat")).Body;
        Assert.Equal(("message", "有一个文件"), (body.GetProperty("type").GetString(), body.GetProperty("summary").GetString()));
        return body.GetProperty("attachments")[0];
    }

    private static string Message(string attachments, string? text = "待办") => Wire.Message(change: $$"""{"text":{{JsonSerializer.Serialize(text)}},"attachments":{{attachments}}}""");

    private static string Consent(string value) => Wire.Click(change: $$"""{"name":"fileConsent/invoke","value":{{value}}}""");

    private async Task<T> Turn<T>(string activity) where T : Turn
    {
        Assert.Equal(HttpStatusCode.OK, (await host.Post(activity)).StatusCode);
        return Assert.IsType<T>(Assert.Single(host.Turns));
    }
}
