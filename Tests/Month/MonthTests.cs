using DisclosureBot.Tests.Documents;
using Xunit;

namespace DisclosureBot.Tests.Month;

/// <summary>A small bureau over a week with a make-up day in it: nothing stays unseen, nothing is told twice, and the same seed makes the same week.</summary>
public sealed class MonthTests
{
    private static readonly MonthPlan Week = new(10, new(2026, 9, 18), new(2026, 9, 24), SlipsADay: 3, Seed: 7, "即时", Step: 60);

    /// <summary>The last one again, to be compared.</summary>
    private static readonly string[] Modes = ["即时", "按紧急程度", "每日汇总", "每日汇总"];

    [Fact]
    public async Task The_same_work_in_every_way_to_be_reminded_with_nothing_unseen_and_nothing_twice()
    {
        var runs = await Task.WhenAll(Modes.Select(mode => new MonthRun(Week with { Mode = mode }).Go(Samples.Docx())));
        foreach (var figures in runs)
        {
            Assert.True(figures is { Slips: > 10, Signed: > 0, Tasks: > 0 }, Counts(figures));
            Assert.Empty(figures.UnseenTasks);
            Assert.Empty(figures.UnseenRungs);
            Assert.Equal(0, figures.Twice);
            Assert.Equal((runs[0].Slips, runs[0].Signed), (figures.Slips, figures.Signed));
        }

        Assert.Equal(0, runs[0].Briefings);
        Assert.True(runs[0].Mean > runs[1].Mean && runs[1].Mean >= runs[2].Mean && runs[2].Briefings > 0, string.Join('\n', runs.Select(Counts)));
        Assert.Equal(Counts(runs[2]), Counts(runs[3]));
        Assert.Equal(runs[2].Rings, runs[3].Rings);
    }

    private static string Counts(MonthFigures figures) =>
        $"mean {figures.Mean:F3}, quiet {figures.Quiet}, mornings {figures.Briefings}, slips {figures.Slips}, signed {figures.Signed}, waits {figures.Tasks}, rungs {figures.Rungs}";
}
