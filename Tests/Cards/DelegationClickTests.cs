using System.Text.Json;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Delegations;
using DisclosureBot.Cards.Slips;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace DisclosureBot.Tests.Cards;

/// <summary>What comes back from a card of 委托 is as little trusted as from a slip's, and its cards are as small.</summary>
public sealed class DelegationClickTests
{
    private static readonly string[] Verbs = [DelegationVerbs.Grant, DelegationVerbs.Revoke, DelegationVerbs.Show];

    [Theory]
    [MemberData(nameof(SlipClickTests.Malformed), MemberType = typeof(SlipClickTests))]
    [InlineData("""{"delegation":[7],"form":{}}""")]
    public void A_payload_that_is_not_ours_is_read_as_nothing(string json)
    {
        foreach (var verb in Verbs) Assert.Null(Read(verb, json));
    }

    [Fact]
    public void The_form_carries_all_its_fields() => Assert.Equal(
        new DelegationClick.Grant("k", new() { From = "a", To = "b", Since = "2026-11-23", Until = "2026-11-24", Scope = "review", Basis = "出差" }),
        Read(DelegationVerbs.Grant, """{"form":"k","from":"a","to":"b","since":"2026-11-23","until":"2026-11-24","scope.k":"review","basis":"出差"}"""));

    [Fact]
    public void A_revocation_carries_its_reason() =>
        Assert.Equal(new DelegationClick.Revoke("d", "返岗"), Read(DelegationVerbs.Revoke, """{"delegation":"d","revokeReason":"返岗"}"""));

    [Fact]
    public void A_verb_of_others_is_left_to_them() => Assert.Null(Read(SlipVerbs.Show, """{"delegation":"d","slip":"s"}"""));

    [Property]
    public void Any_text_under_any_name_is_read_without_throwing(string name, string value)
    {
        var json = JsonSerializer.Serialize(new Dictionary<string, string?>(StringComparer.Ordinal) { [name ?? ""] = value, ["delegation"] = value, ["form"] = value });
        foreach (var verb in Verbs) Read(verb, json);
    }

    [Theory]
    [InlineData("字")]
    [InlineData("𠮷")]
    public void Everything_as_long_as_a_bureau_may_have_it_still_fits(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 1_000 / unit.Length));
        var lines = Enumerable.Range(0, 60).Select(i => new DelegationLine($"delegation-2026-{i:D7}", text, text, "进行中", Tone.Good)).ToList();
        var people = Enumerable.Range(0, 60).Select(i => new Choice($"person-{i}", $"某某某{i}(某某某某科)")).ToList();
        var card = DelegationFormCard.Render(new("k", people, people, [new("all", "全部")], new() { Basis = text }, "", lines, lines, lines, new(Tone.Bad, text)));
        Assert.InRange(CardJson.Write(card).Length, 1, 28 * 1024 / 2);
    }

    private static DelegationClick? Read(string verb, string json)
    {
        using var document = JsonDocument.Parse(json);
        return DelegationClick.Read(verb, document.RootElement);
    }
}
