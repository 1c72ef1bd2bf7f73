using System.Text;
using System.Text.RegularExpressions;

namespace DisclosureBot.Opinions.Webhook;

/// <summary>The monitoring vendors that may bring stories: the configuration section <c>Opinion:Webhooks</c>, a list of Name and Secret.</summary>
/// <param name="Secrets">By vendor; two while the vendor changes from one to the other.</param>
public sealed partial record WebhookSettings(IReadOnlyDictionary<string, IReadOnlyList<byte[]>> Secrets)
{
    private const int LeastSecret = 32;

    /// <summary>Old and new, for the time of a change.</summary>
    public const int MostSecrets = 2;

    /// <exception cref="InvalidOperationException">A name or secret is missing or too short, or a vendor has more than two secrets. The secret is never in the message.</exception>
    public static WebhookSettings Read(IConfiguration configuration)
    {
        var entries = configuration.GetSection("Opinion:Webhooks").GetChildren().Select((entry, i) => (Name: Name(entry, i), Secret: Secret(entry, i)));
        var secrets = entries.GroupBy(entry => entry.Name, entry => entry.Secret, StringComparer.Ordinal).ToDictionary(
            vendor => vendor.Key,
            vendor => (IReadOnlyList<byte[]>)[.. vendor],
            StringComparer.Ordinal);
        return secrets.FirstOrDefault(vendor => vendor.Value.Count > MostSecrets) is { Key: { } name }
            ? throw new InvalidOperationException($"Opinion:Webhooks names '{name}' more than twice: a vendor has one secret, and a second one while it changes.")
            : new(secrets);
    }

    private static string Name(IConfigurationSection entry, int i) =>
        entry["Name"] is { } name && VendorName().IsMatch(name) ? name
            : throw new InvalidOperationException($"Opinion:Webhooks:{i}:Name must be 1 to 32 small letters, digits or hyphens: it is part of the address.");

    private static byte[] Secret(IConfigurationSection entry, int i) =>
        entry["Secret"] is { Length: >= LeastSecret } secret ? Encoding.UTF8.GetBytes(secret)
            : throw new InvalidOperationException($"Opinion:Webhooks:{i}:Secret must have at least {LeastSecret} characters.");

    [GeneratedRegex(@"^[a-z0-9-]{1,32}\z", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex VendorName();
}
