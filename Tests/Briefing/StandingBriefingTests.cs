using DisclosureBot.Briefing;
using DisclosureBot.Tests.Calendar;
using Xunit;
using static DisclosureBot.Tests.Calendar.Almanac;

namespace DisclosureBot.Tests.Briefing;

/// <summary>When the morning's cards go out, and since when their news count; by the calendar of 2026.</summary>
public sealed class StandingBriefingTests
{
    private static readonly Who Li = new("liying", "李映禾(演示)");

    [Theory]
    // Friday's choice: Monday; before National Day: after it; Saturday 10 October 2026 is made up for.
    [InlineData("2026-11-20T09:00:00", "2026-11-23T08:00:00")]
    [InlineData("2026-11-23T07:00:00", "2026-11-23T08:00:00")]
    [InlineData("2026-09-30T09:00:00", "2026-10-08T08:00:00")]
    [InlineData("2026-10-09T09:00:00", "2026-10-10T08:00:00")]
    [InlineData("2026-10-10T09:00:00", "2026-10-12T08:00:00")]
    public void The_first_choice_sets_the_clock_to_the_next_morning(string at, string next) =>
        Assert.Equal(At(next), Chosen(at).Next);

    [Fact]
    public void The_same_choice_again_is_no_fact_and_another_keeps_the_clock()
    {
        var standing = Chosen("2026-11-20T09:00:00");
        Assert.Empty(StandingBriefing.Choose(standing, Li, ReminderMode.Digest, ReminderMode.Digest, Present, At("2026-11-20T10:00:00")));
        var other = Assert.Single(StandingBriefing.Choose(standing, Li, ReminderMode.Digest, ReminderMode.AtOnce, Present, At("2026-11-20T10:00:00")));
        Assert.Equal(standing.Next, other.Next);
        Assert.Equal(ReminderMode.AtOnce, Assert.Single(StandingBriefing.Evolve(standing, other).Preferences).Mode);
    }

    [Fact]
    public void Choosing_what_is_usual_is_a_fact_of_its_own_and_outlasts_another_usual()
    {
        Assert.Single(StandingBriefing.Choose(null, Li, ReminderMode.AtOnce, ReminderMode.AtOnce, Present, At("2026-11-20T10:00:00")));
    }

    [Fact]
    public void Whoever_has_something_to_be_told_is_told_once()
    {
        var standing = Chosen("2026-11-20T09:00:00");
        var told = Assert.IsType<BriefingEvent.Told>(Assert.Single(Look(standing, "2026-11-23T08:00:00", "liying")));
        Assert.Equal(At("2026-11-24T08:00:00"), told.Next);
        Assert.Empty(Look(StandingBriefing.Evolve(standing, told), "2026-11-23T08:00:00", "liying"));
    }

    [Fact]
    public void Where_nobody_has_anything_only_the_clock_goes_on() =>
        Assert.Equal(At("2026-11-24T08:00:00"), Assert.IsType<BriefingEvent.Looked>(Assert.Single(Look(Chosen("2026-11-20T09:00:00"), "2026-11-23T08:00:00"))).Next);

    [Theory]
    [InlineData("2026-11-23T10:30:00", true, "2026-11-24T08:00:00")]
    [InlineData("2026-11-23T13:00:00", false, "2026-11-23T14:30:00")]
    [InlineData("2026-11-23T21:00:00", false, "2026-11-24T08:00:00")]
    [InlineData("2026-11-28T10:00:00", false, "2026-11-30T08:00:00")]
    public void A_morning_that_was_missed_comes_late_but_only_while_the_doors_are_open(string at, bool told, string next)
    {
        var fact = Assert.Single(Look(Chosen("2026-11-20T09:00:00"), at, "liying"));
        Assert.Equal((told, At(next)), (fact is BriefingEvent.Told, fact.Next));
    }

    [Fact]
    public void Before_its_time_nothing_happens_unless_a_day_became_a_working_day()
    {
        var standing = Chosen("2026-11-20T09:00:00");
        Assert.Empty(Look(standing, "2026-11-22T09:00:00", "liying"));
        var late = standing with { Next = At("2026-11-24T08:00:00") };
        Assert.Equal(At("2026-11-23T08:00:00"), Assert.Single(Look(late, "2026-11-22T09:00:00", "liying")).Next);
    }

    [Fact]
    public void News_count_since_the_last_card_that_arrived()
    {
        var standing = Chosen("2026-11-20T09:00:00");
        Assert.Equal(At("2026-11-20T09:00:00"), standing.From("liying", arrived: true));
        Assert.Equal(standing.Begun, standing.From("pulan", arrived: true));
        var told = standing;
        foreach (var fact in Look(standing, "2026-11-23T08:00:00", "liying")) told = StandingBriefing.Evolve(told, fact);
        Assert.Equal(At("2026-11-23T08:00:00"), told.From("liying", arrived: true));
        Assert.Equal(At("2026-11-20T09:00:00"), told.From("liying", arrived: false));
    }

    [Theory]
    [InlineData("即时", ReminderMode.AtOnce)]
    [InlineData("每日汇总", ReminderMode.Digest)]
    [InlineData("byUrgency", ReminderMode.ByUrgency)]
    [InlineData("每小时", null)]
    [InlineData("", null)]
    [InlineData("1", null)]
    public void A_way_is_read_by_its_name_alone(string text, ReminderMode? mode) => Assert.Equal(mode, ReminderModes.Read(text));

    private static StandingBriefing Chosen(string at) =>
        StandingBriefing.Evolve(null, Assert.Single(StandingBriefing.Choose(null, Li, ReminderMode.AtOnce, ReminderMode.Digest, Present, At(at))));

    private static IReadOnlyList<BriefingEvent> Look(StandingBriefing standing, string at, params string[] people) =>
        StandingBriefing.Look(standing, Present, [.. people.Select(person => new Reader(person, standing.From(person, arrived: true), At(at)))], At(at));
}
