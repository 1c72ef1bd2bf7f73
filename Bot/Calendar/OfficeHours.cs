using System.Globalization;

namespace DisclosureBot.Calendar;

/// <summary>When the bureau's doors are open on a working day, bureau time; each period ends just before its closing time.</summary>
public sealed record OfficeHours
{
    private const string Format = "HH:mm";
    private readonly (TimeOnly From, TimeOnly To)[] _periods;

    private OfficeHours((TimeOnly From, TimeOnly To)[] periods) => _periods = periods;

    public static OfficeHours Default { get; } = Parse("08:00-12:00,14:30-18:00")!;

    public TimeOnly FirstOpening => _periods[0].From;

    /// <summary>Null where the text is not one or more periods of a day, in order and apart.</summary>
    public static OfficeHours? Parse(string text)
    {
        var periods = text.Split(',').Select(Period).ToArray();
        var inOrder = periods.Zip(periods.Skip(1)).All(pair => pair.First?.To < pair.Second?.From);
        return inOrder && periods.All(period => period is not null) ? new OfficeHours([.. periods.Select(period => period!.Value)]) : null;
    }

    /// <summary>The time itself where the doors are open, or their next opening that day; null after closing.</summary>
    public TimeOnly? InOrNext(TimeOnly time)
    {
        foreach (var (from, to) in _periods)
            if (time < to) return time < from ? from : time;
        return null;
    }

    /// <summary>How long the doors are open between two times of one day.</summary>
    public TimeSpan Between(TimeOnly from, TimeOnly to) => TimeSpan.FromTicks(_periods.Sum(period =>
        Math.Max(0, Math.Min(period.To.Ticks, to.Ticks) - Math.Max(period.From.Ticks, from.Ticks))));

    /// <summary>The time at which the doors have been open for <paramref name="length"/> since <paramref name="from"/>; null where the day does not hold that much, with what it does hold.</summary>
    public TimeOnly? After(TimeOnly from, TimeSpan length, out TimeSpan held)
    {
        held = TimeSpan.Zero;
        foreach (var (opens, closes) in _periods)
        {
            var begin = opens > from ? opens : from;
            if (begin >= closes) continue;
            if (held + (closes - begin) >= length) return begin.Add(length - held);
            held += closes - begin;
        }

        return null;
    }

    public bool Equals(OfficeHours? other) => other is not null && _periods.SequenceEqual(other._periods);

    public override int GetHashCode() => _periods.Aggregate(0, HashCode.Combine);

    public override string ToString() => string.Join(',', _periods.Select(period => $"{Write(period.From)}-{Write(period.To)}"));

    private static string Write(TimeOnly time) => time.ToString(Format, CultureInfo.InvariantCulture);

    private static (TimeOnly From, TimeOnly To)? Period(string text) =>
        text.Split('-', '–') is [var from, var to] && Time(from) is { } opens && Time(to) is { } closes && opens < closes ? (opens, closes) : null;

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text.Trim(), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
