using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Opinions;

/// <summary>舆情日报 or 舆情周报, the same for everybody it is sent to. Text arrives ready to read; times are bureau time.</summary>
public sealed record DigestView
{
    public required string Title { get; init; }

    /// <summary>11月20日 08:00至11月23日 08:00.</summary>
    public required string Period { get; init; }

    /// <summary>新增3条,办结1条,转出0条;未办结5条.</summary>
    public required string Counts { get; init; }
    public Tone Tone { get; init; }

    /// <summary>Of a weekly digest: what is new since the last digest; null otherwise.</summary>
    public string? LastDay { get; init; }

    /// <summary>The heaviest first; only levels that occur.</summary>
    public required IReadOnlyList<DigestLevel> Levels { get; init; }

    /// <summary>How long answering took, one line each.</summary>
    public IReadOnlyList<string> Times { get; init; } = [];
    public IReadOnlyList<DigestClock> Clocks { get; init; } = [];

    /// <summary>The most urgent open items, emergencies first.</summary>
    public IReadOnlyList<DigestItem> Items { get; init; } = [];

    /// <summary>How many open items are not among them.</summary>
    public int MoreItems { get; init; }

    /// <summary>Asked for in between, not sent.</summary>
    public bool IsAsOfNow { get; init; }

    /// <summary>There were more items than could be counted.</summary>
    public bool IsPartial { get; init; }
}

/// <summary>How many items of one level stand where.</summary>
public sealed record DigestLevel(string Name, int Untaken, int InHand, int Answered, int Ended);

/// <summary>The clocks of one kind, counted.</summary>
public sealed record DigestClock(string Name, int InTime, int Late, int Overdue, int Running);

/// <summary>One open item; opens at a tap.</summary>
/// <param name="Case">The case id that travels in payloads.</param>
/// <param name="Due">回应时限11月25日 08:05, 回应已逾期3小时; null where no clock runs.</param>
public sealed record DigestItem(string Case, string Number, string Headline, string Gravity, bool IsEmergency, string Status, string? Due, Tone DueTone);
