using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Drills;
using DisclosureBot.Opinions.Intake;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Drills;

/// <summary>The score of a drill, from its facts alone: what applies, what counts as in time, and that all weights make a hundred.</summary>
public sealed class DrillScoreTests
{
    private const int Speed = 60;

    [Fact]
    public void Everything_in_time_is_a_hundred()
    {
        var story = new OpinionStory().Report(suspected: true, drill: new(Speed));
        story.At(story.Time.AddSeconds(-55)).Take();
        story.At(story.Time.AddSeconds(-50)).Assess(OpinionKind.Emergency);
        story.At(story.Time.AddSeconds(-50)).Rank(IncidentLevel.Serious, story.Now.ReportedAt);
        story.At(story.Time.AddSeconds(-50)).Draft();
        story.At(story.Time.AddSeconds(-30)).Review().Release().MeetPress().Close();
        var lines = DrillScore.Of(story.Facts);
        Assert.Equal(100, DrillScore.Total(lines));
        Assert.Equal([DrillStep.Taking, DrillStep.Assessment, DrillStep.Ranking, DrillStep.FirstRelease, DrillStep.SecrecyReview, DrillStep.PressConference, DrillStep.Closing], lines.Select(line => line.Step));
        Assert.All(lines, line => Assert.Equal((DrillResult.InTime, line.Most), (line.Result, line.Points)));
    }

    [Fact]
    public void Times_are_told_in_hours_of_the_rules_and_by_the_clock_on_the_wall()
    {
        var story = new OpinionStory().Report(drill: new(Speed));
        story.At(story.Now.ReportedAt.AddSeconds(30)).Take();
        var taking = DrillScore.Of(story.Facts)[0];
        Assert.Equal((TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(30), TimeSpan.FromSeconds(30)), (taking.Limit, taking.Taken, taking.Passed));
    }

    [Theory]
    [InlineData(60, DrillResult.InTime)]
    [InlineData(61, DrillResult.Late)]
    [InlineData(119, DrillResult.Late)]
    [InlineData(120, DrillResult.FarTooLate)]
    public void Late_by_less_than_the_limit_again_is_half(int seconds, DrillResult result)
    {
        var story = new OpinionStory().Report(drill: new(Speed));
        story.At(story.Now.ReportedAt.AddSeconds(seconds)).Take();
        var taking = DrillScore.Of(story.Facts)[0];
        Assert.Equal(result, taking.Result);
        Assert.Equal(result switch { DrillResult.InTime => taking.Most, DrillResult.Late => taking.Most / 2, _ => 0 }, taking.Points);
    }

    [Fact]
    public void What_was_not_reached_counts_for_nothing()
    {
        var lines = DrillScore.Of(new OpinionStory().Report(drill: new(Speed)).Facts);
        Assert.Equal([DrillStep.Taking, DrillStep.Assessment, DrillStep.SecrecyReview, DrillStep.Response, DrillStep.Closing], lines.Select(line => line.Step));
        Assert.All(lines, line => Assert.Equal((DrillResult.Missing, 0, null), (line.Result, line.Points, line.Taken)));
        Assert.Equal(100, lines.Sum(line => line.Most));
    }

    [Fact]
    public void An_ordinary_item_has_neither_rank_nor_press_conference()
    {
        var story = new OpinionStory().Report(drill: new(1)).Take().Assess(OpinionKind.FalseInformation).Answer().Close();
        var lines = DrillScore.Of(story.Facts);
        Assert.DoesNotContain(lines, line => line.Step is DrillStep.Ranking or DrillStep.FirstRelease or DrillStep.PressConference);
        Assert.Equal(100, DrillScore.Total(lines));
    }

    [Fact]
    public void What_is_handed_to_another_department_owes_no_answer()
    {
        var story = new OpinionStory().Report(drill: new(1)).Take().Do("luoqing", new HandlingCommand.TransferOut("市场监管局", "转办单1号"));
        Assert.Equal([DrillStep.Taking, DrillStep.Closing], DrillScore.Of(story.Facts).Select(line => line.Step));
    }

    [Fact]
    public void What_is_real_is_not_scored() => Assert.Throws<ArgumentException>(() => DrillScore.Of(new OpinionStory().Report().Facts));

    [Property(MaxTest = 200)]
    public void Whatever_was_done_when_the_weights_make_a_hundred_and_no_step_more_than_its_own(PositiveInt seed)
    {
        var random = new Random(seed.Get);
        var story = new OpinionStory().Report(suspected: random.Next(2) == 0, drill: new(Drilling.Speeds[random.Next(4)]));
        Action[] steps =
        [
            () => story.Take(), () => story.Assess(random.Next(2) == 0 ? OpinionKind.Emergency : OpinionKind.Hardship),
            () => { if (story.Now.Kind == OpinionKind.Emergency) story.Rank((IncidentLevel)random.Next(4), story.Now.ReportedAt); },
            () => story.Draft(), () => story.Review(), () => story.Release(),
        ];
        foreach (var step in steps.Take(random.Next(steps.Length + 1)))
        {
            story.Later(TimeSpan.FromMinutes(random.Next(600)));
            step();
        }
        var lines = DrillScore.Of(story.Facts);
        Assert.Equal(100, lines.Sum(line => line.Most));
        Assert.All(lines, line => Assert.InRange(line.Points, 0, line.Most));
        Assert.Equal(lines, DrillScore.Of(story.Facts));
    }
}
