using DisclosureBot.Clock;
using DisclosureBot.Journal;
using DisclosureBot.Opinions.Watch;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Watch;

/// <summary>Who has the watch at any moment, over random rosters and handovers, against a model that does it by hand, hour by hour.</summary>
public sealed class OnDutyTests
{
    private static readonly DateOnly First = new(2026, 11, 23);
    private static readonly string[] People = ["a", "b", "c", "d"];

    [Property(MaxTest = 300)]
    public void It_is_who_the_roster_says_until_somebody_takes_over_that_day(PositiveInt seed)
    {
        var (facts, model) = Play(new Random(seed.Get));
        var watch = facts.Aggregate(default(DutyWatch), DutyWatch.Evolve);
        // Only the present state is asked, at its own time: that is all it promises.
        var now = facts[^1].At;
        Assert.Equal(model, (watch?.OnDuty(now) ?? []).Order(StringComparer.Ordinal));
    }

    [Property(MaxTest = 100)]
    public void The_state_written_and_read_again_is_the_same(PositiveInt seed)
    {
        var (facts, _) = Play(new Random(seed.Get));
        var cases = new WatchCase();
        var state = facts.Aggregate(default(DutyWatch), DutyWatch.Evolve)!;
        var written = cases.Write(state);
        Assert.Equal(written, cases.Write(cases.Read(new StoredCase(WatchCase.Id, WatchCase.Kind, 1, written))!));
        Assert.Equal(written, cases.Rebuild(facts.Select((fact, place) => new StoredEvent(WatchCase.Id, place + 1, fact.GetType().Name, cases.Row(fact).Body, "x", fact.At, "", ""))));
        Assert.Equal(facts.Count, state.Version);
    }

    [Theory]
    [InlineData("2026-11-24T07:59:59", "2026-11-23", "2026-11-24T08:00:00")]
    [InlineData("2026-11-24T08:00:00", "2026-11-24", "2026-11-25T08:00:00")]
    [InlineData("2026-11-24T23:59:59", "2026-11-24", "2026-11-25T08:00:00")]
    [InlineData("2026-12-31T12:00:00", "2026-12-31", "2027-01-01T08:00:00")]
    [InlineData("2027-01-01T00:30:00", "2026-12-31", "2027-01-01T08:00:00")]
    public void A_watch_day_runs_from_eight_to_eight(string at, string day, string change)
    {
        Assert.Equal(DateOnly.Parse(day, null), WatchDay.Of(Bureau(at)));
        Assert.Equal(Bureau(change), WatchDay.Change(Bureau(at)));
    }

    private static DateTimeOffset Bureau(string text) => new(DateTime.Parse(text, null), BureauTime.Offset);

    /// <summary>Some days of rosters and handovers; the model keeps a set per day and changes it by hand.</summary>
    private static (IReadOnlyList<WatchEvent> Facts, IReadOnlyList<string> OnDuty) Play(Random random)
    {
        List<WatchEvent> facts = [];
        Dictionary<DateOnly, HashSet<string>> roster = [];
        List<(DateOnly Day, string From, string To)> taken = [];
        (string From, string To)? pending = null;
        var at = BureauTime.At(First, new TimeOnly(9, 0));
        var by = new Who("head", "负责人");
        for (var step = 0; step < 40; step++)
        {
            at = at.AddMinutes(random.Next(1, 600));
            var day = DateOnly.FromDateTime(at.AddHours(-8).DateTime);
            switch (random.Next(4))
            {
                case 0:
                    var days = Enumerable.Range(0, random.Next(1, 5)).Select(ahead => new DutyDay(day.AddDays(ahead), Some(random))).ToList();
                    facts.Add(new WatchEvent.RosterSet(by, at, days, [], at.AddHours(1)));
                    foreach (var entry in days) roster[entry.Day] = [.. entry.People];
                    break;
                case 1 when pending is null:
                    pending = (People[random.Next(2)], People[2 + random.Next(2)]);
                    facts.Add(new WatchEvent.HandedOver(by, at, new(pending.Value.From, "甲"), new(pending.Value.To, "乙"), null, []));
                    break;
                case 2 when pending is { } waiting:
                    facts.Add(new WatchEvent.Received(new(waiting.To, "乙"), at, []));
                    taken.Add((day, waiting.From, waiting.To));
                    pending = null;
                    break;
                case 3 when pending is not null:
                    facts.Add(new WatchEvent.TakenBack(by, at));
                    pending = null;
                    break;
            }
        }

        var last = at.AddMinutes(1);
        facts.Add(new WatchEvent.Looked(Who.Clock, last, last.AddHours(1), [], []));
        var today = DateOnly.FromDateTime(last.AddHours(-8).DateTime);
        var onDuty = new HashSet<string>(roster.GetValueOrDefault(today) ?? [], StringComparer.Ordinal);
        foreach (var (_, from, to) in taken.Where(one => one.Day == today))
        {
            onDuty.Remove(from);
            onDuty.Add(to);
        }
        return (facts, [.. onDuty.Order(StringComparer.Ordinal)]);
    }

    private static string[] Some(Random random) => [.. People.Where(_ => random.Next(3) == 0)];
}
