using System.Globalization;
using System.Net.Http.Json;
using DisclosureBot.Journal;
using DisclosureBot.Opinions;
using DisclosureBot.Tests.Support;
using Xunit;
using static DisclosureBot.Tests.Opinions.Feeds.FeedBench;

namespace DisclosureBot.Tests.Opinions.Feeds;

/// <summary>The whole program in its own process, with a feed of ours: from the site to the item.</summary>
public sealed class FeedInTheProgramTests
{
    private static readonly DateTimeOffset Morning = DateTimeOffset.Parse("2026-11-23T09:00:00+08:00", CultureInfo.InvariantCulture);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_feed_brings_becomes_an_item_once_however_often_the_program_starts()
    {
        await using var site = await FeedSite.Start();
        site.Sends(Rss(Item("1", "商务局回应菜价", Morning.AddHours(-1)), Item("2", "天气", Morning)), etag: "\"7\"");
        await using var bot = await BotProcess.Start(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Clock:Start"] = Morning.ToString("O"),
            ["Opinion:AllowLocalFeeds"] = "true",
            ["Opinion:Feeds:0:Name"] = "州政府网站",
            ["Opinion:Feeds:0:Url"] = site.Url,
            ["Opinion:Feeds:0:Keywords:0"] = "商务",
        });
        await MoveTo(bot, Morning.AddMinutes(5));
        var item = Assert.Single(await Items(bot));

        await bot.Kill();
        site.Sends(Rss(Item("1", "商务局回应菜价", Morning.AddHours(-1))), etag: "\"8\"");
        await bot.StartAgain();
        await MoveTo(bot, Morning.AddMinutes(45));
        Assert.Equal(["/feed", "/feed"], site.Asked.Select(asked => asked.Path));
        Assert.Equal("\"7\"", site.Asked.Last().ETag);
        Assert.Equal(item, Assert.Single(await Items(bot)));
    }

    /// <summary>Returns once the feeds that fell due have been fetched.</summary>
    private static async Task MoveTo(BotProcess bot, DateTimeOffset moment)
    {
        using var answer = await bot.Client.PostAsJsonAsync("/dev/clock", new { now = moment }, Stop);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}\n{bot.Process.Output}");
    }

    private static async Task<IReadOnlyList<string>> Items(BotProcess bot)
    {
        using var dialect = new Sqlite($"Data Source={Path.Combine(bot.Data, "journal.db")}");
        return [.. (await new CaseJournal(dialect, DemoBureau.Roster.BureauId).CasesOf(OpinionCase.Kind, Stop)).Select(stored => stored.Id)];
    }
}
