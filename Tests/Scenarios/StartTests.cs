using System.Net;
using System.Net.Http.Json;
using DisclosureBot.Bureau;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>How the program starts, and how it refuses to: a sentence that says why, before it listens.</summary>
public sealed class StartTests
{
    private static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Production", "Bureau:File is not set", "")]
    [InlineData("Development", "names 'nowhere.json', which does not exist", "Bureau:File=nowhere.json")]
    [InlineData("Development", "Journal:Provider is 'oracle'", "Journal:Provider=oracle")]
    [InlineData("Development", "Clock:Start is no ISO instant", "Clock:Start=tomorrow")]
    [InlineData("Development", "The journal needs a file", "ConnectionStrings:Journal=Data Source=:memory:")]
    [InlineData("Development", "MicrosoftAppType", "MicrosoftAppId=8d7b4c0e-1111-4222-8333-944455556666;MicrosoftAppType=MultiTenant")]
    [InlineData("Development", "loopback", "urls=http://0.0.0.0:0")]
    [InlineData("Development", "Opinion:Patience:Important is 'soon'; it must be a whole number of minutes from 1 to 1440.", "Opinion:Patience:Important=soon")]
    [InlineData("Development", "Opinion:Patience:Imortant is not a setting", "Opinion:Patience:Imortant=5")]
    [InlineData("Development", "Opinion:NationalClocks:Response is 'no'; it must be true or false.", "Opinion:NationalClocks:Response=no")]
    public async Task A_configuration_that_cannot_work_is_refused_with_a_sentence(string environment, string why, string settings)
    {
        var data = Directory.CreateTempSubdirectory("start-").FullName;
        var arguments = settings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => $"--{pair}");
        await using var program = Child.Start("dotnet", [typeof(Roster).Assembly.Location, "--environment", environment, "--urls", "http://127.0.0.1:0", .. arguments], data, Nothing);
        await program.Ended;
        Assert.NotEqual(0, program.ExitCode);
        Assert.Contains(why, program.Output, StringComparison.Ordinal);
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task The_first_start_puts_sample_documents_under_way_and_the_second_adds_none()
    {
        await using var bot = await BotProcess.Start(new Dictionary<string, string>(StringComparer.Ordinal) { ["Demo:Samples"] = "true" });
        var first = await Inbox(bot);
        foreach (var person in new[] { "pulan", "zhangmu", "jiwen", "qiwen", "maoyun", "zhoulin", "xushan", "gaoyuan", "luming" })
            Assert.True(await Concerns(bot, person), $"{person} has something to do or to look at.");
        Assert.Equal(0, await bot.Stop());
        await bot.StartAgain();
        Assert.Equal(first, await Inbox(bot));
    }

    [Fact]
    public async Task Health_tells_that_it_lives_and_is_ready()
    {
        await using var bot = await BotProcess.Start();
        Assert.Equal("live", await bot.Client.GetStringAsync(new Uri("/health/live", UriKind.Relative), Stop));
        Assert.Equal("ready", await bot.Client.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Stop));
    }

    [Theory]
    [InlineData("""{"now":"2026-11-24T09:00:00+08:00"}""", HttpStatusCode.OK)]
    [InlineData("""{"now":"2026-11-22T09:00:00+08:00"}""", HttpStatusCode.Conflict)]
    [InlineData("""{"now":"tomorrow"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"now":5}""", HttpStatusCode.BadRequest)]
    [InlineData("""[]""", HttpStatusCode.BadRequest)]
    [InlineData("""now""", HttpStatusCode.BadRequest)]
    public async Task The_development_clock_moves_forward_only(string body, HttpStatusCode answer)
    {
        await using var bot = await BotProcess.Start(new Dictionary<string, string>(StringComparer.Ordinal) { ["Clock:Start"] = "2026-11-23T09:00:00+08:00" });
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await bot.Client.PostAsync(new Uri("/dev/clock", UriKind.Relative), content, Stop);
        Assert.Equal(answer, response.StatusCode);
    }

    [Fact]
    public async Task The_clock_takes_no_form_of_another_sites_page()
    {
        await using var bot = await BotProcess.Start();
        using var form = new StringContent("""{"now":"2030-01-01T00:00:00Z"}""", System.Text.Encoding.UTF8, "text/plain");
        using var response = await bot.Client.PostAsync(new Uri("/dev/clock", UriKind.Relative), form, Stop);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    private static async Task<string> Inbox(BotProcess bot) =>
        await bot.Client.GetStringAsync(new Uri("/desk/inbox?as=luoqing", UriKind.Relative), Stop);

    private static async Task<bool> Concerns(BotProcess bot, string person) =>
        (await bot.Client.GetFromJsonAsync<System.Text.Json.JsonElement>(new Uri($"/desk/inbox?as={person}", UriKind.Relative), Stop))
            .GetProperty("cases").GetArrayLength() > 0;
}
