using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Opinions.Response;

namespace DisclosureBot.Opinions.Report;

/// <summary>Prints the 专报 of an item as it now stands, for those who may see it.</summary>
public sealed class OpinionReports(CaseJournal journal, OpinionCase items, Roster roster, TimeProvider clock)
{
    /// <summary>Null also for an item that this person may not see: nobody learns which there are.</summary>
    public async Task<OpinionItem?> Find(string item, Person reader, CancellationToken stop) =>
        items.Read(await journal.Load(item, stop)) is { } found && OpinionDuties.MaySee(found, reader) ? found : null;

    /// <summary>The PDF's bytes.</summary>
    public byte[] Print(OpinionItem item, Person reader)
    {
        using var bytes = new MemoryStream();
        OpinionReport.Write(Unreleased.For(item, reader), new(roster.BureauName, OpinionDuties.Names(roster.Holding(Role.PrincipalLeader)), reader.Name, clock.BureauNow()), bytes);
        return bytes.ToArray();
    }

    /// <summary>政务舆情专报 舆2026-0001.pdf.</summary>
    public static string FileName(OpinionItem item) => $"{OpinionReport.Name(item)} {item.Number}.pdf";
}
