using DisclosureBot.Journal;
using DisclosureBot.Reachability;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Reachability;

/// <summary>One state per person, the worst of what stands in the journal.</summary>
public sealed class PersonReachTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData(SlotState.Unreachable, "ConversationBlockedByUser", true, ReachState.Blocked, true)]
    [InlineData(SlotState.Unreachable, "MessageWritesBlocked", true, ReachState.Blocked, true)]
    [InlineData(SlotState.Unreachable, "BotNotInConversationRoster", true, ReachState.NotInstalled, true)]
    [InlineData(SlotState.Unreachable, "ConversationNotFound", true, ReachState.NotInstalled, true)]
    [InlineData(SlotState.Unreachable, "removed the bot", true, ReachState.NotInstalled, true)]
    [InlineData(SlotState.Unreachable, "BotDisabledByAdmin", true, ReachState.Refused, true)]
    [InlineData(SlotState.Unreachable, CaseJournal.NobodyKnown, true, ReachState.NotYet, true)]
    [InlineData(SlotState.Failed, "400 BadSyntax", true, ReachState.Refused, true)]
    [InlineData(SlotState.Idle, "401 Unauthorized", true, ReachState.Refused, true)]
    [InlineData(SlotState.Idle, "403 Forbidden", true, ReachState.Refused, true)]
    [InlineData(SlotState.Unknown, "504", true, ReachState.InDoubt, false)]
    [InlineData(SlotState.Idle, "429", true, ReachState.Retrying, false)]
    [InlineData(SlotState.Sending, "429", true, ReachState.Retrying, false)]
    [InlineData(SlotState.Idle, "401 Unauthorized", false, ReachState.OnTheWay, false)]
    [InlineData(SlotState.Idle, null, false, ReachState.OnTheWay, false)]
    public void What_has_not_arrived_says_why(SlotState state, string? error, bool tried, ReachState expected, bool isOut)
    {
        var reach = Of("pulan", [new("pulan", Gone: false)], new Undelivered("pulan", state, error, tried, MustAct: true, 2, Noon));
        Assert.Equal((expected, 2, 2, Noon, isOut), (reach.State, reach.Count, reach.MustAct, reach.Oldest, reach.IsOut));
    }

    [Fact]
    public void Without_anything_behind_the_way_itself_decides()
    {
        Assert.Equal((ReachState.Delivered, false), State(Of("pulan", [new("pulan", Gone: false)])));
        Assert.Equal((ReachState.NotInstalled, true), State(Of("pulan", [new("pulan", Gone: true)])));
        Assert.Equal((ReachState.NotYet, false), State(Of("pulan", [])));
        // The bot opens a conversation by itself: until that has failed nobody is out of reach.
        Assert.Equal((ReachState.OnTheWay, false), State(Of("pulan", [], new Undelivered("pulan", SlotState.Idle, null, false, true, 1, Noon))));
    }

    [Fact]
    public void The_worst_counts_and_all_are_counted()
    {
        var reach = Of("pulan", [new("pulan", Gone: false)],
            new Undelivered("pulan", SlotState.Unknown, "504", true, MustAct: false, 3, Noon),
            new Undelivered("pulan", SlotState.Unreachable, "ConversationBlockedByUser", true, MustAct: true, 1, Noon.AddDays(-2)));
        Assert.Equal((ReachState.Blocked, 4, 1, Noon.AddDays(-2)), (reach.State, reach.Count, reach.MustAct, reach.Oldest));
    }

    [Fact]
    public void Everyone_of_the_roster_has_a_line_and_nobody_else()
    {
        var all = PersonReach.Of(DemoBureau.Roster, [new("stranger", false)], [new("stranger", SlotState.Unreachable, "x", true, true, 1, Noon)]);
        Assert.Equal(DemoBureau.Roster.People, all.Select(one => one.Person));
    }

    private static (ReachState, bool) State(PersonReach reach) => (reach.State, reach.IsOut);

    private static PersonReach Of(string person, KnownWay[] ways, params Undelivered[] behind) =>
        PersonReach.Of(DemoBureau.Roster, ways, behind).Single(one => one.Person.Id == person);
}
