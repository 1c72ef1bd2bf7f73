namespace DisclosureBot;

/// <summary>Reads the address under which something was published.</summary>
public static class WebAddress
{
    /// <summary>Characters.</summary>
    public const int Longest = 500;

    /// <summary>Null and the address as it will be kept and linked; otherwise what is wrong with it.</summary>
    /// <param name="label">What the form calls it.</param>
    public static Refusal? Read(string? typed, string label, out string url)
    {
        url = Wording.Clean(typed) ?? "";
        if (url.Length == 0) return Invalid($"请填写{label}。");
        if (url.Length > Longest) return Invalid($"{label}最多{Longest}字,现有{url.Length}字,请核对。");
        return Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address is { Host.Length: > 0, UserInfo.Length: 0 } && !url.Any(IsStray)
            ? null
            : Invalid($"{label}应是以 http:// 或 https:// 开头的完整地址,不含用户名和密码,请从浏览器地址栏复制。");
    }

    private static bool IsStray(char letter) => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '<' or '>' or '"' or '\\';

    private static Refusal Invalid(string text) => new(RefusalKind.Invalid, text);
}
