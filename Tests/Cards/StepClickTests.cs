using System.Text.Json;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Tests.Support;
using FsCheck.Xunit;
using Xunit;

namespace DisclosureBot.Tests.Cards;

/// <summary>Steps go out as forms and come back as the same step; anything else is read as nothing, and never throws.</summary>
public sealed class StepClickTests
{
    public static TheoryData<string, bool> Verbs
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var verb in StepVerbs.All)
            {
                data.Add(verb, true);
                data.Add(verb, false);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_step_pressed_as_it_stands_is_read_back_with_its_proposals(string verb, bool main)
    {
        var form = Form(verb) with { IsMain = main };
        var click = Press(On(form), form);
        var proposed = form.Fields.Where(field => field.Value is not null || field is StepField.Tick).ToDictionary(field => field.Id, field => field.Value ?? "false");
        Assert.Equal((verb, "slip-2026-0007", 12L, form.About), (click.Verb, click.Case, click.Round, click.About));
        Assert.Equal(proposed, click.Typed);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_step_filled_in_is_read_back_as_typed_beside_another_open_form(string verb, bool main)
    {
        var form = Form(verb) with { IsMain = main };
        var other = SampleSteps.Publish with { IsMain = !main, Verb = verb == StepVerbs.Publish ? StepVerbs.Print : StepVerbs.Publish, Button = "另一步" };
        var card = On(form, other);
        var filled = form.Fields.ToDictionary(field => field.Id, Fill);
        Assert.Equal(filled, Press(card, form, filled).Typed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Two_forms_of_one_kind_on_one_card_do_not_touch_each_other(bool main)
    {
        var (first, second) = (SampleSteps.Secrecy("file-1", "甲") with { IsMain = main, Button = "甲" }, SampleSteps.Secrecy("file-2", "乙") with { Button = "乙" });
        var card = On(first, second);
        var (ids, others) = (Ids(card, "甲"), Ids(card, "乙"));
        var all = ids.Select(id => (id, "no")).Concat(others.Except(ids, StringComparer.Ordinal).Select(id => (id, "yes")));
        foreach (var (button, file) in new[] { ("甲", "file-1"), ("乙", "file-2") })
        {
            var pressed = Button(card, button);
            var click = Read(all.Aggregate(pressed, (one, input) => one.Data.TryGetProperty(input.Item1, out _) ? one.With(input.Item1, input.Item1.EndsWith(file, StringComparison.Ordinal) ? "own" : "other") : one))!;
            Assert.Equal(file, click.About);
            Assert.Equal(["own", "own"], click.Typed.Values);
        }
    }

    [Fact]
    public void Several_choices_travel_joined_by_commas()
    {
        var card = On(SampleSteps.Publish);
        var id = Assert.Single(Ids(card, "发布完成"), id => id.Contains(".channels.", StringComparison.Ordinal));
        Assert.Equal("site,wechat", Read(Button(card, "发布完成").With(id, "site,wechat"))!["channels"]);
    }

    [Fact]
    public void A_form_of_another_round_does_not_speak_for_this_one()
    {
        var data = JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["slip"] = "slip-1",
            ["turn"] = "2",
            ["step.publish.channels.slip-1.1"] = "old",
            ["step.publish.channels.slip-1.2"] = "new",
            ["step.publish.url"] = "u",
        });
        var click = Read(StepVerbs.Publish, data)!;
        Assert.Equal(("new", "u", null), (click["channels"], click["url"], click.About));
    }

    [Fact]
    public void What_was_typed_before_a_refusal_stands_in_the_form_and_garbage_does_not()
    {
        var form = SampleSteps.Print with { Fields = [new StepField.Date("on", "印制日期", "yesterday"), new StepField.Number("copies", "印数", "many"), new StepField.Text("note", "备注", "留着")] };
        Assert.Equal(["留着"], Press(On(form), form).Typed.Values);
    }

    [Fact]
    public void Numbers_and_truth_read_as_their_text()
    {
        var click = Read(StepVerbs.Print, """{"slip":"s","turn":3,"step.print.copies":30,"step.print.sure":true,"step.print.on":"2026-11-24"}""")!;
        Assert.Equal(("30", true, "2026-11-24"), (click["copies"], click.Ticked("sure"), click["on"]));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"slip":"s"}""")]
    [InlineData("""{"turn":"1"}""")]
    [InlineData("""{"slip":"s","turn":"x"}""")]
    [InlineData("""{"slip":["s"],"turn":"1"}""")]
    [InlineData("""{"slip":"s","turn":"1","about":{}}""")]
    [InlineData("""{"slip":"s","turn":"1","step.print.on":{"deep":1}}""")]
    [InlineData("""{"slip":"s","turn":"1","step.print.on":["2026-11-24"]}""")]
    [InlineData("""{"slip":"s","turn":"1","step.print.on":"\ud800"}""")]
    [InlineData("""{"slip":"s","turn":"1","step.print.\ud800":"x"}""")]
    public void A_payload_that_is_not_ours_is_read_as_nothing(string json) => Assert.Null(Read(StepVerbs.Print, json));

    [Fact]
    public void An_absurdly_long_text_spoils_the_click_and_another_forms_does_not()
    {
        string With(string name) => JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { ["slip"] = "s", ["turn"] = "1", [name] = new('x', Payload.Typed + 1) });
        Assert.Null(Read(StepVerbs.Print, With("step.print.note")));
        Assert.Empty(Read(StepVerbs.Print, With("step.publish.url"))!.Typed);
        Assert.Empty(Read(StepVerbs.Print, With("step.print.note.other.9"))!.Typed);
    }

    [Fact]
    public void A_verb_that_is_no_steps_is_read_as_nothing() => Assert.Null(Read("step.unknown", """{"slip":"s","turn":"1"}"""));

    [Property]
    public void Any_text_under_any_name_is_read_without_throwing(string name, string value)
    {
        var json = JsonSerializer.Serialize(new Dictionary<string, string?>(StringComparer.Ordinal) { ["step.print." + name] = value, ["slip"] = "s", ["turn"] = "1", ["about"] = value });
        Read(StepVerbs.Print, json);
    }

    [Fact]
    public void Nothing_at_the_top_of_a_step_is_demanded_or_bounded_by_the_client()
    {
        foreach (var form in SampleSteps.All.Where(form => !StepVerbs.WithColleagues.Contains(form.Verb, StringComparer.Ordinal)))
        {
            var inputs = SlipCard.Render(AfterGallery.Signed with { Steps = [form with { IsMain = true }] }).Body.OfType<Input>().ToList();
            Assert.Equal(form.Fields.Count, inputs.Count);
            Assert.DoesNotContain(inputs, input => input.IsRequired is true || input is NumberInput { Min: not null } or NumberInput { Max: not null });
        }
    }

    [Fact]
    public void A_person_finds_the_inputs_of_a_step_by_their_labels_once_each()
    {
        var read = new ReadCard(JsonSerializer.Deserialize<JsonElement>(CardJson.Write(SlipCard.Render(AfterGallery.Signed with { Steps = [SampleSteps.Publish, SampleSteps.Print with { IsMain = false }] }))));
        var (verb, data) = read.Press("发布完成", ("公开地址", "https://x.cn/1"), ("发布渠道", "局网站,微博"), ("发布日期", "2026-11-25"));
        var click = Read(verb, JsonSerializer.Serialize(data))!;
        Assert.Equal(("https://x.cn/1", "site,weibo", "2026-11-25"), (click["url"], click["channels"], click["on"]));
        Assert.Equal("30", Read(StepVerbs.Print, JsonSerializer.Serialize(read.Press("印制完成").Data))!["copies"]);
        Assert.True(read.Offers("印制完成…"));
    }

    [Fact]
    public void Where_there_are_many_steps_the_ones_besides_stand_in_rows_above_the_form()
    {
        var card = Gallery.Cards["slip-many-steps"]();
        Assert.Equal(["发布完成"], card.Actions!.Select(action => action.Title));
        Assert.Equal(7, card.Body.OfType<ActionSet>().SelectMany(row => row.Actions).OfType<ShowCardAction>().Count(action => action.Title != "期限怎么算的…"));
    }

    [Fact]
    public void Whoever_signs_or_revises_finds_every_step_behind_a_button()
    {
        foreach (var view in new[] { SampleViews.Slip with { Review = SampleViews.HeadForm }, SampleViews.Slip with { Revise = new(4, SampleViews.Choices, SampleViews.Drafted) } })
        {
            var card = SlipCard.Render(view with { Steps = [SampleSteps.Print] });
            Assert.Contains(card.Actions!.OfType<ShowCardAction>(), action => action.Title == "印制完成…");
            Assert.DoesNotContain(card.Body.OfType<Input>(), input => input.Id!.StartsWith("step.", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_step_beside_a_signature_leaves_the_prescribed_labels_to_it()
    {
        var paper = new StepForm(StepVerbs.EnterPaper, "录入纸质签署", 12,
        [
            new StepField.Pick("value", "公开属性", SampleViews.Statements, Open: true), new StepField.Text("opinion", "处理意见"), new StepField.Text("reason", "理由"),
            new StepField.Tick("policy", "政策", "重要政策"),
        ]);
        var read = new ReadCard(JsonSerializer.Deserialize<JsonElement>(CardJson.Write(SlipCard.Render(SampleViews.Slip with { Review = SampleViews.HeadForm, Steps = [paper, paper with { About = "file-1", Button = "再录入" }] }))));
        string[] prescribed = ["处理意见", "重要政策", "公开属性", "理由"];
        // An input found twice is none to a reader: asking for its value would throw.
        Assert.Equal(["拟同意,请办公室审核。", "false", null, null], prescribed.Select(read.ValueOf));
        var (verb, data) = read.Press("录入纸质签署", ("处理意见(录入纸质签署)", "纸上的"), ("理由(录入纸质签署)", "因为"), ("重要政策(录入纸质签署)", "true"), ("公开属性(录入纸质签署)", "此件不公开"));
        var click = Read(verb, JsonSerializer.Serialize(data))!;
        Assert.Equal(("纸上的", "因为", "true", "closed"), (click["opinion"], click["reason"], click["policy"], click["value"]));
    }

    private static StepForm Form(string verb) => SampleSteps.All.Single(form => form.Verb == verb);

    private static AdaptiveCard On(params StepForm[] forms) => forms.Any(form => StepVerbs.WithColleagues.Contains(form.Verb, StringComparer.Ordinal))
        ? ColleaguesCard.Render(new(AfterGallery.Signed.Slip, AfterGallery.Signed.Number, AfterGallery.Signed.Title, AfterGallery.Signed.Status, forms))
        : SlipCard.Render(AfterGallery.Signed with { Steps = forms });

    private static string Fill(StepField field) => field switch
    {
        StepField.Text => "写的\n两行",
        StepField.Date => "2026-12-31",
        StepField.Number => "7",
        StepField.Pick { Many: true } pick => string.Join(',', pick.Choices.Select(choice => choice.Value)),
        StepField.Pick pick => pick.Choices[^1].Value,
        _ => "true",
    };

    private static StepClick Press(AdaptiveCard card, StepForm form, Dictionary<string, string>? filled = null)
    {
        var button = Button(card, form.Button);
        foreach (var (field, value) in filled ?? [])
            button = button.With(Assert.Single(Ids(card, form.Button), id => id == $"{form.Verb}.{field}" || id.StartsWith($"{form.Verb}.{field}.", StringComparison.Ordinal)), value);
        return Read(button)!;
    }

    private static List<string> Ids(AdaptiveCard card, string button) =>
        [.. Button(card, button).Data.EnumerateObject().Select(property => property.Name).Where(name => name.StartsWith("step.", StringComparison.Ordinal))];

    private static Pressed Button(AdaptiveCard card, string title) => Pressed.On(card).Single(button => button.Title == title);

    private static StepClick? Read(Pressed button) => StepClick.Read(button.Verb, button.Data, StepVerbs.All);

    private static StepClick? Read(string verb, string json)
    {
        using var document = JsonDocument.Parse(json);
        return StepClick.Read(verb, document.RootElement, StepVerbs.All);
    }
}
