using DisclosureBot.Bureau;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Slips.Consulting;

/// <summary>Decides on 转办: who may give their desk of this slip to whom. Pure.</summary>
internal sealed class PassingOn(Roster roster)
{
    private readonly Colleagues _colleagues = new(roster);

    public Decision<SlipEvent> Decide(Slip slip, ConsultingCommand.PassOn pass, Person actor, DateTimeOffset at)
    {
        var wrong = _colleagues.Read(Colleagues.Split(pass.To), "转给谁", bySection: false, out var people);
        if (people.Count > 0 && Repeats(slip, pass, people[0], actor)) return StepAnswers.Nothing;
        if (StepAnswers.Overtaken(slip, pass) is { } late) return late;
        if (NotPassing(slip, actor) is { } refusal) return refusal;
        if (wrong is not null) return wrong;
        if (people.Count > 1) return StepAnswers.Invalid("转办只能转给一位同事。");
        if (Unfit(slip, people[0], actor) is { } unfit) return unfit;
        return Wording.Reason(pass.Reason, "转办理由", out var reason) is { } missing
            ? missing
            : StepAnswers.Accept(new ConsultingEvent.PassedOn(Who.Of(actor), at, slip.Stage, new Who(people[0].Id, people[0].Name), reason));
    }

    /// <summary>Why this person cannot pass the desk on; null when they can.</summary>
    public Refusal? NotPassing(Slip slip, Person actor)
    {
        if (slip.Phase != SlipPhase.InReview) return StepAnswers.Stale("本件现在不在审签中,不能转办。");
        if (!ConsultingRules.HoldsDesk(slip, actor, roster)) return StepAnswers.Forbidden("本件现在不由您办理,不能转办。");
        return Takers(slip, actor).Count > 0 ? null : StepAnswers.Invalid($"花名册中没有其他人可以办理“{Desks.Review(slip.Stage)}”,不能转办;您不便办理的,请退回修改或联系管理员。");
    }

    /// <summary>To whom the desk can be given.</summary>
    public IReadOnlyList<Person> Takers(Slip slip, Person actor) => [.. roster.People.Where(person => Unfit(slip, person, actor) is null)];

    private Refusal? Unfit(Slip slip, Person person, Person actor)
    {
        if (person.Id == actor.Id || person.Id == actor.ActedBy?.Id) return StepAnswers.Invalid("本件已由您办理,请转给另一位同事。");
        if (SlipDuties.IsDrafter(slip, person)) return StepAnswers.Invalid($"{person.Name}是本件起草人,不能审签自己起草的文件。");
        if (Desks.Wrote(slip, person)) return StepAnswers.Invalid($"{person.Name}代起草人修改过本件,不能审签。");
        if (slip.Stage > Stage.SectionHead && slip.SignedAt(slip.Stage - 1)?.By.Concerns(person.Id) == true) return StepAnswers.Invalid($"{person.Name}已签署上一道意见,同一人不得连续签署两道。");
        if (!MaySit(slip.Stage, person)) return StepAnswers.Invalid($"{person.Name}不能办理“{Desks.Review(slip.Stage)}”,请转给{Sitters(slip.Stage)}。");
        return slip.Stage == Stage.SectionHead && slip.Consultations.Any(one => one is { IsOpen: true, Kind: ConsultationKind.Countersign } && one.Of.Id == person.Id)
            ? StepAnswers.Invalid($"{person.Name}已列为会签,不能同时签署科室意见;请先撤销会签,或转给其他同事。")
            : null;
    }

    private static bool MaySit(Stage stage, Person person) => stage switch
    {
        Stage.SectionHead => person.Is(Role.SectionHead) || SlipDuties.IsLeader(person),
        Stage.GeneralOffice => SlipDuties.IsGeneralOffice(person),
        Stage.Leader => SlipDuties.IsLeader(person),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };

    private static string Sitters(Stage stage) => stage switch
    {
        Stage.SectionHead => "其他科室负责人或局领导",
        Stage.GeneralOffice => "办公室的其他同事",
        Stage.Leader => "其他局领导",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };

    private static bool Repeats(Slip slip, ConsultingCommand.PassOn pass, Person to, Person actor)
    {
        var line = slip.Trail.LastOrDefault(line => line.Act == SlipAct.PassOn);
        return line is not null && line.By.Concerns(actor.Id) && (pass.Round is null || pass.Round == line.Turn)
            && Enum.GetValues<Stage>().Any(stage => line.What == ConsultingEvolution.Passing(stage, to.Name)) && line.Why == Wording.Clean(pass.Reason);
    }
}
