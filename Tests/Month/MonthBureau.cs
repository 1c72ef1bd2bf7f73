using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DisclosureBot.Bureau;

namespace DisclosureBot.Tests.Month;

/// <summary>A bureau made up to size: leaders, office, operations, regulation, and as many sections as the rest of the people fill.</summary>
internal sealed class MonthBureau
{
    private const int SectionSize = 5;
    private readonly List<(string Id, string Name, string[] Duties)> _sections = [("leaders", "局领导", []), ("office", "办公室", ["generalOffice"]), ("operations", "商务运行科", ["publication", "opinion"]), ("regulation", "政策法规科", ["policyRegulation"])];
    private readonly JsonArray _people = [];

    public MonthBureau(int people)
    {
        Add("leaders", "drafter", "principalLeader");
        for (var n = 0; n < Math.Max(1, people / 15); n++) Add("leaders", "drafter", "leaderInCharge");
        Add("office", "drafter", "sectionHead", "officeReviewer", "disclosureOfficer", "administrator");
        for (var n = 0; n < Math.Max(1, people / 20); n++) Add("office", "drafter", "officeReviewer", "secrecyReviewer");
        Add("operations", "drafter", "sectionHead", "opinionOfficer");
        for (var n = 0; n < Math.Max(1, people / 20); n++) Add("operations", "drafter", "publisher", "opinionOfficer");
        Add("regulation", "drafter", "sectionHead");
        for (var section = 1; _people.Count < people; section++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"section{section}");
            _sections.Add((id, string.Create(CultureInfo.InvariantCulture, $"业务{section}科"), []));
            Add(id, "drafter", "sectionHead");
            for (var n = 1; n < SectionSize && _people.Count < people; n++) Add(id, "drafter");
        }

        Json = Write();
        Roster = RosterReader.Read(Json, "month");
    }

    /// <summary>The roster file.</summary>
    public byte[] Json { get; }

    public Roster Roster { get; }

    /// <summary>Those who draft day by day: everybody but the leaders.</summary>
    public IReadOnlyList<Person> Drafters => [.. Roster.People.Where(person => person.Section.Id != "leaders")];

    private void Add(string section, params string[] roles)
    {
        var n = _people.Count + 1;
        _people.Add(new JsonObject
        {
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"p{n:D3}"),
            ["aadObjectId"] = string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-9000-{n:D12}"),
            ["name"] = string.Create(CultureInfo.InvariantCulture, $"职员{n:D3}(演示)"),
            ["section"] = section,
            ["roles"] = new JsonArray([.. roles.Select(role => (JsonNode)role)]),
        });
    }

    private byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["bureau"] = new JsonObject { ["id"] = "month", ["name"] = "模拟商务局(演示)", ["tenantId"] = "00000000-0000-4000-8000-000000000100" },
        ["sections"] = new JsonArray([.. _sections.Select(section => (JsonNode)new JsonObject
        {
            ["id"] = section.Id, ["name"] = section.Name, ["duties"] = new JsonArray([.. section.Duties.Select(duty => (JsonNode)duty)]),
        })]),
        ["people"] = _people,
        ["settings"] = new JsonObject { ["documentCodes"] = new JsonObject { ["通知"] = "模商发" } },
    });
}
