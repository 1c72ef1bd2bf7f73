using DisclosureBot.Clock;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Changes;
using DisclosureBot.Slips.Interpretation;
using DisclosureBot.Slips.Publishing;

namespace DisclosureBot.Figures;

/// <summary>Reads one slip's history into the rows that are counted. Pure.</summary>
/// <param name="facts">Where the rows go.</param>
/// <param name="worked">Working time between two moments.</param>
/// <param name="mayName">Whether the reader may see the slip as it is now.</param>
public sealed class SlipReader(FigureFacts facts, Func<DateTimeOffset, DateTimeOffset, TimeSpan> worked, Func<Slip, bool> mayName)
{
    public void Read(IEnumerable<SlipEvent> history)
    {
        var story = new Story();
        Slip? present = null;
        foreach (var fact in history)
        {
            var next = Slip.Evolve(present, fact);
            if (fact.At < facts.AsOf) story.Hear(present, fact, next);
            present = next;
        }
        if (story.Slip is { } slip) Tell(story, slip, About(slip, mayName(present!)));
    }

    private static Subject About(Slip slip, bool named) => named
        ? new(slip.SectionId, slip.Section, slip.Number, slip.Content.Title)
        : new(slip.SectionId, slip.Section, null, null);

    private void Tell(Story story, Slip slip, Subject about)
    {
        var row = story.Row(slip, about, facts.Period, BureauTime.Day(facts.AsOf));
        DateTimeOffset?[] moments = [row.DraftedAt, row.SignedAt, row.DeclinedAt, row.HandedOverAt, row.OpenedAt];
        if (moments.Any(facts.Period.Holds)) facts.Documents.Add(row);
        facts.Turns.AddRange(story.Turns.Ended.Where(turn => facts.Period.Holds(turn.To)).Select(turn => Row(turn, about)));
        facts.Changes.AddRange(story.Changes(slip, about).Where(change => facts.Period.Holds(change.At)));
        facts.Clocks.AddRange(story.Clocks.Rows(about, facts.Period, facts.AsOf));
    }

    private TurnRow Row(SlipTurns.Turn turn, Subject about) => new(
        about, turn.Desk, about.Number is null ? null : turn.Who, turn.From, turn.To, Math.Round(worked(turn.From, turn.To).TotalHours, 2), turn.End);

    /// <summary>What must be remembered of a history beside the state it leads to.</summary>
    private sealed class Story
    {
        private readonly List<(ChangePoint Point, SlipEvent.Signed Fact, DisclosureAttribute Asked)> _signed = [];
        private DateTimeOffset? _handedOver;
        private DateTimeOffset? _opened;
        private DateTimeOffset _drafted;
        private DateTimeOffset? _declined;

        public Slip? Slip { get; private set; }
        public SlipTurns Turns { get; } = new();
        public SlipClockLives Clocks { get; } = new();

        public void Hear(Slip? before, SlipEvent fact, Slip after)
        {
            if (before is null) _drafted = fact.At;
            if (fact is SlipEvent.Declined) _declined = fact.At;
            if (fact is PublishingEvent.HandedOver) _handedOver = fact.At;
            if (fact is PublishingEvent.HandoverReturned) _handedOver = null;
            if (fact is SlipEvent.Signed signed) _signed.Add((Point(signed.Stage), signed, before!.Asked));
            if (InterpretationRules.OpenedOn(after) is not null) _opened ??= fact.At;
            Turns.Hear(fact, after);
            Clocks.Hear(before, fact, after);
            Slip = after;
        }

        public DocumentRow Row(Slip slip, Subject about, Period period, DateOnly today) => new(
            about, _drafted, slip.SignedAt(Stage.Leader)?.At, _declined, slip.Attribute, _handedOver, _opened,
            slip.NeedsInterpretation && period.Holds(_opened) && TripleSync.Of(slip, today) is var sync && sync != SyncStatus.NotYet ? sync : null);

        /// <summary>A signature that was undone changed nothing.</summary>
        public IEnumerable<ChangeRow> Changes(Slip slip, Subject about) =>
        [
            .. from one in _signed
               where one.Fact.Value != one.Asked && slip.Signatures.Any(standing => standing.Stage == one.Fact.Stage && standing.At == one.Fact.At)
               select new ChangeRow(about, one.Point, one.Fact.At, one.Asked, one.Fact.Value, Name(about, one.Fact.By)),
            .. slip.Changes.Select(change => new ChangeRow(about, ChangePoint.AfterIssue, change.At, change.From, change.To, Name(about, change.By))),
        ];

        private static string? Name(Subject about, Who by) => about.Number is null ? null : by.Name;

        private static ChangePoint Point(Stage stage) => stage switch
        {
            Stage.SectionHead => ChangePoint.SectionHead,
            Stage.GeneralOffice => ChangePoint.GeneralOffice,
            Stage.Leader => ChangePoint.Leader,
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
        };
    }
}
