namespace DisclosureBot.Opinions.Webhook;

/// <summary>Why a request was not taken in; the names are counted and answered.</summary>
public enum WebhookRefusal
{
    NotPost, NotFromHere, NotJsonType, TooLarge, Unsigned, BadHeaders, WrongTime, BadSignature, TooSlow, BrokenOff, Replayed, TooMany, NotJson, BadItem, Unavailable,
}

/// <summary>The reasons as people read them.</summary>
public static class WebhookRefusals
{
    public static string Name(WebhookRefusal refusal) => refusal switch
    {
        WebhookRefusal.NotPost => "请求方式不对",
        WebhookRefusal.NotFromHere => "不是本机请求",
        WebhookRefusal.NotJsonType => "内容类型不对",
        WebhookRefusal.TooLarge => "超过大小",
        WebhookRefusal.Unsigned => "没有签名",
        WebhookRefusal.BadHeaders => "签名格式不对",
        WebhookRefusal.WrongTime => "时间不符",
        WebhookRefusal.BadSignature => "签名不符",
        WebhookRefusal.TooSlow => "传送太慢",
        WebhookRefusal.BrokenOff => "传送中断",
        WebhookRefusal.Replayed => "重复推送",
        WebhookRefusal.TooMany => "过于频繁",
        WebhookRefusal.NotJson => "不是约定的格式",
        WebhookRefusal.BadItem => "条目有误",
        WebhookRefusal.Unavailable => "本机故障",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };
}

/// <summary>A refusal with what the vendor is told of it: nothing of what was sent.</summary>
/// <param name="Index">Of the item at fault, from 0.</param>
public sealed record WebhookFault(WebhookRefusal Refusal, int? Index = null, string? Field = null)
{
    public int Status => Refusal switch
    {
        WebhookRefusal.NotPost => StatusCodes.Status405MethodNotAllowed,
        WebhookRefusal.NotFromHere => StatusCodes.Status403Forbidden,
        WebhookRefusal.NotJsonType => StatusCodes.Status415UnsupportedMediaType,
        WebhookRefusal.TooLarge => StatusCodes.Status413PayloadTooLarge,
        WebhookRefusal.Unsigned or WebhookRefusal.WrongTime or WebhookRefusal.BadSignature => StatusCodes.Status401Unauthorized,
        WebhookRefusal.BadHeaders or WebhookRefusal.NotJson or WebhookRefusal.BrokenOff => StatusCodes.Status400BadRequest,
        WebhookRefusal.TooSlow => StatusCodes.Status408RequestTimeout,
        WebhookRefusal.Replayed => StatusCodes.Status409Conflict,
        WebhookRefusal.TooMany => StatusCodes.Status429TooManyRequests,
        WebhookRefusal.BadItem => StatusCodes.Status422UnprocessableEntity,
        WebhookRefusal.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new InvalidOperationException(Refusal.ToString()),
    };
}
