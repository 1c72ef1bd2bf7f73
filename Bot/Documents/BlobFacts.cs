using System.Text;

namespace DisclosureBot.Documents;

/// <summary>What is known of a document as a blob's metadata, which travels in HTTP headers: anything that may be Chinese goes as Base64 of its UTF-8.</summary>
internal static class BlobFacts
{
    private const string Name = "name";
    private const string Owner = "owner";
    private const string Sha256 = "sha256";

    public static Dictionary<string, string> Write(StoredDocument document) => new(StringComparer.OrdinalIgnoreCase)
    {
        [Name] = Encode(document.Name),
        [Owner] = Encode(document.Owner),
        [Sha256] = document.Sha256,
    };

    /// <exception cref="DocumentStoreException">Someone else wrote this blob, or changed it.</exception>
    public static StoredDocument Read(string id, string contentType, long size, IDictionary<string, string> metadata)
    {
        try
        {
            var known = new Dictionary<string, string>(metadata, StringComparer.OrdinalIgnoreCase);
            return new(id, Decode(known[Name]), contentType, size, known[Sha256], Decode(known[Owner]));
        }
        catch (Exception fault) when (fault is KeyNotFoundException or FormatException)
        {
            throw new DocumentStoreException($"{id} does not carry what is known of it: this program did not store it so.", fault);
        }
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Decode(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));
}
