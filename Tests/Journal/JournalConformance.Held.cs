using DisclosureBot.Journal;
using Xunit;

namespace DisclosureBot.Tests.Journal;

public abstract partial class JournalConformance
{
    private static readonly SlotWrite HeldToAct = new("li", Alert: true, MustAct: true) { CanWait = true, Held = true };
    private static readonly SlotWrite HeldNews = new("li", Alert: true, MustAct: false) { CanWait = true, Held = true };
    private static readonly SlotWrite HeldQuietly = new("li", Alert: false, MustAct: false) { CanWait = true, Held = true };

    [Fact]
    public async Task A_held_slot_is_owed_to_nobody_and_waits_for_the_person_all_the_same()
    {
        await Commit(Write(slots: HeldToAct));

        Assert.Empty(await Stale());
        Assert.Equal((SlotState.Held, 1, 0, true), ((await Li()).State, (await Li()).Wanted, (await Li()).AlertWanted, (await Li()).MustAct));
        Assert.Equal(Id, Assert.Single(await Journal.Waiting("li", Stop)).CaseId);
        Assert.Empty(await Journal.TroubledSlots(10, Stop));
    }

    [Fact]
    public async Task It_stays_held_over_a_start_and_over_more_that_can_wait()
    {
        await Commit(Write(slots: HeldToAct));
        Journal.Prepare();
        await Commit(Write(after: 1, slots: HeldQuietly));

        Assert.Empty(await Stale());
        Assert.Equal((SlotState.Held, 2, false), ((await Li()).State, (await Li()).Wanted, (await Li()).MustAct));
    }

    [Fact]
    public async Task What_cannot_wait_releases_it_and_rings()
    {
        await Commit(Write(slots: HeldToAct));
        await Commit(Write(after: 1, slots: ToldToAct));

        Assert.Equal((SlotState.Idle, 2, 2), (Assert.Single(await Stale()).State, (await Li()).Wanted, (await Li()).AlertWanted));
        Assert.Empty(await Journal.News("li", Noon, 10, Stop));
    }

    [Fact]
    public async Task Where_a_card_stands_it_is_edited_and_rings_nobody()
    {
        await Delivered();
        await Commit(Write(after: 1, slots: HeldNews));

        var slot = Assert.Single(await Stale());
        Assert.Equal((SlotState.Idle, "m-1", 2, 1, 1), (slot.State, slot.MessageId, slot.Wanted, slot.AlertWanted, slot.Alerted));
        Assert.Equal(Id, Assert.Single(await Journal.News("li", Noon, 10, Stop)).Case.CaseId);
    }

    [Theory]
    [InlineData(SlotState.Sending)]
    [InlineData(SlotState.Unknown)]
    [InlineData(SlotState.Idle)]
    public async Task A_ring_that_was_owed_or_under_way_is_not_taken_back(SlotState state)
    {
        await Commit(Write(slots: ToldToAct));
        if (state == SlotState.Sending) await Journal.BeginSend(Id, "li", 1, Stop);
        if (state == SlotState.Unknown) await Fail(SlotState.Unknown);
        await Commit(Write(after: 1, slots: HeldNews));

        Assert.Equal(state, (await Li()).State);
        Assert.Single(await Stale());
    }

    [Fact]
    public async Task A_quiet_card_not_yet_sent_is_held_with_what_can_wait()
    {
        await Commit(Write(slots: ToldNothing));
        await Commit(Write(after: 1, slots: HeldQuietly));

        Assert.Empty(await Stale());
    }

    [Fact]
    public async Task Taking_the_clicked_message_over_releases_it()
    {
        await Commit(Write(slots: HeldToAct));
        await Journal.Adopt(Id, new("li", "https://s", "conv-1", "clicked"), Stop);

        Assert.Equal((SlotState.Idle, "clicked"), (Assert.Single(await Stale()).State, (await Li()).MessageId));
    }

    [Fact]
    public async Task Whoever_wants_everything_at_once_gets_the_cards_of_open_cases_without_a_ring()
    {
        await Commit(Write(slots: [HeldToAct, HeldToAct with { Person = "wang" }]));
        await Commit(Write("slip-2", slots: HeldNews) with { Listing = Listed() with { Open = false } });
        Assert.Equal(["li", "wang"], await Journal.PeopleHeldFor(Stop));

        Assert.Equal(1, await Journal.ReleaseHeld("li", Stop));
        Assert.Equal(0, await Journal.ReleaseHeld("li", Stop));
        var slot = Assert.Single(await Stale());
        Assert.Equal((Id, "li", 0), (slot.CaseId, slot.Person, slot.AlertWanted));
        Assert.Equal(["wang"], await Journal.PeopleHeldFor(Stop));
    }

    [Fact]
    public async Task Turning_up_elsewhere_releases_nothing()
    {
        await Commit(Write(slots: HeldToAct));
        await Journal.Reopen(new Contact("li", "https://s", "conv-1"), Stop);
        await Journal.Reopen(new Contact("li", "https://s", "conv-2"), Stop);

        Assert.Equal(SlotState.Held, (await Li()).State);
        Assert.Empty(await Stale());
    }

    [Fact]
    public async Task News_are_what_nobody_was_rung_for_since_then_and_asks_nothing()
    {
        await Commit(Write(slots: HeldNews));
        Assert.Single(await Journal.News("li", Noon, 10, Stop));
        Assert.Empty(await Journal.News("li", Noon.AddMinutes(1), 10, Stop));
        Assert.Empty(await Journal.News("wang", Noon, 10, Stop));
        await Commit(Write(after: 1, slots: HeldToAct));
        Assert.Empty(await Journal.News("li", Noon, 10, Stop));
        await Commit(Write(after: 2, slots: HeldQuietly));
        Assert.Empty(await Journal.News("li", Noon, 10, Stop));
    }

    [Fact]
    public async Task News_are_also_the_drafters_own_that_others_moved_on()
    {
        CaseWrite Moved(long after, string actor, DateTimeOffset since) =>
            Write(after: after) with { Events = [new("Signed", "{}", actor, Noon.AddHours(after + 1))], Listing = Listed() with { Since = since } };
        await Commit(Moved(0, "luoqing", Noon.AddHours(1)));
        Assert.Empty(await Journal.News("luoqing", Noon, 10, Stop));
        await Commit(Moved(1, "wang", Noon.AddHours(2)));
        Assert.Single(await Journal.News("luoqing", Noon, 10, Stop));
        Assert.Empty(await Journal.News("wang", Noon, 10, Stop));
        await Commit(Moved(2, "wang", Noon.AddHours(2)));
        Assert.Empty(await Journal.News("luoqing", Noon.AddHours(2), 10, Stop));
    }

    [Fact]
    public async Task Behind_is_whoever_has_not_got_the_newest_of_the_case()
    {
        await Delivered();
        Assert.Empty(await Journal.Behind(Id, Stop));
        await Commit(Write(after: 1, slots: ToldToAct));
        Assert.Equal(["li"], await Journal.Behind(Id, Stop));
    }
}
