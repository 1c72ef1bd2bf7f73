using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DisclosureBot.Channel;

/// <summary>What a good token says of the activity it came with.</summary>
public sealed record VerifiedToken(string? ServiceUrl, IReadOnlyList<string> Endorsements)
{
    /// <summary>The one channel that vouches for <c>from.aadObjectId</c>.</summary>
    private const string Teams = "msteams";

    /// <returns>Why this token does not vouch for the activity, or null.</returns>
    public WireRefusal? Objection(Activity activity) => this switch
    {
        { ServiceUrl: null } => new(StatusCodes.Status401Unauthorized, "MissingServiceUrlClaim"),
        _ when !string.Equals(ServiceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase) => new(StatusCodes.Status401Unauthorized, "WrongServiceUrl"),
        _ when activity.ChannelId is null || !Endorsements.Contains(activity.ChannelId, StringComparer.Ordinal) =>
            new(StatusCodes.Status401Unauthorized, "NotEndorsed"),
        // Web Chat and Direct Line sign for us too, but there whoever writes may name any aadObjectId as their own.
        { } when activity.ChannelId is not Teams => new(StatusCodes.Status403Forbidden, "NotTeams"),
        _ => null,
    };
}

/// <summary>Checks that a request was signed by the channel, for us, now. Emulator, skill and ASE tokens have no path through here.</summary>
public sealed class InboundToken(ChannelOptions options, SigningKeys keys, TimeProvider time)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    public async Task<(VerifiedToken? Token, WireRefusal? Refusal)> Verify(HttpRequest request)
    {
        if (Parse(request) is not { } token)
            return No("MissingToken");
        if (string.IsNullOrEmpty(token.Kid))
            return No("UnknownKey");
        SigningKey? key;
        try
        {
            key = await keys.Find(token.Kid, request.HttpContext.RequestAborted);
        }
        catch (HttpRequestException)
        {
            // Not the caller's fault: 503 makes the channel try again, 401 would make it give up.
            return (null, new(StatusCodes.Status503ServiceUnavailable, "KeysUnavailable"));
        }
        if (key is null)
            return No("UnknownKey");
        var result = await handler.ValidateTokenAsync(token, Demands(key.Key));
        return result.IsValid ? (new(ServiceUrl(token), key.Endorsements), null) : No(Reason(result.Exception));
    }

    private JsonWebToken? Parse(HttpRequest request)
    {
        var parts = request.Headers.Authorization.Count == 1 ? request.Headers.Authorization.ToString().Split(' ') : [];
        if (parts.Length != 2 || !parts[0].Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            return handler.ReadJsonWebToken(parts[1]);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    private TokenValidationParameters Demands(SecurityKey key) => new()
    {
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
        ValidAudience = options.AppId,
        ValidIssuer = options.Cloud.Issuer,
        LifetimeValidator = (from, until, _, _) => CheckLifetime(from, until),
    };

    // The library's own check reads the system clock.
    private bool CheckLifetime(DateTime? from, DateTime? until)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (until is null || now >= until + Skew)
            throw new SecurityTokenExpiredException();
        if (from > now + Skew)
            throw new SecurityTokenNotYetValidException();
        return true;
    }

    private static string? ServiceUrl(JsonWebToken token) =>
        token.TryGetClaim("serviceurl", out var claim) && claim.Value.Length > 0 ? claim.Value : null;

    private static (VerifiedToken?, WireRefusal?) No(string reason) => (null, new(StatusCodes.Status401Unauthorized, reason));

    private static string Reason(Exception? fault) => fault switch
    {
        SecurityTokenExpiredException => "Expired",
        SecurityTokenNotYetValidException => "NotYetValid",
        SecurityTokenInvalidAudienceException => "WrongAudience",
        SecurityTokenInvalidIssuerException => "WrongIssuer",
        SecurityTokenInvalidAlgorithmException => "WrongAlgorithm",
        SecurityTokenInvalidSignatureException => "BadSignature",
        _ => "BadToken",
    };
}
