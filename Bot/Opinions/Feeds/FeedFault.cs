namespace DisclosureBot.Opinions.Feeds;

/// <summary>Why a feed could not be read.</summary>
public enum FeedFault
{
    /// <summary>The address, or one it led to, lies in no public network or is no web port.</summary>
    NotPublic,

    NoSuchHost,
    NotConnected,
    Certificate,

    /// <summary>Redirected too often, in a circle, or to what is no web address.</summary>
    Redirected,

    /// <summary>Another status than that of a feed.</summary>
    Answered,

    TooLarge,
    TooSlow,

    /// <summary>Broke off, or was packed wrongly.</summary>
    Broken,

    /// <summary>In no encoding that can be told.</summary>
    Undecodable,

    /// <summary>No RSS or Atom, not well-formed, or with a document type, which may define entities.</summary>
    NotAFeed,

    TooManyEntries,

    /// <summary>The fault is ours: entries could not be recorded.</summary>
    NotRecorded,
}

/// <summary>A feed could not be read.</summary>
/// <param name="status">Of the site's answer, where that is the fault.</param>
/// <param name="retryAfter">How long the site asks to be left alone.</param>
public sealed class FeedException(FeedFault fault, int? status = null, TimeSpan? retryAfter = null) : Exception(fault.ToString())
{
    public FeedFault Fault => fault;

    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>As people read it.</summary>
    public string Words => fault switch
    {
        FeedFault.NotPublic => "地址不在互联网上或端口不是80、443,没有访问",
        FeedFault.NoSuchHost => "域名不存在或解析不了",
        FeedFault.NotConnected => "网站连接不上",
        FeedFault.Certificate => "网站的安全证书有误",
        FeedFault.Redirected => "网站转址过多或转到了不是网址的地方",
        FeedFault.Answered => $"网站答复{status}",
        FeedFault.TooLarge => $"内容超过{FeedFetch.MostBytes / (1024 * 1024)}MB,没有读完",
        FeedFault.TooSlow => "网站太慢,没有等到读完",
        FeedFault.Broken => "网站的答复中断或读不了",
        FeedFault.Undecodable => "文字编码认不出",
        FeedFault.NotAFeed => "内容不是规范的RSS或Atom",
        FeedFault.TooManyEntries => "条目过多,没有读取",
        FeedFault.NotRecorded => "有条目没有记下,将自动再试",
        _ => throw new InvalidOperationException(fault.ToString()),
    };
}
