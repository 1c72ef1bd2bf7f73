using System.Text;
using DisclosureBot.Bureau;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Bureau;

/// <summary>A roster file is right, or its first fault is named by line and field.</summary>
public sealed class RosterReaderTests
{
    private const string Good = """
        { "bureau": { "id": "b", "name": "某局", "tenantId": "t" },
          "sections": [
            { "id": "office", "name": "办公室", "duties": ["generalOffice"] } ],
          "people": [
            { "id": "zhou", "aadObjectId": "00000000-0000-4000-8000-00000000000A", "name": "周(演示)", "section": "office", "roles": ["officeReviewer"] },
            { "id": "gao", "aadObjectId": "00000000-0000-4000-8000-00000000000b", "name": "高(演示)", "section": "office", "roles": ["drafter", "leaderInCharge"] }
          ]
        }
        """;

    [Fact]
    public void The_demo_bureau_has_the_fifteen_people_in_order()
    {
        var people = DemoBureau.Roster.People;
        Assert.Equal(15, people.Count);
        Assert.Equal(Enumerable.Range(1, 15).Select(n => $"00000000-0000-4000-8000-{n:D12}"), people.Select(person => person.AadObjectId));
        Assert.All(people, person => Assert.True(person.Is(Role.Drafter) && person.Name.EndsWith("(演示)", StringComparison.Ordinal)));
        Assert.Equal(["商务运行科"], people.Where(person => person.Section.Duties.Contains("publication")).Select(person => person.Section.Name).Distinct());
    }

    [Fact]
    public void People_are_found_by_object_id_in_any_letter_case()
    {
        var roster = Read(Good);
        Assert.Equal("zhou", roster.FindByObjectId("00000000-0000-4000-8000-00000000000a")?.Id);
        Assert.Equal("gao", roster.FindByObjectId("00000000-0000-4000-8000-00000000000B")?.Id);
        Assert.Null(roster.FindByObjectId("29:not-a-guid"));
        Assert.Null(roster.FindByObjectId(null));
    }

    [Theory]
    [InlineData("\"tenantId\": \"t\"", "\"tenantId\": \" \"", "line 1, bureau.tenantId: is missing")]
    [InlineData("\"id\": \"zhou\", ", "", "line 5, people[0].id: is missing")]
    [InlineData("\"id\": \"gao\"", "\"id\": \"zhou\"", "line 6, people[1].id: 'zhou' stands twice")]
    [InlineData("00000000-0000-4000-8000-00000000000b", "00000000-0000-4000-8000-00000000000a", "line 6, people[1].aadObjectId")]
    [InlineData("00000000-0000-4000-8000-00000000000b", "gao", "line 6, people[1].aadObjectId: 'gao' is no object id")]
    [InlineData("\"section\": \"office\", \"roles\": [\"drafter\"", "\"section\": \"offices\", \"roles\": [\"drafter\"", "line 6, people[1].section: unknown section 'offices'")]
    [InlineData("officeReviewer", "officeReviewr", "line 5, people[0].roles: unknown role 'officeReviewr'")]
    [InlineData("\"generalOffice\"", "\"cooking\"", "line 3, sections[0].duties: unknown duty 'cooking'")]
    [InlineData("\"officeReviewer\"", "\"drafter\"", "line 4, people: nobody holds the role officeReviewer")]
    [InlineData("\"leaderInCharge\"", "\"drafter\"", "line 4, people: nobody holds the role leaderInCharge or principalLeader")]
    [InlineData("\"people\": [", "\"people\": 5, \"x\": [", "line 4, $.people")]
    [InlineData("\"roles\": [\"drafter\", \"leaderInCharge\"] }", "\"roles\": \"drafter\" }", "line 6, $.people[1].roles")]
    public void A_fault_is_named_by_line_and_field(string right, string wrong, string named)
    {
        var fault = Assert.Throws<RosterException>(() => Read(Good.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.StartsWith("bureau.json, ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_for_document_numbers_may_be_left_out_or_given_by_genre()
    {
        Assert.Empty(Read(Good).DocumentCodes);
        Assert.Equal("楚商规", DemoBureau.Roster.DocumentCodes[Roster.NormativeDocuments]);
        Assert.Equal("楚商函", DemoBureau.Roster.DocumentCodes["函"]);
    }

    [Theory]
    [InlineData("\"通知\": \"楚商发\",\n \"条例\": \"楚商条\"", "line 10, settings.documentCodes.条例: unknown genre")]
    [InlineData("\"通知\":\n \"楚商发〔2026〕\"", "line 9, settings.documentCodes.通知: '楚商发〔2026〕' is no code")]
    [InlineData("\"函\": null", "line 9, settings.documentCodes.函: is missing")]
    public void A_wrong_code_is_named_by_line_and_field(string codes, string named)
    {
        var json = Good.TrimEnd()[..^1] + $", \"settings\": {{ \"documentCodes\": {{\n{codes} }} }} }}";
        Assert.Contains(named, Assert.Throws<RosterException>(() => Read(json)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("{\n  \"bureau\": {\n", "line ")]
    [InlineData("null", "empty")]
    [InlineData("{}", "bureau: is missing")]
    public void A_file_that_is_no_roster_is_refused(string json, string why) =>
        Assert.Contains(why, Assert.Throws<RosterException>(() => Read(json)).Message, StringComparison.Ordinal);

    private static Roster Read(string json) => RosterReader.Read(Encoding.UTF8.GetBytes(json), "bureau.json");
}
