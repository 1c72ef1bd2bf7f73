using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Briefing;

/// <summary>今日汇总: one person's card at the start of a working day. Text arrives ready to read; times are bureau time.</summary>
public sealed record BriefingView
{
    public required string Title { get; init; }

    /// <summary>11月23日(星期一) 08:00.</summary>
    public required string Day { get; init; }

    /// <summary>等您办理3件,其中逾期1件,有新情况2件.</summary>
    public required string Counts { get; init; }
    public Tone Tone { get; init; }

    /// <summary>等您办理, what ends first, first.</summary>
    public IReadOnlyList<BriefingLine> Waiting { get; init; } = [];

    /// <summary>Drafted by the reader, ending today or on the next working day, and waiting for others.</summary>
    public IReadOnlyList<BriefingLine> Due { get; init; } = [];

    /// <summary>Changed since the last card, and asking nothing.</summary>
    public IReadOnlyList<BriefingLine> News { get; init; } = [];
    public string SectionName { get; init; } = "";

    /// <summary>Of a section head: what else the section has under way.</summary>
    public IReadOnlyList<BriefingLine> Section { get; init; } = [];

    /// <summary>Of a leader: one line a section.</summary>
    public IReadOnlyList<string> Bureau { get; init; } = [];

    /// <summary>Asked for, not sent.</summary>
    public bool IsAsked { get; init; }
}

/// <summary>One case; opens at a tap.</summary>
/// <param name="Case">The case id that travels in payloads.</param>
/// <param name="Where">Its status: where it lies and with whom.</param>
/// <param name="Lain">How long it has lain there, in working hours; null where that says nothing.</param>
/// <param name="Due">已逾期2天, 今天到期, 11月25日到期; null where no clock runs.</param>
public sealed record BriefingLine(string Case, string Number, string Title, string Where, string? Lain, string? Due, Tone DueTone);

/// <summary>提醒方式: the present one, and what can be chosen.</summary>
public sealed record RemindingView(string Present, IReadOnlyList<ReminderChoice> Choices, Notice? Notice = null);

/// <param name="Word">As it travels.</param>
public sealed record ReminderChoice(string Word, string Name, string Meaning, bool IsPresent);
