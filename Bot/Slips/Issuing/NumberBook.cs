using System.Collections.Concurrent;
using System.Globalization;
using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Journal;

namespace DisclosureBot.Slips.Issuing;

/// <summary>
/// The last 序号 of each 机关代字 and year, as far as this process has heard: enough to propose the next one.
/// Whether it is still free is decided by the journal at commit.
/// </summary>
public sealed class NumberBook(CaseJournal journal, Roster roster, TimeProvider clock)
{
    private readonly ConcurrentDictionary<(string Code, int Year), int> _last = new();

    public int Last(string code, int year) => _last.GetValueOrDefault((code, year));

    /// <summary>Looks up the codes that are proposed, for this year and the last.</summary>
    public async Task Load(CancellationToken stop)
    {
        var year = clock.BureauNow().Year;
        foreach (var code in roster.DocumentCodes.Values.Distinct(StringComparer.Ordinal))
            foreach (var counted in new[] { year - 1, year })
                if (Read(await journal.LastOnceKey(SlipCase.NumberKeys(code, counted), stop)) is { } number)
                    Heard(number);
    }

    /// <summary>Takes note of a number just given.</summary>
    public void Heard(CaseWrite write)
    {
        if (Read(write.OnceKey) is { } number) Heard(number);
    }

    public void Heard(DocumentNumber number) =>
        _last.AddOrUpdate((number.Code, number.Year), number.Sequence, (_, known) => Math.Max(known, number.Sequence));

    /// <summary>The number that a once-key stands for; null where it stands for something else.</summary>
    public static DocumentNumber? Read(string? onceKey) =>
        onceKey?.Split(':') is ["number", var code, var year, var sequence]
            ? new DocumentNumber(code, int.Parse(year, CultureInfo.InvariantCulture), int.Parse(sequence, CultureInfo.InvariantCulture))
            : null;
}
