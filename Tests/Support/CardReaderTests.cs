using Xunit;

namespace DisclosureBot.Tests.Support;

/// <summary>The reader must gather what a client would, or the scenarios prove nothing.</summary>
public sealed class CardReaderTests
{
    private const string Card = """
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
        """;

    [Fact]
    public void A_press_sends_the_data_and_what_stands_in_the_inputs()
    {
        var (verb, data) = new CardReader(Card).Tick("文种正确", on: false).Press("同意此件公开发布");

        Assert.Equal("slip.sign", verb);
        Assert.Equal("""{"slip":"s-1","turn":"3","opinion":"拟同意","genreOk":"false"}""", data.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public void A_press_inside_an_opened_card_sends_the_inputs_around_it_too()
    {
        var (_, data) = new CardReader(Card).Choose("公开属性", "此件应不公开").Fill("处理意见", "应不公开").Press("签署");

        Assert.Equal("withheld", data["attribute"]!.GetValue<string>());
        Assert.Equal("应不公开", data["opinion"]!.GetValue<string>());
        Assert.Equal("true", data["genreOk"]!.GetValue<string>());
    }

    [Fact]
    public void A_press_outside_sends_nothing_of_what_stands_in_an_opened_card() =>
        Assert.False(new CardReader(Card).Choose("公开属性", "此件应不公开").Press("同意此件公开发布").Data.ContainsKey("attribute"));

    [Fact]
    public void A_button_that_takes_no_inputs_sends_its_data_alone() =>
        Assert.Equal("""{"slip":"s-1"}""", new CardReader(Card).Press("撤回").Data.ToJsonString());

    [Fact]
    public void What_is_not_there_is_answered_with_what_is() =>
        Assert.Contains("签署", Assert.Throws<InvalidOperationException>(() => new CardReader(Card).Press("提交")).Message, StringComparison.Ordinal);
}
