using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DisclosureBot.Slips;

/// <summary>How slips are written in the journal. Chinese stays readable to whoever opens the database.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(SlipEvent))]
[JsonSerializable(typeof(Slip))]
public sealed partial class SlipJson : JsonSerializerContext
{
    private static readonly Lazy<SlipJson> LazyReadable =
        new(() => new SlipJson(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    public static SlipJson Readable => LazyReadable.Value;
}
