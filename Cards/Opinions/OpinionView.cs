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

    /// <summary>How loudly the card says so; neutral once it has ended.</summary>
    public Tone GravityTone { get; init; }
    public bool IsEmergency { get; init; }

    /// <summary>研判: the kind; null before.</summary>
    public string? Kind { get; init; }
    public string? Text { get; init; }
    public string? Place { get; init; }

    /// <summary>发生, and how long ago: 11月21日 21:40(已3小时20分); null where unknown. Times are bureau time, ready to read.</summary>
    public string? OccurredOn { get; init; }

    /// <summary>获知, and how long ago; once it has ended only when.</summary>
    public required string LearntOn { get; init; }
    public required string Reporter { get; init; }

    /// <summary>Whose it is to answer.</summary>
    public required string Section { get; init; }

    /// <summary>Who has it in hand; null where nobody has.</summary>
    public string? Handler { get; init; }

    /// <summary>What comes if nobody takes it: 11:05仍无人接手,将再向上提请; null where nothing does.</summary>
    public string? Escalation { get; init; }

    /// <summary>第一新闻发言人; only of 特别重大 and 重大 emergencies (三(九)).</summary>
    public string? FirstSpokesperson { get; init; }

    /// <summary>In the order they were found.</summary>
    public required IReadOnlyList<SourceLine> Sources { get; init; }

    /// <summary>How many more there were that are not kept at hand.</summary>
    public int OlderSources { get; init; }
    public IReadOnlyList<AttachmentLine> Files { get; init; } = [];

    /// <summary>What still runs first, the nearest due at the head.</summary>
    public required IReadOnlyList<ClockLine> Clocks { get; init; }

    /// <summary>The draft under way, with where it stands; null where there is none.</summary>
    public AnswerLine? Draft { get; init; }

    /// <summary>In the order they went out.</summary>
    public IReadOnlyList<AnswerLine> Releases { get; init; } = [];

    /// <summary>The timeline, oldest first.</summary>
    public required IReadOnlyList<TrailLine> Trail { get; init; }

    /// <summary>评估, or where it went; null while open.</summary>
    public EndLine? End { get; init; }

    /// <summary>Opens the 专报, the PDF with all there is; null where this reader cannot.</summary>
    public string? ReportUrl { get; init; }
    public Notice? Notice { get; init; }
    public IReadOnlyList<StepForm> Steps { get; init; } = [];

    /// <summary>An open item changes, and its clocks run.</summary>
    public bool IsOpen => End is null;
}

/// <summary>Where the story was seen.</summary>
/// <param name="Url">As it came; opened only where it is an address of the web.</param>
public sealed record SourceLine(string Name, string Headline, string? Url, string On);

/// <summary>A file on the item.</summary>
/// <param name="Url">Opens it; null where this person cannot.</param>
public sealed record AttachmentLine(string Name, string Size, string? Url = null);

/// <summary>One clock, running or done with.</summary>
/// <param name="Name">新闻发布会.</param>
/// <param name="Source">方案 三(九), or 国家规定.</param>
/// <param name="Due">11月22日 21:40.</param>
/// <param name="State">还剩3小时12分, 已逾期40分钟, 已于…完成.</param>
/// <param name="Receipt">How it was counted, line by line.</param>
/// <param name="Proof">What showed that it was met, and where to see it.</param>
public sealed record ClockLine(string Name, string Source, string Due, string State, Tone Tone, bool IsRunning, IReadOnlyList<string> Receipt, ProofLine? Proof = null)
{
    /// <summary>新闻发布会(方案 三(九)).</summary>
    public string Label => $"{Name}({Source})";
}

public sealed record ProofLine(string Text, string? Url);

/// <summary>An answer, drafted or gone out.</summary>
/// <param name="Name">澄清(第2稿).</param>
/// <param name="State">等待保密审查; of a release where and when.</param>
public sealed record AnswerLine(string Name, string Text, string State, Tone Tone, string? Url = null);

/// <summary>How the item ended.</summary>
/// <param name="Name">评估, 转办 or 并入.</param>
/// <param name="On">Who ended it, and when.</param>
/// <param name="Into">The case id of the item that it goes on in.</param>
public sealed record EndLine(string Name, string Text, string On, string? Into = null);
