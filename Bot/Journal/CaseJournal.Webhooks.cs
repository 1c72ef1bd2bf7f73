namespace DisclosureBot.Journal;

/// <summary>Which signed requests of vendors were taken in: noted after what they brought is durable.</summary>
public sealed partial class CaseJournal
{
    public async Task<bool> IsNonceNoted(string vendor, string nonce, CancellationToken stop) => await First(
        "SELECT nonce FROM webhook_nonces WHERE bureau = @bureauId AND vendor = @vendor AND nonce = @nonce",
        new { bureauId, vendor, nonce }, Rows.Text, stop) is not null;

    /// <returns>Whether it was not known before; of several at once, one is told so.</returns>
    public async Task<bool> NoteNonce(string vendor, string nonce, DateTimeOffset at, CancellationToken stop) => await Change(
        "INSERT INTO webhook_nonces (bureau, vendor, nonce, at) VALUES (@bureauId, @vendor, @nonce, @at) ON CONFLICT DO NOTHING",
        new { bureauId, vendor, nonce, at = Stamp.Write(at) }, stop) == 1;

    /// <summary>Those noted before this moment.</summary>
    public Task ForgetNonces(DateTimeOffset moment, CancellationToken stop) =>
        Change("DELETE FROM webhook_nonces WHERE bureau = @bureauId AND at < @moment", new { bureauId, moment = Stamp.Write(moment) }, stop);
}
