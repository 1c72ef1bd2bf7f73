using DisclosureBot.Bureau;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Slips.Changes;
using DisclosureBot.Slips.Consulting;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Expediting;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Interpretation;
using DisclosureBot.Slips.Issuing;
using DisclosureBot.Slips.PaperSigning;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Slips.StandingIn;

namespace DisclosureBot.Slips;

/// <summary>Decides what a command makes of a slip. Pure: people and time arrive as data, a refusal is a value.</summary>
public sealed class SlipRules(Roster roster, SlipClocks clocks, PublishingSettings? publishing = null)
{
    private readonly Signing _signing = new(roster, clocks);
    private readonly FileRules _files = new(roster);
    private readonly InterpretationRules _interpretation = new(roster, clocks, publishing ?? PublishingSettings.Usual);
    private readonly PaperRules _paper = new(roster, clocks);
    private readonly IssuingRules _issuing = new(roster, clocks);
    private readonly PublishingRules _publishing = new(roster, clocks, publishing ?? PublishingSettings.Usual);
    private readonly ChangeRules _changes = new(roster, clocks);
    private readonly SlipDeadlineRules _deadlines = new(roster, clocks);
    private readonly ConsultingRules _consulting = new(roster);
    private readonly ExpediteRules _expedite = new(roster, clocks);

    /// <summary>Who acted where nobody did but time.</summary>
    /// <param name="actor">Null for the clock.</param>
    /// <param name="at">Bureau time.</param>
    public Decision<SlipEvent> Decide(Slip? slip, SlipCommand command, Person? actor, DateTimeOffset at) => (slip, command, actor) switch
    {
        (null, SlipCommand.Draft draft, { } drafter) => Draft(draft, drafter, at),
        (null, _, _) => Unknown,
        (_, SlipCommand.Remind, _) => Remind(slip, at),
        (_, DeadlineCommand due, _) => _deadlines.Decide(slip, due, at),
        (_, ExpediteCommand.Escalate escalate, _) => _expedite.Decide(slip, escalate, null, at),
        (_, StandInCommand coming, _) => StandInRules.Decide(slip, coming, roster, at),
        (_, PublishingCommand.RecordAddress or PublishingCommand.Archive, _) => PublishingRules.Decide(slip, (PublishingCommand)command, at),
        (_, _, null) => throw new InvalidOperationException("Only the clock acts without being a person."),
        (_, SlipCommand.Draft, _) => throw new InvalidOperationException("A slip is drafted under a number of its own."),
        _ when !Desks.MaySee(slip, actor) => Unknown,
        (_, SlipCommand.Sign sign, _) => Sign(slip, sign, actor, at),
        (_, SlipCommand.Return back, _) => Return(slip, back, actor, at),
        (_, SlipCommand.Decline decline, _) => Decline(slip, decline, actor, at),
        (_, SlipCommand.Resubmit again, _) => Resubmit(slip, again, actor, at),
        (_, SlipCommand.Withdraw withdraw, _) => Withdraw(slip, withdraw, actor, at),
        (_, SlipCommand.TakeBack takeBack, _) => TakeBack(slip, takeBack, actor, at),
        (_, FileCommand file, _) => Told(slip, _files.Decide(slip, file, actor, at)),
        (_, InterpretationCommand step, _) => Told(slip, _interpretation.Decide(slip, step, actor, at)),
        (_, PaperCommand paper, _) => Told(slip, _paper.Decide(slip, paper, actor, at)),
        (_, IssuingCommand step, _) => Told(slip, _issuing.Decide(slip, step, actor, at)),
        (_, PublishingCommand step, _) => _publishing.Decide(slip, step, actor, at),
        (_, ConsultingCommand step, _) => Told(slip, _consulting.Decide(slip, step, actor, at)),
        (_, ExpediteCommand step, _) => Told(slip, _expedite.Decide(slip, step, actor, at)),
        (_, ChangeAttribute change, _) => _changes.Decide(slip, change, actor, at),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
    };

    /// <summary>One answer for "no such slip" and "not yours to see": a stranger learns nothing from the difference.</summary>
    public static readonly Refusal Unknown =
        new(RefusalKind.NotFound, "没有找到这件处理签,或者它不在您的办理范围内。只有本件的起草人、科室负责人、办公室和局领导可以办理;如需了解,请联系起草科室。");

    private Decision<SlipEvent> Draft(SlipCommand.Draft draft, Person actor, DateTimeOffset at)
    {
        if (!actor.Is(Role.Drafter)) return new Refusal(RefusalKind.Forbidden, "您在花名册中没有起草职责,请联系管理员。");
        if (draft.Form.Secret is null) return Invalid("请先回答“是否涉密”。");
        if (DraftCheck.Read(draft.Form, actor, roster, out var content) is { } wrong) return wrong;
        if (MissingDesk(actor, content) is { } missing) return missing;
        return Accept(new SlipEvent.Drafted(Who.Of(actor), at, draft.Id, draft.Number, actor.Section.Id, actor.Section.Name, content, draft.Key,
            Ids(Desks.At(Stage.SectionHead, actor.Id, actor.Section.Id, content.Signer.Id, roster))));
    }

    private Decision<SlipEvent> Sign(Slip slip, SlipCommand.Sign sign, Person actor, DateTimeOffset at)
    {
        if (Repeats(slip, SlipAct.Sign, sign.Turn, actor, sign.Form.Value)) return Accept();
        if (NotTheirs(slip, sign.Turn, actor) is { } refusal) return refusal;
        if (SignCheck.Read(slip, sign.Form, out var opinion) is { } wrong) return wrong;

        var facts = new List<SlipEvent>(2);
        var after = slip;
        if (slip.Stage == Stage.GeneralOffice && sign.Form.SignerId is { } id && id != slip.Content.Signer.Id)
        {
            if (Desks.Signers(slip.Drafter.Id, roster).FirstOrDefault(person => person.Id == id) is not { } signer) return Invalid("请在名单中选择签发人。");
            var corrected = new SlipEvent.SignerCorrected(Who.Of(actor), at, slip.Content.Signer, Who.Of(signer));
            facts.Add(corrected);
            after = Slip.Evolve(after, corrected);
        }

        if (_signing.Complete(after, SignCheck.Fact(slip, sign.Form, opinion, Who.Of(actor), at), out var signed) is { } refused) return refused;
        facts.Add(signed);
        return Accept([.. facts]);
    }

    private Decision<SlipEvent> Return(Slip slip, SlipCommand.Return back, Person actor, DateTimeOffset at)
    {
        if (Repeats(slip, SlipAct.Return, back.Turn, actor)) return Accept();
        if (NotTheirs(slip, back.Turn, actor) is { } refusal) return refusal;
        if (Wording.Reason(back.Reason, "退回理由", out var reason) is { } wrong) return wrong;
        var resumeAt = back.ResumeAt ?? slip.Stage;
        return resumeAt == slip.Stage || resumeAt == Stage.SectionHead
            ? Accept(new SlipEvent.Returned(Who.Of(actor), at, slip.Stage, reason, resumeAt))
            : Invalid("请选择退回后是直接报您还是从科室初审重新走。");
    }

    private Decision<SlipEvent> Decline(Slip slip, SlipCommand.Decline decline, Person actor, DateTimeOffset at)
    {
        if (Repeats(slip, SlipAct.Decline, decline.Turn, actor)) return Accept();
        if (NotTheirs(slip, decline.Turn, actor) is { } refusal) return refusal;
        if (slip.Stage != Stage.Leader) return new Refusal(RefusalKind.Forbidden, "只有签发人可以不予签发;您可以退回修改。");
        if (Wording.Reason(decline.Reason, "不予签发理由", out var reason) is { } wrong) return wrong;
        return Accept(new SlipEvent.Declined(Who.Of(actor), at, reason));
    }

    private Decision<SlipEvent> Resubmit(Slip slip, SlipCommand.Resubmit again, Person actor, DateTimeOffset at)
    {
        if (Repeats(slip, SlipAct.Resubmit, again.Turn, actor)) return Accept();
        if (actor.Id != slip.Drafter.Id) return new Refusal(RefusalKind.Forbidden, $"只有起草人{slip.Drafter.Name}可以修改后重新提交。");
        if (slip.Phase != SlipPhase.WithDrafter || again.Turn != slip.Turn) return Overtaken(slip);
        if (again.Form.Secret == true) return new Refusal(RefusalKind.Secret, DraftCheck.SecretAfterAllText);
        if (DraftCheck.Read(again.Form, actor, roster, out var content) is { } wrong) return wrong;
        if (MissingDesk(actor, content) is { } missing) return missing;
        // The section confirmed another value, or another kind of document, than the drafter now states: it must be asked again (四(一)2).
        var stage = IsConfirmed(content, slip.Content) ? slip.Stage : Stage.SectionHead;
        // Once the office has confirmed who signs, the drafter cannot undo that (B-8).
        if (stage == Stage.Leader) content = content with { Signer = slip.Content.Signer };
        var resubmitted = new SlipEvent.Resubmitted(Who.Of(actor), at, content, stage, []);
        var to = Desks.At(stage, Slip.Evolve(slip, resubmitted), roster);
        return to.Count == 0
            ? Invalid($"没有人可以办理“{Desks.Review(stage)}”,请联系管理员核对花名册。")
            : Accept(resubmitted with { To = Ids(to) });
    }

    private Decision<SlipEvent> Withdraw(Slip slip, SlipCommand.Withdraw withdraw, Person actor, DateTimeOffset at)
    {
        if (Repeats(slip, SlipAct.Withdraw, withdraw.Turn, actor)) return Accept();
        if (actor.Id != slip.Drafter.Id) return new Refusal(RefusalKind.Forbidden, $"只有起草人{slip.Drafter.Name}可以撤回。");
        return MayWithdraw(slip) && withdraw.Turn == slip.Turn ? Accept(new SlipEvent.Withdrawn(Who.Of(actor), at)) : Overtaken(slip);
    }

    private Decision<SlipEvent> TakeBack(Slip slip, SlipCommand.TakeBack takeBack, Person actor, DateTimeOffset at)
    {
        if (Repeats(slip, SlipAct.TakeBack, takeBack.Turn, actor)) return Accept();
        if (slip.Phase == SlipPhase.Signed) return new Refusal(RefusalKind.Forbidden, "本件已签发,公开属性已最终确定,不能收回签署。");
        if (MayTakeBack(slip, actor) is not { } stage)
            return new Refusal(RefusalKind.Stale, $"下一道已经办理,或者您在本件上没有可以收回的签署。{Standing(slip)}");
        if (takeBack.Turn != slip.Turn) return Overtaken(slip);
        var fact = new SlipEvent.TakenBack(Who.Of(actor), at, stage, []);
        return Accept(fact with { To = Ids(Desks.At(stage, Slip.Evolve(slip, fact), roster)) });
    }

    private Decision<SlipEvent> Remind(Slip slip, DateTimeOffset at) =>
        slip is { Phase: SlipPhase.InReview, Reminded: false }
            ? Accept(new SlipEvent.Reminded(Who.Clock, at, Ids(Desks.At(slip.Stage, slip, roster))))
            : Accept();

    private static bool IsConfirmed(DraftContent now, DraftContent before) =>
        (now.Attribute, now.Normative, now.ImportantPolicy) == (before.Attribute, before.Normative, before.ImportantPolicy);

    /// <summary>The drafter may withdraw until the desk it was submitted to has signed.</summary>
    public static bool MayWithdraw(Slip slip) =>
        slip.Phase == SlipPhase.InReview && !slip.Signatures.Any(signature => signature.Turn >= slip.SubmittedTurn);

    /// <summary>The stage whose signature this person may take back: the last valid one, while the desk after it has neither signed nor returned.</summary>
    public static Stage? MayTakeBack(Slip slip, Person actor) =>
        slip.Phase == SlipPhase.InReview && slip.Signatures is [.., var last] && last.By.PartOf == actor.Id
            && last.Stage == slip.Stage - 1 && last.Turn >= slip.SubmittedTurn
                ? last.Stage
                : null;

    /// <summary>The same click again: this person has already done this in this turn. Teams repeats clicks that it thinks lost.</summary>
    private static bool Repeats(Slip slip, SlipAct act, long turn, Person actor, DisclosureAttribute? value = null) =>
        slip.Trail.Any(line => line.Act == act && line.Turn == turn && line.By.IsHandOf(actor) && line.Signature?.Value == value);

    private Refusal? NotTheirs(Slip slip, long turn, Person actor)
    {
        if (slip.Phase != SlipPhase.InReview) return Overtaken(slip);
        if (Desks.MayAct(slip.Stage, slip, actor, roster)) return turn == slip.Turn ? null : Overtaken(slip);
        var why = actor.ActedBy is { } standIn ? NotInTheirPlace(slip, actor, standIn)
            : slip.Drafter.Id == actor.Id ? "起草人不能审签自己起草的文件。"
            : Desks.Wrote(slip, actor) ? "您代起草人修改过本件,不能再审签本件。"
            : Desks.SignedBefore(slip.Stage, slip, actor) ? "您已签署上一道意见,同一人不得连续签署两道。"
            : "本件现在不由您办理。";
        return new Refusal(turn == slip.Turn ? RefusalKind.Forbidden : RefusalKind.Stale, $"{why}{Standing(slip)}");
    }

    /// <summary>What keeps a stand-in from this desk: what they did themselves, or what whom they stand in for did.</summary>
    private static string NotInTheirPlace(Slip slip, Person seat, Person standIn) =>
        Desks.Wrote(slip, standIn) ? $"您起草或代为修改过本件,不能代{seat.Name}审签。"
        : Desks.Wrote(slip, seat) ? $"{seat.Name}是本件的起草人,不能审签自己起草的文件,您也不能代为审签。"
        : Desks.SignedBefore(slip.Stage, slip, standIn) ? $"您已签署上一道意见,同一人不得连续签署两道,也不能代{seat.Name}签署这一道。"
        : Desks.SignedBefore(slip.Stage, slip, seat) ? $"{seat.Name}已签署上一道意见,您不能代其再签署这一道。"
        : $"本件现在不由您办理,也不由{seat.Name}办理。";

    private Refusal Overtaken(Slip slip) => SlipStatus.Overtaken(slip, roster);

    /// <summary>A step that came too late is answered with where the slip stands.</summary>
    private Decision<SlipEvent> Told(Slip slip, Decision<SlipEvent> decision) =>
        decision is Decision<SlipEvent>.Refused { Refusal: { Kind: RefusalKind.Stale } late } ? late with { Text = late.Text + Standing(slip) } : decision;

    private string Standing(Slip slip) => SlipStatus.Standing(slip, roster);

    /// <summary>What this reader is told of urgings and long rests.</summary>
    public IReadOnlyList<Notice> Expediting(Slip slip, Person reader, DateTimeOffset now) => [.. new ExpediteNotices(_expedite, roster, now).Of(slip, reader)];

    /// <summary>Where the slip stands, in one line.</summary>
    public string Status(Slip slip) => SlipStatus.Of(slip, roster);

    private Refusal? MissingDesk(Person drafter, DraftContent content) =>
        Desks.At(Stage.SectionHead, drafter.Id, drafter.Section.Id, content.Signer.Id, roster).Count == 0
            ? Invalid("花名册中没有人可以办理本件的初审,请联系管理员补充科室负责人。")
            : Desks.At(Stage.GeneralOffice, drafter.Id, drafter.Section.Id, content.Signer.Id, roster).Count == 0
                ? Invalid("花名册中没有人可以办理本件的二审,请联系管理员补充办公室核稿人。")
                : null;

    private static Refusal Invalid(string text) => new(RefusalKind.Invalid, text);

    private static List<string> Ids(IReadOnlyList<Person> people) => people.Select(person => person.Id).ToList();

    private static Decision<SlipEvent>.Accepted Accept(params SlipEvent[] facts) => new(facts);
}
