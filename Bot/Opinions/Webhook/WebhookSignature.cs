using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace DisclosureBot.Opinions.Webhook;

/// <summary>
/// What a vendor signs a request with: X-Timestamp (Unix seconds), X-Nonce, and X-Signature, sha256= and the hex HMAC-SHA256
/// of timestamp, dot, nonce, dot and the body's bytes under the shared secret.
/// </summary>
internal sealed partial record WebhookSignature(string Timestamp, string Nonce, byte[] Mac)
{
    /// <summary>To either side.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const string Prefix = "sha256=";

    /// <summary>Who has no secret is checked against this one, so that a stranger's name takes as long as a vendor's.</summary>
    private static readonly byte[] Nobody = RandomNumberGenerator.GetBytes(32);

    public static (WebhookSignature? Signature, WebhookFault? Fault) Read(IHeaderDictionary headers)
    {
        var (timestamp, nonce, signature) = (headers["X-Timestamp"], headers["X-Nonce"], headers["X-Signature"]);
        if (timestamp.Count == 0 || nonce.Count == 0 || signature.Count == 0) return (null, new(WebhookRefusal.Unsigned));
        return timestamp is [{ } seconds] && Seconds().IsMatch(seconds) && nonce is [{ } once] && NonceText().IsMatch(once) && signature is [{ } mac] && MacText().IsMatch(mac)
            ? (new(seconds, once, Convert.FromHexString(mac.AsSpan(Prefix.Length))), null)
            : (null, new(WebhookRefusal.BadHeaders));
    }

    public bool IsTimely(DateTimeOffset now) =>
        (DateTimeOffset.FromUnixTimeSeconds(long.Parse(Timestamp, CultureInfo.InvariantCulture)) - now).Duration() <= Window;

    /// <param name="secrets">Empty for a vendor nobody knows.</param>
    public bool IsOf(IReadOnlyList<byte[]> secrets, ReadOnlySpan<byte> body)
    {
        var valid = false;
        for (var i = 0; i < WebhookSettings.MostSecrets; i++)
            valid |= CryptographicOperations.FixedTimeEquals(Sign(i < secrets.Count ? secrets[i] : Nobody, body), Mac) & i < secrets.Count;
        return valid;
    }

    private byte[] Sign(byte[] secret, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        mac.AppendData(Encoding.ASCII.GetBytes($"{Timestamp}.{Nonce}."));
        mac.AppendData(body);
        return mac.GetHashAndReset();
    }

    [GeneratedRegex(@"^[0-9]{1,11}\z", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Seconds();

    [GeneratedRegex(@"^[A-Za-z0-9_-]{16,64}\z", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex NonceText();

    [GeneratedRegex(@"^sha256=[0-9A-Fa-f]{64}\z", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex MacText();
}
