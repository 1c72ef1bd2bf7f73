namespace DisclosureBot.Opinions.Webhook;

/// <summary>Why a request was not taken in; the names are counted and answered.</summary>
public enum WebhookRefusal
{
    NotPost, NotFromHere, NotJsonType, TooLarge, Unsigned, BadHeaders, WrongTime, BadSignature, TooSlow, BrokenOff, Replayed, TooMany, NotJson, BadItem, Unavailable,
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
