using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;

namespace DisclosureBot.Cards.Opinions;

/// <summary>Everything one person sees of one public opinion item at one moment. Text arrives ready to read.</summary>
public sealed record OpinionView
{
    /// <summary>The case id that travels in payloads.</summary>
    public required string Case { get; init; }

    /// <summary>舆2026-0001, or 演2026-0001.</summary>
    public required string Number { get; init; }
    public required string Headline { get; init; }

    /// <summary>How many times as fast a drill's hours pass; null for what is real. Every card of a drill bears 演练.</summary>
    public int? DrillSpeed { get; init; }
    public required string Status { get; init; }
    public Tone StatusTone { get; init; }

    /// <summary>未研判, 重要舆情, 重大突发事件 ….</summary>
    public required string Gravity { get; init; }
    public bool IsEmergency { get; init; }

    /// <summary>研判: the kind; null before.</summary>
    public string? Kind { get; init; }
    public string? Text { get; init; }
    public string? Place { get; init; }

    /// <summary>发生; null where unknown. Times are bureau time, ready to read.</summary>
    public string? OccurredOn { get; init; }

    /// <summary>获知, and how long ago: 11月23日 08:05(已3小时20分).</summary>
    public required string LearntOn { get; init; }
    public required string Reporter { get; init; }

    /// <summary>Whose it is to answer.</summary>
    public required string Section { get; init; }
    public string? Handler { get; init; }

    /// <summary>第一新闻发言人; only of 特别重大 and 重大 emergencies (三(九)).</summary>
    public string? FirstSpokesperson { get; init; }
    public required IReadOnlyList<SourceLine> Sources { get; init; }
    public IReadOnlyList<string> Files { get; init; } = [];
    public required IReadOnlyList<ClockLine> Clocks { get; init; }

    /// <summary>The draft under way, with where it stands; null where there is none.</summary>
    public AnswerLine? Draft { get; init; }
    public IReadOnlyList<AnswerLine> Releases { get; init; } = [];

    /// <summary>The timeline, oldest first.</summary>
    public required IReadOnlyList<TrailLine> Trail { get; init; }

    /// <summary>评估, or where it went; null while open.</summary>
    public string? End { get; init; }
    public Notice? Notice { get; init; }
    public IReadOnlyList<StepForm> Steps { get; init; } = [];
}

/// <summary>Where the story was seen.</summary>
public sealed record SourceLine(string Name, string Headline, string? Url, string On);

/// <param name="Label">新闻发布会(方案 三(九)).</param>
/// <param name="State">还剩3小时12分, 已逾期40分钟, 已于…完成.</param>
/// <param name="Receipt">How it was counted, line by line.</param>
public sealed record ClockLine(string Label, string Due, string State, Tone Tone, IReadOnlyList<string> Receipt);

/// <param name="State">第2稿等待保密审查; of a release where and when.</param>
public sealed record AnswerLine(string Text, string State, string? Url = null);
