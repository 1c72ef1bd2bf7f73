using DisclosureBot.Briefing;
using DisclosureBot.Journal;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Briefing;

/// <summary>What is held back for a morning's card, and from whom nothing ever is.</summary>
public sealed class HoldingTests
{
    [Theory]
    [InlineData(ReminderMode.AtOnce, false, false)]
    [InlineData(ReminderMode.ByUrgency, true, false)]
    [InlineData(ReminderMode.Digest, true, true)]
    public void A_person_is_spared_what_can_wait_as_they_prefer(ReminderMode mode, bool ordinary, bool urgent)
    {
        var reminding = new Reminding(DemoBureau.Roster, mode);
        Assert.Equal([ordinary, urgent, false], reminding.Of([Slot("pulan", waits: true), Slot("pulan", waits: true, urgent: true), Slot("pulan", waits: false)]).Select(slot => slot.Held));
    }

    /// <summary>A group has no morning's card: what is held for it nobody would ever read.</summary>
    [Theory]
    [InlineData("@opinion")]
    [InlineData("whoever-left")]
    public void A_group_and_whoever_left_are_never_held_back_from(string person)
    {
        foreach (var mode in Enum.GetValues<ReminderMode>())
        {
            var reminding = new Reminding(DemoBureau.Roster, mode);
            Assert.All(reminding.Of([Slot(person, waits: true), Slot(person, waits: true, urgent: true)]), slot => Assert.False(slot.Held));
        }
    }

    private static SlotWrite Slot(string person, bool waits, bool urgent = false) => new(person, Alert: true, MustAct: true) { CanWait = waits, IsUrgent = urgent };
}
