using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DisclosureBot.Opinions;

/// <summary>How items are written in the journal. Chinese stays readable to whoever opens the database.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(OpinionEvent))]
[JsonSerializable(typeof(OpinionItem))]
public sealed partial class OpinionJson : JsonSerializerContext
{
    private static readonly Lazy<OpinionJson> LazyReadable =
        new(() => new OpinionJson(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    public static OpinionJson Readable => LazyReadable.Value;
}
