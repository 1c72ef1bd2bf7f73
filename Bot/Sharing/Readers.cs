using System.Collections.Concurrent;
using DisclosureBot.Bureau;
using DisclosureBot.Channel;
using DisclosureBot.Chat;

namespace DisclosureBot.Sharing;

/// <summary>Who reads along in a group chat or channel. Nobody is trusted to be known: one guest, one stranger to the roster, one page that did not come, and there are no readers.</summary>
public sealed class Readers(IChannel channel, Roster roster, TimeProvider clock)
{
    /// <summary>In a larger conversation nothing is shown.</summary>
    public const int Most = 200;

    /// <summary>So long an answer of the channel counts; whoever is added meanwhile ends it.</summary>
    private static readonly TimeSpan Keeps = TimeSpan.FromSeconds(20);

    private const int MostKept = 200;

    private readonly ConcurrentDictionary<string, (IReadOnlyList<Person> People, DateTimeOffset Until)> _known = new(StringComparer.Ordinal);

    /// <summary>Everybody in the conversation.</summary>
    /// <returns>Null where they are not all known, or are not all of the bureau.</returns>
    public async Task<IReadOnlyList<Person>?> Of(Address where, CancellationToken stop)
    {
        var room = where with { ConversationId = OpinionRoom.Root(where.ConversationId) };
        if (_known.TryGetValue(room.ConversationId, out var known) && known.Until > clock.GetUtcNow()) return known.People;
        if (await channel.Members(room, Most, stop) is not { Count: > 0 } members) return null;
        var people = members.Select(member => member.IsGuest ? null : roster.FindByObjectId(member.AadObjectId)).ToList();
        if (people.Contains(null)) return null;
        if (_known.Count >= MostKept) _known.Clear();
        _known[room.ConversationId] = ([.. people.OfType<Person>()], clock.GetUtcNow() + Keeps);
        return _known[room.ConversationId].People;
    }

    /// <summary>Somebody came or went.</summary>
    public void Changed(Address? where)
    {
        if (where is not null) _known.TryRemove(OpinionRoom.Root(where.ConversationId), out _);
    }
}
