using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DisclosureBot.Journal;

/// <summary>Binds each event of a case to the one before it, so that a changed or missing row shows.</summary>
/// <remarks>
/// To recompute without this program: take, as stored, previous, bureau, case_id, version (decimal), type, body,
/// actor, at. Write each as a netstring: its length in UTF-8 bytes (decimal), a colon, the bytes, a comma
/// (<c>7:slip-01,</c>). SHA-256 over all eight, joined without anything between, in lower-case hex, is the hash.
/// </remarks>
internal static class Chain
{
    /// <summary>What the first event of a case follows: 64 zeros.</summary>
    public static readonly string Origin = new('0', 64);

    public static string Hash(string bureau, EventRow row)
    {
        var bytes = new ArrayBufferWriter<byte>(row.Body.Length + 512);
        string[] fields =
        [
            row.Previous, bureau, row.CaseId, row.Version.ToString(CultureInfo.InvariantCulture),
            row.Type, row.Body, row.Actor, row.At,
        ];
        foreach (var field in fields)
        {
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:"), bytes);
            Encoding.UTF8.GetBytes(field, bytes);
            bytes.Write(","u8);
        }
        return Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan));
    }
}

/// <summary>An event exactly as its row holds it; the hash is taken over these texts.</summary>
internal sealed record EventRow(string CaseId, long Version, string Type, string Body, string Actor, string At, string Previous, string Hash)
{
    public StoredEvent ToEvent() => new(CaseId, Version, Type, Body, Actor, Stamp.Read(At), Previous, Hash);
}
