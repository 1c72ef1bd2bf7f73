using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Slips.Consulting;

/// <summary>征求意见, 会签, 抄送 and 转办 as forms on the slip's card.</summary>
public sealed class ConsultingSteps(Roster roster) : IStepFamily
{
    private readonly ConsultingRules _rules = new(roster);
    private readonly PassingOn _passing = new(roster);

    public IEnumerable<StepForm> Offer(Slip slip, Person reader, DateTimeOffset now) =>
    [
        .. slip.Consultations.Where(one => ConsultingRules.NotAnswering(slip, one, reader) is null).Select(one => Answering(slip, one)),
        .. Waiving(slip, reader), .. Asking(slip, reader), .. Countersigning(slip, reader), .. PassingOn(slip, reader), .. Copying(slip, reader),
    ];

    public SlipCommand? Read(StepClick click) => click.Verb switch
    {
        StepVerbs.Consult => new ConsultingCommand.Ask(ConsultationKind.Opinion, Colleagues.Split(click["of"]), click["question"], click.Ticked("waits")),
        StepVerbs.Countersign => new ConsultingCommand.Ask(ConsultationKind.Countersign, Colleagues.Split(click["of"]), click["question"], Waits: true),
        StepVerbs.AnswerConsultation => new ConsultingCommand.Answer(click.About ?? "", click["comment"]),
        StepVerbs.WaiveConsultation => new ConsultingCommand.Waive(click["which"] ?? "", click["reason"]),
        StepVerbs.Copy => new ConsultingCommand.Copy(Colleagues.Split(click["to"])),
        StepVerbs.PassOn => new ConsultingCommand.PassOn(click["to"], click["reason"]),
        _ => null,
    };

    private static StepForm Answering(Slip slip, Consultation one)
    {
        var countersign = one.Kind == ConsultationKind.Countersign;
        return new(StepVerbs.AnswerConsultation, countersign ? "提交会签意见" : "提交意见", slip.Round,
            [new StepField.Text("comment", ConsultingRules.AnswerLabel(one), countersign ? "同意会签。" : null, Multiline: true, Most: Wording.OpinionLimit)],
            About: one.Id, Lead: $"{one.By.Name}{(countersign ? "请您会签" : "征求您的意见")}{(one.Question is { } question ? $":{question}" : "。")}只提意见,公开属性另由各道核定。", IsMain: true);
    }

    private IEnumerable<StepForm> Waiving(Slip slip, Person reader)
    {
        var open = slip.Consultations.Where(one => _rules.NotWaiving(slip, one, reader) is null).Select(one => new Choice(one.Id, Hearing.Words([one]))).ToList();
        if (open.Count > 0)
            yield return new(StepVerbs.WaiveConsultation, "撤销征求", slip.Round,
                [new StepField.Pick("which", "撤销哪一项", open, open.Count == 1 ? open[0].Value : null), new StepField.Text("reason", "撤销理由", Multiline: true, Most: Wording.ReasonLimit)]);
    }

    private IEnumerable<StepForm> Asking(Slip slip, Person reader)
    {
        if (_rules.NotAsking(slip, ConsultationKind.Opinion, reader) is not null || _rules.Askable(slip, ConsultationKind.Opinion, reader) is not { Count: > 0 } people) yield break;
        List<StepField> fields =
        [
            Colleagues.Field("of", ConsultingRules.OpinionLabel, people, several: true),
            new StepField.Text("question", "征求内容", Placeholder: "可不填", Multiline: true, Most: Wording.OpinionLimit),
        ];
        if (slip.Phase == SlipPhase.InReview)
            fields.Add(new StepField.Tick("waits", "答复之前,本道不签署", "等待答复", ConsultingRules.HoldsDesk(slip, reader, roster) ? "true" : "false"));
        yield return new(StepVerbs.Consult, "征求同事意见", slip.Round, fields, Lead: "被征求的同事可以看到本件,只提意见,不签署。");
    }

    private IEnumerable<StepForm> Countersigning(Slip slip, Person reader)
    {
        if (_rules.NotAsking(slip, ConsultationKind.Countersign, reader) is null && _rules.Askable(slip, ConsultationKind.Countersign, reader) is { Count: > 0 } people)
            yield return new(StepVerbs.Countersign, "请科室会签", slip.Round,
                [
                    Colleagues.Field("of", ConsultingRules.CountersignLabel, [.. people.OrderByDescending(person => person.Is(Role.SectionHead))], several: true),
                    new StepField.Text("question", "会签事项", Placeholder: "可不填", Multiline: true, Most: Wording.OpinionLimit),
                ],
                Lead: "联合发文或涉及其他科室的,请其会签:一般请科室负责人。科室负责人签署后通知会签,会签完再由办公室二审。");
    }

    private IEnumerable<StepForm> PassingOn(Slip slip, Person reader)
    {
        if (_passing.NotPassing(slip, reader) is null)
            yield return new(StepVerbs.PassOn, "转办", slip.Round,
                [Colleagues.Field("to", "转给谁", _passing.Takers(slip, reader), several: false), new StepField.Text("reason", "转办理由", Multiline: true, Most: Wording.ReasonLimit)],
                Lead: $"转办后,“{Desks.Review(slip.Stage)}”由接办人办理,您不再签署本件这一道。");
    }

    private IEnumerable<StepForm> Copying(Slip slip, Person reader)
    {
        if (_rules.NotCopying(slip, reader) is null && _rules.Copyable(slip, reader) is { Count: > 0 } people)
            yield return new(StepVerbs.Copy, "抄送", slip.Round, [Colleagues.Field("to", ConsultingRules.CopyLabel, people, several: true)],
                Lead: "供同事了解:可以看到本件,不需办理。");
    }
}
