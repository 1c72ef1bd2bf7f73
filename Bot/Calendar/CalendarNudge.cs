using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Slips;

namespace DisclosureBot.Calendar;

/// <summary>When administrators are asked for the next year's table: weekly from 1 November, daily from 15 December, until it is in.</summary>
public static class NudgeTimes
{
    /// <summary>No break between two working days is longer.</summary>
    private const int LongestBreak = 20;

    private const int TwoYears = 731;

    /// <summary>The year whose table should be there on that day and is not; the current one before the next.</summary>
    public static int? Missing(DateOnly day, BureauCalendar calendar) =>
        !calendar.IsOfficial(day.Year) ? day.Year
        : day.Month >= 11 && !calendar.IsOfficial(day.Year + 1) ? day.Year + 1
        : null;

    /// <summary>The next time to ask, strictly after <paramref name="now"/>, as the doors open; bureau time.</summary>
    public static DateTimeOffset Next(DateTimeOffset now, BureauCalendar calendar)
    {
        var today = BureauTime.Day(now);
        // What was due on a day off is asked when the doors open again, so that the search begins before today.
        for (var day = today.AddDays(-LongestBreak); day < today.AddDays(TwoYears); day = day.AddDays(1))
            if (IsDue(day, calendar) && calendar.Opening(day) is var at && at > now)
                return at;
        // Everything is known for two years: look again then.
        return calendar.Opening(today.AddDays(TwoYears));
    }

    private static bool IsDue(DateOnly day, BureauCalendar calendar) => Missing(day, calendar) is { } year
        && (year == day.Year || day >= new DateOnly(day.Year, 12, 15) || (day.DayNumber - new DateOnly(day.Year, 11, 1).DayNumber) % 7 == 0);
}

/// <summary>Facts of the one standing case that asks for the next table.</summary>
/// <param name="Next">When the clock looks again.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Looked), "looked")]
[JsonDerivedType(typeof(Nudged), "nudged")]
public abstract record NudgeEvent(DateTimeOffset At, DateTimeOffset Next)
{
    /// <summary>The clock was set. <paramref name="Year"/>: what was asked for and is still missing; null when nothing is (any more).</summary>
    public sealed record Looked(DateTimeOffset At, DateTimeOffset Next, int? Year) : NudgeEvent(At, Next);

    /// <summary>The administrators were asked for the table of a year.</summary>
    public sealed record Nudged(DateTimeOffset At, DateTimeOffset Next, int Year, IReadOnlyList<string> To) : NudgeEvent(At, Next);
}

/// <summary>The standing case: what is being asked for, and when next.</summary>
/// <param name="Year">The year asked for; null while nothing is.</param>
/// <param name="People">Everyone ever asked: their cards are kept current.</param>
public sealed record Nudge(long Version, int? Year, DateTimeOffset At, DateTimeOffset Next, IReadOnlyList<string> People)
{
    public static Nudge Evolve(Nudge? state, NudgeEvent fact)
    {
        var (version, people) = (state?.Version ?? 0, state?.People ?? []);
        return fact switch
        {
            NudgeEvent.Looked looked => new(version + 1, looked.Year, fact.At, fact.Next, people),
            NudgeEvent.Nudged nudged => new(version + 1, nudged.Year, fact.At, fact.Next, [.. people.Union(nudged.To)]),
            _ => throw new InvalidOperationException($"Unknown event {fact.GetType().Name}."),
        };
    }

    /// <summary>What a look at the calendar makes of it; nothing where nothing has changed and nothing is due.</summary>
    /// <param name="administrators">Person ids.</param>
    public static IReadOnlyList<NudgeEvent> Look(Nudge? nudge, BureauCalendar calendar, IReadOnlyList<string> administrators, DateTimeOffset at)
    {
        var next = NudgeTimes.Next(at, calendar);
        var missing = NudgeTimes.Missing(BureauTime.Day(at), calendar);
        if (nudge is null) return [new NudgeEvent.Looked(at, next, null)];
        if (missing is { } year && at >= nudge.Next) return [new NudgeEvent.Nudged(at, next, year, administrators)];
        var stillAsked = nudge.Year is { } asked && !calendar.IsOfficial(asked) ? nudge.Year : null;
        return nudge.Year != stillAsked || nudge.Next != next ? [new NudgeEvent.Looked(at, next, stillAsked)] : [];
    }
}

/// <summary>The standing case as the workflow sees it.</summary>
public sealed class NudgeCase : CaseKind<Nudge, NudgeEvent>
{
    public const string Kind = "calendar-nudge";

    /// <summary>There is one of it.</summary>
    public const string Id = Kind;

    public const string Timer = "nudge";

    public const string Title = "请录入下一年度节假日安排";

    public override string Name => Kind;

    public override JsonTypeInfo<Nudge> StateJson => NudgeJson.Default.Nudge;

    public override JsonTypeInfo<NudgeEvent> EventJson => NudgeJson.Default.NudgeEvent;

    public override Nudge Evolve(Nudge? state, NudgeEvent fact) => Nudge.Evolve(state, fact);

    public override NewEvent Row(NudgeEvent fact) => new(fact.GetType().Name, JsonSerializer.Serialize(fact, EventJson), "clock", fact.At);

    public override string? OnceKey(NudgeEvent first) => null;

    public override Listing List(Nudge state) =>
        new("节假日", Title, "clock", "", state.Year is { } year ? $"{year}年尚未录入" : "已录入", state.Year is not null, $"节假日 {Title}");

    public override Reaction React(Nudge? before, IReadOnlyList<NudgeEvent> facts, Nudge after)
    {
        var asked = facts.OfType<NudgeEvent.Nudged>().SelectMany(nudged => nudged.To).ToHashSet();
        return new Reaction(
            [.. after.People.Select(person => new SlotWrite(person, asked.Contains(person), after.Year is not null))],
            [new TimerWrite(Timer, after.Next)]);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NudgeEvent))]
[JsonSerializable(typeof(Nudge))]
public sealed partial class NudgeJson : JsonSerializerContext;
