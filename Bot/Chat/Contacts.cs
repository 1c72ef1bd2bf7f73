using System.Collections.Concurrent;
using DisclosureBot.Bureau;
using DisclosureBot.Channel;
using DisclosureBot.Journal;

namespace DisclosureBot.Chat;

/// <summary>Remembers how each person is reached, so that the bot can speak first.</summary>
public sealed class Contacts(CaseJournal journal)
{
    private readonly ConcurrentDictionary<string, Contact> _known = new(StringComparer.Ordinal);

    /// <summary>True when this person's conversation was not known before.</summary>
    public async Task<bool> Note(Person person, Turn turn, CancellationToken stop)
    {
        if (turn is not { Personal: true, Where: { } where }) return false;
        var seen = new Contact(person.Id, where.ServiceUrl, where.ConversationId);
        if (turn is Turn.Left)
        {
            _known.TryRemove(person.Id, out _);
            await journal.ForgetContact(person.Id, stop);
            return false;
        }

        if (_known.TryGetValue(person.Id, out var known) && known == seen)
        {
            // Somebody who writes can be reached again, whatever the channel last said of them.
            if (turn is not Turn.Clicked) await journal.Retry(person.Id, stop);
            return false;
        }

        var isNew = await journal.SaveContact(seen, stop);
        await journal.Reopen(seen, stop);
        if (isNew) await journal.ReopenUntried(stop);
        _known[person.Id] = seen;
        return isNew;
    }
}
