using System.Text;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Opinions.Webhook;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Webhook;

/// <summary>What honest vendors bring is taken in once: as items, or as further sources of what is known.</summary>
public sealed class HookTests : IAsyncLifetime
{
    private HookHost _host = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await HookHost.Start();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_signed_item_becomes_a_case_as_it_was_told()
    {
        var answer = await _host.Send(Encoding.UTF8.GetBytes(
            """{"items":[{"id":"a-1","title":"网民反映家电补贴到账慢","text":"已有多人跟帖","url":"https://weibo.example/1","source":"微博","place":"楚雄市","publishedAt":"2026-11-23T00:30:00Z","unheardOf":{"a":[1]}}],"more":1}"""));

        Assert.Equal(new(202, """{"received":1,"new":1}"""), answer);
        var item = _host.Items.Read(Assert.Single(await _host.Journal.CasesOf("opinion", Stop)))!;
        Assert.Equal(("网民反映家电补贴到账慢", "已有多人跟帖", "楚雄市"), (item.Story.Headline, item.Story.Text, item.Story.Place));
        Assert.Equal(("微博", "https://weibo.example/1", new DateTimeOffset(2026, 11, 23, 8, 30, 0, TimeSpan.FromHours(8))), (item.Sources[0].Name, item.Sources[0].Url, item.Sources[0].SeenAt));
        Assert.Equal(new Who("hook:acme", "acme"), item.Reporter);
        Assert.Equal(_host.Clock.GetUtcNow(), item.Story.LearntAt);
    }

    [Fact]
    public async Task An_item_sent_again_in_another_request_is_not_new()
    {
        await _host.Send(HookHost.Body("1", "2"));
        Assert.Equal(new(202, """{"received":2,"new":1}"""), await _host.Send(HookHost.Body("2", "3")));
        Assert.Equal(2, (await _host.Stored()).Nonces);
    }

    [Fact]
    public async Task The_same_story_from_two_vendors_is_one_item_with_two_sources()
    {
        await _host.Send(Encoding.UTF8.GetBytes("""{"items":[{"id":"1","title":"武定县狮山镇百佳超市起火","source":"微博"}]}"""));
        var body = Encoding.UTF8.GetBytes("""{"items":[{"id":"1","title":"武定县狮山镇百佳超市发生火灾_新浪网","source":"新浪"}]}""");
        Assert.Equal(new(202, """{"received":1,"new":1}"""), await _host.Send(body, _host.Signed(body, HookHost.OtherSecret), "borealis"));

        var item = _host.Items.Read(Assert.Single(await _host.Journal.CasesOf("opinion", Stop)))!;
        Assert.Equal(["微博", "新浪"], item.Sources.Select(source => source.Name));
    }

    [Fact]
    public async Task While_a_secret_is_changed_both_count()
    {
        var body = HookHost.Body("1");
        Assert.Equal(202, (await _host.Send(body, _host.Signed(body, HookHost.NewSecret))).Status);
        Assert.Equal(202, (await _host.Send(body, _host.Signed(body, HookHost.Secret))).Status);
    }

    [Theory]
    [InlineData(299)]
    [InlineData(-299)]
    public async Task Clocks_may_differ_by_five_minutes(int secondsAgo)
    {
        var body = HookHost.Body("1");
        Assert.Equal(202, (await _host.Send(body, _host.Signed(body, ago: TimeSpan.FromSeconds(secondsAgo)))).Status);
    }

    [Fact]
    public async Task A_thousand_replays_at_once_store_one()
    {
        var body = HookHost.Body("1");
        var signed = _host.Signed(body);
        var answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => _host.Send(body, signed)));

        Assert.Single(answers, answer => answer.Status == 202);
        Assert.Equal(999, answers.Count(answer => answer.Status == 409));
        var (cases, _, keys, nonces) = await _host.Stored();
        Assert.Equal((1, 1, 1), (cases, keys, nonces));
    }

    [Fact]
    public async Task The_same_item_in_many_requests_at_once_is_stored_once()
    {
        var body = HookHost.Body("1");
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _host.Send(body)));

        Assert.All(answers, answer => Assert.Equal(202, answer.Status));
        Assert.Single(answers, answer => answer.Body.EndsWith("\"new\":1}", StringComparison.Ordinal));
        Assert.Equal(1, (await _host.Stored()).Cases);
    }

    [Fact]
    public async Task A_request_that_broke_off_before_its_nonce_was_noted_may_come_again()
    {
        // As a crash between the items and the nonce leaves it: the first item is in, the nonce is not noted.
        await _host.Send(HookHost.Body("1"));
        var body = HookHost.Body("1", "2");
        await _host.Journal.ForgetNonces(_host.Clock.GetUtcNow().AddDays(1), Stop);

        Assert.Equal(new(202, """{"received":2,"new":1}"""), await _host.Send(body, _host.Signed(body, nonce: "nonce-0000000000000001")));
    }

    [Fact]
    public async Task While_the_journal_is_away_nothing_is_lost_and_the_same_request_is_taken_later()
    {
        var body = HookHost.Body("1");
        var signed = _host.Signed(body);
        await Change("ALTER TABLE once_keys RENAME TO away");
        Assert.Equal(new(503, """{"error":"Unavailable"}"""), await _host.Send(body, signed));
        await Change("ALTER TABLE away RENAME TO once_keys");

        Assert.Equal(202, (await _host.Send(body, signed)).Status);
        Assert.Equal(1, Assert.Single(_host.Counts.Snapshot(), standing => standing.Vendor == "acme").Refused[WebhookRefusal.Unavailable]);
    }

    [Fact]
    public async Task Nonces_are_forgotten_when_their_time_is_over()
    {
        await _host.Send(HookHost.Body("1"));
        _host.Clock.Advance(TimeSpan.FromMinutes(16));
        await _host.Send(HookHost.Body("2"));
        Assert.Equal(1, (await _host.Stored()).Nonces);
    }

    [Fact]
    public async Task A_text_too_long_is_cut()
    {
        Assert.Equal(202, (await _host.Send(Encoding.UTF8.GetBytes($$"""{"items":[{"id":"1","title":"题目很长","text":"{{new string('文', 20_000)}}"}]}"""))).Status);
        var item = _host.Items.Read(Assert.Single(await _host.Journal.CasesOf("opinion", Stop)))!;
        Assert.InRange(item.Story.Text!.Length, 1000, 2000);
    }

    [Fact]
    public async Task What_was_brought_is_counted()
    {
        await _host.Send(HookHost.Body("1", "2"));
        await _host.Send(HookHost.Body("2"));

        var acme = Assert.Single(_host.Counts.Snapshot(), standing => standing.Vendor == "acme");
        Assert.Equal((2, 3, 2, _host.Clock.GetUtcNow()), (acme.Requests, acme.Items, acme.New, acme.LastAt!.Value));
        Assert.Equal(["acme", "borealis"], _host.Counts.Snapshot().Select(standing => standing.Vendor));
    }

    [Fact]
    public async Task Without_a_vendor_there_is_no_door()
    {
        await using var shut = await HookHost.Start(vendors: false);
        Assert.Equal(404, (await shut.Send(HookHost.Body("1"))).Status);
    }

    [Theory]
    [InlineData("acme", "too short")]
    [InlineData("acme", null)]
    [InlineData(null, HookHost.Secret)]
    [InlineData("No Name", HookHost.Secret)]
    [InlineData("a/b", HookHost.Secret)]
    public void A_vendor_set_up_wrong_stops_the_start_and_the_secret_is_not_told(string? name, string? secret)
    {
        var fault = Assert.Throws<InvalidOperationException>(() => WebhookSettings.Read(Configured((name, secret))));
        Assert.DoesNotContain(secret ?? "?", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_third_secret_is_one_too_many() =>
        Assert.Throws<InvalidOperationException>(() => WebhookSettings.Read(Configured(("acme", HookHost.Secret), ("acme", HookHost.NewSecret), ("acme", HookHost.OtherSecret))));

    private static IConfiguration Configured(params (string? Name, string? Secret)[] vendors) => new ConfigurationBuilder().AddInMemoryCollection(
        vendors.SelectMany((vendor, i) => new KeyValuePair<string, string?>[] { new($"Opinion:Webhooks:{i}:Name", vendor.Name), new($"Opinion:Webhooks:{i}:Secret", vendor.Secret) })).Build();

    private async Task Change(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_host.Database};Pooling=False");
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Stop);
    }
}
