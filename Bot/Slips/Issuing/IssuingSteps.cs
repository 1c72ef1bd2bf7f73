using System.Globalization;
using DisclosureBot.Bureau;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Clock;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Slips.Issuing;

/// <summary>The steps of issue: 印制, 登记, 用印, 发文.</summary>
public sealed class IssuingSteps(Roster roster, SlipClocks clocks, NumberBook numbers) : IStepFamily
{
    private readonly IssuingRules _rules = new(roster, clocks);

    public IEnumerable<StepForm> Offer(Slip slip, Person reader, DateTimeOffset now)
    {
        if (IssuingRules.NotPrinting(slip, reader) is null) yield return Printing(slip, now);
        if (_rules.NotRegistering(slip, reader) is null) yield return Registering(slip, now);
        if (_rules.NotSealing(slip, reader) is null) yield return new StepForm(StepVerbs.Seal, "用印", slip.Round, [], Lead: $"文号{slip.Issue.Number}", IsMain: true);
        if (_rules.NotIssuing(slip, reader) is null) yield return new StepForm(StepVerbs.Issue, "发文", slip.Round, [], Lead: $"文号{slip.Issue.Number},已用印", IsMain: true);
    }

    public SlipCommand? Read(StepClick click) => click.Verb switch
    {
        StepVerbs.Print => new IssuingCommand.Print(click.Day("on"), click.Number("copies")),
        StepVerbs.Register => new IssuingCommand.Register(click["code"], click.Number("year"), click.Number("sequence"), click["gap"], new NumberLedger(0, false)),
        StepVerbs.Seal => new IssuingCommand.Seal(),
        StepVerbs.Issue => new IssuingCommand.Issue(),
        _ => null,
    };

    private static StepForm Printing(Slip slip, DateTimeOffset now) => new(
        StepVerbs.Print, "印制完成", slip.Round,
        [
            new StepField.Date("on", "印制日期", StepTyping.Show(BureauTime.Day(now))),
            new StepField.Number("copies", "印制份数", null, 1, IssuingRules.MostCopies),
        ],
        Lead: slip.Attribute == DisclosureAttribute.NotDisclosed ? null : "移交商务运行科的期限自印制之日起算。", IsMain: true);

    private StepForm Registering(Slip slip, DateTimeOffset now)
    {
        var year = BureauTime.Day(now).Year;
        var normative = slip.Interpretation.Policy?.Normative ?? slip.Content.Normative;
        var code = roster.DocumentCodes.GetValueOrDefault(normative ? Roster.NormativeDocuments : slip.Content.Genre);
        var next = code is null ? null : (numbers.Last(code, year) + 1).ToString(CultureInfo.InvariantCulture);
        return new StepForm(
            StepVerbs.Register, "登记", slip.Round,
            [
                new StepField.Text("code", "机关代字", code, "例如:楚商发", Most: DocumentCode.LongestCode),
                new StepField.Number("year", "年份", year.ToString(CultureInfo.InvariantCulture), year - 1, year),
                new StepField.Number("sequence", "序号", next, 1, DocumentCode.LastSequence),
                new StepField.Text("gap", "跳号或补号说明", Placeholder: "按下一号登记的不填", Most: Wording.ReasonLimit),
            ],
            Lead: next is null ? null : $"拟用文号:{new DocumentNumber(code!, year, numbers.Last(code!, year) + 1)}", IsMain: true);
    }
}
