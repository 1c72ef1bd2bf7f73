using System.Text.Json;
using DisclosureBot.Bureau;
using DisclosureBot.Opinions;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Consulting;
using DisclosureBot.Slips.Files;

namespace DisclosureBot.Tests.Sharing;

/// <summary>A case as it lies in the journal, with what would give it away.</summary>
/// <param name="Marker">Stands in its title and in nothing else of this world.</param>
internal sealed record Known(string Id, string Number, string Marker, Slip? Slip, OpinionItem? Item)
{
    /// <summary>As somebody writes it who forgets a letter.</summary>
    public string Mistyped => Marker[..5];

    /// <summary>Person ids of those who now stand in for somebody whom it waits for, within what they were given.</summary>
    public IReadOnlySet<string> StandIns { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    public static Known Read(string kind, string id, string number, string marker, string state) => kind == "slip"
        ? new(id, number, marker, JsonSerializer.Deserialize(state, SlipJson.Readable.Slip), null)
        : new(id, number, marker, null, JsonSerializer.Deserialize(state, OpinionJson.Readable.OpinionItem));
}

/// <summary>
/// Who may know of a case, written down once more from the rules and from nothing that the program asks: a slip is open to whom it
/// was put before or who was asked, told or given it beside the desks (countersigning sections not before the head has signed), the
/// stand-ins of those it waits for while their 委托 runs, the head of its section, the office's reviewers and the leaders; to the secrecy reviewer while there is something
/// to review; and to the sections that its later way has reached. An item is open to whom it was put before, its keepers, the leaders
/// and the section it was assigned to, its draft to the reviewer, its cleared draft to the publishers.
/// </summary>
internal static class WhoMaySee
{
    public static bool Sees(Known known, Person person) => known.Slip is { } slip ? known.StandIns.Contains(person.Id) || Sees(slip, person) : Sees(known.Item!, person);

    private static bool Sees(Slip slip, Person person)
    {
        var roles = person.Roles.ToHashSet();
        var duties = person.Section.Duties;
        if (slip.Drafter.Id == person.Id || WasPutBefore(slip, person.Id)) return true;
        if (roles.Overlaps([Role.OfficeReviewer, Role.LeaderInCharge, Role.PrincipalLeader])) return true;
        if (roles.Contains(Role.SectionHead) && person.Section.Id == slip.SectionId) return true;
        if (slip.Issue.Printed is not null && duties.Contains("generalOffice")) return true;
        var handed = slip.Publication.Handover is not null || slip.Publication.Published is not null || slip.Publication.Catalogued is not null;
        if (handed && (roles.Contains(Role.Publisher) || duties.Contains("publication"))) return true;
        if (slip.Interpretation.Filing is not null && duties.Contains("policyRegulation")) return true;
        return roles.Contains(Role.SecrecyReviewer) && slip.Phase is SlipPhase.Signed or SlipPhase.Archived && slip.Attribute switch
        {
            DisclosureAttribute.Public or DisclosureAttribute.Redacted => true,
            DisclosureAttribute.OnRequest => slip.PresentFiles.Any(file => file.Role == FileRole.InterpretationMaterial),
            _ => false,
        };
    }

    /// <summary>Whom a fact reached; of a 会签 only once the head has signed, whatever anybody noted before.</summary>
    private static bool WasPutBefore(Slip slip, string person)
    {
        var heard = slip.Consultations.Where(one => one.Of.Id == person).ToList();
        if (heard.Exists(one => one.Kind == ConsultationKind.Opinion) || slip.CopiedTo.Any(one => one.Id == person) || slip.Passed.Any(one => one.To.Id == person)) return true;
        var waitsForTheHead = heard.Count > 0 && !slip.Trail.Any(line => line.Signature?.Stage == Stage.SectionHead);
        return waitsForTheHead ? slip.Trail.Any(line => line.By.Id == person) : slip.Circle.Contains(person, StringComparer.Ordinal);
    }

    private static bool Sees(OpinionItem item, Person person)
    {
        var roles = person.Roles.ToHashSet();
        if (item.Reporter.Id == person.Id || item.Circle.Any(one => one == person.Id) || item.SectionId == person.Section.Id) return true;
        if (roles.Overlaps([Role.OpinionOfficer, Role.LeaderInCharge, Role.PrincipalLeader]) || person.Section.Duties.Contains("opinion")) return true;
        if (roles.Contains(Role.SecrecyReviewer) && item.Draft is not null) return true;
        return roles.Contains(Role.Publisher) && item.Draft?.Review is { Cleared: true };
    }
}
