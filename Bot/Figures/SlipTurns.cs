using DisclosureBot.Slips;
using DisclosureBot.Slips.Publishing;

namespace DisclosureBot.Figures;

/// <summary>Follows one slip from desk to desk through its history: who had it from when to when.</summary>
internal sealed class SlipTurns
{
    private readonly List<Turn> _ended = [];
    private Turn? _open;

    /// <summary>One stay at a desk.</summary>
    /// <param name="Key">Tells it from another stay at the same desk.</param>
    public sealed record Turn(TurnDesk Desk, long Key, DateTimeOffset From, DateTimeOffset To = default, string Who = "", TurnEnd End = default);

    public IReadOnlyList<Turn> Ended => _ended;

    public void Hear(SlipEvent fact, Slip after)
    {
        var now = At(after);
        if (now?.Desk == _open?.Desk && now?.Key == _open?.Key) return;
        if (_open is not null) _ended.Add(_open with { To = fact.At, Who = fact.By.Name, End = End(fact) });
        _open = now is var (desk, key) ? new(desk, key, fact.At) : null;
    }

    private static (TurnDesk Desk, long Key)? At(Slip slip) => slip switch
    {
        { Phase: SlipPhase.InReview } => (At(slip.Stage), slip.Turn),
        { Phase: SlipPhase.WithDrafter } => (TurnDesk.Drafter, slip.Turn),
        { Publication.Handover: { Received: null } handover } => (TurnDesk.Receiver, handover.At.UtcTicks),
        _ => null,
    };

    private static TurnDesk At(Stage stage) => stage switch
    {
        Stage.SectionHead => TurnDesk.SectionHead,
        Stage.GeneralOffice => TurnDesk.GeneralOffice,
        Stage.Leader => TurnDesk.Leader,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };

    /// <summary>Whatever else takes a slip from a desk is nothing the desk did.</summary>
    private static TurnEnd End(SlipEvent fact) => fact switch
    {
        SlipEvent.Signed => TurnEnd.Signed,
        SlipEvent.Returned => TurnEnd.Returned,
        SlipEvent.Declined => TurnEnd.Declined,
        SlipEvent.Resubmitted => TurnEnd.Resubmitted,
        SlipEvent.Withdrawn => TurnEnd.Withdrawn,
        SlipEvent.TakenBack => TurnEnd.TakenBack,
        PublishingEvent.Received => TurnEnd.Received,
        PublishingEvent.HandoverReturned => TurnEnd.HandoverReturned,
        _ => TurnEnd.Overtaken,
    };
}
