using System.Text.Json;

namespace DisclosureBot.Channel;

/// <summary>One page of a conversation's members, and where the next one begins.</summary>
/// <param name="Next">Empty after the last one.</param>
internal sealed record MemberPage(IReadOnlyList<Member> Members, string Next);

/// <summary>Reads the members of a conversation page by page; whatever is not plainly said makes the whole unknown.</summary>
internal static class MemberPages
{
    private const int PageSize = 200;
    private const int MostPages = 20;

    /// <summary>Bytes of one page; a member is about half a kilobyte.</summary>
    private const int BodyLimit = 1024 * 1024;

    public static string Query(string? next) => $"?pageSize={PageSize}{(next is null ? "" : $"&continuationToken={Uri.EscapeDataString(next)}")}";

    /// <param name="page">Fetches the page that begins at this token; null where that fails.</param>
    public static async Task<IReadOnlyList<Member>?> All(int most, Func<string?, Task<MemberPage?>> page)
    {
        var all = new List<Member>();
        string? next = null;
        for (var pages = 0; pages < MostPages; pages++)
        {
            if (await page(next) is not { } one) return null;
            all.AddRange(one.Members);
            if (all.Count > most) return null;
            if (one.Next.Length == 0) return all;
            next = one.Next;
        }

        return null;
    }

    /// <param name="tenantId">The bureau's; members of another are guests.</param>
    public static async Task<MemberPage?> Read(HttpResponseMessage response, string tenantId, CancellationToken hurry)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(BodyLimit, hurry);
            using var json = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(hurry), cancellationToken: hurry);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("members", out var members) && members.ValueKind == JsonValueKind.Array
                && Next(root) is { } next
                ? new([.. members.EnumerateArray().Where(IsPerson).Select(one => One(one, tenantId))], next)
                : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <returns>Empty after the last page; null where there is more, but no way to it.</returns>
    private static string? Next(JsonElement root) =>
        !root.TryGetProperty("continuationToken", out var token) || token.ValueKind == JsonValueKind.Null || token is { ValueKind: JsonValueKind.String } && token.GetString() is "" ? "" : FileWire.Text(root, "continuationToken");

    /// <summary>Bots read nothing; their ids begin so.</summary>
    private static bool IsPerson(JsonElement member) => FileWire.Text(member, "id")?.StartsWith("28:", StringComparison.Ordinal) != true;

    /// <summary>Teams names the id <c>objectId</c> in some answers, <c>aadObjectId</c> in others; two that differ are nobody's.</summary>
    private static Member One(JsonElement member, string tenantId)
    {
        var (one, other) = (FileWire.Text(member, "aadObjectId"), FileWire.Text(member, "objectId"));
        var id = one is null || other is null || one.Equals(other, StringComparison.OrdinalIgnoreCase) ? one ?? other : null;
        var isOurs = FileWire.Text(member, "userRole") is null or "user" && (FileWire.Text(member, "tenantId")?.Equals(tenantId, StringComparison.OrdinalIgnoreCase) ?? true);
        return new(id, !isOurs);
    }
}
