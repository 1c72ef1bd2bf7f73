using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Opinions;

/// <summary>值班: everything one person sees of the watch at one moment. Text arrives ready to read.</summary>
public sealed record WatchView
{
    /// <summary>Who has the watch now; null where nobody has.</summary>
    public required string? OnDuty { get; init; }

    /// <summary>When this was looked up: 11月23日 09:12.</summary>
    public required string At { get; init; }

    /// <summary>Counts the handovers: a click that carries another number is stale.</summary>
    public long Round { get; init; }

    /// <summary>A handover that nobody has received yet.</summary>
    public HandoverLine? Pending { get; init; }

    /// <summary>The last handover that was received.</summary>
    public string? Last { get; init; }

    /// <summary>Today and the days after it, days of the same people drawn together.</summary>
    public required IReadOnlyList<DutyLine> Days { get; init; }
    public required IReadOnlyList<WatchItem> Items { get; init; }

    /// <summary>3件,另有演练1件; null for who only keeps the roster, and is told nothing of the items.</summary>
    public required string? Count { get; init; }

    /// <summary>Whom this person may hand the watch to; empty where it is not theirs to hand over.</summary>
    public IReadOnlyList<Choice> Receivers { get; init; } = [];
    public bool MayReceive { get; init; }
    public bool MayTakeBack { get; init; }

    /// <summary>May open 值班表.</summary>
    public bool MayEnter { get; init; }
    public HandOverInput Typed { get; init; } = new();
    public Notice? Notice { get; init; }
}

/// <param name="Text">罗青砚(演示)交班给纪文岫(演示),等待接班.</param>
/// <param name="Items">The numbers of the items that go with it; null where there are none.</param>
public sealed record HandoverLine(string Text, string On, string? Note, string? Items);

/// <param name="Label">11月24日至11月26日(周二至周四).</param>
/// <param name="People">Null where nobody was entered.</param>
public sealed record DutyLine(string Label, string? People, bool IsToday = false);

/// <summary>An open item on the watch card.</summary>
/// <param name="Due">The nearest of its clocks: 回应 11月24日 09:10; null where none runs.</param>
public sealed record WatchItem(string Case, string Number, string Headline, string Level, string? Due, Tone Tone, bool IsDrill = false);

/// <summary>What was typed on 交班; every field may be missing.</summary>
public sealed record HandOverInput(string? Receiver = null, string? Note = null);

/// <summary>值班表: what is entered so far, and the box for more.</summary>
/// <param name="Days">As in <see cref="WatchView.Days"/>.</param>
/// <param name="Names">Who may have the watch, ready to read.</param>
/// <param name="Typed">Refills the box after a refusal.</param>
/// <param name="MayEnter">Without it the card only shows.</param>
public sealed record DutyRosterView(IReadOnlyList<DutyLine> Days, string Names, bool MayEnter, string? Typed = null, Notice? Notice = null);
