using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Slips.Consulting;

/// <summary>Decides who may be asked, told or given a slip, and what that holds up. Pure.</summary>
public sealed class ConsultingRules(Roster roster)
{
    public const string OpinionLabel = "征求谁的意见", CountersignLabel = "会签单位", CopyLabel = "抄送给";

    private readonly Colleagues _colleagues = new(roster);
    private readonly PassingOn _passing = new(roster);

    public Decision<SlipEvent> Decide(Slip slip, ConsultingCommand command, Person actor, DateTimeOffset at) => command switch
    {
        ConsultingCommand.Ask ask => Ask(slip, ask, actor, at),
        ConsultingCommand.Answer answer => Answer(slip, answer, actor, at),
        ConsultingCommand.Waive waive => Waive(slip, waive, actor, at),
        ConsultingCommand.Copy copy => Copy(slip, copy, actor, at),
        ConsultingCommand.PassOn pass => _passing.Decide(slip, pass, actor, at),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
    };

    private Decision<SlipEvent> Ask(Slip slip, ConsultingCommand.Ask ask, Person actor, DateTimeOffset at)
    {
        var countersign = ask.Kind == ConsultationKind.Countersign;
        var wrong = _colleagues.Read(ask.Of, countersign ? CountersignLabel : OpinionLabel, bySection: countersign, out var people);
        var question = Wording.Clean(ask.Question);
        if (wrong is null && people.All(person => slip.Consultations.Any(one => IsOpen(one, ask.Kind, person) && one.By.Concerns(actor.Id) && one.Question == question))) return StepAnswers.Nothing;
        if (StepAnswers.Overtaken(slip, ask) is { } late) return late;
        if (NotAsking(slip, ask.Kind, actor) is { } refusal) return refusal;
        if (wrong is not null) return wrong;
        if (Wording.TooLong(question, countersign ? "会签事项" : "征求内容", Wording.OpinionLimit) is { } tooLong) return tooLong;
        if (people.Select(person => Unfit(slip, ask.Kind, person, actor)).FirstOrDefault(unfit => unfit is not null) is { } unfit) return unfit;
        var waits = countersign || (ask.Waits && slip.Phase == SlipPhase.InReview);
        return StepAnswers.Accept([.. people.Select((person, place) => new ConsultingEvent.Asked(
            Who.Of(actor), at, $"c{slip.Version + 1 + place}", ask.Kind, new Who(person.Id, person.Name), person.Section.Name, question, waits))]);
    }

    private static Decision<SlipEvent> Answer(Slip slip, ConsultingCommand.Answer answer, Person actor, DateTimeOffset at)
    {
        if (Find(slip, answer.Id) is not { } one) return Unknown;
        if (one.Of.Id != actor.Id) return StepAnswers.Forbidden($"这一项请{one.Of.Name}答复。");
        var label = AnswerLabel(one);
        var comment = Wording.Ended(Wording.Clean(answer.Comment));
        if (one.Comment is not null && one.Comment == comment) return StepAnswers.Nothing;
        if (NotAnswering(slip, one, actor) is { } refusal) return refusal;
        if (comment is null) return StepAnswers.Invalid($"请填写“{label}”。");
        if (Wording.TooLong(comment, label, Wording.OpinionLimit) is { } tooLong) return tooLong;
        return AttributeStatement.StandsIn(comment)
            ? StepAnswers.Invalid($"“{label}”只提意见,请不要写公开属性的表述(此件……、应不公开等);公开属性由科室、办公室和局领导核定。")
            : StepAnswers.Accept(new ConsultingEvent.Answered(Who.Of(actor), at, one.Id, comment));
    }

    private Decision<SlipEvent> Waive(Slip slip, ConsultingCommand.Waive waive, Person actor, DateTimeOffset at)
    {
        if (waive.Id.Length == 0) return StepAnswers.Invalid("请选择“撤销哪一项”。");
        if (Find(slip, waive.Id) is not { } one) return Unknown;
        var wrong = Wording.Reason(waive.Reason, "撤销理由", out var reason);
        if (wrong is null && one.WaivedBy?.Concerns(actor.Id) == true && one.Reason == reason) return StepAnswers.Nothing;
        if (NotWaiving(slip, one, actor) is { } refusal) return refusal;
        return wrong is not null ? wrong : StepAnswers.Accept(new ConsultingEvent.Waived(Who.Of(actor), at, one.Id, reason));
    }

    private Decision<SlipEvent> Copy(Slip slip, ConsultingCommand.Copy copy, Person actor, DateTimeOffset at)
    {
        var wrong = _colleagues.Read(copy.To, CopyLabel, bySection: false, out var people);
        var to = people.Where(person => !HasCopy(slip, person)).ToList();
        if (wrong is null && to.Count == 0) return StepAnswers.Nothing;
        if (NotCopying(slip, actor) is { } refusal) return refusal;
        if (wrong is not null) return wrong;
        return to.Any(person => IsSelf(person, actor))
            ? StepAnswers.Invalid("抄送给同事,不必抄送给自己。")
            : StepAnswers.Accept(new ConsultingEvent.Copied(Who.Of(actor), at, [.. to.Select(person => new Who(person.Id, person.Name))]));
    }

    /// <summary>Why this person cannot ask now; null when they can.</summary>
    internal Refusal? NotAsking(Slip slip, ConsultationKind kind, Person actor)
    {
        if (Ended(slip, kind == ConsultationKind.Opinion ? "征求意见" : "请人会签") is { } ended) return ended;
        if (kind == ConsultationKind.Countersign && slip is not { Phase: SlipPhase.InReview, Stage: Stage.SectionHead })
            return StepAnswers.Stale("会签单位在科室负责人签署之前确定,现在不能再定;确需会签的,请退回科室初审,或改为征求意见。");
        return SlipDuties.IsDrafter(slip, actor) || HoldsDesk(slip, actor, roster) ? null : Others(slip, kind == ConsultationKind.Opinion ? "征求意见" : "会签");
    }

    /// <summary>Why this question cannot be answered now; null when it can.</summary>
    internal static Refusal? NotAnswering(Slip slip, Consultation one, Person actor)
    {
        if (one.Of.Id != actor.Id) return StepAnswers.Forbidden($"这一项请{one.Of.Name}答复。");
        if (!one.IsOpen) return Closed(one);
        if (!Hearing.IsDue(slip, one)) return StepAnswers.Stale("会签在科室负责人签署之后、办公室二审之前进行,现在还不用会签,到时会再通知您。");
        if (actor.ActedBy is { } standIn && one.By.Concerns(standIn.Id)) return StepAnswers.Forbidden($"这一项是您提出的,不能代{one.Of.Name}答复。");
        if (one.Kind != ConsultationKind.Countersign) return null;
        if (slip.SignedAt(Stage.SectionHead)?.By.Concerns(actor) == true) return StepAnswers.Forbidden("您已签署科室意见,不能再会签本件,请办公室撤销这一项会签。");
        return Desks.Wrote(slip, actor) ? StepAnswers.Forbidden($"您起草或修改了本件,不能代{one.Of.Name}会签。") : null;
    }

    /// <summary>Why this person cannot do without the answer; null when they can.</summary>
    internal Refusal? NotWaiving(Slip slip, Consultation one, Person actor)
    {
        if (!one.IsOpen) return Closed(one);
        if (HoldsDesk(slip, actor, roster)) return null;
        if (one.Kind == ConsultationKind.Countersign && Hearing.IsDue(slip, one)) return StepAnswers.Forbidden("科室负责人已经签署,会签只能由办公室写明理由后撤销。");
        return one.By.Concerns(actor.Id) ? null : StepAnswers.Forbidden($"这一项由提出人{one.By.Name}或当前办理人撤销。");
    }

    /// <summary>Why this person cannot send it for information; null when they can.</summary>
    internal Refusal? NotCopying(Slip slip, Person actor) => Ended(slip, "抄送")
        ?? (SlipDuties.IsDrafter(slip, actor) || HoldsDesk(slip, actor, roster) ? null : Others(slip, "抄送"));

    /// <summary>Who can still be asked.</summary>
    internal IReadOnlyList<Person> Askable(Slip slip, ConsultationKind kind, Person actor) => [.. roster.People.Where(person => Unfit(slip, kind, person, actor) is null)];

    internal IReadOnlyList<Person> Copyable(Slip slip, Person actor) => [.. roster.People.Where(person => !HasCopy(slip, person) && !IsSelf(person, actor))];

    internal static string AnswerLabel(Consultation one) => one.Kind == ConsultationKind.Countersign ? "会签意见" : "意见";

    internal static bool HoldsDesk(Slip slip, Person person, Roster roster) =>
        slip.Phase == SlipPhase.InReview && Desks.MayAct(slip.Stage, slip, person, roster);

    private Refusal? Unfit(Slip slip, ConsultationKind kind, Person person, Person actor)
    {
        if (kind == ConsultationKind.Opinion && IsSelf(person, actor)) return StepAnswers.Invalid("不能征求自己的意见,请选择同事。");
        if (kind == ConsultationKind.Countersign && SlipDuties.IsDrafter(slip, person)) return StepAnswers.Invalid($"{person.Name}是本件起草人,不参加会签。");
        if (kind == ConsultationKind.Countersign && HoldsDesk(slip, person, roster)) return StepAnswers.Invalid($"{person.Name}正办理本件初审,不参加会签。");
        return slip.Consultations.Any(one => IsOpen(one, kind, person))
            ? StepAnswers.Invalid($"{person.Name}已{(kind == ConsultationKind.Countersign ? "列为会签" : "被征求意见")},尚未答复,不必重复。")
            : null;
    }

    private Refusal Others(Slip slip, string what) =>
        StepAnswers.Forbidden($"{what}由起草人{slip.Drafter.Name}{(slip.Phase == SlipPhase.InReview ? $"或当前办理人{Desks.Names(Desks.At(slip.Stage, slip, roster))}" : "")}提出。");

    private static Refusal? Ended(Slip slip, string what) => slip.Phase switch
    {
        SlipPhase.Declined => StepAnswers.Stale($"本件不予签发,已办结,不能再{what}。"),
        SlipPhase.Archived => StepAnswers.Stale($"本件已归档,不能再{what}。"),
        SlipPhase.InReview or SlipPhase.WithDrafter or SlipPhase.Signed => null,
        _ => throw new InvalidOperationException(slip.Phase.ToString()),
    };

    private static Refusal Closed(Consultation one) => one switch
    {
        { AnsweredBy: { } by } => StepAnswers.Stale($"{by.Name}已于{BureauTime.Show(one.EndedAt!.Value)}答复,不必再办。"),
        { WaivedBy: { } by } => StepAnswers.Stale($"{by.Name}已于{BureauTime.Show(one.EndedAt!.Value)}撤销这一项({one.Reason}),不必再办。"),
        _ => StepAnswers.Stale("本件已退回、撤回或办结,这一项不再需要答复。"),
    };

    private static Refusal Unknown => StepAnswers.Stale("没有找到这一项征求或会签,卡片可能已经过时。");

    private static Consultation? Find(Slip slip, string id) => slip.Consultations.FirstOrDefault(one => one.Id == id);

    private static bool IsOpen(Consultation one, ConsultationKind kind, Person person) => one.IsOpen && one.Kind == kind && one.Of.Id == person.Id;

    private static bool HasCopy(Slip slip, Person person) => slip.CopiedTo.Any(who => who.Id == person.Id);

    private static bool IsSelf(Person person, Person actor) => person.Id == actor.Id || person.Id == actor.ActedBy?.Id;
}
