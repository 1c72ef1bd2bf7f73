using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Clock;
using DisclosureBot.Opinions.Feeds;
using DisclosureBot.Opinions.Webhook;

namespace DisclosureBot.Chat;

/// <summary>Words how feeds and vendors stand, for those who keep the watch (舆情来源).</summary>
public sealed class SourceViews(FeedStatuses feeds, WebhookCounts vendors, TimeProvider clock)
{
    public async Task<SourcesView> All(CancellationToken stop) =>
        new([.. (await feeds.All(stop)).Select(Feed), .. vendors.Snapshot().Select(Vendor)]);

    private CollectedLine Feed(FeedStatus feed) => new(feed.Name, "订阅源",
        feed.Fault is { } fault ? $"读取不成功:{fault}" : feed.LastSuccess is null ? "还没有读取过" : "正常",
        feed.Fault is not null ? Tone.Bad : feed.LastSuccess is null ? Tone.Waiting : Tone.Good,
        string.Join(',', Facts(("上次成功", feed.LastSuccess), ("下次读取", feed.Next)).Append($"已收{feed.Taken}条")));

    private CollectedLine Vendor(WebhookStanding vendor) => new(
        vendor.Vendor == WebhookCounts.Stranger ? "未登记的来源" : vendor.Vendor, "推送",
        vendor.Refused.Count > 0 ? $"拒收{vendor.Refused.Values.Sum()}次({string.Join('、', vendor.Refused.Select(refused => $"{WebhookRefusals.Name(refused.Key)}{refused.Value}"))})" : vendor.LastAt is null ? "启动以来没有推送" : "正常",
        vendor.Refused.Count > 0 ? Tone.Warning : vendor.LastAt is null ? Tone.Waiting : Tone.Good,
        string.Join(',', Facts(("上次推送", vendor.LastAt)).Append($"启动以来{vendor.Items}条,其中新的{vendor.New}条")));

    private IEnumerable<string> Facts(params (string Label, DateTimeOffset? At)[] facts) =>
        facts.Where(fact => fact.At is not null).Select(fact => $"{fact.Label}{BureauTime.Show(fact.At!.Value, clock.BureauNow().Year)}");
}
