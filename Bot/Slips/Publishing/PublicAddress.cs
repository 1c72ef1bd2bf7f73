using System.Globalization;
using DisclosureBot.Clock;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Slips.Publishing;

/// <summary>Reads what people type about a publication beside its address: channels and time.</summary>
public static class PublicAddress
{
    /// <summary>Stands for a day or time that could not be read; no publication lies so late.</summary>
    public static readonly DateTimeOffset Unreadable = DateTimeOffset.MaxValue;

    /// <param name="known">Where this bureau publishes; the first is the first platform, and nothing is published without it (W-08, B-19).</param>
    public static Refusal? ChannelList(IReadOnlyList<string> typed, IReadOnlyList<string> known, out IReadOnlyList<string> channels)
    {
        channels = known.Where(typed.Contains).ToList();
        return typed.Except(known, StringComparer.Ordinal).Any() ? Invalid($"发布渠道只能在名单中选择:{string.Join('、', known)}。")
            : channels.Contains(known[0]) ? null
            : Invalid($"“发布渠道”必须包括{known[0]}:{known[0]}是政务公开第一平台。");
    }

    /// <param name="at">Now.</param>
    public static Refusal? Moment(DateTimeOffset when, DateTimeOffset at, string label) => when > at
        ? Invalid($"“{label}”应写已经发生的日期和时间(如 2026-11-26、14:30),不能晚于现在;不填即为现在。")
        : null;

    /// <summary>Bureau time from a day (yyyy-MM-dd) and an hour (14:30); null where neither was given, and then it is now.</summary>
    public static DateTimeOffset? When(string? day, string? time)
    {
        if (day is null && time is null) return null;
        var hour = new TimeOnly(0, 0);
        return StepTyping.Day(day) is { } date && (time is null || TimeOnly.TryParseExact(time.Trim().Replace('\uFF1A', ':'), "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out hour))
            ? BureauTime.At(date, hour)
            : Unreadable;
    }

    /// <summary>The day before which nothing can have been published: that of the issue.</summary>
    public static Refusal? AfterIssue(Slip slip, DateTimeOffset when) => BureauTime.Day(when) < BureauTime.Day(slip.Issue.Issued!.At)
        ? Invalid($"发布不能早于发文({BureauTime.Show(slip.Issue.Issued.At)}),请核对“发布日期”。")
        : null;

    private static Refusal Invalid(string text) => new(RefusalKind.Invalid, text);
}
