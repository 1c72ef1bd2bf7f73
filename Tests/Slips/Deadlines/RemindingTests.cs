using DisclosureBot.Calendar;
using DisclosureBot.Journal;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Issuing;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Tests.Slips.Publishing;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Slips.Deadlines;

/// <summary>Each rung once, in order, to the right people, and none once it is done; and what another calendar changes.</summary>
public sealed class RemindingTests
{
    private static readonly SlipCase Slips = new(new SlipRules(DemoBureau.Roster, DemoBureau.Clocks), DemoBureau.Roster, DemoBureau.Clocks);

    [Fact]
    public void A_late_hand_over_climbs_from_the_drafter_to_the_leader_in_charge()
    {
        var story = LaterStory.Signed();
        var timers = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        Follow(timers, null, story);
        var before = story.Now;
        story.Issued();
        Follow(timers, before, story);
        Assert.Equal(
        [
            "11-25 08:00 Before liying", "11-26 08:00 OnTheDay liying,pulan", "11-27 08:00 Overdue liying,pulan,gaoyuan",
            "12-18 08:00 Before liying", "12-21 08:00 OnTheDay liying,pulan", "12-22 08:00 Overdue liying,pulan,gaoyuan",
        ], RunOut(timers, story));
        Assert.Empty(timers);
        story.Nothing(null, new DeadlineCommand.RemindOf(DeadlineKind.Handover));
    }

    [Fact]
    public void A_hand_over_that_was_overdue_when_its_printing_was_recorded_is_told_of_all_the_same()
    {
        var story = LaterStory.Signed().Later(TimeSpan.FromDays(16));
        var timers = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        var before = story.Now;
        story.Do("liying", new DisclosureBot.Slips.Issuing.IssuingCommand.Print(new DateOnly(2026, 11, 24), 10));
        Follow(timers, before, story);
        Assert.Equal("12-10 08:00 Overdue liying,pulan,gaoyuan", RunOut(timers, story)[0]);
    }

    [Fact]
    public void The_operations_section_is_reminded_of_publishing_with_its_own_head()
    {
        var story = LaterStory.Cleared();
        var timers = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        Follow(timers, null, story);
        Assert.Equal(
        [
            "11-24 08:00 OnTheDay luoqing,jiwen", "11-25 08:00 Overdue luoqing,jiwen,gaoyuan",
            "12-18 08:00 Before luoqing,jiwen", "12-21 08:00 OnTheDay luoqing,jiwen", "12-22 08:00 Overdue luoqing,jiwen,gaoyuan",
        ], RunOut(timers, story));
    }

    [Fact]
    public void The_legal_deadline_is_the_drafters_until_it_is_handed_over()
    {
        var story = LaterStory.Issued();
        Assert.Equal(["liying"], DeadlineOwners.MustAct(DeadlineKind.LegalDisclosure, story.Now, DemoBureau.Roster));
        story.Do("liying", new PublishingCommand.HandOver());
        Assert.Equal(["luoqing", "jiwen"], DeadlineOwners.MustAct(DeadlineKind.LegalDisclosure, story.Now, DemoBureau.Roster));
    }

    [Theory]
    [InlineData(DeadlineKind.Interpretation)]
    [InlineData(DeadlineKind.CommentFeedback)]
    public void Interpretation_and_feedback_are_the_drafters_even_a_heads_and_nobody_hears_twice(DeadlineKind kind) =>
        Assert.Equal(["pulan", "gaoyuan"], DeadlineOwners.Reminded(kind, Rung.Overdue, LaterStory.Issued(drafter: "pulan").Now, DemoBureau.Roster));

    [Fact]
    public void A_timer_stops_the_moment_its_clock_does()
    {
        var story = LaterStory.Issued();
        var before = story.Now;
        story.Do("liying", new PublishingCommand.HandOver());
        Assert.Equal(new TimerWrite("due.handover", null), Assert.Single(Timers(before, story)));
        story.Later(TimeSpan.FromDays(9)).Nothing(null, new DeadlineCommand.RemindOf(DeadlineKind.Handover));
    }

    [Fact]
    public void A_step_that_moves_no_clock_writes_no_timer()
    {
        var story = LaterStory.Issued();
        var before = story.Now;
        story.File(DisclosureBot.Slips.Files.FileRole.Attachment);
        Assert.Empty(Timers(before, story));
    }

    [Fact]
    public void Of_rungs_missed_while_the_program_was_down_only_the_latest_is_sent()
    {
        var story = LaterStory.Issued().Later(TimeSpan.FromDays(3)).Do(null, new DeadlineCommand.RemindOf(DeadlineKind.Handover));
        Assert.Equal(Rung.OnTheDay, story.Now.Clock(DeadlineKind.Handover)!.Reminded);
        story.Nothing(null, new DeadlineCommand.RemindOf(DeadlineKind.Handover));
        story.Later(TimeSpan.FromDays(1)).Do(null, new DeadlineCommand.RemindOf(DeadlineKind.Handover));
        Assert.Equal(Rung.Overdue, story.Now.Clock(DeadlineKind.Handover)!.Reminded);
    }

    [Fact]
    public void Nobody_is_reminded_of_a_clock_that_does_not_run()
    {
        LaterStory.Signed().Later(TimeSpan.FromDays(30)).Nothing(null, new DeadlineCommand.RemindOf(DeadlineKind.Handover));
        new SlipStory().Draft().Nothing(null, new DeadlineCommand.RemindOf(DeadlineKind.LegalDisclosure));
        new SlipStory().Draft().Nothing(null, new DeadlineCommand.Recount());
    }

    [Fact]
    public void Who_is_reminded_is_told_and_their_section_joins_the_circle()
    {
        var story = LaterStory.Issued().Later(TimeSpan.FromDays(4));
        var before = story.Now;
        var made = Assert.IsType<Decision<SlipEvent>.Accepted>(story.Try(null, new DeadlineCommand.RemindOf(DeadlineKind.Handover))).Events;
        Assert.Equal("gaoyuan,liying,pulan", string.Join(',', Slips.React(before, made, story.Now).Slots.Where(slot => slot.Alert).Select(slot => slot.Person).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Another_calendar_is_announced_only_where_it_moves_something()
    {
        var story = LaterStory.Issued();
        story.Nothing(null, new DeadlineCommand.Recount());

        var running = story.Now.Clock(DeadlineKind.Handover)!.Deadline;
        var other = running with { Due = running.Due.AddDays(2), Reminders = running.Reminders.Select(reminder => reminder with { At = reminder.At.AddDays(2) }).ToList() };
        story.Given(new IssuingEvent.Printed(story.Now.Drafter, story.Time, running.Receipt.Start, 10, other));
        var before = story.Now;
        var made = Assert.IsType<Decision<SlipEvent>.Accepted>(story.Try(null, new DeadlineCommand.Recount())).Events;
        var recounted = Assert.IsType<DeadlineEvent.Recounted>(Assert.Single(made));
        Assert.Equal((other.Due, running.Due), (recounted.Before.Due, recounted.After.Due));
        Assert.Contains("由11月28日改为11月26日", story.Now.Trail[^1].What, StringComparison.Ordinal);
        var reaction = Slips.React(before, made, story.Now);
        Assert.Equal("liying", Assert.Single(reaction.Slots, slot => slot.Alert).Person);
        Assert.Equal("due.handover", Assert.Single(reaction.Timers).Name);
    }

    [Fact]
    public void A_new_calendar_version_with_the_same_days_is_no_news()
    {
        var story = LaterStory.Issued();
        var running = story.Now.Clock(DeadlineKind.Handover)!.Deadline;
        story.Given(new IssuingEvent.Printed(story.Now.Drafter, story.Time, running.Receipt.Start, 10, running with { Receipt = running.Receipt with { CalendarVersion = "旧" } }));
        story.Nothing(null, new DeadlineCommand.Recount());
    }

    [Fact]
    public void A_moved_day_is_reminded_of_again()
    {
        var story = LaterStory.Issued().Later(TimeSpan.FromDays(2)).Do(null, new DeadlineCommand.RemindOf(DeadlineKind.Handover));
        var clock = story.Now.Clock(DeadlineKind.Handover)!;
        var later = clock.Deadline with { Due = clock.Deadline.Due.AddDays(3), Reminders = clock.Deadline.Reminders.Select(reminder => reminder with { At = reminder.At.AddDays(3) }).ToList() };
        Assert.Equal(Rung.OnTheDay, clock.Next!.Rung);
        story.Given(new DeadlineEvent.Recounted(Who.Clock, story.Time, DeadlineKind.Handover, clock.Deadline, later));
        Assert.Equal(Rung.Before, story.Now.Clock(DeadlineKind.Handover)!.Next!.Rung);
    }

    /// <summary>Fires the timers in their order, as the worker would, until none is left.</summary>
    private static List<string> RunOut(Dictionary<string, DateTimeOffset> timers, SlipStory story)
    {
        var sent = new List<string>();
        while (timers.Count > 0)
        {
            var (name, due) = timers.MinBy(timer => timer.Value);
            timers.Remove(name);
            if (!name.StartsWith("due.", StringComparison.Ordinal)) continue;
            story.Later(due - story.Time);
            var before = story.Now;
            story.Do(null, SlipTimers.Command(name));
            Follow(timers, before, story);
            var fact = story.Now.Clock(Enum.Parse<DeadlineKind>(name["due.".Length..], ignoreCase: true))!;
            sent.Add($"{due:MM-dd HH:mm} {fact.Reminded} {string.Join(',', DeadlineOwners.Reminded(fact.Kind, fact.Reminded!.Value, story.Now, DemoBureau.Roster))}");
        }

        return sent;
    }

    private static void Follow(Dictionary<string, DateTimeOffset> timers, Slip? before, SlipStory story)
    {
        foreach (var write in Timers(before is null ? story.Now with { Deadlines = [] } : before, story))
            if (write.Due is { } due) timers[write.Name] = due;
            else timers.Remove(write.Name);
    }

    private static IReadOnlyList<TimerWrite> Timers(Slip before, SlipStory story) =>
        SlipTimers.Between(before, [new SlipEvent.Reminded(Who.Clock, story.Time, [])], story.Now, DemoBureau.Clocks);
}
