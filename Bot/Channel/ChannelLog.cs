namespace DisclosureBot.Channel;

/// <summary>All this folder ever logs: ids, codes and counts; never a text, a title or a token.</summary>
internal static partial class ChannelLog
{
    [LoggerMessage(1, LogLevel.Warning, "Signing keys could not be fetched; what was known is kept.")]
    public static partial void KeysNotFetched(this ILogger log, Exception fault);

    [LoggerMessage(2, LogLevel.Information, "Request refused: {Status} {Reason}")]
    public static partial void Refused(this ILogger log, int status, string reason);

    /// <param name="log">Where to.</param>
    /// <param name="activity">Its id.</param>
    /// <param name="fault">The exception's type; its message might repeat what a person wrote.</param>
    /// <param name="trace">Where it was thrown.</param>
    [LoggerMessage(3, LogLevel.Error, "Turn {Activity} failed: {Fault}\n{Trace}")]
    public static partial void TurnFailed(this ILogger log, string activity, string fault, string? trace);

    [LoggerMessage(4, LogLevel.Warning, "No outbound token: {Fault}")]
    public static partial void NoToken(this ILogger log, string fault);

    [LoggerMessage(5, LogLevel.Warning, "Reply not delivered: {Outcome}")]
    public static partial void ReplyLost(this ILogger log, string outcome);

    [LoggerMessage(6, LogLevel.Warning, "{Method} to the connector: {Outcome}")]
    public static partial void NotDelivered(this ILogger log, string method, string outcome);

    [LoggerMessage(7, LogLevel.Warning, "No MicrosoftAppId: anybody on this machine can speak as anybody. Development only.")]
    public static partial void Open(this ILogger log);
}
