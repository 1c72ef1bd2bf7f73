using System.Text.Json.Serialization;

namespace DisclosureBot.Opinions.Clocks;

/// <summary>The clocks of an item. The names travel in events and timers.</summary>
public enum OpinionClockKind
{
    /// <summary>新闻发布会: 24 h from 发生 (方案 三(九), O-05).</summary>
    PressConference,

    /// <summary>首次权威信息: 5 h from 发生 (国办发〔2016〕80号, 国家规定).</summary>
    FirstRelease,

    /// <summary>回应: 48 h from 获知 (国办发〔2016〕61号, 国家规定).</summary>
    Response,
}

/// <summary>The fixed points of a countdown.</summary>
public enum CountdownPoint { Half, FourHours, OneHour, Overdue }

/// <param name="At">When people are told; bureau time.</param>
public sealed record Countdown(CountdownPoint Point, DateTimeOffset At);

/// <summary>What is due by which minute, why, and when people are told: computed once, kept as a fact. Natural hours; nothing pauses them (B-22).</summary>
/// <param name="Rule">Ready to read: 特别重大、重大突发事件发生后24小时内举行新闻发布会.</param>
/// <param name="Source">方案 三(九), or 国家规定:国办发〔2016〕80号.</param>
/// <param name="StartedBy">发生 or 获知.</param>
/// <param name="Hours">As in the rule; a drill's hours are shorter.</param>
/// <param name="Points">In order of time; only such as lie after the moment it was computed for, except that the last is always there.</param>
public sealed record HourDeadline(
    OpinionClockKind Kind, DateTimeOffset Start, DateTimeOffset Due, string Rule, string Source, string StartedBy, int Hours, IReadOnlyList<Countdown> Points);

/// <summary>What showed that a clock was met.</summary>
/// <param name="When">When the thing itself took place; bureau time.</param>
public sealed record ClockProof(DateTimeOffset When, string What, string? Url, string? FileId, Who By, DateTimeOffset At);

/// <summary>One clock of an item, running or met.</summary>
/// <param name="Told">How many of its points have been told.</param>
public sealed record OpinionClock(HourDeadline Deadline, int Told = 0, ClockProof? Met = null)
{
    [JsonIgnore]
    public bool IsRunning => Met is null;

    [JsonIgnore]
    public bool WasLate => Met?.When > Deadline.Due;

    /// <summary>The next point still to come; null when met or all have been told.</summary>
    [JsonIgnore]
    public Countdown? Next => IsRunning && Told < Deadline.Points.Count ? Deadline.Points[Told] : null;

    /// <summary>The last point that has come and was not told; what was passed over meanwhile, it says as well. Null when there is none.</summary>
    public Countdown? Reached(DateTimeOffset at) => IsRunning ? Deadline.Points.Skip(Told).LastOrDefault(point => point.At <= at) : null;
}
