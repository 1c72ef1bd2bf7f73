using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DisclosureBot.Journal;

namespace DisclosureBot.Archiving;

/// <summary>The first entry of a package: what it is about, and every other entry with its hash. Its own SHA-256 is the seal.</summary>
/// <param name="Format"><see cref="KnownFormat"/>.</param>
/// <param name="CreatedAt">To the second, bureau time (UTC+8).</param>
/// <param name="Head">The hash of the last event, <see cref="Chain.Origin"/> where there is none.</param>
internal sealed record Manifest(
    string Format, string Bureau, string Slip, string Number, string Title, DateTimeOffset CreatedAt, string Head, IReadOnlyList<ManifestEntry> Entries)
{
    public const string KnownFormat = "disclosurebot-archive-1";
    public const string Name = "manifest.json";
    public const string Paper = "处理签.pdf";
    public const string Files = "files/";
    public const string Events = "events.jsonl";
    public const string State = "state.json";

    /// <summary>No real one comes near; beyond it a file is not read as a manifest.</summary>
    public const int MostBytes = 16 * 1024 * 1024;
}

/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hex.</param>
internal sealed record ManifestEntry(string Path, long Size, string Sha256);

/// <summary>How manifest and events are written: Chinese readable, and everything that is missing or unknown refused on reading.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    NewLine = "\n")]
[JsonSerializable(typeof(Manifest))]
[JsonSerializable(typeof(EventRow))]
internal sealed partial class ArchiveJson : JsonSerializerContext
{
    private static readonly Lazy<ArchiveJson> LazyLine = new(() => Like(indented: false));
    private static readonly Lazy<ArchiveJson> LazyPage = new(() => Like(indented: true));

    /// <summary>One line to an event.</summary>
    public static ArchiveJson Line => LazyLine.Value;

    /// <summary>For the manifest, which people read.</summary>
    public static ArchiveJson Page => LazyPage.Value;

    private static ArchiveJson Like(bool indented) =>
        new(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = indented });
}
