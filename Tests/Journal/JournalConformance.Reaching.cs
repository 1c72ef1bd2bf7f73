using DisclosureBot.Journal;
using Xunit;

namespace DisclosureBot.Tests.Journal;

/// <summary>Who is reached: what has not arrived, by person and cause; and to whom a way is known.</summary>
public abstract partial class JournalConformance
{
    [Fact]
    public async Task What_has_not_arrived_is_counted_by_person_and_cause()
    {
        foreach (var (id, mustAct) in new[] { ("slip-1", true), ("slip-2", true), ("slip-3", false) })
        {
            await Commit(Write(id, slots: [new("li", true, mustAct), new("pu", true, mustAct), new("yang", true, mustAct)]));
            await Journal.SendFailed(id, "li", SlotState.Unreachable, null, "ConversationBlockedByUser", forgetMessage: false, null, Stop);
            await Journal.BeginSend(id, "yang", 1, Stop);
            await Journal.SendSucceeded(id, "yang", "https://s", "c", "m-" + id, 1, Stop);
        }

        await Journal.BeginSend("slip-1", "pu", 1, Stop);
        await Journal.SendFailed("slip-1", "pu", SlotState.Unknown, Noon, "504", forgetMessage: false, null, Stop);
        await Journal.SendFailed("slip-2", "pu", SlotState.Idle, Noon, "401 Unauthorized", forgetMessage: false, null, Stop);

        var all = await Journal.Undelivered(Stop);
        Assert.Equal(
            [
                ("li", SlotState.Unreachable, "ConversationBlockedByUser", true, false, 1), ("li", SlotState.Unreachable, "ConversationBlockedByUser", true, true, 2),
                ("pu", SlotState.Idle, null, false, false, 1), ("pu", SlotState.Idle, "401 Unauthorized", true, true, 1), ("pu", SlotState.Unknown, "504", true, true, 1),
            ],
            all.Select(one => (one.Person, one.State, one.Error, one.IsTried, one.MustAct, one.Count)));
        Assert.All(all, one => Assert.NotEqual(default, one.Oldest));
        Assert.Empty(await Open("another-bureau").Undelivered(Stop));
    }

    [Fact]
    public async Task A_way_to_somebody_stays_known_when_they_have_gone()
    {
        await Journal.SaveContact(new("li", "https://s", "c-1"), Stop);
        await Journal.SaveContact(new("pu", "https://s", "c-2"), Stop);
        await Journal.ForgetContact("pu", Stop);
        Assert.Equal([new("li", Gone: false), new("pu", Gone: true)], (await Journal.KnownWays(Stop)).OrderBy(way => way.Person, StringComparer.Ordinal));
        Assert.Empty(await Open("another-bureau").KnownWays(Stop));
    }
}
