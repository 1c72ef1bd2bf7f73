using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Clock;
using DisclosureBot.Delegations;
using DisclosureBot.Slips.Consulting;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Interpretation;
using DisclosureBot.Slips.Publishing;

namespace DisclosureBot.Slips;

/// <summary>Makes what one person sees of a slip: the same facts for all, the forms only for whom they are.</summary>
public sealed class SlipViews(SlipRules rules, Steps.SlipSteps steps, FileViews files, Roster roster, TimeProvider clock, StandIns? standIns = null)
{
    public SlipView Of(Slip slip, Person reader, Notice? notice = null, ReviewInput? typed = null, DraftInput? revised = null, StepClick? step = null)
    {
        var at = clock.BureauNow();
        var seats = standIns?.Seats(slip, reader, at) ?? [];
        var told = new FileWords(slip, reader, [.. seats.Select(pair => pair.Seat)]);
        var reviewing = InTheirPlaces(reader, seats, DelegationScope.Review);
        var handling = InTheirPlaces(reader, seats, DelegationScope.Handling);
        return After(Paper(slip, told), slip, reader, told) with
        {
            Notice = notice,
            Standing = Standing(slip, reader, seats, at),
            Review = reviewing.Any(person => MayReview(slip, person)) ? ReviewForms.Of(slip, roster, typed) : null,
            Revise = slip.Phase == SlipPhase.WithDrafter && handling.FirstOrDefault(person => person.Id == slip.Drafter.Id) is { } drafter
                ? new ReviseForm(slip.Turn, DraftForms.Choices(drafter, roster), revised ?? DraftForms.Typed(slip.Content))
                : null,
            WithdrawTurn = handling.Any(person => person.Id == slip.Drafter.Id) && SlipRules.MayWithdraw(slip) ? slip.Turn : null,
            Steps = Offered(slip, reader, seats, at, step),
            Expediting = rules.Expediting(slip, reader, at),
            TakeBackTurn = reviewing.Any(person => SlipRules.MayTakeBack(slip, person) is not null) ? slip.Turn : null,
        };
    }

    /// <summary>What this person may ask of colleagues now; refilled with what was typed, where that was refused.</summary>
    public ColleaguesView Colleagues(Slip slip, Person reader, Notice? notice = null, StepClick? typed = null)
    {
        var at = clock.BureauNow();
        var offered = Offered(slip, reader, standIns?.Seats(slip, reader, at) ?? [], at, typed);
        return new(slip.Id, slip.Number, slip.Content.Title, rules.Status(slip), [.. offered.Where(form => StepVerbs.WithColleagues.Contains(form.Verb, StringComparer.Ordinal))], notice);
    }

    /// <summary>The reader, and those whose part of this kind they take by a 委托.</summary>
    private static List<Person> InTheirPlaces(Person reader, IReadOnlyList<(Delegation By, Person Seat)> seats, DelegationScope part) =>
        [reader, .. seats.Where(pair => pair.By.Scope == DelegationScope.All || pair.By.Scope == part).Select(pair => pair.Seat)];

    /// <summary>Their own steps first; what two of their parts offer alike stands there once.</summary>
    private IReadOnlyList<StepForm> Offered(Slip slip, Person reader, IReadOnlyList<(Delegation By, Person Seat)> seats, DateTimeOffset at, StepClick? typed) =>
    [
        .. steps.Offer(slip, reader, at, typed)
            .Concat(seats.SelectMany(pair => steps.Offer(slip, pair.Seat, at, typed).Where(form => DelegationScopes.Covers(pair.By.Scope, form.Verb))))
            .DistinctBy(form => (form.Verb, form.About)),
    ];

    /// <summary>Says in whose place the reader is asked, where it is not their own part.</summary>
    private string? Standing(Slip slip, Person reader, IReadOnlyList<(Delegation By, Person Seat)> seats, DateTimeOffset at)
    {
        var names = seats.Where(pair => standIns!.TakesPart(slip, pair.By, pair.Seat)).Select(pair => pair.Seat.Name).ToList();
        return names.Count == 0 || Waiting.On(slip, roster).Contains(reader.Id) ? null : $"您受{string.Join('、', names)}委托代为办理。";
    }

    /// <summary>What stands on the paper, and how far it has come.</summary>
    private SlipView Paper(Slip slip, FileWords told) => new()
    {
        Slip = slip.Id,
        Number = slip.Number,
        Draft = slip.Draft,
        Title = slip.Content.Title,
        Genre = slip.Content.Genre,
        Urgency = slip.Content.Urgency == UrgencyLevel.Ordinary ? null : slip.Content.Urgency,
        Normative = slip.Content.Normative,
        ImportantPolicy = slip.ImportantPolicy,
        OnBehalf = slip.Content.OnBehalf,
        PreDecision = slip.Content.PreDecision,
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
        Boxes = Words.Boxes(slip),
        Consultations = new ConsultationViews(Year).Of(slip),
        CopiedTo = slip.CopiedTo.Count > 0 ? string.Join('、', slip.CopiedTo.Select(who => who.Name)) : null,
        Trail = slip.Trail.Select(told.Line).Select(Words.Line).ToList(),
        FinalStatement = slip.Final is { } final ? AttributeStatement.Plain(final) : null,
        PendingPaper = Words.Pending(slip.PendingPaper),
        Warnings = Warnings(slip),
    };

    /// <summary>What came after the signature: steps, clocks, addresses, changes and files.</summary>
    private SlipView After(SlipView view, Slip slip, Person reader, FileWords told) => view with
    {
        DocumentNumber = slip.Issue.Number?.ToString(),
        ChangedStatement = slip.Changes.Count > 0 ? AttributeStatement.Plain(slip.Changes[^1].To) : null,
        Changes = slip.Changes.Select(Words.Line).ToList(),
        Progress = Progress(slip, told),
        Clocks = ClockViews.Of(slip, BureauTime.Day(clock.BureauNow())),
        Sync = TripleSyncViews.Of(slip, BureauTime.Day(clock.BureauNow())),
        Addresses = AddressViews.Of(slip, Year),
        Files = files.Brief(slip, reader, told),
    };

    private List<ProgressStep> Progress(Slip slip, FileWords told) =>
        [.. new ProgressViews(roster, Year).Of(slip).Select(step => step with { Text = step.Text is { } text ? told.Of(text) : null })];

    private int Year => clock.BureauNow().Year;

    private BoxViews Words => new(Year);

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
        slip.Phase == SlipPhase.InReview && Desks.MayAct(slip.Stage, slip, reader, roster);

    /// <summary>What must not be missed: why it came back or ended, and what the rules advise against but do not forbid.</summary>
    private static List<string> Warnings(Slip slip)
    {
        var warnings = new List<string>();
        if (slip.Trail.LastOrDefault(line => line.Act != SlipAct.Consult) is { Act: SlipAct.Return or SlipAct.Decline } last)
            warnings.Add($"{last.By.Name}{last.What}:{last.Why}");
        if (slip.Content.Normative && (slip.Attribute ?? slip.Asked) == DisclosureAttribute.NotDisclosed)
            warnings.Add("规范性文件属《条例》第二十条第(一)项应当主动公开的内容,拟不公开的请慎重核定。");
        if (Hearing.Refusal(slip) is { } waits) warnings.Add(waits.Text);
        if (LateText.Of(slip) is { } late) warnings.Add(late + "。");
        return warnings;
    }

    private string SignerTitle(Who signer) => roster.Find(signer.Id) is { } person ? $"{signer.Name}({Desks.Office(person)})" : signer.Name;

    private string Show(DateTimeOffset at) => BureauTime.Show(at, Year);
}
