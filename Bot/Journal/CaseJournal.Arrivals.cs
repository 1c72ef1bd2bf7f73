namespace DisclosureBot.Journal;

/// <summary>That a file was sent in chat.</summary>
/// <param name="Settled">Somebody has put it on a slip or thrown it away.</param>
public sealed record NotedArrival(string Id, string Person, DateTimeOffset At, bool Settled);

/// <summary>Which files were sent in chat: remembered before they are fetched, forgotten when they are swept.</summary>
public sealed partial class CaseJournal
{
    private const string ArrivalColumns = "SELECT id, person, at, settled FROM arrivals WHERE bureau = @bureauId";

    /// <returns>Whether it was not known before; of several at once, one is told so.</returns>
    public async Task<bool> NoteArrival(string id, string person, DateTimeOffset at, CancellationToken stop) => await Change(
        "INSERT INTO arrivals (bureau, id, person, at) VALUES (@bureauId, @id, @person, @at) ON CONFLICT DO NOTHING",
        new { bureauId, id, person, at = Stamp.Write(at) }, stop) == 1;

    public Task<NotedArrival?> Arrival(string id, CancellationToken stop) =>
        First($"{ArrivalColumns} AND id = @id", new { bureauId, id }, Rows.Arrival, stop);

    public Task SettleArrival(string id, CancellationToken stop) =>
        Change("UPDATE arrivals SET settled = 1 WHERE bureau = @bureauId AND id = @id", new { bureauId, id }, stop);

    public Task ForgetArrival(string id, CancellationToken stop) =>
        Change("DELETE FROM arrivals WHERE bureau = @bureauId AND id = @id", new { bureauId, id }, stop);

    /// <summary>Those this person has neither put on a slip nor thrown away, the oldest first.</summary>
    public async Task<IReadOnlyList<NotedArrival>> OpenArrivals(string person, CancellationToken stop) => await All(
        $"{ArrivalColumns} AND person = @person AND settled = 0 ORDER BY at, id", new { bureauId, person }, Rows.Arrival, stop);

    /// <summary>Those noted before this moment, the oldest first.</summary>
    public async Task<IReadOnlyList<NotedArrival>> ArrivalsBefore(DateTimeOffset moment, int most, CancellationToken stop) => await All(
        $"{ArrivalColumns} AND at < @moment ORDER BY at, id LIMIT @most", new { bureauId, moment = Stamp.Write(moment), most }, Rows.Arrival, stop);
}
