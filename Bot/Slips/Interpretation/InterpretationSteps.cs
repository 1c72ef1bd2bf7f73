using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Clock;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Slips.Interpretation;

/// <summary>The steps of interpretation: 报备, 政策法规科's confirmation, the outside publication, the release.</summary>
public sealed class InterpretationSteps(Roster roster, SlipClocks clocks, PublishingSettings settings) : IStepFamily
{
    private static readonly IReadOnlyList<Choice> Forms = InterpretationRules.Forms.Select(form => new Choice(form, form)).ToList();
    private readonly InterpretationRules _rules = new(roster, clocks, settings);
    private readonly List<Choice> _channels = settings.InterpretationChannels.Select(channel => new Choice(channel, channel)).ToList();

    public IEnumerable<StepForm> Offer(Slip slip, Person reader, DateTimeOffset now)
    {
        if (_rules.NotFiling(slip, reader) is null) yield return Filing(slip);
        if (_rules.NotConfirming(slip, reader) is null) yield return Confirming(slip);
        if (InterpretationRules.NotOutside(slip, reader) is null) yield return Outside(slip, now);
        if (_rules.NotReleasing(slip, reader) is null) yield return slip.Interpretation.Released is { } released ? Correcting(slip, released) : Releasing(slip, now);
    }

    public SlipCommand? Read(StepClick click) => click.Verb switch
    {
        StepVerbs.FilePlan => new InterpretationCommand.FilePlan(click.About ?? ""),
        StepVerbs.ConfirmPolicy => new InterpretationCommand.ConfirmPolicy(click.Ticked("normative"), click.Ticked("needed"), click["reason"]),
        StepVerbs.RecordOutside => new InterpretationCommand.RecordOutside(click.Day("on"), click["url"]),
        StepVerbs.ReleaseInterpretation => new InterpretationCommand.Release(
            click["url"], click["channel"], click["form"], click.Ticked("head"), click.Moment("on")),
        _ => null,
    };

    private static StepForm Filing(Slip slip)
    {
        var plan = slip.Current(FileRole.InterpretationPlan)!;
        var again = slip.Interpretation.Filing is not null;
        return new StepForm(
            StepVerbs.FilePlan, again ? "重新报备政策法规科" : "报备政策法规科", slip.Round, [], plan.Id,
            $"解读方案“{plan.Name}”(第{plan.Version}版)", IsMain: !again && slip.NeedsInterpretation);
    }

    private static StepForm Confirming(Slip slip)
    {
        var given = slip.Interpretation.Policy;
        var (normative, needed) = given is null ? InterpretationRules.Declared(slip) : (given.Normative, given.NeedsInterpretation);
        return new StepForm(
            StepVerbs.ConfirmPolicy, given is null ? "确认" : "更改确认", slip.Round,
            [
                new StepField.Tick("normative", "规范性文件", "属于规范性文件", normative ? "true" : "false"),
                new StepField.Tick("needed", "政策解读", "须解读", needed ? "true" : "false"),
                new StepField.Text("reason", "理由", given?.Reason, "与申报不一致的必填", Multiline: true, Most: Wording.ReasonLimit),
            ],
            Lead: $"起草科室申报:{Words(InterpretationRules.Declared(slip))}", IsMain: given is null);
    }

    private static StepForm Outside(Slip slip, DateTimeOffset now) => new(
        StepVerbs.RecordOutside, slip.Interpretation.Outside is null ? "记录公开发布" : "更正公开记录", slip.Round,
        [
            new StepField.Date("on", "公开日期", StepTyping.Show(slip.Interpretation.Outside?.On ?? BureauTime.Day(now))),
            new StepField.Text("url", "网址", slip.Interpretation.Outside?.Url, "https://"),
        ],
        Lead: slip.Interpretation.Outside is null ? "代起草文件由制发机关公开发布,请记录其公开日期和网址。" : null, IsMain: slip is { NeedsInterpretation: true, Interpretation.Outside: null });

    private StepForm Releasing(Slip slip, DateTimeOffset now) => new(
        StepVerbs.ReleaseInterpretation, "发布解读材料", slip.Round,
        [
            new StepField.Text("url", "网址", Placeholder: "https://"),
            new StepField.Pick("channel", "发布渠道", _channels, _channels[0].Value),
            new StepField.Pick("form", "解读形式", Forms, Forms[0].Value),
            new StepField.Tick("head", "带头解读", "由单位主要负责人带头解读", "false"),
            new StepField.Date("on", "发布日期", StepTyping.Show(BureauTime.Day(now))),
        ],
        Lead: $"解读材料“{slip.Current(FileRole.InterpretationMaterial)!.Name}”已通过保密审查。", IsMain: slip.NeedsInterpretation);

    private StepForm Correcting(Slip slip, InterpretationRelease released) => new(
        StepVerbs.ReleaseInterpretation, "更正解读发布记录", slip.Round,
        [
            new StepField.Text("url", "网址", released.Url, "https://"),
            new StepField.Pick("channel", "发布渠道", _channels, released.Channel),
            new StepField.Pick("form", "解读形式", Forms, released.Form),
            new StepField.Tick("head", "带头解读", "由单位主要负责人带头解读", released.LedByHead ? "true" : "false"),
            new StepField.Date("on", "发布日期", StepTyping.Show(BureauTime.Day(released.When))),
        ]);

    private static string Words((bool Normative, bool Needed) declared) =>
        $"{(declared.Normative ? "属规范性文件" : "不属规范性文件")},{(declared.Needed ? "须解读" : "不需解读")}";
}
