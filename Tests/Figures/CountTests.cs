using DisclosureBot.Figures;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Interpretation;
using Xunit;
using static DisclosureBot.Tests.Figures.Bench;
using static DisclosureBot.Tests.Opinions.Digest.Register;

namespace DisclosureBot.Tests.Figures;

/// <summary>What each figure counts, and in which period.</summary>
public sealed class CountTests
{
    private const string Later = "2026-12-15T09:00";
    private static readonly Period October = Period.Month(2026, 10);
    private static readonly Period November = Period.Month(2026, 11);

    private static Tale Signed(string at = "2026-11-23T09:00") => Tale(1, at).Draft().Later(TimeSpan.FromHours(1)).Sign().Later(TimeSpan.FromHours(1)).Sign().Later(TimeSpan.FromHours(1)).Sign();

    [Theory]
    [InlineData("2026-10-31T23:59:59.9", 1, 0)]
    [InlineData("2026-11-01T00:00:00", 0, 1)]
    public void A_month_ends_at_midnight_of_bureau_time(string drafted, int october, int november)
    {
        var tale = Tale(1, drafted).Draft();
        Assert.Equal((october, november), (Count(October, Later, tale).Total.Drafted, Count(November, Later, tale).Total.Drafted));
        Assert.Equal(1, Count(Period.Year(2026), Later, tale).Total.Drafted);
    }

    [Fact]
    public void A_past_period_stays_as_it_stood_at_its_end()
    {
        var tale = Tale(1, "2026-10-30T09:00").Draft().On("2026-11-02T09:00").Sign().Later(TimeSpan.FromHours(1)).Sign().Later(TimeSpan.FromHours(1)).Sign();
        var (october, november) = (Count(October, Later, tale), Count(November, Later, tale));
        Assert.Equal((1, 1, 0), (october.Total.Drafted, october.Total.Undetermined, october.Total.Signed));
        Assert.Equal((0, 0, 1), (november.Total.Drafted, november.Total.Undetermined, november.Total.Signed));
        Assert.Equal((1, 0), (Count(Period.Year(2026), Later, tale).Total.ByAttribute[0], Count(Period.Year(2026), Later, tale).Total.Undetermined));
    }

    [Fact]
    public void A_desk_has_a_slip_from_when_it_came_until_it_passes_it_on()
    {
        var figures = Count(November, Later, Tale(1, "2026-11-20T17:00").Draft().On("2026-11-23T09:00").Do("pulan", Tale(1, "2026-11-20T17:00").Draft().Returning())
            .On("2026-11-23T11:00").Do("liying", new SlipCommand.Resubmit(2, new DraftForm(false, "关于做好冬季保供工作的通知", "通知", false, false, "平件", "各县市商务局", DisclosureAttribute.Public, null, null, "gaoyuan")))
            .On("2026-11-23T11:30").Sign());
        // Friday 17–18 and Monday 8–9; then half an hour.
        Assert.Equal((2, 1.25, 1.85), (figures.Desks[0].Turns, figures.Desks[0].Median!.Value, Math.Round(figures.Desks[0].Ninetieth!.Value, 4)));
        Assert.Equal((1, 2.0), (figures.Desks[(int)TurnDesk.Drafter].Turns, figures.Desks[(int)TurnDesk.Drafter].Median!.Value));
        Assert.Equal((1, 1), (figures.Total.Returned, figures.Desks[0].Ends[(int)TurnEnd.Returned]));
    }

    [Fact]
    public void What_is_withdrawn_or_taken_back_is_not_the_desks_time()
    {
        var tale = Tale(1, "2026-11-23T09:00").Draft().Later(TimeSpan.FromHours(1)).Sign().Later(TimeSpan.FromHours(1));
        tale.Do("pulan", new SlipCommand.TakeBack(tale.Now.Turn)).Later(TimeSpan.FromMinutes(5)).Do("liying", new SlipCommand.Withdraw(tale.Now.Turn));
        var figures = Count(November, Later, tale);
        Assert.Equal((1, 0), (figures.Desks[(int)TurnDesk.SectionHead].Turns, figures.Desks[(int)TurnDesk.GeneralOffice].Turns));
        Assert.Equal((1, 1), (figures.Desks[(int)TurnDesk.GeneralOffice].Ends[(int)TurnEnd.TakenBack], figures.Desks[(int)TurnDesk.SectionHead].Ends[(int)TurnEnd.Withdrawn]));
    }

    [Fact]
    public void Changes_are_counted_where_they_were_made_as_long_as_the_signature_stands()
    {
        var tale = Tale(1, "2026-11-23T09:00").Draft().Later(TimeSpan.FromHours(1)).Sign(DisclosureAttribute.OnRequest).Later(TimeSpan.FromHours(1)).Sign().Later(TimeSpan.FromHours(1)).Sign(DisclosureAttribute.Public)
            .Later(TimeSpan.FromHours(1)).Changed(DisclosureAttribute.NotDisclosed);
        Assert.Equal([1, 0, 1, 1], Count(November, Later, tale).Changes.Select(change => change.Sum));
        Assert.Equal((1, 1), (Count(November, Later, tale).Changes[0].Matrix[0][2], Count(November, Later, tale).Changes[3].Matrix[0][1]));
        Assert.Equal(1, Count(November, Later, tale).Total.ByAttribute[1]);

        var undone = Tale(2, "2026-11-23T09:00").Draft().Later(TimeSpan.FromHours(1)).Sign(DisclosureAttribute.OnRequest).Later(TimeSpan.FromHours(1));
        undone.Do("pulan", new SlipCommand.TakeBack(undone.Now.Turn));
        Assert.Equal(0, Count(November, Later, undone).Changes.Sum(change => change.Sum));
    }

    [Theory]
    [InlineData("2026-11-26T23:00", "2026-12-15T09:00", ClockResult.InTime)]
    [InlineData("2026-11-27T00:00", "2026-12-15T09:00", ClockResult.Late)]
    [InlineData(null, "2026-11-26T23:00", ClockResult.Running)]
    [InlineData(null, "2026-11-27T00:00", ClockResult.Overdue)]
    [InlineData("2026-12-01T09:00", "2026-12-15T09:00", ClockResult.Overdue)]
    public void A_hand_over_counts_by_its_day(string? handedOver, string now, ClockResult result)
    {
        var tale = Signed().Printed();
        if (handedOver is not null) tale.On(handedOver).HandedOver();
        var clock = Assert.Single(Read(November, now, [tale.Facts]).Clocks, row => row.Deadline == DeadlineKind.Handover);
        Assert.Equal(result, clock.Result);
    }

    [Fact]
    public void A_hand_over_before_a_change_still_counts_where_it_was_made_and_a_returned_one_does_not()
    {
        var changed = Signed("2026-11-02T09:00").Printed().On("2026-11-04T09:00").HandedOver().On("2026-11-10T09:00").Changed(DisclosureAttribute.Redacted).On("2026-11-20T09:00").HandedOver();
        var figures = Count(November, Later, changed);
        Assert.Equal((1, 1), (figures.Deadlines[0].InTime, figures.Deadlines[0].Late));
        Assert.Equal(0.5, figures.Deadlines[0].Share);

        var returned = Signed("2026-11-02T09:00").Printed().On("2026-11-04T09:00").HandedOver().On("2026-11-05T09:00");
        returned.Given(new DisclosureBot.Slips.Publishing.PublishingEvent.HandoverReturned(Who.Of(Support.DemoBureau.Person("luoqing")), returned.At, "缺附件"));
        figures = Count(November, Later, returned);
        Assert.Equal((0, 1, 0, 1), (figures.Deadlines[0].InTime, figures.Deadlines[0].Overdue, figures.Total.HandedOver, figures.Desks[(int)TurnDesk.Receiver].Ends[(int)TurnEnd.HandoverReturned]));
    }

    [Theory]
    [InlineData("2026-11-25T17:00", SyncStatus.Synchronous)]
    [InlineData("2026-11-30T09:00", SyncStatus.InTime)]
    [InlineData("2026-12-01T09:00", SyncStatus.Overdue)]
    public void Explanation_is_synchronous_in_time_or_overdue(string released, SyncStatus status)
    {
        var tale = Signed("2026-11-23T09:00");
        tale.Given(new InterpretationEvent.PolicyConfirmed(Who.Of(Support.DemoBureau.Person("qiwen")), tale.At, false, true, "重要")).Printed().On("2026-11-24T09:00").HandedOver().Received().On("2026-11-25T09:00").Published().On(released);
        tale.Given(new InterpretationEvent.Released(tale.Now.Drafter, tale.At, "https://swj.example.cn/2", "局网站", tale.At, "文字解读", false));
        var figures = Count(Period.Year(2026), Later, tale);
        Assert.Equal(status, new[] { (SyncStatus.Synchronous, figures.Sync.Synchronous), (SyncStatus.InTime, figures.Sync.InTime), (SyncStatus.Overdue, figures.Sync.Overdue) }.Single(one => one.Item2 == 1).Item1);
        Assert.Equal(status == SyncStatus.Overdue ? (0, 1) : (1, 0), (figures.Deadlines[(int)DeadlineKind.Interpretation].InTime, figures.Deadlines[(int)DeadlineKind.Interpretation].Late));
    }

    [Theory]
    [InlineData(new double[0], null, null)]
    [InlineData(new[] { 3.0 }, 3.0, 3.0)]
    [InlineData(new[] { 1.0, 2.0 }, 1.5, 1.9)]
    [InlineData(new[] { 1.0, 2.0, 4.0 }, 2.0, 3.6)]
    public void Few_numbers_have_a_median_and_a_ninetieth_too(double[] hours, double? median, double? ninetieth)
    {
        Assert.Equal(median, FigureCount.Percentile(hours, 0.5));
        Assert.Equal(ninetieth, FigureCount.Percentile(hours, 0.9) is { } value ? Math.Round(value, 9) : null);
    }

    [Fact]
    public void Clocks_of_public_opinion_count_without_drills_and_repeats()
    {
        var facts = new FigureFacts(November, Bench.At("2026-11-25T09:00"));
        var reader = new OpinionReader(facts, _ => true);
        reader.Read([Reported(1, "2026-11-20T09:00"), Taken("2026-11-20T09:10"), Assessed("2026-11-20T09:20", OpinionKind.Misunderstanding), Drafted("2026-11-20T10:00"), Reviewed("2026-11-20T10:10"), Released("2026-11-21T09:00", OpinionClockKind.Response)]);
        reader.Read([Reported(2, "2026-11-20T09:00"), Drafted("2026-11-20T10:00"), Reviewed("2026-11-20T10:10"), Released("2026-11-23T09:00", OpinionClockKind.Response)]);
        reader.Read([Reported(3, "2026-11-22T09:00")]);
        reader.Read([Reported(4, "2026-11-24T09:00"), Drafted("2026-11-24T10:00"), Reviewed("2026-11-24T10:10"), Released("2026-11-25T10:00", OpinionClockKind.Response)]);
        reader.Read([Reported(5, "2026-11-20T09:00"), Closed("2026-11-20T10:00")]);
        reader.Read([Reported(6, "2026-11-20T09:00"), TransferredOut("2026-11-20T10:00")]);
        reader.Read([Reported(7, "2026-11-20T09:00"), Merged("2026-11-20T10:00", 1)]);
        reader.Read([Reported(8, "2026-11-20T09:00", drill: new(60))]);
        var clock = Count(facts).Opinions[(int)OpinionClockKind.Response];
        Assert.Equal((1, 1, 1, 1, 1, 0.25), (clock.InTime, clock.Late, clock.Running, clock.Overdue, clock.LeftOpen, clock.Share!.Value));
    }
}
