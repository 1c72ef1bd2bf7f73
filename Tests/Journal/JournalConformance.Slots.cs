using DisclosureBot.Journal;
using Xunit;

namespace DisclosureBot.Tests.Journal;

public abstract partial class JournalConformance
{
    private static readonly SlotWrite ToldToAct = new("li", Alert: true, MustAct: true);
    private static readonly SlotWrite ToldNothing = new("li", Alert: false, MustAct: false);

    [Fact]
    public async Task A_new_slot_is_stale_and_wants_the_new_version()
    {
        await Commit(Write(events: 2, slots: ToldToAct));

        var slot = Assert.Single(await Stale());
        Assert.Equal(
            new Slot(Id, "slip", "li", 2, 0, 2, 0, true, null, null, null, null, SlotState.Idle, 0, null, null), slot);
        Assert.Equal(slot, await Journal.Slot(Id, "li", Stop));
        Assert.Null(await Journal.Slot(Id, "wang", Stop));
    }

    [Fact]
    public async Task A_quiet_slot_keeps_the_alert_asked_for_before()
    {
        await Commit(Write(slots: ToldToAct));
        await Commit(Write(after: 1, slots: ToldNothing));

        var slot = await Li();
        Assert.Equal((2, 1, false), (slot.Wanted, slot.AlertWanted, slot.MustAct));
    }

    [Fact]
    public async Task A_case_that_moves_on_without_the_person_leaves_their_slot_alone()
    {
        await Delivered();
        await Commit(Write(after: 1));

        Assert.Empty(await Stale());
    }

    [Fact]
    public async Task A_slot_without_a_way_of_its_own_borrows_the_contact()
    {
        await Commit(Write(slots: [ToldToAct, new("wang", true, false)]));
        await Journal.SaveContact(new("wang", "https://s", "conv-w"), Stop);

        Assert.Equal([(null, null), ("https://s", "conv-w")], (await Stale()).Select(s => (s.ServiceUrl, s.ConversationId)));
        Assert.Equal("conv-w", (await Journal.Slot(Id, "wang", Stop))!.ConversationId);
    }

    [Fact]
    public async Task An_own_way_goes_before_the_contact()
    {
        await Delivered();
        await Journal.SaveContact(new("li", "https://other", "conv-other"), Stop);

        Assert.Equal(("https://s", "conv-1"), ((await Li()).ServiceUrl, (await Li()).ConversationId));
    }

    [Fact]
    public async Task A_begun_send_counts_the_alert_and_a_failed_one_the_attempt()
    {
        await Commit(Write(slots: ToldToAct));
        await Journal.BeginSend(Id, "li", 1, Stop);
        await Journal.BeginSend(Id, "li", 0, Stop);

        var slot = await Li();
        Assert.Equal((SlotState.Sending, 0, 1), (slot.State, slot.Attempts, slot.Alerted));
        await Fail(SlotState.Idle);
        await Fail(SlotState.Idle);
        Assert.Equal(2, (await Li()).Attempts);
    }

    [Fact]
    public async Task A_delivered_slot_is_at_rest()
    {
        await Delivered();

        var slot = await Li();
        Assert.Equal(("https://s", "conv-1", "m-1", null), (slot.ServiceUrl, slot.ConversationId, slot.MessageId, slot.RetiredId));
        Assert.Equal((SlotState.Idle, 1, 0, null), (slot.State, slot.Delivered, slot.Attempts, slot.LastError));
        Assert.Empty(await Stale());
    }

    [Theory]
    [InlineData("m-2")]
    [InlineData(null)]
    public async Task A_second_message_retires_the_first_until_it_is_cleared(string? second)
    {
        await Delivered();
        await Journal.SendSucceeded(Id, "li", "https://s", "conv-1", second, 1, Stop);

        var slot = Assert.Single(await Stale());
        Assert.Equal((second, "m-1"), (slot.MessageId, slot.RetiredId));
        await Journal.RetiredCleared(Id, "li", "m-1", Stop);
        Assert.Null((await Li()).RetiredId);
        Assert.Empty(await Stale());
    }

    [Fact]
    public async Task The_same_message_again_retires_nothing()
    {
        await Delivered();
        await Journal.SendSucceeded(Id, "li", "https://s", "conv-1", "m-1", 1, Stop);

        Assert.Null((await Li()).RetiredId);
    }

    [Fact]
    public async Task A_slot_in_doubt_only_about_an_old_message_is_at_rest_once_that_is_cleared()
    {
        await Delivered();
        await Journal.SendSucceeded(Id, "li", "https://s", "conv-1", "m-2", 1, Stop);
        await Fail(SlotState.Unknown);
        await Journal.RetiredCleared(Id, "li", "m-1", Stop);

        Assert.Equal(SlotState.Idle, (await Li()).State);
        Assert.Empty(await Journal.TroubledSlots(10, Stop));
    }

    [Fact]
    public async Task An_update_never_takes_delivered_back()
    {
        await Delivered();
        await Commit(Write(after: 1, events: 2, slots: ToldNothing));
        await Journal.UpdateSucceeded(Id, "li", "m-1", 3, Stop);
        await Journal.UpdateSucceeded(Id, "li", "m-1", 2, Stop);

        Assert.Equal((3, "m-1"), ((await Li()).Delivered, (await Li()).MessageId));
        Assert.Empty(await Stale());
    }

    [Fact]
    public async Task A_version_wanted_while_sending_stays_stale_after_the_send()
    {
        await Commit(Write(slots: ToldToAct));
        await Journal.BeginSend(Id, "li", 1, Stop);
        await Commit(Write(after: 1, slots: ToldNothing));
        Assert.Equal(SlotState.Sending, (await Li()).State);
        await Journal.SendSucceeded(Id, "li", "https://s", "conv-1", "m-1", 1, Stop);

        Assert.Equal((2, 1), (Assert.Single(await Stale()).Wanted, (await Li()).Delivered));
    }

    [Fact]
    public async Task A_failed_send_is_due_again_at_its_next_attempt()
    {
        await Commit(Write(slots: ToldToAct));
        await Journal.BeginSend(Id, "li", 1, Stop);
        await Fail(SlotState.Idle, Noon.AddSeconds(30));

        Assert.Empty(await Journal.StaleSlots(Noon.AddSeconds(29), 10, Stop));
        var slot = Assert.Single(await Journal.StaleSlots(Noon.AddSeconds(30), 10, Stop));
        Assert.Equal((1, "429", Noon.AddSeconds(30), 1), (slot.Attempts, slot.LastError, slot.NextAttempt, slot.Alerted));
    }

    [Fact]
    public async Task An_alert_surely_not_begun_is_wanted_again()
    {
        await Commit(Write(slots: ToldToAct));
        await Journal.BeginSend(Id, "li", 1, Stop);
        await Journal.SendFailed(Id, "li", SlotState.Idle, null, "429", forgetMessage: false, alertNotBegun: 1, Stop);

        Assert.Equal((1, 0), ((await Li()).AlertWanted, (await Li()).Alerted));
    }

    [Fact]
    public async Task A_failure_for_an_alert_not_reached_leaves_alerted_alone()
    {
        await Delivered();
        await Journal.SendFailed(Id, "li", SlotState.Idle, null, "429", forgetMessage: false, alertNotBegun: 2, Stop);

        Assert.Equal(1, (await Li()).Alerted);
    }

    [Fact]
    public async Task A_message_that_is_gone_is_forgotten()
    {
        await Delivered();
        await Journal.SendFailed(Id, "li", SlotState.Idle, null, "404", forgetMessage: true, alertNotBegun: null, Stop);

        Assert.Null((await Li()).MessageId);
    }

    [Theory]
    [InlineData(SlotState.Unreachable, false)]
    [InlineData(SlotState.Failed, false)]
    [InlineData(SlotState.Unknown, true)]
    public async Task A_troubled_slot_is_shown_and_retried_only_when_in_doubt(SlotState state, bool retried)
    {
        await Commit(Write(slots: ToldToAct));
        await Fail(state);

        Assert.Equal(state, Assert.Single(await Journal.TroubledSlots(10, Stop)).State);
        Assert.Equal(retried, (await Stale()).Count == 1);
    }

    [Theory]
    [InlineData(SlotState.Failed, SlotState.Idle, true)]
    [InlineData(SlotState.Unknown, SlotState.Unknown, true)]
    [InlineData(SlotState.Unreachable, SlotState.Unreachable, false)]
    [InlineData(SlotState.Idle, SlotState.Idle, false)]
    public async Task A_new_version_gives_a_slot_that_gave_up_a_new_chance(SlotState before, SlotState after, bool due)
    {
        await Commit(Write(slots: ToldToAct));
        await Journal.BeginSend(Id, "li", 1, Stop);
        await Fail(before, Noon.AddHours(1));
        await Commit(Write(after: 1, slots: ToldNothing));

        Assert.Equal((after, due ? 0 : 1), ((await Li()).State, (await Li()).Attempts));
        Assert.Equal(due, (await Stale()).Count == 1);
    }

    [Fact]
    public async Task Whoever_turns_up_has_their_unreachable_slots_due_at_once()
    {
        await Commit(Write(slots: [ToldToAct, new("wang", true, false)]));
        await Commit(Write("slip-2", slots: ToldToAct));
        await Fail(SlotState.Unreachable, Noon.AddHours(1));

        Assert.Equal(1, await Journal.Reopen(new Contact("li", "https://s", "conv-1"), Stop));
        Assert.Equal(0, await Journal.Reopen(new Contact("li", "https://s", "conv-1"), Stop));
        Assert.Equal((SlotState.Idle, 0, null), ((await Li()).State, (await Li()).Attempts, (await Li()).NextAttempt));
        Assert.Equal(["li", "wang"], (await Stale()).Select(slot => slot.Person));
    }

    [Fact]
    public async Task Whoever_comes_back_in_another_conversation_has_their_open_cards_posted_anew_there()
    {
        await Delivered();
        await Journal.SaveContact(new("li", "https://s", "conv-2"), Stop);

        Assert.Equal(1, await Journal.Reopen(new Contact("li", "https://s", "conv-2"), Stop));
        var slot = Assert.Single(await Stale());
        Assert.Equal(("conv-2", null, 0), (slot.ConversationId, slot.MessageId, slot.Delivered));
        Assert.Equal(0, await Journal.Reopen(new Contact("li", "https://s", "conv-2"), Stop));
    }

    [Fact]
    public async Task A_finished_case_stays_where_it_lies_when_the_conversation_changes()
    {
        await Delivered();
        await Commit(Write(after: 1) with { Listing = Listed() with { Open = false } });

        Assert.Equal(0, await Journal.Reopen(new Contact("li", "https://s", "conv-2"), Stop));
    }

    [Fact]
    public async Task A_clicked_message_becomes_the_live_card_and_the_one_before_is_retired()
    {
        await Delivered();
        var before = (await Li()).MessageId;

        await Journal.Adopt(Id, new("li", "https://s", "conv-1", "clicked"), Stop);
        await Journal.Adopt(Id, new("li", "https://s", "conv-1", "clicked"), Stop);

        var slot = Assert.Single(await Stale());
        Assert.Equal(("clicked", before, 0), (slot.MessageId, slot.RetiredId, slot.Delivered));
    }

    [Fact]
    public async Task A_message_that_is_another_cases_live_card_is_not_taken_from_it()
    {
        await Delivered();
        await Commit(Write("slip-2", slots: ToldToAct));
        await Journal.Adopt("slip-2", new("li", "https://s", "conv-1", "m-1"), Stop);

        Assert.Null((await Journal.Slot("slip-2", "li", Stop))!.MessageId);
        Assert.Equal("m-1", (await Li()).MessageId);
    }

    [Fact]
    public async Task An_update_of_a_message_that_is_no_longer_the_live_card_says_nothing_of_it()
    {
        await Delivered();
        await Journal.Adopt(Id, new("li", "https://s", "conv-1", "clicked"), Stop);
        await Journal.UpdateSucceeded(Id, "li", "m-1", 1, Stop);

        Assert.Equal(("clicked", 0), ((await Li()).MessageId, (await Li()).Delivered));
    }

    [Fact]
    public async Task Whoever_turns_up_at_another_service_address_is_written_to_there()
    {
        await Delivered();
        Assert.Equal(1, await Journal.Reopen(new Contact("li", "https://moved", "conv-1"), Stop));
        Assert.Equal(("https://moved", "m-1"), ((await Li()).ServiceUrl, (await Li()).MessageId));
    }

    [Theory]
    [InlineData(SlotState.Failed, SlotState.Idle)]
    [InlineData(SlotState.Unknown, SlotState.Unknown)]
    public async Task A_start_makes_due_what_was_resting_or_refused(SlotState before, SlotState after)
    {
        await Commit(Write(slots: ToldToAct));
        await Fail(before, Noon.AddDays(3));
        Journal.Prepare();
        Assert.Equal((after, null), ((await Li()).State, (await Li()).NextAttempt));
    }

    [Fact]
    public async Task An_unreachable_slot_is_tried_again_only_where_a_time_is_set()
    {
        await Commit(Write(slots: ToldToAct));
        await Fail(SlotState.Unreachable);
        Assert.Empty(await Stale());
        await Fail(SlotState.Unreachable, Noon.AddHours(1));
        Assert.Empty(await Stale());
        Assert.Single(await Journal.StaleSlots(Noon.AddHours(1), 10, Stop));
    }

    [Fact]
    public async Task A_blanked_message_that_was_adopted_meanwhile_is_written_anew()
    {
        await Delivered();
        await Journal.Adopt(Id, new("li", "https://s", "conv-1", "clicked"), Stop);
        await Journal.UpdateSucceeded(Id, "li", "clicked", 1, Stop);
        await Journal.RetiredCleared(Id, "li", "clicked", Stop);

        Assert.Equal(("clicked", "m-1", 0), ((await Li()).MessageId, (await Li()).RetiredId, (await Li()).Delivered));
    }

    [Fact]
    public async Task Slots_that_waited_for_the_bureaus_first_contact_are_due_again_when_it_comes()
    {
        await Commit(Write(slots: ToldToAct));
        await Journal.SendFailed(Id, "li", SlotState.Unreachable, null, CaseJournal.NobodyKnown, forgetMessage: false, alertNotBegun: null, Stop);
        Assert.Empty(await Stale());
        await Journal.ReopenUntried(Stop);
        Assert.Single(await Stale());
    }

    [Fact]
    public async Task A_card_clicked_by_somebody_without_a_slot_changes_nothing()
    {
        await Commit(Write());
        await Journal.Adopt(Id, new("wang", "https://s", "conv-w", "clicked"), Stop);
        Assert.Empty(await Stale());
    }

    [Fact]
    public async Task The_card_a_decision_was_clicked_on_is_adopted_with_it()
    {
        await Commit(Write(slots: ToldNothing) with { Clicked = new("li", "https://s", "conv-1", "drafting-card") });

        var slot = Assert.Single(await Stale());
        Assert.Equal(("drafting-card", "conv-1", 1L, 0L), (slot.MessageId, slot.ConversationId, slot.Wanted, slot.Delivered));
    }

    [Fact]
    public async Task Due_slots_are_announced_after_commits_and_when_someone_comes_back()
    {
        var rings = 0;
        Journal.SlotsDue += () => rings++;
        await Commit(Write(slots: ToldToAct));
        await Fail(SlotState.Unreachable);
        await Journal.Reopen(new Contact("li", "https://s", "conv-1"), Stop);

        Assert.Equal(2, rings);
    }

    [Fact]
    public async Task Stale_slots_come_alerts_first_one_per_person_and_no_more_than_asked()
    {
        await Commit(Write("slip-1", slots: [ToldNothing, new("wang", false, false)]));
        await Commit(Write("slip-2", slots: [ToldToAct]));
        await Commit(Write("slip-3", slots: [ToldNothing]));

        Assert.Equal("li:slip-2 wang:slip-1", string.Join(' ', (await Stale()).Select(s => $"{s.Person}:{s.CaseId}")));
        Assert.Equal("slip-2", Assert.Single(await Journal.StaleSlots(Noon, 1, Stop)).CaseId);
    }

    [Fact]
    public async Task A_slot_found_sending_at_a_start_is_in_doubt_and_its_alert_stays_begun()
    {
        await Commit(Write(slots: ToldToAct));
        await Journal.BeginSend(Id, "li", 1, Stop);

        var restarted = Open();
        restarted.Prepare();

        var slot = Assert.Single(await restarted.StaleSlots(Noon, 10, Stop));
        Assert.Equal((SlotState.Unknown, 1, 1), (slot.State, slot.Alerted, slot.AlertWanted));
    }

    [Fact]
    public async Task Recording_on_a_slot_that_does_not_exist_is_a_fault() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Journal.BeginSend(Id, "nobody", 1, Stop));

    private async Task Delivered()
    {
        await Commit(Write(slots: ToldToAct));
        await Journal.BeginSend(Id, "li", 1, Stop);
        await Journal.SendSucceeded(Id, "li", "https://s", "conv-1", "m-1", 1, Stop);
    }

    private Task Fail(SlotState state, DateTimeOffset? next = null) =>
        Journal.SendFailed(Id, "li", state, next, "429", forgetMessage: false, alertNotBegun: null, Stop);

    private async Task<Slot> Li() => (await Journal.Slot(Id, "li", Stop))!;

    private Task<IReadOnlyList<Slot>> Stale() => Journal.StaleSlots(Noon, 10, Stop);
}
