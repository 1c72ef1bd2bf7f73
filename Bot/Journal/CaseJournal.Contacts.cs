namespace DisclosureBot.Journal;

public sealed partial class CaseJournal
{
    private const string ContactColumns = "SELECT person, service_url, conversation_id FROM contacts WHERE bureau = @bureauId";

    /// <summary>Remembers how a person is reached. Nothing is written when it is known already: this is asked on every message.</summary>
    /// <returns>Whether no way to this person was known before; of several at once, one is told so.</returns>
    public async Task<bool> SaveContact(Contact contact, CancellationToken stop)
    {
        if (await Contact(contact.Person, stop) == contact)
            return false;
        var values = new { bureauId, contact.Person, contact.ServiceUrl, contact.ConversationId };
        const string newest = "(SELECT COALESCE(MAX(seen), 0) + 1 FROM contacts WHERE bureau = @bureauId)";
        await using var write = await dialect.BeginWrite(stop);
        var added = await Execute(
            write,
            $"""
            INSERT INTO contacts (bureau, person, service_url, conversation_id, seen)
            VALUES (@bureauId, @Person, @ServiceUrl, @ConversationId, {newest})
            ON CONFLICT DO NOTHING
            """,
            values, stop) == 1;
        if (!added)
            await Execute(write, $"UPDATE contacts SET service_url = @ServiceUrl, conversation_id = @ConversationId, seen = {newest} WHERE bureau = @bureauId AND person = @Person", values, stop);
        await write.Commit();
        return added;
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
