namespace DisclosureBot.Journal;

public sealed partial class CaseJournal
{
    private const string ContactColumns = "SELECT person, service_url, conversation_id FROM contacts WHERE bureau = @bureauId AND gone = 0";

    /// <summary>Remembers how a person is reached. Nothing is written when it is known already: this is asked on every message.</summary>
    /// <returns>Whether no way to this person was known before; of several at once, one is told so.</returns>
    public async Task<bool> SaveContact(Contact contact, CancellationToken stop)
    {
        if (await Contact(contact.Person, stop) == contact)
            return false;
        return await PutContact(contact, $"gone = 0, service_url = @ServiceUrl, conversation_id = @ConversationId, seen = {NextSeen}", stop);
    }

    /// <summary>The same for a conversation that was opened for them: where they have meanwhile come, or gone, by themselves, that stands.</summary>
    public Task AddContact(Contact contact, CancellationToken stop) => PutContact(contact, "seen = seen", stop);

    /// <summary>The person removed the bot: nothing more is sent their way until they are back.</summary>
    public Task ForgetContact(string person, CancellationToken stop) =>
        Change("UPDATE contacts SET gone = 1 WHERE bureau = @bureauId AND person = @person", new { bureauId, person }, stop);

    public async Task<bool> HasLeft(string person, CancellationToken stop) => await First(
        "SELECT person FROM contacts WHERE bureau = @bureauId AND person = @person AND gone = 1", new { bureauId, person }, Rows.Text, stop) is not null;

    public Task<Contact?> Contact(string person, CancellationToken stop) =>
        First($"{ContactColumns} AND person = @person", new { bureauId, person }, Rows.Contact, stop);

    /// <summary>Whoever's contact is the newest learned or changed: its service URL is the one to try for a person never seen.</summary>
    public Task<Contact?> LatestContact(CancellationToken stop) =>
        First($"{ContactColumns} ORDER BY seen DESC LIMIT 1", new { bureauId }, Rows.Contact, stop);

    private const string NextSeen = "(SELECT COALESCE(MAX(seen), 0) + 1 FROM contacts WHERE bureau = @bureauId)";

    private async Task<bool> PutContact(Contact contact, string otherwise, CancellationToken stop)
    {
        var values = new { bureauId, contact.Person, contact.ServiceUrl, contact.ConversationId };
        await using var write = await dialect.BeginWrite(stop);
        var added = await Execute(
            write,
            $"""
            INSERT INTO contacts (bureau, person, service_url, conversation_id, seen)
            VALUES (@bureauId, @Person, @ServiceUrl, @ConversationId, {NextSeen})
            ON CONFLICT DO NOTHING
            """,
            values, stop) == 1;
        if (!added)
            await Execute(write, $"UPDATE contacts SET {otherwise} WHERE bureau = @bureauId AND person = @Person", values, stop);
        await write.Commit();
        return added;
    }
}
