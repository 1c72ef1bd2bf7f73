using System.Text.Json;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Lists;
using DisclosureBot.Cards.Slips;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace DisclosureBot.Tests.Cards;

/// <summary>What comes back from a click is untrusted: anything but our own payloads is read as nothing, and never throws.</summary>
public sealed class SlipClickTests
{
    private static readonly string[] Verbs =
    [
        SlipVerbs.Draft, SlipVerbs.Sign, SlipVerbs.Return, SlipVerbs.Decline, SlipVerbs.Resubmit,
        SlipVerbs.Withdraw, SlipVerbs.TakeBack, SlipVerbs.Show, SayClick.Verb, "slip.unknown", "",
    ];

    public static TheoryData<string> Malformed =>
    [
        "null", "true", "1", "\"text\"", "[]", "[{}]", "{}",
        """{"slip":null,"form":null,"text":null}""",
        """{"slip":[7],"turn":1,"form":[8],"text":[9]}""",
        """{"slip":{},"turn":[],"form":{},"text":{}}""",
        """{"slip":"","turn":"","form":" ","text":"\n"}""",
        """{"slip":"\ud800","turn":"1","form":"\ud800","text":"\udc00"}""",
        """{"\ud800":"x"}""",
        $$"""{"slip":"{{new string('s', 101)}}","turn":"1","form":"{{new string('k', 101)}}","text":"{{new string('t', 101)}}"}""",
    ];

    [Theory]
    [MemberData(nameof(Malformed))]
    public void A_payload_that_is_not_ours_is_read_as_nothing(string json)
    {
        foreach (var verb in Verbs)
            Assert.Null(Read(verb, json));
    }

    [Theory]
    [InlineData("one")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("0x1")]
    [InlineData("1,000")]
    [InlineData("９")]
    [InlineData("99999999999999999999")]
    public void A_turn_that_is_no_number_spoils_the_click(string turn) =>
        Assert.Null(Read(SlipVerbs.Withdraw, JsonSerializer.Serialize(new { slip = "slip-1", turn })));

    [Theory]
    [InlineData("opinion", Payload.Typed)]
    [InlineData("reason", Payload.Typed)]
    [InlineData("returnReason", Payload.Typed)]
    [InlineData("signer", Payload.Token)]
    [InlineData("otherAttribute", Payload.Token)]
    public void An_absurdly_long_text_spoils_the_click(string field, int most)
    {
        Assert.NotNull(Read(SlipVerbs.Sign, Signing(field, most)));
        Assert.Null(Read(SlipVerbs.Sign, Signing(field, most + 1)));
    }

    [Theory]
    [InlineData("""{"slip":"s","turn":"1","opinion":{}}""")]
    [InlineData("""{"slip":"s","turn":"1","returnReason":["x"]}""")]
    public void One_value_of_a_wrong_kind_spoils_the_click(string json) => Assert.Null(Read(SlipVerbs.Return, json));

    [Theory]
    [InlineData("""{"slip":"s","turn":1,"genreOk":false,"formatOk":true}""")]
    [InlineData("""{"slip":"s","turn":"1","genreOk":"False","formatOk":"TRUE"}""")]
    public void Numbers_and_booleans_read_like_their_text(string json)
    {
        var click = Assert.IsType<SlipClick.Return>(Read(SlipVerbs.Return, json));
        Assert.Equal((1L, false, true), (click.Turn, click.Input.GenreOk, click.Input.FormatOk));
    }

    [Fact]
    public void Inputs_left_out_or_null_are_simply_missing() => Assert.Equal(
        new SlipClick.Return("s", 1, new()), Read(SlipVerbs.Return, """{"slip":"s","turn":"1","opinion":null,"resumeAt":"","extra":{"deep":[1]}}"""));

    [Fact]
    public void Controls_are_taken_out_of_what_was_typed() => Assert.Equal(
        "甲 乙\n丙", ((SlipClick.Return)Read(SlipVerbs.Return, """{"slip":"s","turn":"1","returnReason":" 甲\t乙\r\n丙\u0000\u202e "}""")!).Input.ReturnReason);

    [Fact]
    public void A_deeply_nested_payload_is_read_as_nothing() =>
        Assert.Null(Read(SlipVerbs.Show, """{"slip":""" + new string('[', 60) + new string(']', 60) + "}"));

    [Property]
    public void Any_text_under_any_name_is_read_without_throwing(string name, string value)
    {
        var json = JsonSerializer.Serialize(new Dictionary<string, string?>(StringComparer.Ordinal) { [name ?? ""] = value, ["slip"] = value, ["turn"] = value, ["form"] = value, ["text"] = value });
        foreach (var verb in Verbs)
            Read(verb, json);
    }

    private static object? Read(string verb, string json)
    {
        using var document = JsonDocument.Parse(json);
        return (object?)SlipClick.Read(verb, document.RootElement) ?? SayClick.Read(verb, document.RootElement);
    }

    private static string Signing(string field, int length) =>
        JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { ["slip"] = "s", ["turn"] = "1", [field] = new('x', length) });
}
