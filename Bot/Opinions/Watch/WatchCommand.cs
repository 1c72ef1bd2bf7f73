namespace DisclosureBot.Opinions.Watch;

/// <summary>What somebody wants of the watch. The actor and the time arrive beside it, never in it.</summary>
public abstract record WatchCommand
{
    private WatchCommand() { }

    /// <summary>录入值班表.</summary>
    public sealed record SetRoster(IReadOnlyList<DutyDay> Days) : WatchCommand;

    /// <summary>交班. <paramref name="Open"/>: everything open at this moment.</summary>
    public sealed record HandOver(long Round, string? ReceiverId, string? Note, IReadOnlyList<HandedItem> Open) : WatchCommand;

    /// <summary>接班. <paramref name="InHand"/>: what the old officer has in hand at this moment.</summary>
    public sealed record Receive(long Round, IReadOnlyList<HandedItem> InHand) : WatchCommand;

    /// <summary>收回交班.</summary>
    public sealed record TakeBack(long Round) : WatchCommand;

    /// <summary>The clock's: a day began, or the doors opened.</summary>
    public sealed record Look : WatchCommand;

    /// <summary>The clock's: the items of a handover have been worked off.</summary>
    public sealed record Settle(long Round, IReadOnlyList<string> Left) : WatchCommand;
}
