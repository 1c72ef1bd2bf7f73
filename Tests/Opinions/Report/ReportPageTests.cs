using System.Net;
using DisclosureBot.Bureau;
using DisclosureBot.Journal;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Report;
using DisclosureBot.Tests.Desk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static DisclosureBot.Tests.Opinions.Digest.Register;

namespace DisclosureBot.Tests.Opinions.Report;

/// <summary>The 专报 is handed out on the desk to those who may see its item.</summary>
public sealed class ReportPageTests : IAsyncLifetime
{
    private static readonly string[] Missing = ["opinion-2026-0000009", "slip-2026-000001", "digest", "..%2F..%2Fetc"];
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("reports-");
    private Sqlite _dialect = null!;
    private DeskHost _desk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _dialect = new Sqlite($"Data Source={_directory.FullName}/journal.db");
        var journal = new CaseJournal(_dialect, "chuxiong-commerce");
        journal.Prepare();
        var items = new OpinionCase(People.Roster);
        var reported = Reported(1, "2026-11-22T20:00") with { To = [People.Drafter.Id], Circle = [] };
        await new Workflow(journal).Run(items, reported.Id, _ => new Decision<OpinionEvent>.Accepted([reported]), null, Stop);
        _desk = await DeskHost.Start(more: services => services.AddSingleton(new OpinionReports(journal, items, People.Roster, new FakeTimeProvider(At("2026-11-23T09:00")))));
    }

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        _dialect.Dispose();
        _directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Whoever_may_see_the_item_gets_the_file_by_its_name()
    {
        using var answer = await Get("opinion-2026-0000001", People.Drafter);
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal("政务舆情专报 舆2026-0001.pdf", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.StartsWith("%PDF-1.7", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_get_the_same_answer_as_for_an_item_that_is_not_there()
    {
        using var refused = await Get("opinion-2026-0000001", People.Head);
        var said = await refused.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("没有找到这条舆情,或者您不在办理范围内", said, StringComparison.Ordinal);
        foreach (var missing in Missing)
        {
            using var answer = await Get(missing, People.Drafter);
            Assert.Equal((HttpStatusCode.Forbidden, said), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop)));
        }
    }

    [Fact]
    public async Task Nobody_gets_it_from_elsewhere_or_without_signing_in()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/reports/opinion-2026-0000001?as=liying");
        request.Headers.Add(DeskHost.From, "192.0.2.7");
        using var refused = await _desk.Client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        await using var shut = await DeskHost.Start(environment: "Production");
        using var answer = await shut.Client.GetAsync(new Uri("/reports/opinion-2026-0000001", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    private Task<HttpResponseMessage> Get(string item, Person person) => _desk.Client.GetAsync(new Uri($"/reports/{item}?as={person.Id}", UriKind.Relative), Stop);
}
