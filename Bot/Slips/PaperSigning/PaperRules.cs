using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Slips.PaperSigning;

/// <summary>
/// Decides on pen-signed opinions: one person copies what stands on the paper, another compares it, and only then
/// it is a signature, under the same conditions as one given on the card. Pure.
/// </summary>
public sealed class PaperRules(Roster roster, SlipClocks clocks)
{
    private readonly Signing _signing = new(roster, clocks);

    public Decision<SlipEvent> Decide(Slip slip, PaperCommand command, Person actor, DateTimeOffset at) => command switch
    {
        PaperCommand.Enter enter => Enter(slip, enter, actor, at),
        PaperCommand.Confirm confirm => Confirm(slip, confirm, actor, at),
        PaperCommand.Dismiss dismiss => Dismiss(slip, dismiss, actor, at),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
    };

    private Decision<SlipEvent> Enter(Slip slip, PaperCommand.Enter enter, Person actor, DateTimeOffset at)
    {
        if (Repeats(slip, enter, actor)) return StepAnswers.Nothing;
        if (Overtaken(slip, enter) is { } late) return late;
        if (NotEntering(slip, actor) is { } refusal) return refusal;
        if (Desks.At(slip.Stage, slip, roster).FirstOrDefault(person => person.Id == enter.SignerId) is not { } signer) return StepAnswers.Invalid("请选择“签署人”:纸质签上是谁的签名。");
        if (enter.SignedOn is not { } on) return StepAnswers.Invalid("请填写纸质签上的签署日期。");
        if (on > BureauTime.Day(at)) return StepAnswers.Invalid("签署日期不能晚于今天。");
        if (on < BureauTime.Day(slip.SubmittedAt)) return StepAnswers.Invalid("签署日期不能早于本件提交的日期。");
        var form = new SignForm(enter.Value, enter.Opinion, enter.Reason, enter.Ground);
        if (SignCheck.Read(slip, form, out var opinion) is { } wrong) return wrong;
        var words = SignCheck.Fact(slip, form, opinion, Who.Of(signer), at);
        var by = Who.Of(actor);
        return StepAnswers.Accept(new PaperEvent.Entered(
            by, at, new PaperEntry(by, at, slip.Stage, words.By, on, words.Value, words.Statement, opinion, words.Reason, words.Ground)));
    }

    private Decision<SlipEvent> Confirm(Slip slip, PaperCommand.Confirm confirm, Person actor, DateTimeOffset at)
    {
        if (slip.Trail.Any(line => line.Turn == confirm.Turn && line.Signature?.Paper?.ConfirmedBy.IsHandOf(actor) == true)) return StepAnswers.Nothing;
        if (Overtaken(slip, confirm) is { } late) return late;
        if (NotConfirming(slip, actor) is { } refusal) return refusal;
        var entry = slip.PendingPaper!;
        if (entry.Key != confirm.Entry) return Replaced;
        return _signing.Complete(slip, Signature(entry, actor, at), out var complete) is { } wrong ? wrong : StepAnswers.Accept(complete);
    }

    private static SlipEvent.Signed Signature(PaperEntry entry, Person comparer, DateTimeOffset at) =>
        new(entry.For, at, entry.Stage, entry.Value, entry.Statement, entry.Opinion, entry.Reason, entry.Ground, [])
        {
            Paper = new PaperMark(entry.By, Who.Of(comparer), entry.SignedOn),
        };

    private Decision<SlipEvent> Dismiss(Slip slip, PaperCommand.Dismiss dismiss, Person actor, DateTimeOffset at)
    {
        if (slip.PendingPaper?.Key != dismiss.Entry && HasDismissed(slip, dismiss, actor)) return StepAnswers.Nothing;
        if (Overtaken(slip, dismiss) is { } late) return late;
        if (NotDismissing(slip, actor) is { } refusal) return refusal;
        if (slip.PendingPaper!.Key != dismiss.Entry) return Replaced;
        return Wording.Reason(dismiss.Reason, "作废理由", out var reason) is { } wrong
            ? wrong
            : StepAnswers.Accept(new PaperEvent.Dismissed(Who.Of(actor), at, reason));
    }

    /// <summary>Why this person cannot enter a paper signature now; null when they can.</summary>
    internal static Refusal? NotEntering(Slip slip, Person actor)
    {
        if (slip.Phase != SlipPhase.InReview) return StepAnswers.Stale("本件现在不在审签中,不能录入纸质签署。");
        if (!SlipDuties.IsDrafter(slip, actor) && !SlipDuties.IsGeneralOffice(actor)) return StepAnswers.Forbidden($"纸质签署由起草人{slip.Drafter.Name}或办公室录入;您本人签署的,请直接在卡片上办理。");
        return slip.PendingPaper is { } entry
            ? StepAnswers.Stale($"{entry.By.Name}已于{BureauTime.Show(entry.At)}录入{entry.For.Name}的纸质签署,请先核对确认,或将其作废后重新录入。")
            : null;
    }

    /// <summary>Why this person cannot confirm the pending entry; null when they can.</summary>
    internal Refusal? NotConfirming(Slip slip, Person actor)
    {
        if (slip is not { Phase: SlipPhase.InReview, PendingPaper: { } entry }) return NonePending;
        if (entry.By.Concerns(actor)) return StepAnswers.Forbidden($"录入人不能核对自己的录入,请由{Checkers(slip, entry)}核对。");
        if (!Checks(slip, entry, actor)) return StepAnswers.Forbidden($"纸质签署的录入由{Checkers(slip, entry)}核对。");
        return Desks.At(slip.Stage, slip, roster).Any(person => person.Id == entry.For.Id)
            ? _signing.Complete(slip, Signature(entry, actor, entry.At), out _)
            : StepAnswers.Invalid($"{entry.For.Name}现在不能签署这一道。请将这份录入作废,核对花名册后重新办理。");
    }

    /// <summary>Why this person cannot dismiss the pending entry; null when they can.</summary>
    internal Refusal? NotDismissing(Slip slip, Person actor)
    {
        if (slip is not { Phase: SlipPhase.InReview, PendingPaper: { } entry }) return NonePending;
        return entry.By.PartOf == actor.Id || entry.By.IsHandOf(actor) || Checks(slip, entry, actor)
            ? null
            : StepAnswers.Forbidden($"纸质签署的录入由录入人{entry.By.Name}或{Checkers(slip, entry)}作废。");
    }

    /// <summary>Past its own section a slip's paper is compared by those whose desk it has reached, not by the section that wants it signed.</summary>
    internal static bool Checks(Slip slip, PaperEntry entry, Person person) => !entry.By.Concerns(person) && !Desks.Wrote(slip, person)
        && (SlipDuties.IsGeneralOffice(person) || (entry.Stage == Stage.SectionHead && SlipDuties.HeadsSection(slip, person)) || entry.For.Id == person.Id);

    private string Checkers(Slip slip, PaperEntry entry) =>
        SlipDuties.Names(roster.People.Where(person => Checks(slip, entry, person) && Desks.MaySee(slip, person)).ToList(), roster);

    private static bool Repeats(Slip slip, PaperCommand.Enter enter, Person actor) =>
        slip.PendingPaper is { } entry && enter.Turn == slip.Turn && entry.By.IsHandOf(actor) && entry.For.Id == enter.SignerId
        && (entry.SignedOn, entry.Value) == (enter.SignedOn, enter.Value) && entry.Opinion == Wording.Ended(Wording.Clean(enter.Opinion));

    private static bool HasDismissed(Slip slip, PaperCommand.Dismiss dismiss, Person actor) => slip.Trail.Any(line =>
        line.Act == SlipAct.Paper && line.Turn == dismiss.Turn && line.By.IsHandOf(actor) && line.What == PaperEvolution.Dismissed);

    private static Refusal? Overtaken(Slip slip, PaperCommand command) =>
        command.Turn == slip.Turn ? StepAnswers.Overtaken(slip, command) : StepAnswers.Stale("这张卡片已经过时,您的操作没有生效。");

    private static Refusal NonePending => StepAnswers.Stale("没有待核对的纸质签署录入。");

    private static Refusal Replaced => StepAnswers.Stale("您核对的那份录入已经作废或更换,您的操作没有生效,请核对现在这一份。");
}
