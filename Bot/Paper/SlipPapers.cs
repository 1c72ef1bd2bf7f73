using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Publishing;

namespace DisclosureBot.Paper;

/// <summary>Prints a slip as it now stands, and tells of a printed one whether the record agrees.</summary>
public sealed class SlipPapers(CaseJournal journal, Roster roster, TimeProvider clock)
{
    /// <summary>The PDF's bytes, as of now and as this person may read it.</summary>
    public async Task<byte[]> Print(Slip slip, Person reader, CancellationToken stop) =>
        Print(slip, reader, (await journal.Events(slip.Id, stop)).First(row => row.Version == slip.Version).Hash, clock.BureauNow());

    /// <summary>The same for the archive, with all there is, and as of the last event.</summary>
    public byte[] Print(Slip slip, StoredEvent last) => Print(slip, null, last.Hash, last.At);

    /// <summary>The same for a number that does not exist: whoever asks shall not learn which numbers do.</summary>
    public const string Unfit = "核验不符:没有签号与核验码都相符的处理签,请对照纸上再写一次;仍不相符的,请勿采用。";

    private byte[] Print(Slip slip, Person? reader, string head, DateTimeOffset at)
    {
        var status = slip.Phase == SlipPhase.Archived || Completion.IsDone(slip) ? null : SlipStatus.Of(slip, roster);
        using var bytes = new MemoryStream();
        SlipPaper.Write(SlipOnPaper.Of(slip, roster.BureauName, status, new FileWords(slip, reader), head, at), bytes);
        return bytes.ToArray();
    }

    /// <summary>核验: whether a paper with this code was ever the slip's, and if so as of when.</summary>
    /// <returns>A sentence.</returns>
    public async Task<string> Verify(Slip? slip, string typed, CancellationToken stop)
    {
        if (!VerificationCode.TryParse(typed, out var code)) return $"核验码“{PlainText.Clip(typed, 40)}”有误(共16位,末位用于校对),请对照纸上再写一次。";
        if (slip is null) return Unfit;
        var rows = await journal.Events(slip.Id, stop);
        if (rows.FirstOrDefault(row => VerificationCode.Of(slip.Id, row.Version, row.Hash) == code) is not { } made)
            return Unfit;
        var at = BureauTime.Show(made.At, year: 0);
        return made.Version == rows[^1].Version
            ? $"核验相符:纸面与处理签 {slip.Number} 的现行记录一致(截至{at})。"
            : $"核验相符,但已不是最新:纸面与处理签 {slip.Number} 截至{at}的记录一致,此后另有{rows[^1].Version - made.Version}条记录。";
    }
}
