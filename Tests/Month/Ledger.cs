using DisclosureBot.Calendar;
using DisclosureBot.Clock;

namespace DisclosureBot.Tests.Month;

/// <summary>One time that a case waited for people: from the first to the last look at which it did.</summary>
/// <param name="Due">The case's deadline when it began to wait, or null.</param>
internal sealed record Wait(string Case, string Place, DateTimeOffset From, DateOnly? Due, HashSet<string> People)
{
    /// <summary>Null while it still does.</summary>
    public DateTimeOffset? Until { get; set; }
}

/// <summary>One rung of a deadline.</summary>
/// <param name="To">Whom the bot meant to remind.</param>
internal sealed record RungFact(string Case, string Rung, DateTimeOffset At, IReadOnlyList<string> To);

/// <summary>What came of a month, counted.</summary>
/// <param name="Rings">Of each person and working day, how many posts rang.</param>
/// <param name="Tasks">How many times a case waited for people long enough to be due to be shown.</param>
/// <param name="Twice">Morning cards that a person got more than once on a day, or on a day off.</param>
internal sealed record MonthFigures(
    IReadOnlyList<int> Rings, int Quiet, int Edits, int Briefings, int Slips, int Signed, double DaysToSign, int Tasks, IReadOnlyList<string> UnseenTasks, int Rungs, IReadOnlyList<string> UnseenRungs, int Twice)
{
    public double Mean => Rings.Average();

    public int Percentile(double share) => Rings.Order().ElementAt(Math.Min(Rings.Count - 1, (int)(share * Rings.Count)));
}

/// <summary>Reads from what reached people's chats whether somebody who could act saw in time what had to be seen.</summary>
internal sealed class Ledger(BureauCalendar calendar, IReadOnlyList<Mail> mail)
{
    private static readonly TimeOnly Closing = new(18, 0);

    /// <summary>As the doors open, with some minutes for sending.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(10);

    private readonly ILookup<string, Mail> _posts = mail.Where(one => one.IsPost).SelectMany(one => one.Cases.Select(named => (named, one))).ToLookup(pair => pair.named, pair => pair.one, StringComparer.Ordinal);

    /// <summary>Before the deadline's last day closes, and however far that is, by the next working morning.</summary>
    public DateTimeOffset Latest(Wait wait)
    {
        var morning = calendar.NextOpening(wait.From) + Slack;
        return wait.Due is { } due && BureauTime.At(due, Closing) is var end && end < morning && end > wait.From ? end : morning;
    }

    /// <summary>Whether one of the people was shown the case by then: by a card of it, which shows the present state wherever it stands, or by a morning's card since it began to wait.</summary>
    public bool WasSeen(Wait wait) => _posts[wait.Case].Any(post => wait.People.Contains(post.Person) && post.At <= Latest(wait) && (!post.IsBriefing || post.At >= wait.From));

    /// <summary>On the day and after it somebody is rung at once; before it a morning's card will do.</summary>
    public bool WasSeen(RungFact rung) => _posts[rung.Case].Any(post => rung.To.Contains(post.Person, StringComparer.Ordinal)
        && (rung.Rung == "before" ? post.At >= rung.At - TimeSpan.FromDays(1) && post.At <= calendar.NextOpening(rung.At) + Slack : post.Rings && post.At >= rung.At - Slack && post.At <= rung.At + TimeSpan.FromMinutes(30)));

    /// <summary>A morning card on a day off, or a second one on a day.</summary>
    public int Twice() => mail.Where(one => one is { IsPost: true, Rings: true, IsBriefing: true }).GroupBy(one => (one.Person, Day: BureauTime.Day(one.At)))
        .Sum(group => group.Count() - (calendar.IsCountedAsWorkingDay(group.Key.Day) ? 1 : 0));
}
