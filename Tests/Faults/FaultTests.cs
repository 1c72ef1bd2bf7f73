using DisclosureBot.Tests.Documents;
using DisclosureBot.Tests.Month;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Faults;

/// <summary>
/// A few days of a small bureau among faults of every kind; longer ones are lived by the bench. Run by name with
/// <c>-explicit on</c>: a process killed with an edit under way can still leave an older card now and then.
/// </summary>
public sealed class FaultTests
{
    [Fact(Explicit = true)]
    public async Task Days_among_faults_leave_the_same_journal_and_the_same_cards_as_days_of_peace()
    {
        Needs.Postgres();
        Needs.Faketime();
        var plan = new FaultPlan(new MonthPlan(10, new(2026, 9, 14), new(2026, 9, 18), SlipsADay: 3, Seed: 11, "即时", Step: 124) { Between = TimeSpan.FromMinutes(20) }, Replicas: 3, Every: 6, Whims: 0.15);

        var figures = await new FaultRun(plan).Go(Samples.Docx());

        TestContext.Current.TestOutputHelper?.WriteLine($"{figures} {string.Join(", ", figures.Struck)}");
        Assert.True(figures.Wrong.Count == 0, string.Join('\n', figures.Wrong));
        Assert.Equal(Enum.GetValues<Fault>(), figures.Struck.Keys.Order());
        Assert.True(figures is { Slips: > 5, Marks: > 10, Whims: > 10 }, figures.ToString());
    }
}
