namespace DisclosureBot.Journal;

public sealed partial class CaseJournal
{
    /// <summary>Timers whose moment has come, the earliest first.</summary>
    public async Task<IReadOnlyList<DueTimer>> DueTimers(DateTimeOffset now, int most, CancellationToken stop) => await All(
        """
        SELECT t.case_id, c.kind, t.name, t.due FROM timers t JOIN cases c ON c.bureau = t.bureau AND c.id = t.case_id
        WHERE t.bureau = @bureauId AND t.due <= @now ORDER BY t.due, t.case_id, t.name LIMIT @most
        """,
        new { bureauId, now = Stamp.Write(now), most }, Rows.Timer, stop);

    /// <summary>Puts a timer off, if it is still set to that due.</summary>
    public Task PostponeTimer(DueTimer timer, DateTimeOffset until, CancellationToken stop) => Change(
        $"UPDATE timers SET due = @until{Untaken} WHERE bureau = @bureauId AND case_id = @CaseId AND name = @Name AND due = @due",
        new { bureauId, timer.CaseId, timer.Name, due = Stamp.Write(timer.Due), until = Stamp.Write(until) }, stop);

    /// <summary>Takes the timer away, unless it was set to another moment meanwhile.</summary>
    public Task RemoveTimer(string caseId, string name, DateTimeOffset due, CancellationToken stop) => Change(
        "DELETE FROM timers WHERE bureau = @bureauId AND case_id = @caseId AND name = @name AND due = @due",
        new { bureauId, caseId, name, due = Stamp.Write(due) }, stop);
}
