using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Opinions.Digest;
using DisclosureBot.Opinions.Intake;
using Xunit;
using static DisclosureBot.Tests.Opinions.Digest.Register;

namespace DisclosureBot.Tests.Opinions.Digest;

/// <summary>The figures of a digest, counted from items as they stand; from Friday 20 November 08:00 to Monday 08:00.</summary>
public sealed class OpinionCountTests
{
    private static readonly OpinionCount Weekend = new(At("2026-11-20T08:00"), At("2026-11-23T08:00"));

    [Fact]
    public void Nothing_there_is_nothing_to_tell()
    {
        var figures = Weekend.Of([]);
        Assert.True(figures.IsEmpty);
        Assert.Null(figures.FirstResponse);
        Assert.Null(figures.FirstRelease);
        Assert.Empty(figures.ByGravity);
    }

    [Fact]
    public void An_item_stands_under_its_weight_in_one_state()
    {
        var figures = Weekend.Of(
        [
            Item(Reported(1, "2026-11-21T09:00")),
            Item(Reported(2, "2026-11-21T09:00"), Taken("2026-11-21T09:10"), Assessed("2026-11-21T09:20", OpinionKind.FalseInformation)),
            Item(Reported(3, "2026-11-21T09:00"), Taken("2026-11-21T09:10"), Assessed("2026-11-21T09:20", OpinionKind.FalseInformation), Drafted("2026-11-21T10:00"), Reviewed("2026-11-21T10:05"), Released("2026-11-21T10:10")),
            Item(Reported(4, "2026-11-19T09:00"), Taken("2026-11-19T09:10"), Assessed("2026-11-19T09:20", OpinionKind.FalseInformation), Closed("2026-11-22T10:00")),
            Item(Reported(5, "2026-11-19T09:00"), Taken("2026-11-19T09:10"), TransferredOut("2026-11-22T10:00")),
        ]);
        Assert.Equal([new(Gravity.Unassessed, 1, 0, 0, 1), new(Gravity.Important, 0, 1, 1, 1)], figures.ByGravity);
        Assert.Equal((3, 1, 1, 3), (figures.New, figures.Closed, figures.TransferredOut, figures.Open));
    }

    [Fact]
    public void What_ended_before_the_period_is_in_none_of_it()
    {
        var figures = Weekend.Of([Item(Reported(1, "2026-11-18T09:00"), Taken("2026-11-18T09:10"), Closed("2026-11-19T10:00"))]);
        Assert.True(figures.IsEmpty);
        Assert.Empty(figures.Clocks);
    }

    [Fact]
    public void A_period_begins_after_its_first_moment_and_holds_its_last()
    {
        Assert.Equal(0, Weekend.Of([Item(Reported(1, "2026-11-20T08:00"))]).New);
        Assert.Equal(1, Weekend.Of([Item(Reported(1, "2026-11-23T08:00"))]).New);
    }

    [Fact]
    public void Drills_are_counted_nowhere()
    {
        var drill = Item(Reported(1, "2026-11-21T09:00", drill: new Drill(12)), Taken("2026-11-21T09:10"));
        var merged = Item(Reported(2, "2026-11-21T09:00", drill: new Drill(12)), Merged("2026-11-21T09:30", 1));
        Assert.Equivalent(Weekend.Of([]), Weekend.Of([drill, merged]), strict: true);
    }

    [Fact]
    public void The_same_story_counts_once_and_the_merging_is_told()
    {
        var figures = Weekend.Of([Item(Reported(1, "2026-11-21T09:00")), Item(Reported(2, "2026-11-21T09:05"), Taken("2026-11-21T09:10"), Merged("2026-11-21T09:30", 1))]);
        Assert.Equal((1, 1, 1), (figures.New, figures.Merged, figures.Open));
        Assert.Null(figures.FirstResponse);
        Assert.Equal(1, Assert.Single(figures.Clocks).Running);
    }

    [Fact]
    public void Time_to_first_response_is_natural_time_from_report_to_the_first_who_took_it()
    {
        var figures = Weekend.Of(
        [
            Item(Reported(1, "2026-11-20T23:50"), Taken("2026-11-21T00:10")),
            Item(Reported(2, "2026-11-21T09:00"), Taken("2026-11-21T09:10"), Taken("2026-11-22T09:10")),
            Item(Reported(3, "2026-11-19T09:00"), Taken("2026-11-21T09:00")),
            Item(Reported(4, "2026-11-19T09:00"), Taken("2026-11-19T09:01")),
        ]);
        Assert.Equal(new Lapse(3, TimeSpan.FromMinutes((20 + 10 + 2880) / 3.0), TimeSpan.FromMinutes(20)), figures.FirstResponse);
    }

    [Fact]
    public void The_median_of_two_lies_between_them() => Assert.Equal(
        TimeSpan.FromMinutes(15),
        Weekend.Of([Item(Reported(1, "2026-11-21T09:00"), Taken("2026-11-21T09:10")), Item(Reported(2, "2026-11-21T09:00"), Taken("2026-11-21T09:20"))]).FirstResponse!.Median);

    [Fact]
    public void Time_to_release_ends_when_the_first_answer_went_out_and_is_never_negative()
    {
        var early = Released("2026-11-21T09:30") with { When = At("2026-11-21T08:00") };
        var figures = Weekend.Of(
        [
            Item(Reported(1, "2026-11-21T09:00"), Taken("2026-11-21T09:10"), Drafted("2026-11-21T09:20"), Reviewed("2026-11-21T09:25"), early),
            Item(Reported(2, "2026-11-21T09:00"), Taken("2026-11-21T09:10"), Drafted("2026-11-21T09:20"), Reviewed("2026-11-21T09:25"), Released("2026-11-21T13:00"),
                Drafted("2026-11-22T09:20"), Reviewed("2026-11-22T09:25"), Released("2026-11-22T13:00")),
        ]);
        Assert.Equal(new Lapse(2, TimeSpan.FromHours(2), TimeSpan.FromHours(2)), figures.FirstRelease);
    }

    [Fact]
    public void Clocks_are_met_in_time_or_late_overdue_or_running()
    {
        OpinionEvent[] answered = [Taken("2026-11-18T09:10"), Drafted("2026-11-21T09:20"), Reviewed("2026-11-21T09:25")];
        var figures = Weekend.Of(
        [
            Item([Reported(1, "2026-11-20T09:00"), .. answered, Released("2026-11-21T13:00", OpinionClockKind.Response)]),
            Item([Reported(2, "2026-11-18T09:00"), .. answered, Released("2026-11-21T13:00", OpinionClockKind.Response)]),
            Item(Reported(3, "2026-11-20T09:00")),
            Item(Reported(4, "2026-11-22T09:00")),
            Item(Reported(5, "2026-11-18T09:00"), TransferredOut("2026-11-22T10:00")),
            Item([Reported(6, "2026-11-17T09:00"), .. answered, Released("2026-11-19T08:00", OpinionClockKind.Response)]),
        ]);
        Assert.Equal([new(OpinionClockKind.Response, InTime: 1, Late: 1, Overdue: 1, Running: 1)], figures.Clocks);
        Assert.Equal(1, figures.Overdue);
    }

    [Fact]
    public void A_clock_that_ends_this_very_moment_is_not_overdue() =>
        Assert.Equal([new(OpinionClockKind.Response, 0, 0, 0, 1)], Weekend.Of([Item(Reported(1, "2026-11-21T08:00"))]).Clocks);

    [Fact]
    public void Open_items_are_named_emergencies_first_then_by_what_is_due_first_and_without_a_clock_last()
    {
        var figures = Weekend.Of(
        [
            Item(Reported(1, "2026-11-22T09:00", clock: false)),
            Item(Reported(2, "2026-11-22T10:00")),
            Item(Reported(3, "2026-11-20T09:00")),
            Item(Reported(4, "2026-11-22T21:30", suspected: true), Taken("2026-11-22T21:35"), Assessed("2026-11-22T21:40", OpinionKind.Emergency), Major("2026-11-22T21:50", "2026-11-22T21:30")),
            Item(Reported(5, "2026-11-19T09:00"), TransferredOut("2026-11-22T10:00")),
        ]);
        Assert.Equal([4, 3, 2, 1], figures.Items.Select(item => item.Id[^1] - '0'));
        Assert.Equal((OpinionClockKind.FirstRelease, At("2026-11-23T02:30")), (figures.Items[0].Clock!.Value, figures.Items[0].Due!.Value));
    }

    [Fact]
    public void At_most_ten_are_named_and_all_are_counted()
    {
        var figures = Weekend.Of(Enumerable.Range(1, 30).Select(n => Item(Reported(n, "2026-11-21T09:00", headline: new string('长', 500)))), isPartial: true);
        Assert.Equal((30, 10, true), (figures.Open, figures.Items.Count, figures.IsPartial));
        Assert.All(figures.Items, item => Assert.Equal(80, item.Headline.Length));
    }
}
