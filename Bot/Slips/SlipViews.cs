using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Clock;

namespace DisclosureBot.Slips;

/// <summary>Makes what one person sees of a slip: the same facts for all, the forms only for whom they are.</summary>
public sealed class SlipViews(SlipRules rules, Steps.SlipSteps steps, Roster roster, TimeProvider clock)
{
    public SlipView Of(Slip slip, Person reader, Notice? notice = null, ReviewInput? typed = null, DraftInput? revised = null, StepClick? step = null) => new()
    {
        Slip = slip.Id,
        Number = slip.Number,
        Draft = slip.Draft,
        Title = slip.Content.Title,
        Genre = slip.Content.Genre,
        Urgency = slip.Content.Urgency == UrgencyLevel.Ordinary ? null : slip.Content.Urgency,
        Normative = slip.Content.Normative,
        ImportantPolicy = slip.Content.ImportantPolicy,
        MainRecipients = slip.Content.MainRecipients.Length == 0 ? null : slip.Content.MainRecipients,
        Drafter = slip.Drafter.Name,
        Section = slip.Section,
        SubmittedOn = Show(slip.SubmittedAt),
        Signer = SignerTitle(slip.Content.Signer),
        ProposedStatement = AttributeStatement.Plain(slip.Content.Attribute),
        ProposedReason = slip.Content.Reason,
        ProposedGround = StatutoryGround.Cite(slip.Content.Ground),
        Status = rules.Status(slip),
        StatusTone = ToneOf(slip),
        Boxes = Boxes(slip),
        Trail = slip.Trail.Select(Line).ToList(),
        FinalStatement = slip.Final is { } final ? AttributeStatement.Plain(final) : null,
        Warnings = Warnings(slip),
        Notice = notice,
        Review = MayReview(slip, reader) ? ReviewForms.Of(slip, roster, typed) : null,
        Revise = slip.Phase == SlipPhase.WithDrafter && reader.Id == slip.Drafter.Id
            ? new ReviseForm(slip.Turn, DraftForms.Choices(reader, roster), revised ?? DraftForms.Typed(slip.Content))
            : null,
        WithdrawTurn = reader.Id == slip.Drafter.Id && SlipRules.MayWithdraw(slip) ? slip.Turn : null,
        Steps = steps.Offer(slip, reader, clock.BureauNow(), step),
        TakeBackTurn = SlipRules.MayTakeBack(slip, reader) is not null ? slip.Turn : null,
    };

    private static Tone ToneOf(Slip slip) => slip.Phase switch
    {
        SlipPhase.InReview => Tone.Waiting,
        SlipPhase.WithDrafter => Tone.Warning,
        SlipPhase.Signed => Tone.Good,
        SlipPhase.Declined => Tone.Bad,
        SlipPhase.Archived => Tone.Neutral,
        _ => throw new InvalidOperationException(slip.Phase.ToString()),
    };

    private bool MayReview(Slip slip, Person reader) =>
        slip.Phase == SlipPhase.InReview && Desks.At(slip.Stage, slip, roster).Any(person => person.Id == reader.Id);

    /// <summary>The four boxes of the paper, in its order.</summary>
    private List<BoxView> Boxes(Slip slip) =>
    [
        new("密级", AttributeStatement.Plain(slip.Content.Attribute), slip.Drafter.Name, Show(slip.SubmittedAt)),
        .. Enum.GetValues<Stage>().Select(stage => slip.SignedAt(stage) is { } signed
            ? new BoxView(Desks.Box(stage), signed.Text, signed.By.Name, Show(signed.At), Why(signed.Reason, signed.Ground))
            : new BoxView(Desks.Box(stage), null, null, null)),
    ];

    private TrailLine Line(TrailEntry entry)
    {
        return new TrailLine(Show(entry.At), entry.By.Name, Named(entry), Why(entry.Why, entry.Signature?.Ground), entry.Void);
    }

    private static string? Why(string? reason, string? ground) =>
        string.Join(';', new[] { reason, StatutoryGround.Cite(ground) }.Where(part => part is not null)) is { Length: > 0 } why ? why : null;

    private static string Named(TrailEntry entry) => entry switch
    {
        { Act: SlipAct.Draft } => $"拟稿,密级:{entry.What}",
        { Signature: { } signature } => $"{Desks.Review(signature.Stage)}:{entry.What}",
        _ => entry.What,
    };

    /// <summary>What must not be missed: why it came back or ended, and what the rules advise against but do not forbid.</summary>
    private static List<string> Warnings(Slip slip)
    {
        var warnings = new List<string>();
        if (slip.Trail[^1] is { Act: SlipAct.Return or SlipAct.Decline } last)
            warnings.Add($"{last.By.Name}{last.What}:{last.Why}");
        if (slip.Content.Normative && (slip.Final ?? slip.Asked) == DisclosureAttribute.NotDisclosed)
            warnings.Add("规范性文件属《条例》第二十条第(一)项应当主动公开的内容,拟不公开的请慎重核定。");
        return warnings;
    }

    private string SignerTitle(Who signer) => roster.Find(signer.Id) is { } person ? $"{signer.Name}({Desks.Office(person)})" : signer.Name;

    private string Show(DateTimeOffset at) => BureauTime.Show(at, clock.BureauNow().Year);
}
