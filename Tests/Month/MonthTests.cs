using DisclosureBot.Tests.Documents;
using Xunit;

namespace DisclosureBot.Tests.Month;

/// <summary>A small bureau over a week with a holiday and a make-up day in it: nothing stays unseen, nothing is told twice.</summary>
public sealed class MonthTests
{
    private static readonly MonthPlan Week = new(12, new(2026, 9, 17), new(2026, 9, 24), SlipsADay: 4, Seed: 7, "每日汇总");

    [Theory]
    [InlineData("即时")]
    [InlineData("按紧急程度")]
    [InlineData("每日汇总")]
    public async Task Nothing_unseen_and_nothing_twice(string mode)
    {
        var figures = await new MonthRun(Week with { Mode = mode }).Go(Samples.Docx());
        Assert.True(figures is { Slips: > 10, Signed: > 0, Tasks: > 0 }, figures.ToString());
        Assert.Empty(figures.UnseenTasks);
        Assert.Empty(figures.UnseenRungs);
        Assert.Equal(0, figures.Twice);
        Assert.Equal(mode == "即时", figures.Briefings == 0);
    }
}
