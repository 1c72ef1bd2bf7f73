using System.Text.Json;
using System.Text.Json.Nodes;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Briefing;
using DisclosureBot.Cards.Calendar;
using DisclosureBot.Cards.Delegations;
using DisclosureBot.Cards.Files;
using DisclosureBot.Cards.Lists;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using Xunit;
using static DisclosureBot.Tests.Cards.SampleViews;

namespace DisclosureBot.Tests.Cards;

/// <summary>Presses every button of every state as a client does, and reads the click back.</summary>
public sealed class ReadBackTests
{
    private static readonly Dictionary<string, Type> Kinds = new(StringComparer.Ordinal)
    {
        [SlipVerbs.Draft] = typeof(SlipClick.Draft),
        [SlipVerbs.Sign] = typeof(SlipClick.Sign),
        [SlipVerbs.Return] = typeof(SlipClick.Return),
        [SlipVerbs.Decline] = typeof(SlipClick.Decline),
        [SlipVerbs.Resubmit] = typeof(SlipClick.Resubmit),
        [SlipVerbs.Withdraw] = typeof(SlipClick.Withdraw),
        [SlipVerbs.TakeBack] = typeof(SlipClick.TakeBack),
        [SlipVerbs.Show] = typeof(SlipClick.Show),
        [CalendarVerbs.Propose] = typeof(CalendarClick.Propose),
        [CalendarVerbs.Confirm] = typeof(CalendarClick.Confirm),
        [CalendarVerbs.Reject] = typeof(CalendarClick.Reject),
        [CalendarVerbs.Show] = typeof(CalendarClick.Show),
        [SlipVerbs.Files] = typeof(SlipClick.Files),
        [SlipVerbs.Colleagues] = typeof(SlipClick.Colleagues),
        [FileVerbs.Keep] = typeof(FileClick.Keep),
        [FileVerbs.Drop] = typeof(FileClick.Drop),
        [FileVerbs.Send] = typeof(FileClick.Send),
        [SayClick.Verb] = typeof(SayClick),
        [ReportClick.Verb] = typeof(ReportClick),
        [WatchVerbs.Show] = typeof(WatchClick.Show),
        [WatchVerbs.HandOver] = typeof(WatchClick.HandOver),
        [WatchVerbs.Receive] = typeof(WatchClick.Receive),
        [WatchVerbs.TakeBack] = typeof(WatchClick.TakeBack),
        [WatchVerbs.Roster] = typeof(WatchClick.Roster),
        [WatchVerbs.Enter] = typeof(WatchClick.Enter),
        [DelegationVerbs.Grant] = typeof(DelegationClick.Grant),
        [DelegationVerbs.Revoke] = typeof(DelegationClick.Revoke),
        [DelegationVerbs.Show] = typeof(DelegationClick.Show),
        [DrillVerbs.Start] = typeof(DrillClick.Start),
        [DrillVerbs.Score] = typeof(DrillClick.Score),
        [RemindingClick.Verb] = typeof(RemindingClick),
    };

    private static readonly IReadOnlyList<string> Steps = [.. StepVerbs.All, .. OpinionVerbs.All];

    public static TheoryData<string> States => [.. Gallery.Cards.Keys];

    [Theory]
    [MemberData(nameof(States))]
    public void Every_button_of_a_state_is_read_back_as_what_it_says(string state)
    {
        foreach (var button in Pressed.On(Gallery.Cards[state]()))
        {
            Assert.Equal(Steps.Contains(button.Verb, StringComparer.Ordinal) ? typeof(StepClick) : Kinds[button.Verb], Read(button)?.GetType());
            Assert.Equivalent(Read(button), Read(button.ByFallback()), strict: true);
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Inputs_and_buttons_of_a_state_are_labelled_and_told_apart(string state)
    {
        var nodes = Pressed.Nodes(Gallery.Cards[state]()).ToList();
        var inputs = nodes.Where(node => Pressed.TypeOf(node).StartsWith("Input.", StringComparison.Ordinal)).ToList();
        Assert.All(inputs, input => Assert.NotEmpty((string)input["label"]!));
        Assert.All(inputs.Where(input => (bool?)input["isRequired"] ?? false), input => Assert.NotEmpty((string)input["errorMessage"]!));
        Assert.Distinct(inputs.Select(input => (string)input["id"]!), StringComparer.Ordinal);
        Assert.All(nodes.Where(node => Pressed.TypeOf(node).StartsWith("Action.", StringComparison.Ordinal)), action =>
        {
            Assert.InRange(((string)action["title"]!).Length, 1, 20);
            Assert.Null(action["style"]);
        });
    }

    [Theory]
    [MemberData(nameof(States))]
    public void A_state_shows_at_most_five_buttons_and_a_short_text_that_stands_alone(string state)
    {
        var card = Gallery.Cards[state]();
        Assert.InRange(card.Actions?.Count ?? 0, 0, 5);
        Assert.All(card.Body.OfType<ActionSet>(), row => Assert.InRange(row.Actions.Count, 1, 5));
        Assert.InRange(card.FallbackText.Length, 5, 120);
    }

    [Fact]
    public void The_agreed_statement_carries_the_opinion_and_nothing_of_the_other_attribute()
    {
        var click = Assert.IsType<SlipClick.Sign>(Read(Button("slip-head", "同意此件公开发布").With("opinion", "好").With("importantPolicy", "true").With("otherAttribute", "closed").With("reason", "x")));
        Assert.Equal(new SlipClick.Sign("slip-2026-0007", 1, new() { Opinion = "好", Attribute = "open", ImportantPolicy = true }), click);
    }

    [Fact]
    public void Signing_another_attribute_carries_it_with_reason_ground_and_opinion()
    {
        var button = Button("slip-head", "签署").With("opinion", "请核").With("otherAttribute.slip-2026-0007.1", "closed").With("reason", "过程性").With("ground", "16-2");
        Assert.Equal(
            new SlipClick.Sign("slip-2026-0007", 1, new() { Opinion = "请核", Attribute = "closed", Reason = "过程性", Ground = "16-2", ImportantPolicy = false }),
            Read(button) as SlipClick.Sign);
    }

    [Fact]
    public void Returning_carries_the_reason_where_it_resumes_and_what_was_unticked()
    {
        var button = Button("slip-office", "退回修改").With("returnReason", "附件\r\n不全").With("resumeAt.slip-2026-0007.2", "start").With("genreOk", "false");
        var input = Assert.IsType<SlipClick.Return>(Read(button)).Input;
        Assert.Equal(("附件\n不全", "start", false, true, "gaoyuan"), (input.ReturnReason, input.ResumeAt, input.GenreOk, input.FormatOk, input.Signer));
        Assert.Null(input.ImportantPolicy);
    }

    [Fact]
    public void Declining_carries_its_reason() =>
        Assert.Equal("未定", Assert.IsType<SlipClick.Decline>(Read(Button("slip-leader", "不予签发").With("declineReason", "未定"))).Input.DeclineReason);

    [Fact]
    public void Submitting_carries_everything_typed() => Assert.Equal(
        new SlipClick.Draft("form-1", Drafted with { Title = Title.Insert(8, " "), Normative = true, OnBehalf = true, PreDecision = true, MainRecipients = null, Reason = "r", Ground = "15" }),
        Read(Button("draft-empty", "提交").With("secret.form-1", "no").With("title", Title.Insert(8, "\r\n")).With("genre", "通知").With("normative", "true").With("onBehalf", "true").With("preDecision", "true")
            .With("urgency", "urgent").With("mainRecipients", " ").With("attribute.form-1", "open").With("reason", "r").With("ground", "15")) as SlipClick.Draft);

    [Fact]
    public void Resubmitting_untouched_carries_the_slip_as_it_was() => Assert.Equal(
        new SlipClick.Resubmit("slip-2026-0007", 4, Drafted), Read(Button("slip-returned", "修改后重新提交")) as SlipClick.Resubmit);

    [Theory]
    [InlineData("slip-drafter", "撤回")]
    [InlineData("slip-returned", "撤回")]
    [InlineData("slip-signer", "收回签署")]
    public void Undoing_is_never_held_up_by_inputs(string state, string title)
    {
        var action = Assert.IsType<ExecuteAction>(Gallery.Cards[state]().Actions!.Single(one => string.Equals(one.Title, title, StringComparison.Ordinal)));
        Assert.Equal("none", action.AssociatedInputs);
        Assert.Equal("none", Assert.IsType<SubmitAction>(action.Fallback).AssociatedInputs);
    }

    [Theory]
    [InlineData("slip-head")]
    [InlineData("slip-office")]
    [InlineData("slip-leader-divergent")]
    public void Nothing_at_the_top_of_a_review_is_demanded_by_the_client(string state) =>
        Assert.DoesNotContain(Gallery.Cards[state]().Body.OfType<Input>(), input => input.IsRequired is true);

    [Fact]
    public void Answering_that_it_is_secret_needs_nothing_else() =>
        Assert.Equal(["是否涉密"], Gallery.Cards["draft-empty"]().Body.OfType<Input>().Where(input => input.IsRequired is true).Select(input => input.Label), StringComparer.Ordinal);

    [Theory]
    [InlineData("slip-watched", true)]
    [InlineData("slip-returned", true)]
    [InlineData("slip-final", false)]
    [InlineData("slip-declined", false)]
    [InlineData("slip-withdrawn", false)]
    [InlineData("moved", false)]
    public void Only_a_slip_under_way_is_fetched_anew(string state, bool anew) => Assert.Equal(anew, Gallery.Cards[state]().Refresh is not null);

    [Fact]
    public void A_notification_says_what_is_asked_of_which_document()
    {
        Assert.Equal($"请签署:{Title}(罗青砚(演示),加急)", SlipCard.Summary(Slip with { Review = HeadForm }));
        Assert.Equal($"等待科室负责人初审(纪文岫(演示)):{Title}(罗青砚(演示))", SlipCard.Summary(Slip with { Urgency = null }));
        Assert.Equal($"请修改后重新提交:{Title}(罗青砚(演示),加急)", SlipCard.Summary(Slip with { Revise = new(4, Choices, Drafted) }));
        Assert.InRange(SlipCard.Summary(Extreme.Reviewed).Length, 10, 120);
    }

    private static Pressed Button(string state, string title) => Pressed.On(Gallery.Cards[state]()).Single(button => string.Equals(button.Title, title, StringComparison.Ordinal));

    private static object? Read(Pressed button) => (object?)SayClick.Read(button.Verb, button.Data) ?? (object?)StepClick.Read(button.Verb, button.Data, Steps)
        ?? (object?)FileClick.Read(button.Verb, button.Data) ?? (object?)CalendarClick.Read(button.Verb, button.Data) ?? (object?)DelegationClick.Read(button.Verb, button.Data)
        ?? (object?)WatchClick.Read(button.Verb, button.Data) ?? (object?)DrillClick.Read(button.Verb, button.Data) ?? (object?)ReportClick.Read(button.Verb, button.Data)
        ?? (object?)RemindingClick.Read(button.Verb, button.Data)
        ?? SlipClick.Read(button.Verb, button.Data);
}
