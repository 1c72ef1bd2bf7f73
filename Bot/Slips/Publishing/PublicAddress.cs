using System.Globalization;
using DisclosureBot.Clock;

namespace DisclosureBot.Slips.Publishing;

/// <summary>Reads what people type about a publication: its address, channels and time.</summary>
public static class PublicAddress
{
    /// <summary>Characters.</summary>
    public const int Longest = 500;

    /// <summary>局网站 first: it is the first platform, and nothing is published without it (W-08, B-19).</summary>
    public static readonly IReadOnlyList<string> Channels = ["局网站", "州政府门户网站", "微信公众号", "微博"];

    /// <summary>Stands for a day or time that could not be read; no publication lies so late.</summary>
    public static readonly DateTimeOffset Unreadable = DateTimeOffset.MaxValue;

    public static Refusal? Url(string? typed, string label, out string url)
    {
        url = typed?.Trim() ?? "";
        if (url.Length == 0) return Invalid($"请填写“{label}”。");
        if (url.Length > Longest) return Invalid($"“{label}”最多{Longest}字,现有{url.Length}字,请核对。");
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri is { Host.Length: > 0, UserInfo.Length: 0 } && !url.Any(IsStray)
            ? null
            : Invalid($"“{label}”应是以 http:// 或 https:// 开头的完整地址,不含用户名和密码,请从浏览器地址栏复制。");
    }

    public static Refusal? ChannelList(IReadOnlyList<string> typed, out IReadOnlyList<string> channels)
    {
        channels = Channels.Where(typed.Contains).ToList();
        return typed.Except(Channels, StringComparer.Ordinal).Any() ? Invalid($"发布渠道只能在名单中选择:{string.Join('、', Channels)}。")
            : channels.Contains(Channels[0]) ? null
            : Invalid($"“发布渠道”必须包括{Channels[0]}:{Channels[0]}是政务公开第一平台。");
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
        return Day(day) is { } date && (time is null || TimeOnly.TryParseExact(time.Trim().Replace('\uFF1A', ':'), "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out hour))
            ? new DateTimeOffset(date.ToDateTime(hour), TimeSpan.FromHours(8))
            : Unreadable;
    }

    /// <summary>yyyy-MM-dd.</summary>
    public static DateOnly? Day(string? typed) => DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The day before which nothing can have been published: that of the issue.</summary>
    public static Refusal? AfterIssue(Slip slip, DateTimeOffset when) => BureauTime.Day(when) < BureauTime.Day(slip.Issue.Issued!.At)
        ? Invalid($"发布不能早于发文({BureauTime.Show(slip.Issue.Issued.At)}),请核对“发布日期”。")
        : null;

    private static bool IsStray(char letter) => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '<' or '>' or '"' or '\\';

    private static Refusal Invalid(string text) => new(RefusalKind.Invalid, text);
}
