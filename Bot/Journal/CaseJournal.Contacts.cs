namespace DisclosureBot.Journal;

public sealed partial class CaseJournal
{
    private const string ContactColumns = "SELECT person, service_url, conversation_id FROM contacts WHERE bureau = @bureauId";

    /// <summary>Remembers how a person is reached. Nothing is written when it is known already: this is asked on every message.</summary>
    public async Task SaveContact(Contact contact, CancellationToken stop)
    {
        if (await Contact(contact.Person, stop) == contact)
            return;
        await Change(
            """
            INSERT INTO contacts (bureau, person, service_url, conversation_id, seen)
            VALUES (@bureauId, @Person, @ServiceUrl, @ConversationId,
              (SELECT COALESCE(MAX(seen), 0) + 1 FROM contacts WHERE bureau = @bureauId))
            ON CONFLICT (bureau, person) DO UPDATE SET
              service_url = excluded.service_url, conversation_id = excluded.conversation_id, seen = excluded.seen
            """,
            new { bureauId, contact.Person, contact.ServiceUrl, contact.ConversationId }, stop);
    }

    /// <summary>The person removed the bot: nothing more is sent their way until they are back.</summary>
    public Task ForgetContact(string person, CancellationToken stop) =>
        Change("DELETE FROM contacts WHERE bureau = @bureauId AND person = @person", new { bureauId, person }, stop);

    public Task<Contact?> Contact(string person, CancellationToken stop) =>
        First($"{ContactColumns} AND person = @person", new { bureauId, person }, Rows.Contact, stop);

    /// <summary>Whoever's contact is the newest learned or changed: its service URL is the one to try for a person never seen.</summary>
    public Task<Contact?> LatestContact(CancellationToken stop) =>
        First($"{ContactColumns} ORDER BY seen DESC LIMIT 1", new { bureauId }, Rows.Contact, stop);
}
