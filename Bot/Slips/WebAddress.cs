namespace DisclosureBot.Slips;

/// <summary>Reads the address under which something was published.</summary>
public static class WebAddress
{
    private const int Limit = 500;

    /// <summary>Null and the address as it will be kept and linked; otherwise what is wrong with it.</summary>
    public static Refusal? Read(string? typed, out string url)
    {
        url = Wording.Clean(typed) ?? "";
        if (url.Length == 0) return new Refusal(RefusalKind.Invalid, "请填写发布网址。");
        if (Wording.TooLong(url, "网址", Limit) is { } tooLong) return tooLong;
        return Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0
            && address.UserInfo.Length == 0 && !url.Contains(' ', StringComparison.Ordinal)
                ? null
                : new Refusal(RefusalKind.Invalid, "网址应以 http:// 或 https:// 开头,请从浏览器地址栏完整复制。");
    }
}
