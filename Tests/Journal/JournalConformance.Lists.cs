using DisclosureBot.Journal;
using Xunit;

namespace DisclosureBot.Tests.Journal;

public abstract partial class JournalConformance
{
    [Fact]
    public async Task The_last_once_key_is_the_greatest_with_its_prefix_in_this_bureau()
    {
        Assert.Null(await Journal.LastOnceKey("number:楚商发:2026:", Stop));
        string[] used = ["number:楚商发:2026:0000009", "number:楚商发:2026:0000010", "number:楚商发:2025:0000099", "number:楚商:2026:0000077", "number:楚商函:2026:0000050", "form-1"];
        foreach (var key in used)
            await Commit(Write($"slip-of-{key}") with { OnceKey = key });
        await Open("another").Commit(Write("slip-1") with { OnceKey = "number:楚商发:2026:0000500" }, Stop);

        Assert.Equal("number:楚商发:2026:0000010", await Journal.LastOnceKey("number:楚商发:2026:", Stop));
        Assert.Equal("number:楚商:2026:0000077", await Journal.LastOnceKey("number:楚商:2026:", Stop));
        Assert.Null(await Journal.LastOnceKey("number:楚商发:2027:", Stop));
    }

    [Fact]
    public async Task The_inbox_shows_what_must_be_acted_on_first_then_the_newest()
    {
        await Case("slip-1", 1, mustAct: true);
        await Case("slip-2", 2, mustAct: false);
        await Case("slip-3", 3, mustAct: true);
        await Case("slip-4", 4, mustAct: false);
        await Commit(Write("slip-5"));

        Assert.Equal("slip-3 slip-1 slip-4 slip-2", string.Join(' ', (await Journal.Inbox("li", 10, Stop)).Select(c => c.CaseId)));
        Assert.Equal("slip-3 slip-1", string.Join(' ', (await Journal.Inbox("li", 2, Stop)).Select(c => c.CaseId)));
        Assert.Equal(
            new InboxCase("slip-3", "slip", "楚商发〔2026〕1号", "关于商务工作的通知", "待审核", true, true, 1, Noon.AddMinutes(3)),
            (await Journal.Inbox("li", 1, Stop))[0]);
    }

    [Fact]
    public async Task All_cases_of_a_kind_come_as_last_committed_in_the_order_of_their_ids_and_of_this_bureau_only()
    {
        await Commit(Write("calendar-2") with { Kind = "calendar" });
        await Commit(Write("calendar-1") with { Kind = "calendar" });
        await Commit(Write("calendar-1", after: 1) with { Kind = "calendar" });
        await Commit(Write("slip-1"));
        Assert.Equal(CommitOutcome.Committed, await Open("elsewhere").Commit(Write("calendar-3") with { Kind = "calendar" }, Stop));

        Assert.Equal(
            [new StoredCase("calendar-1", "calendar", 2, State(2)), new StoredCase("calendar-2", "calendar", 1, State(1))],
            await Journal.CasesOf("calendar", Stop));
        Assert.Empty(await Journal.CasesOf("calenda", Stop));
    }

    [Fact]
    public async Task Open_cases_of_a_kind_are_found_by_id_and_closed_ones_are_not()
    {
        await Commit(Write("slip-2"));
        await Commit(Write("slip-1"));
        await Commit(Write("slip-3") with { Listing = Write("slip-3").Listing with { Open = false } });
        await Commit(Write("calendar-1") with { Kind = "calendar" });

        Assert.Equal("slip-1 slip-2", string.Join(' ', await Journal.OpenCases("slip", Stop)));
    }

    [Fact]
    public async Task What_is_open_or_changed_since_comes_open_ones_first_then_the_last_changed_and_no_more_than_asked_for()
    {
        await Commit(Changed("slip-old-closed", 1, open: false));
        await Commit(Changed("slip-old-open", 2, open: true));
        await Commit(Changed("slip-closed-then", 5, open: false));
        await Commit(Changed("slip-closed-later", 7, open: false));
        await Commit(Changed("slip-new-open", 6, open: true));
        await Commit(Changed("calendar-1", 8, open: true) with { Kind = "calendar" });
        Assert.Equal(CommitOutcome.Committed, await Open("elsewhere").Commit(Changed("slip-elsewhere", 8, open: true), Stop));

        Assert.Equal(
            ["slip-new-open", "slip-old-open", "slip-closed-later", "slip-closed-then"],
            (await Journal.OpenOrChanged("slip", Noon.AddMinutes(5), 9, Stop)).Select(found => found.Id));
        Assert.Equal(["slip-new-open", "slip-old-open", "slip-closed-later"], (await Journal.OpenOrChanged("slip", Noon, 3, Stop)).Select(found => found.Id));
        Assert.Equal(State(1), (await Journal.OpenOrChanged("slip", Noon, 1, Stop))[0].State);

        static CaseWrite Changed(string id, int minute, bool open) => Write(id) with
        {
            Events = [new("Changed", "{}", "li", Noon.AddMinutes(minute))],
            Listing = Listed() with { Open = open },
        };
    }

    [Fact]
    public async Task Waiting_shows_only_what_must_be_acted_on_the_oldest_first()
    {
        await Case("slip-1", 3, mustAct: true);
        await Case("slip-2", 1, mustAct: true);
        await Case("slip-3", 2, mustAct: false);

        Assert.Equal("slip-2 slip-1", string.Join(' ', (await Journal.Waiting("li", Stop)).Select(c => c.CaseId)));
    }

    [Fact]
    public async Task Owned_cases_come_newest_first_as_last_listed()
    {
        await Case("slip-1", 1);
        await Case("slip-2", 2);
        await Commit(Write("slip-3") with { Listing = Listed(owner: "wang") });
        await Commit(Write("slip-1", after: 1) with
        {
            Events = [new("Archived", "{}", "li", Noon.AddMinutes(9))],
            Listing = Listed() with { Status = "已归档", Open = false },
        });

        var owned = await Journal.OwnedBy("luoqing", 10, Stop);
        Assert.Equal("slip-1 slip-2", string.Join(' ', owned.Select(c => c.CaseId)));
        Assert.Equal(
            new ListedCase("slip-1", "slip", "楚商发〔2026〕1号", "关于商务工作的通知", "luoqing", "operations", "已归档", false, Noon.AddMinutes(9)),
            owned[0]);
        Assert.Single(await Journal.OwnedBy("luoqing", 1, Stop));
    }

    [Theory]
    [InlineData("商务", true)]
    [InlineData("  通知　商务 ", true)]
    [InlineData("商务 消费", false)]
    [InlineData("fdi ÉTUDE", true)]
    [InlineData("ＡＢ", true)]
    [InlineData("100%", true)]
    [InlineData("1%", false)]
    [InlineData("%", true)]
    [InlineData("a_b", true)]
    [InlineData("a_c", false)]
    [InlineData(@"x\y", true)]
    [InlineData(@"\y x\", true)]
    [InlineData("'; DROP TABLE cases; --", false)]
    [InlineData("商务\0", true)]
    [InlineData("", true)]
    public async Task Search_finds_a_case_that_holds_every_word(string words, bool found)
    {
        await Commit(Write() with { Listing = Listed("关于商务工作的通知 FDI étude ａｂ 100%增长 a_b abc x\\y") });

        Assert.Equal(found, (await Journal.Search(words, Everyone, 10, Stop)).Count == 1);
    }

    [Fact]
    public async Task Search_shows_the_newest_first_and_no_more_than_asked()
    {
        await Case("slip-1", 1);
        await Case("slip-2", 3);
        await Case("slip-3", 2);

        Assert.Equal("slip-2 slip-3 slip-1", string.Join(' ', (await Journal.Search("通知", Everyone, 10, Stop)).Select(c => c.CaseId)));
        Assert.Equal("slip-2 slip-3", string.Join(' ', (await Journal.Search("通知", Everyone, 2, Stop)).Select(c => c.CaseId)));
    }

    [Theory]
    [InlineData("luoqing", null, true)]
    [InlineData("li", null, true)]
    [InlineData("wang", "operations", true)]
    [InlineData("wang", "trade", false)]
    [InlineData("wang", null, false)]
    public async Task Search_finds_only_what_the_asker_reaches(string person, string? section, bool found)
    {
        await Commit(Write(slots: ToldNothing));
        Assert.Equal(found, (await Journal.Search("通知", new(person, section, Everything: false), 10, Stop)).Count == 1);
    }

    [Fact]
    public async Task Of_several_greetings_at_once_one_learns_that_the_person_is_new()
    {
        var contact = new Contact("li", "https://s", "conv-1");
        var news = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Journal.SaveContact(contact, Stop)));
        Assert.Equal(1, news.Count(isNew => isNew));
        Assert.False(await Journal.SaveContact(contact with { ConversationId = "conv-2" }, Stop));
    }

    [Fact]
    public async Task A_forgotten_contact_is_gone()
    {
        await Journal.SaveContact(new("li", "https://s", "conv-1"), Stop);
        await Journal.ForgetContact("li", Stop);
        Assert.Null(await Journal.Contact("li", Stop));
        Assert.True(await Journal.HasLeft("li", Stop));
        await Journal.AddContact(new("li", "https://s", "conv-opened"), Stop);
        Assert.True(await Journal.HasLeft("li", Stop), "A conversation opened meanwhile does not bring them back.");
        await Journal.SaveContact(new("li", "https://s", "conv-1"), Stop);
        Assert.False(await Journal.HasLeft("li", Stop));
    }

    [Fact]
    public async Task A_conversation_opened_for_somebody_does_not_replace_the_one_they_came_in()
    {
        await Journal.SaveContact(new("li", "https://s", "conv-own"), Stop);
        await Journal.AddContact(new("li", "https://s", "conv-opened"), Stop);
        Assert.Equal("conv-own", (await Journal.Contact("li", Stop))!.ConversationId);
    }

    [Fact]
    public async Task A_postponed_timer_is_due_later()
    {
        await Commit(Write() with { Timers = [new("waiting", Noon)] });
        await Journal.PostponeTimer(Assert.Single(await Journal.DueTimers(Noon, 10, Stop)), Noon.AddMinutes(5), Stop);
        Assert.Empty(await Journal.DueTimers(Noon, 10, Stop));
        Assert.Single(await Journal.DueTimers(Noon.AddMinutes(5), 10, Stop));
    }

    [Fact]
    public async Task Search_takes_any_length_of_words()
    {
        await Commit(Write());

        Assert.Empty(await Journal.Search(new string('通', 100_000), Everyone, 10, Stop));
        Assert.Empty(await Journal.Search(string.Join(' ', Enumerable.Range(0, 5_000)), Everyone, 10, Stop));
        Assert.Single(await Journal.Search(string.Join(' ', Enumerable.Repeat("通知", 5_000)), Everyone, 10, Stop));
    }

    [Fact]
    public async Task Due_timers_come_earliest_first_and_no_more_than_asked()
    {
        await Commit(Write() with { Timers = [new("b", Noon), new("a", Noon.AddHours(-1)), new("c", Noon.AddTicks(1))] });

        Assert.Equal(
            [new DueTimer(Id, "slip", "a", Noon.AddHours(-1)), new DueTimer(Id, "slip", "b", Noon)],
            await Journal.DueTimers(Noon, 10, Stop));
        Assert.Single(await Journal.DueTimers(Noon, 1, Stop));
    }

    [Fact]
    public async Task A_timer_set_again_moves_and_a_cancelled_one_is_gone()
    {
        await Commit(Write() with { Timers = [new("a", Noon), new("b", Noon)] });
        await Commit(Write(after: 1) with { Timers = [new("a", Noon.AddHours(1)), new("b", null), new("never", null)] });

        Assert.Empty(await Journal.DueTimers(Noon, 10, Stop));
        Assert.Equal("a", Assert.Single(await Journal.DueTimers(Noon.AddHours(1), 10, Stop)).Name);
    }

    [Fact]
    public async Task A_timer_is_removed_only_if_still_set_to_that_moment()
    {
        await Commit(Write() with { Timers = [new("a", Noon)] });

        await Journal.RemoveTimer(Id, "a", Noon.AddTicks(-1), Stop);
        Assert.Single(await Journal.DueTimers(Noon, 10, Stop));
        await Journal.RemoveTimer(Id, "a", Noon.ToUniversalTime(), Stop);
        Assert.Empty(await Journal.DueTimers(Noon, 10, Stop));
    }

    [Fact]
    public async Task A_contact_is_replaced_by_the_next_and_the_latest_is_known()
    {
        Assert.Null(await Journal.LatestContact(Stop));
        await Journal.SaveContact(new("li", "https://a", "c-1"), Stop);
        await Journal.SaveContact(new("wang", "https://a", "c-2"), Stop);
        Assert.Equal("wang", (await Journal.LatestContact(Stop))!.Person);

        await Journal.SaveContact(new("li", "https://b", "c-1"), Stop);
        Assert.Equal(new Contact("li", "https://b", "c-1"), await Journal.Contact("li", Stop));
        Assert.Equal(new Contact("li", "https://b", "c-1"), await Journal.LatestContact(Stop));
        Assert.Null(await Journal.Contact("nobody", Stop));
    }

    private Task Case(string id, int minute, bool mustAct = true) => Commit(Write(id) with
    {
        Events = [new("Submitted", "{}", "luoqing", Noon.AddMinutes(minute))],
        Slots = [new("li", Alert: false, mustAct)],
    });
}
