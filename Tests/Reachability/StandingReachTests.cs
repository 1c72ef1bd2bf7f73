using DisclosureBot.Reachability;
using DisclosureBot.Tests.Calendar;
using Xunit;

namespace DisclosureBot.Tests.Reachability;

/// <summary>送达提醒: as the doors open on a working day, for whoever is newly out of reach, and otherwise nothing.</summary>
public sealed class StandingReachTests
{
    private static readonly string[] Office = ["zhoulin", "xushan"];
    private static readonly OutOfReach Pu = new(new("pulan", "普云岚(演示)"), "电子商务科", ReachState.Blocked, 2, 1, Almanac.At("2026-11-20T10:00:00"));
    private static readonly OutOfReach Zhang = Pu with { Who = new("zhangmu", "张牧原(演示)") };

    [Fact]
    public void The_first_look_only_sets_the_clock_to_the_next_opening()
    {
        Assert.Equal(Almanac.At("2026-11-23T08:00:00"), Next(null, "2026-11-20T09:00:00", Pu)); // Friday: Monday
        Assert.Equal(Almanac.At("2026-10-08T08:00:00"), Next(null, "2026-09-30T09:00:00", Pu)); // before 国庆
        Assert.Equal(Almanac.At("2026-11-20T08:00:00"), Next(null, "2026-11-20T07:00:00", Pu));
    }

    [Fact]
    public void Told_once_of_each_then_quiet_and_told_anew_after_a_return()
    {
        StandingReach? reach = Begun();
        Assert.IsType<ReachEvent.Quiet>(Look(ref reach, "2026-11-23T08:00:00"));
        var told = Assert.IsType<ReachEvent.Told>(Look(ref reach, "2026-11-24T08:00:00", Pu));
        Assert.Equal(Office, told.To);
        Assert.IsType<ReachEvent.Quiet>(Look(ref reach, "2026-11-25T08:00:00", Pu));
        Assert.Equal(2, Assert.IsType<ReachEvent.Told>(Look(ref reach, "2026-11-26T08:00:00", Pu, Zhang)).Out.Count);
        Assert.IsType<ReachEvent.Quiet>(Look(ref reach, "2026-11-27T08:00:00", Zhang));
        Assert.IsType<ReachEvent.Told>(Look(ref reach, "2026-11-30T08:00:00", Zhang, Pu));
    }

    [Fact]
    public void Missed_while_the_program_was_down_it_waits_for_the_doors_and_nothing_is_looked_at_early()
    {
        StandingReach? reach = Begun();
        Assert.Equal(Almanac.At("2026-11-24T08:00:00"), Assert.IsType<ReachEvent.Looked>(Look(ref reach, "2026-11-23T20:00:00", Pu)).Next);
        Assert.Null(Look(ref reach, "2026-11-24T07:00:00", Pu));
        Assert.IsType<ReachEvent.Told>(Look(ref reach, "2026-11-24T10:00:00", Pu));
    }

    [Fact]
    public void Only_who_was_told_is_shown_it_and_it_says_so_in_lists()
    {
        StandingReach? reach = Begun();
        var fact = Look(ref reach, "2026-11-23T08:00:00", Pu)!;
        var cases = new ReachCase();
        Assert.Equal(Office, cases.React(null, [fact], reach!).Slots.Where(slot => slot is { Alert: true, MustAct: false }).Select(slot => slot.Person));
        Assert.Contains("1人在Teams中联系不上", cases.List(reach!).Status, StringComparison.Ordinal);
        Assert.Equal(cases.Write(reach!), cases.Write(cases.Read(new(ReachCase.Id, ReachCase.Kind, 2, cases.Write(reach!)))!));
    }

    private static StandingReach Begun()
    {
        StandingReach? reach = null;
        Look(ref reach, "2026-11-20T09:00:00");
        return reach!;
    }

    private static DateTimeOffset Next(StandingReach? reach, string at, params OutOfReach[] people) => Look(ref reach, at, people)!.Next;

    private static ReachEvent? Look(ref StandingReach? reach, string at, params OutOfReach[] people)
    {
        var facts = StandingReach.Look(reach, Almanac.Present, people, Office, Almanac.At(at));
        foreach (var fact in facts) reach = StandingReach.Evolve(reach, fact);
        return facts.SingleOrDefault();
    }
}
