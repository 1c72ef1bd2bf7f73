using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Calendar;

/// <summary>节假日: which years are settled, and for an administrator the form to enter another.</summary>
/// <param name="Version">The calendar in force, as receipts name it.</param>
/// <param name="Coverage">One line a year, the prefecture's own at the end.</param>
/// <param name="Form">Present for administrators only.</param>
/// <param name="Notice">What was wrong with the last click.</param>
public sealed record CalendarTablesView(string Version, IReadOnlyList<CoverageLine> Coverage, ImportForm? Form = null, Notice? Notice = null);

/// <param name="Label">2027年.</param>
/// <param name="Text">已录入:国务院办公厅关于…的通知.</param>
public sealed record CoverageLine(string Label, string Text, Tone Tone);

/// <summary>The form: a notice is pasted as it stands.</summary>
/// <param name="Key">Names this form, so that two clicks on it can only make one import.</param>
/// <param name="Years">The first is proposed.</param>
/// <param name="Scopes">全国 and 州内; the first is proposed.</param>
public sealed record ImportForm(string Key, IReadOnlyList<Choice> Years, IReadOnlyList<Choice> Scopes, ImportInput Typed);

/// <summary>What was typed or chose; every field may be missing.</summary>
public sealed record ImportInput
{
    public string? Year { get; init; }
    public string? Scope { get; init; }

    /// <summary>放假通知, with its lines.</summary>
    public string? Text { get; init; }
}

/// <summary>Everything one person sees of one import. Text arrives ready to read.</summary>
public sealed record CalendarReviewView
{
    /// <summary>The case id that travels in payloads.</summary>
    public required string Calendar { get; init; }

    /// <summary>The number people read: 历2026-0001.</summary>
    public required string Number { get; init; }

    /// <summary>2027年全国节假日安排.</summary>
    public required string Title { get; init; }

    /// <summary>The notice with number and date, as far as they were given.</summary>
    public required string Source { get; init; }

    /// <summary>录入人 with time.</summary>
    public required string Proposer { get; init; }
    public required string Status { get; init; }
    public Tone StatusTone { get; init; }

    /// <summary>Holiday by holiday: 春节:2月15日(周日)至2月23日(周一)放假,共9天;2月14日(周六)上班.</summary>
    public required IReadOnlyList<string> Days { get; init; }

    /// <summary>Against the calendar in force when it was entered.</summary>
    public required IReadOnlyList<string> Changes { get; init; }
    public IReadOnlyList<string> Warnings { get; init; } = [];
    public string? RejectReason { get; init; }
    public Notice? Notice { get; init; }

    /// <summary>This person may confirm or reject it now.</summary>
    public bool MayDecide { get; init; }

    /// <summary>Refills 退回理由 after a refusal.</summary>
    public string? TypedReason { get; init; }
}
