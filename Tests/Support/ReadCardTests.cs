using System.Text.Json;
using Xunit;

namespace DisclosureBot.Tests.Support;

/// <summary>The reader must gather what a client would, or the scenarios prove nothing.</summary>
public sealed class ReadCardTests
{
    private static readonly ReadCard Card = new(JsonDocument.Parse("""
        {"type":"AdaptiveCard","body":[
          {"type":"Container","items":[{"type":"Input.Text","id":"opinion","label":"处理意见","value":"拟同意"}]},
          {"type":"ColumnSet","columns":[{"items":[{"type":"Input.Toggle","id":"genreOk","title":"文种正确","label":"核对","value":"true"}]}]},
          {"type":"Input.Text","id":"empty","label":"备注"}],
         "actions":[
          {"type":"Action.Execute","title":"同意此件公开发布","verb":"slip.sign","data":{"slip":"s-1","turn":"3"}},
          {"type":"Action.ShowCard","title":"改为其他","card":{"type":"AdaptiveCard",
            "body":[{"type":"Input.ChoiceSet","id":"attribute","label":"公开属性","choices":[{"title":"此件应不公开","value":"withheld"}]}],
            "actions":[{"type":"Action.Execute","title":"签署","verb":"slip.sign","data":{"slip":"s-1"}}]}},
          {"type":"Action.Execute","title":"撤回","verb":"slip.withdraw","associatedInputs":"none","data":{"slip":"s-1"}}]}
        """).RootElement);

    [Fact]
    public void A_press_sends_the_data_and_what_stands_in_the_inputs()
    {
        var (verb, data) = Card.Press("同意此件公开发布", ("文种正确", "否"));
        Assert.Equal("slip.sign", verb);
        Assert.Equal("genreOk=false opinion=拟同意 slip=s-1 turn=3", Said(data));
    }

    [Fact]
    public void A_press_inside_an_opened_card_sends_the_inputs_around_it_too() => Assert.Equal(
        "attribute=withheld genreOk=true opinion=应不公开 slip=s-1",
        Said(Card.Press("签署", ("公开属性", "此件应不公开"), ("处理意见", "应不公开")).Data));

    [Fact]
    public void A_press_outside_sends_nothing_of_what_stands_in_an_opened_card() =>
        Assert.DoesNotContain("attribute", Said(Card.Press("同意此件公开发布", ("公开属性", "此件应不公开")).Data), StringComparison.Ordinal);

    [Fact]
    public void A_button_that_takes_no_inputs_sends_its_data_alone() => Assert.Equal("slip=s-1", Said(Card.Press("撤回").Data));

    [Fact]
    public void What_is_not_there_is_answered_with_what_is() =>
        Assert.Contains("签署", Assert.Throws<InvalidOperationException>(() => Card.Press("提交")).Message, StringComparison.Ordinal);

    private static string Said(Dictionary<string, string> data) =>
        string.Join(' ', data.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
}
