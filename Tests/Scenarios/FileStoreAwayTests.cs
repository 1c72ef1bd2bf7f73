using System.Net;
using DisclosureBot.Tests.Documents;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>Files in a real Azurite behind the whole program, and what people meet when it goes away: a plain sentence, nothing half done, and a second try that succeeds.</summary>
public sealed class FileStoreAwayTests
{
    private const string Title = "关于做好冬季保供工作的通知";
    private static readonly byte[] Document = Samples.Docx();

    /// <summary>The timer comes back five minutes after it failed; the clock went on while it was failing.</summary>
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(6);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_from_the_desk_and_the_chat_lie_in_the_store_and_a_reviewer_opens_them_by_link()
    {
        await using var town = await Begun();
        Assert.Equal("ready", await town.Readiness());
        Assert.Equal(HttpStatusCode.OK, (await town.Upload(Document, "通知.docx")).Status);
        var ask = Assert.Single(await Drafter(town).SendFiles("附件", ("清单.pdf", town.OneDrive.Serve(Samples.Pdf()))));
        Assert.Single(await town.Stored("arrivals"));
        Assert.Contains("已存入", (await Drafter(town).Press(ask, "存入")).Text, StringComparison.Ordinal);
        Assert.Empty(await town.Stored("arrivals"));
        Assert.Equal(2, (await town.Stored("documents")).Count);

        var (_, links) = await town.Files("pulan");
        var opened = new List<byte[]>();
        foreach (var link in links)
        {
            using var answer = await town.Get(link);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            opened.Add(await answer.Content.ReadAsByteArrayAsync(Stop));
        }
        Assert.Equal([Samples.Pdf(), Document], opened);
        Assert.Equal(["Drafted", "Added", "Added", "Opened", "Opened"], await town.Facts());
        await town.Town.Verify();
    }

    [Fact]
    public async Task A_store_killed_while_a_slow_upload_comes_in_gets_the_person_a_sentence_and_a_retry()
    {
        await using var town = await Begun();
        await using var body = new Body(Document) { Waits = Document.Length / 2 };
        var uploading = town.Upload(body, "通知.docx");
        await body.Waiting;
        await town.Azurite.Kill();
        body.GoOn();

        await IsNotStored(town, await uploading);
        await Retried(town, Document, "通知.docx");
    }

    [Fact]
    public async Task A_store_killed_with_half_the_file_in_it_shows_no_half_file()
    {
        await using var town = await Begun();
        var picture = Samples.Png(20_000_000);
        town.Way.Hold(after: 10_000_000);
        var uploading = town.Upload(picture, "平面图.png");
        await town.Way.Full;
        await town.Azurite.Kill();
        town.Way.Open();

        await IsNotStored(town, await uploading);
        await Retried(town, picture, "平面图.png");
    }

    [Fact]
    public async Task A_file_sent_in_chat_while_the_store_is_away_may_be_sent_again()
    {
        await using var town = await Begun();
        var url = town.OneDrive.Serve(Document);
        await town.Azurite.Kill();
        var said = Assert.Single(await Drafter(town).SendFiles("正文", ("通知.docx", url)));
        Assert.True(said.Says("文件“通知.docx”没有存下来,是系统的故障。请稍后重新发送"), said.Text);

        await town.Azurite.StartAgain(Stop);
        Assert.Empty(await town.Stored("arrivals"));
        Assert.True(Assert.Single(await Drafter(town).SendFiles("正文", ("通知.docx", url))).Offers("存入"));
        Assert.Single(await town.Stored("arrivals"));
    }

    [Fact]
    public async Task A_file_that_waits_in_chat_is_neither_put_nor_dropped_while_the_store_is_away()
    {
        await using var town = await Begun();
        var ask = Assert.Single(await Drafter(town).SendFiles("正文", ("通知.docx", town.OneDrive.Serve(Document))));
        await town.Azurite.Stop(Stop);
        foreach (var button in new[] { "存入", "不要了" })
        {
            var answer = await Drafter(town).Press(ask, button);
            Assert.Contains("文件库现在没有回应", answer.Text, StringComparison.Ordinal);
        }

        await town.Azurite.StartAgain(Stop);
        Assert.Contains("已存入", (await Drafter(town).Press(ask, "存入")).Text, StringComparison.Ordinal);
        Assert.Equal(["Drafted", "Added"], await town.Facts());
    }

    [Fact]
    public async Task A_link_opened_while_the_store_is_away_says_so_and_is_not_noted_as_opened()
    {
        await using var town = await Begun();
        await town.Upload(Document, "通知.docx");
        var link = Assert.Single((await town.Files("pulan")).Links);
        await town.Azurite.Stop(Stop);
        using (var away = await town.Get(link))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
            Assert.Contains("文件库现在没有回应,请稍后再试", WebUtility.HtmlDecode(await away.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        }
        Assert.Equal(["Drafted", "Added"], await town.Facts());

        await town.Azurite.StartAgain(Stop);
        using var there = await town.Get(link);
        Assert.Equal(Document, await there.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal(["Drafted", "Added", "Opened"], await town.Facts());
    }

    [Fact]
    public async Task An_archive_that_falls_due_while_the_store_is_away_is_made_once_it_is_back()
    {
        await using var town = await Begun(("公开属性", "此件不公开"), ("理由", "《条例》第十五条:商业秘密"));
        await town.Upload(Document, "通知.docx");
        await Signed(town);
        await town.Azurite.Stop(Stop);
        await Press(town, "zhoulin", "发文");
        await town.Town.Pass(TimeSpan.FromMinutes(1));
        await town.Town.Pass(AfterFault);
        Assert.Contains("待归档", (await Card(town, "liying")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Archived", await town.Facts());

        await town.Azurite.StartAgain(Stop);
        Assert.Empty(await town.Stored("archive"));
        await town.Town.Pass(AfterFault);
        Assert.Contains("已归档", (await Card(town, "liying")).Text, StringComparison.Ordinal);
        Assert.Single(await town.Facts(), "Archived");
        await Checks(town, Assert.Single(await town.Stored("archive")));
        await town.Town.Verify();
    }

    [Fact]
    public async Task The_program_starts_without_the_store_carries_slips_and_says_what_is_missing()
    {
        await using var town = await BlobTown.Start(away: true);
        Assert.Equal("degraded: the file store does not answer", await town.Readiness());
        Assert.Contains("已提交", (await Drafter(town).Draft(("标题", Title))).Text, StringComparison.Ordinal);
        await IsNotStored(town, await town.Upload(Document, "通知.docx"), start: false);

        await town.Azurite.StartAgain(Stop);
        Assert.Equal("ready", await town.Readiness());
        Assert.Equal(HttpStatusCode.OK, (await town.Upload(Document, "通知.docx")).Status);
        await town.Azurite.Kill();
        Assert.Equal("degraded: the file store does not answer", await town.Readiness());
    }

    private static async Task<BlobTown> Begun(params (string Label, string Value)[] filled)
    {
        var town = await BlobTown.Start();
        await Drafter(town).Draft([("标题", Title), .. filled]);
        return town;
    }

    private static Resident Drafter(BlobTown town) => town.Town.Person("liying");

    private static async Task IsNotStored(BlobTown town, (HttpStatusCode Status, System.Text.Json.JsonElement Answer) upload, bool start = true)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, upload.Status);
        Assert.Equal("文件暂时没有存上,是系统的故障,请稍后重试;仍不成功时,请联系管理员。", upload.Answer.GetProperty("error").GetString());
        Assert.Equal(["Drafted"], await town.Facts());
        Assert.Empty((await town.Files("liying")).Links);
        Assert.Empty(Directory.GetFiles(Path.Combine(town.Town.Bot.Data, "data", "arriving")));
        if (!start) return;
        await town.Azurite.StartAgain(Stop);
        Assert.Empty(await town.Stored("documents"));
    }

    /// <summary>The very same upload again.</summary>
    private static async Task Retried(BlobTown town, byte[] file, string name)
    {
        var (status, answer) = await town.Upload(file, name);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal($"“{name}”已存入2026-0001,作为正文第1版。", answer.GetProperty("said").GetString());
        using var opened = await town.Get(Assert.Single((await town.Files("liying")).Links));
        Assert.Equal(file, await opened.Content.ReadAsByteArrayAsync(Stop));
        Assert.Single(await town.Stored("documents"));
    }

    /// <summary>Through all desks up to the seal; only 发文 is missing.</summary>
    private static async Task Signed(BlobTown town)
    {
        foreach (var reviewer in new[] { "pulan", "zhoulin", "gaoyuan" })
        {
            var card = await Card(town, reviewer);
            await Press(town, reviewer, card.ButtonTitles.First(title => title.StartsWith("同意", StringComparison.Ordinal)));
        }
        await Press(town, "liying", "印制完成", ("印制份数", "20"));
        await Press(town, "zhoulin", "登记");
        await Press(town, "zhoulin", "用印");
    }

    private static async Task Press(BlobTown town, string person, string button, params (string Label, string Value)[] filled)
    {
        var answer = await town.Town.Person(person).Press(await Card(town, person), button, filled);
        Assert.True(answer.Status == 200 && !answer.Card.Offers(button), $"{person} {button}: {answer.Text}");
    }

    private static async Task<ReadCard> Card(BlobTown town, string person) =>
        (await town.Town.Person(person).Send("slip.show", new Dictionary<string, string>(StringComparer.Ordinal) { ["slip"] = BlobTown.Slip })).Card;

    /// <summary>The package that came to lie there is whole, as the program's own command finds it.</summary>
    private static async Task Checks(BlobTown town, string blob)
    {
        var path = Path.Combine(town.Town.Bot.Data, "package.zip");
        await File.WriteAllBytesAsync(path, await town.Content("archive", blob), Stop);
        using var said = new StringWriter();
        Assert.True(await DisclosureBot.Archiving.PackageCheck.Run(["check-archive", path], said) == 0, said.ToString());
    }
}
