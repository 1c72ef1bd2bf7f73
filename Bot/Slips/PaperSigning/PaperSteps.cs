using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Clock;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Slips.PaperSigning;

/// <summary>The steps of a pen-signed opinion: entered by one, confirmed or dismissed by another.</summary>
public sealed class PaperSteps(Roster roster, SlipClocks clocks) : IStepFamily
{
    private readonly PaperRules _rules = new(roster, clocks);

    public IEnumerable<StepForm> Offer(Slip slip, Person reader, DateTimeOffset now)
    {
        if (_rules.NotConfirming(slip, reader) is null)
            yield return new StepForm(StepVerbs.ConfirmPaper, "与纸质签一致,确认", slip.Round, [], slip.PendingPaper!.Key, Copied(slip.PendingPaper), IsMain: true);
        if (_rules.NotDismissing(slip, reader) is null)
            yield return new StepForm(
                StepVerbs.DismissPaper, "录入不符,作废", slip.Round, [new StepField.Text("reason", "作废理由", Multiline: true, Most: Wording.ReasonLimit)],
                slip.PendingPaper!.Key, Copied(slip.PendingPaper));
        if (PaperRules.NotEntering(slip, reader) is null && Desks.At(slip.Stage, slip, roster) is { Count: > 0 } desk)
            yield return Entering(slip, desk, now);
    }

    public SlipCommand? Read(StepClick click) => click.Verb switch
    {
        StepVerbs.EnterPaper => new PaperCommand.Enter(
            click.Round, click["signer"], click.Day("on"), Value(click["value"]), click["opinion"], click["reason"], click["ground"]),
        StepVerbs.ConfirmPaper => new PaperCommand.Confirm(click.Round, click.About),
        StepVerbs.DismissPaper => new PaperCommand.Dismiss(click.Round, click.About, click["reason"]),
        _ => null,
    };

    private static StepForm Entering(Slip slip, IReadOnlyList<Person> desk, DateTimeOffset now) => new(
        StepVerbs.EnterPaper, "录入纸质签署", slip.Round,
        [
            new StepField.Pick("signer", "签署人", desk.Select(person => new Choice(person.Id, person.Name)).ToList(), desk.Count == 1 ? desk[0].Id : null),
            new StepField.Date("on", "签署日期", StepTyping.Show(BureauTime.Day(now))),
            new StepField.Pick("value", "公开属性", AttributeStatement.InOrder.Select(value => new Choice(SlipPayload.Of(value), Written(slip, value))).ToList(), Open: true),
            new StepField.Text("opinion", "处理意见", Multiline: true, Most: Wording.OpinionLimit),
            new StepField.Text("reason", "理由", Placeholder: "与所核意见不一致的必填", Multiline: true, Most: Wording.ReasonLimit),
            new StepField.Pick("ground", "法定依据", DraftForms.Grounds),
        ],
        Lead: $"按纸质签“{Desks.Box(slip.Stage)}”栏的原文录入,由另一人核对后生效。");

    /// <summary>As it stands on the paper; a lone 同意 with the value it stands for.</summary>
    private static string Written(Slip slip, DisclosureAttribute value)
    {
        if (slip.Stage != Stage.Leader) return AttributeStatement.OfReviewer(slip.Asked, value);
        var statement = AttributeStatement.OfLeader(slip.Asked, value);
        return statement == AttributeStatement.LeaderAgrees ? $"{statement}({AttributeStatement.Plain(value)})" : statement;
    }

    private static string Copied(PaperEntry entry)
    {
        var why = string.Join(';', new[] { entry.Reason, StatutoryGround.Cite(entry.Ground) }.Where(part => part is not null));
        return string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{entry.By.Name}录入:{entry.For.Name}于{entry.SignedOn:yyyy年M月d日}签署“{entry.Opinion}{entry.Statement}”({AttributeStatement.Plain(entry.Value)}){(why.Length > 0 ? $";理由:{why}" : "")}");
    }

    private static DisclosureAttribute? Value(string? word)
    {
        foreach (var value in AttributeStatement.InOrder)
            if (SlipPayload.Of(value) == word)
                return value;
        return null;
    }
}
