using System.Text.Json;
using System.Text.Json.Serialization;

namespace DisclosureBot.Channel;

/// <summary>One activity as it comes off the wire: only what we use; anything may be missing.</summary>
public sealed record Activity
{
    public string? Type { get; init; }
    public string? Id { get; init; }
    public string? ChannelId { get; init; }
    public string? ServiceUrl { get; init; }
    public string? DeliveryMode { get; init; }

    /// <summary>Of an invoke: which one.</summary>
    public string? Name { get; init; }

    /// <summary>Of an installationUpdate: add, remove, add-upgrade, remove-upgrade.</summary>
    public string? Action { get; init; }
    public string? Text { get; init; }
    public JsonElement Value { get; init; }

    /// <summary>Files among pictures, cards and the message again as html; read only as far as it is understood.</summary>
    public JsonElement Attachments { get; init; }
    public string? ReplyToId { get; init; }
    public Account? From { get; init; }
    public Account? Recipient { get; init; }
    public Conversation? Conversation { get; init; }
    public ChannelData? ChannelData { get; init; }
    public IReadOnlyList<Account?>? MembersAdded { get; init; }
    public IReadOnlyList<Account?>? MembersRemoved { get; init; }

    [JsonIgnore]
    public bool IsInvoke => Type is "invoke";

    [JsonIgnore]
    public bool ExpectsReplies => string.Equals(DeliveryMode, "expectReplies", StringComparison.OrdinalIgnoreCase);
}

public sealed record Account(string? Id = null, string? Name = null, string? AadObjectId = null);

public sealed record Conversation(string? Id = null, string? ConversationType = null, string? TenantId = null);

public sealed record ChannelData(Tenant? Tenant = null);

public sealed record Tenant(string? Id = null);

/// <summary>Reads activities without reflection. A value of the wrong kind is a JsonException, so a 400.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 32, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(Activity))]
public sealed partial class ActivityJson : JsonSerializerContext;
