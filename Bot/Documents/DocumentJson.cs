using System.Text.Json.Serialization;

namespace DisclosureBot.Documents;

/// <summary>How what is known of a document is written beside it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StoredDocument))]
internal sealed partial class DocumentJson : JsonSerializerContext;
