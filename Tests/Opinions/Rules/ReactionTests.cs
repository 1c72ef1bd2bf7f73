using DisclosureBot.Bureau;
using DisclosureBot.Journal;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Alarm;
using DisclosureBot.Opinions.Emergency;
using DisclosureBot.Opinions.Handling;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Opinions.Rules;

/// <summary>Who is alerted, and whose 待办 holds it.</summary>
public sealed class ReactionTests
{
    private readonly OpinionStory _story = new();

    [Fact]
    public void A_report_alerts_those_on_duty_and_the_chat_and_is_nobodys_else()
    {
        var slots = Slots(story => story.Report(onDuty: ["luoqing"]));
        Assert.Equal("@opinion,luoqing", Alerted(slots));
        Assert.Equal("luoqing", Acting(slots));
        Assert.Equal(["@opinion", "jiwen", "liying", "luoqing"], slots.Select(slot => slot.Person).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nobody_is_alerted_of_what_they_did()
    {
        Assert.Equal("@opinion", Alerted(Slots(story => story.Report(reporter: "luoqing", onDuty: "luoqing"))));
        Assert.Empty(Alerted(Slots(story => story.Take())));
        Assert.Equal("gaoyuan,jiwen,luming", Alerted(Slots(story => story.Assess(OpinionKind.Emergency))));
        Assert.DoesNotContain("luming", Alerted(Slots(story => story.Rank())));
    }

    [Fact]
    public void A_feed_has_no_cards()
    {
        _story.Do(null, _story.Reporting() with { Reporter = new("feed:1", "订阅") }).Take().Assess().Answer();
        Assert.DoesNotContain(Slots(story => story.Close()), slot => slot.Person == "feed:1");
    }

    [Fact]
    public void Taking_it_leaves_only_the_taker_waited_for_and_alerts_nobody()
    {
        _story.Report();
        var slots = Slots(story => story.Take());
        Assert.Equal("luoqing", Acting(slots));
        Assert.Empty(Alerted(slots));
        Assert.Equal("jiwen", Alerted(Slots(story => story.Do("luoqing", new AlarmCommand.Pass("jiwen", null)))));
    }

    [Fact]
    public void An_answer_passes_from_desk_to_desk()
    {
        _story.Report().Take().Assess();
        Assert.Equal("zhangmu", Alerted(Slots(story => story.Assign())));
        var drafted = Slots(story => story.Draft(actor: "yangzhi"));
        Assert.Equal(("zhoulin", "luoqing,zhoulin"), (Alerted(drafted), Acting(drafted)));
        var refused = Slots(story => story.Review(cleared: false));
        Assert.Equal(("yangzhi", "luoqing,yangzhi"), (Alerted(refused), Acting(refused)));
        _story.Draft("第二稿", "yangzhi");
        Assert.Equal("luoqing", Acting(Slots(story => story.Review())));
        Assert.Empty(Alerted(Slots(story => story.Release())));
        var closed = Slots(story => story.Close());
        Assert.Equal(("liying", ""), (Alerted(closed), Acting(closed)));
    }

    [Fact]
    public void Where_the_handler_may_not_release_those_who_may_are_waited_for()
    {
        _story.Report().Take("gaoyuan").Assess().Draft(actor: "jiwen");
        Assert.Equal("gaoyuan,jiwen,luoqing", Acting(Slots(story => story.Review())));
    }

    [Fact]
    public void The_principal_leader_is_waited_for_until_the_press_conference()
    {
        _story.Report().Take();
        Assert.Equal("luming,luoqing", Acting(Slots(story => story.Assess(OpinionKind.Emergency))));
        Assert.Equal("luming,luoqing", Acting(Slots(story => story.Rank())));
        Assert.Equal("luoqing", Acting(Slots(story => story.MeetPress())));
    }

    [Fact]
    public void A_look_at_a_file_changes_no_card()
    {
        _story.Report().Do("liying", new IntakeCommand.AddFile("f", "图.png", "image/png", 1, "h"));
        Assert.Empty(Slots(story => story.Do("liying", new IntakeCommand.OpenFile("f"))));
    }

    [Fact]
    public void The_handler_hears_that_their_item_was_merged()
    {
        var other = new OpinionStory();
        other.Do("liying", other.Reporting() with { Id = "opinion-2026-0000002" });
        _story.Report().Take();
        Assert.Equal("liying,luoqing", Alerted(Slots(story => story.Do("jiwen", new IntakeCommand.Merge(other.Now)))));
    }

    private IReadOnlyList<SlotWrite> Slots(Action<OpinionStory> act)
    {
        var (before, count) = (_story.Item, _story.Facts.Count);
        act(_story);
        // Of a chain of commands the last one.
        var facts = _story.Facts.Skip(count).ToList();
        var seen = facts.SkipLast(1).Aggregate(before, OpinionItem.Evolve);
        return OpinionReactions.Of(seen, [facts[^1]], _story.Now, DemoBureau.Roster).Slots;
    }

    private static string Alerted(IEnumerable<SlotWrite> slots) => Names(slots.Where(slot => slot.Alert));

    private static string Acting(IEnumerable<SlotWrite> slots) => Names(slots.Where(slot => slot.MustAct));

    private static string Names(IEnumerable<SlotWrite> slots) => string.Join(',', slots.Select(slot => slot.Person).Order(StringComparer.Ordinal));
}
