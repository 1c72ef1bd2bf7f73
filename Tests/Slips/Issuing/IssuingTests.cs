using DisclosureBot.Cards.Slips;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Issuing;
using DisclosureBot.Slips.Publishing;
using Xunit;
using static DisclosureBot.Tests.Slips.StepStory;

namespace DisclosureBot.Tests.Slips.Issuing;

/// <summary>印制 → 登记 → 用印 → 发文, in this order and by whom it belongs to (四(一)4, F-14).</summary>
public sealed class IssuingTests
{
    private static readonly IssuingCommand.Print Printing = new(null, 50);
    private static readonly IssuingCommand.Seal Sealing = new();
    private static readonly IssuingCommand.Issue Issuing = new();

    [Fact]
    public void Another_printing_is_refused_and_only_the_very_same_is_a_repeated_click()
    {
        var story = new SlipStory().Draft().Signed().Do("liying", new IssuingCommand.Print(Today, 50));
        story.Nothing("liying", new IssuingCommand.Print(null, 50));
        story.Refuses("liying", new IssuingCommand.Print(Today, 60), RefusalKind.Stale, "不必重复办理");
        story.Refuses("liying", new IssuingCommand.Print(Today.AddDays(-1), 50), RefusalKind.Stale, "记录印制");
    }

    [Fact]
    public void A_signed_document_is_printed_registered_sealed_and_issued()
    {
        var story = new SlipStory().Draft().Signed();
        Assert.Equal("print", story.Verbs("liying"));
        story.Twice("liying", Printing);
        Assert.Equal("register", story.Verbs("zhoulin"));
        story.Twice("zhoulin", Number());
        Assert.Equal("seal", story.Verbs("xushan"));
        story.Twice("xushan", Sealing);
        Assert.Equal("issue", story.Verbs("zhoulin"));
        story.Twice("zhoulin", Issuing);
        Assert.Equal("", story.Verbs("zhoulin") + story.Verbs("liying"));
        Assert.Equal(("楚商发〔2026〕1号", 50, Today), (story.Now.Issue.Number!.ToString(), story.Now.Issue.Copies, story.Now.Issue.PrintedOn));
    }

    [Fact]
    public void Nothing_is_issued_before_it_is_signed()
    {
        var story = new SlipStory().Draft();
        story.Refuses("liying", Printing, RefusalKind.Invalid, "签发后才能印制");
        story.Refuses("zhoulin", Number(), RefusalKind.Invalid, "签发后才能登记");
        story.Refuses("zhoulin", Sealing, RefusalKind.Invalid, "签发后才能用印");
        story.Refuses("zhoulin", Issuing, RefusalKind.Invalid, "签发后才能发文");
    }

    [Fact]
    public void Each_step_waits_for_the_one_before_it()
    {
        var story = new SlipStory().Draft().Signed();
        story.Refuses("zhoulin", Number(), RefusalKind.Invalid, "还没有印制");
        story.Refuses("zhoulin", Sealing, RefusalKind.Invalid, "请先登记,再用印");
        story.Refuses("zhoulin", Issuing, RefusalKind.Invalid, "请先用印,再发文");
        story.Printed();
        story.Refuses("zhoulin", Sealing, RefusalKind.Invalid, "请先登记,再用印");
        story.Do("zhoulin", Number());
        story.Refuses("zhoulin", Issuing, RefusalKind.Invalid, "请先用印,再发文");
    }

    [Fact]
    public void Each_step_is_theirs_whose_it_is()
    {
        var story = new SlipStory().Draft().Signed();
        story.Refuses("zhoulin", Printing, RefusalKind.Forbidden, "李映禾(演示)");
        story.Printed();
        story.Refuses("liying", Number(), RefusalKind.Forbidden, "周临溪(演示)、徐山岚(演示)");
        story.Do("zhoulin", Number());
        story.Refuses("pulan", Sealing, RefusalKind.Forbidden, "办公室");
        story.Do("zhoulin", Sealing);
        story.Refuses("gaoyuan", Issuing, RefusalKind.Forbidden, "办公室");
    }

    [Fact]
    public void Of_two_clerks_the_second_hears_who_was_first()
    {
        var story = new SlipStory().Draft().Signed().Issued();
        story.Refuses("pulan", Printing, RefusalKind.Stale, "李映禾(演示)");
        story.Refuses("xushan", Number(2, last: 1), RefusalKind.Stale, "楚商发〔2026〕1号");
        story.Refuses("zhoulin", Number(2, last: 1), RefusalKind.Stale, "楚商发〔2026〕1号");
        story.Refuses("xushan", Sealing, RefusalKind.Stale, "周临溪(演示)");
        story.Refuses("xushan", Issuing, RefusalKind.Stale, "现在:");
    }

    [Fact]
    public void An_older_card_does_nothing()
    {
        var story = new SlipStory().Draft().Signed();
        story.Refuses("liying", Printing with { Round = 1 }, RefusalKind.Stale, "已经过时");
        story.Printed().Refuses("zhoulin", Number() with { Round = 1 }, RefusalKind.Stale, "已经过时");
        story.Do("zhoulin", Number()).Refuses("zhoulin", Sealing with { Round = 1 }, RefusalKind.Stale, "已经过时");
        story.Do("zhoulin", Sealing).Refuses("zhoulin", Issuing with { Round = 1 }, RefusalKind.Stale, "已经过时");
    }

    [Fact]
    public void A_closed_slip_goes_nowhere()
    {
        var declined = new SlipStory().Draft().Sign("pulan").Sign("zhoulin").Do("gaoyuan", new SlipCommand.Decline(3, "时机不成熟"));
        declined.Refuses("liying", Printing, RefusalKind.Invalid, "不予签发");
        var archived = new SlipStory().Draft().Signed().Happened(new PublishingEvent.Archived(declined.Now.Drafter, Noon, "p", new string('a', 64), 1));
        archived.Refuses("liying", Printing, RefusalKind.Invalid, "已归档");
    }

    public static TheoryData<string, DateOnly?, int?> WrongPrints() => new()
    {
        { "不能晚于今天", Today.AddDays(1), 50 },
        { "不能早于签发日期", Today.AddDays(-1), 50 },
        { "印制份数", null, null },
        { "印制份数", null, 0 },
        { "印制份数", null, 100_001 },
    };

    [Theory]
    [MemberData(nameof(WrongPrints))]
    public void A_printing_needs_a_possible_day_and_its_copies(string saying, DateOnly? on, int? copies) =>
        new SlipStory().Draft().Signed().Refuses("liying", new IssuingCommand.Print(on, copies), RefusalKind.Invalid, saying);

    [Fact]
    public void Printing_starts_the_hand_over_except_of_what_is_not_disclosed()
    {
        var story = new SlipStory().Draft().Signed().Printed();
        Assert.Equal((Today, Today.AddDays(3)), (story.Now.Clock(DeadlineKind.Handover)!.Deadline.Receipt.Start, story.Now.Clock(DeadlineKind.Handover)!.Deadline.Due));
        Assert.Null(new SlipStory().Draft().Signed(DisclosureAttribute.NotDisclosed).Printed().Now.Clock(DeadlineKind.Handover));
    }

    [Theory]
    [InlineData(DisclosureAttribute.Public, true)]
    [InlineData(DisclosureAttribute.Redacted, true)]
    [InlineData(DisclosureAttribute.OnRequest, false)]
    [InlineData(DisclosureAttribute.NotDisclosed, false)]
    public void The_leaders_signature_starts_the_twenty_days_of_what_is_published(DisclosureAttribute value, bool runs)
    {
        var clock = new SlipStory().Draft().Signed(value).Now.Clock(DeadlineKind.LegalDisclosure);
        Assert.Equal(runs ? Today : null, clock?.Deadline.Receipt.Start);
    }

    private static SlipStory Waiting() => new SlipStory().Draft().Signed().Printed();

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("楚商发〔2026〕")]
    [InlineData("楚商发2")]
    [InlineData("CSF")]
    [InlineData("楚:商")]
    [InlineData("一二三四五六七八九十一二三")]
    public void A_code_is_a_few_chinese_characters(string? code) =>
        Waiting().Refuses("zhoulin", Number(code: code), RefusalKind.Invalid, "机关代字");

    [Fact]
    public void A_code_is_cleaned_of_blanks() =>
        Assert.Equal("楚商发", Waiting().Do("zhoulin", Number(code: " 楚商\u200b 发 ")).Now.Issue.Number!.Code);

    [Theory]
    [InlineData(null)]
    [InlineData(2025)]
    [InlineData(2027)]
    public void Numbers_are_of_this_year(int? year) => Waiting().Refuses("zhoulin", Number(year: year), RefusalKind.Invalid, "年份应为2026年");

    [Theory]
    [InlineData(1, 2025, true)]
    [InlineData(1, 2024, false)]
    [InlineData(2, 2025, false)]
    public void In_january_the_old_year_may_still_be_registered(int month, int year, bool accepted) =>
        Assert.Equal(accepted, DocumentCode.Read(Number(year: year), new DateOnly(2026, month, 15), out _) is null);

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(100_001)]
    public void A_sequence_is_a_number_from_one(int? sequence) => Waiting().Refuses("zhoulin", Number(sequence), RefusalKind.Invalid, "序号");

    [Fact]
    public void No_number_is_given_twice() =>
        Waiting().Refuses("zhoulin", Number(57, last: 58, taken: true), RefusalKind.Invalid, "下一号是楚商发〔2026〕59号");

    [Fact]
    public void A_gap_is_explained()
    {
        var story = Waiting();
        story.Refuses("zhoulin", Number(60, last: 58), RefusalKind.Invalid, "跳号");
        story.Refuses("zhoulin", Number(60, last: 58, gap: new string('空', 1001)), RefusalKind.Invalid, "最多1000字");
        Assert.Equal("59号作废", story.Do("zhoulin", Number(60, last: 58, gap: "59号作废")).Now.Trail[^1].Why);
    }

    [Fact]
    public void An_earlier_number_left_free_is_used_only_with_a_reason()
    {
        var story = Waiting();
        story.Refuses("zhoulin", Number(57, last: 58), RefusalKind.Invalid, "补用空号");
        story.Do("zhoulin", Number(57, last: 58, gap: "补登"));
    }

    [Fact]
    public void The_next_number_needs_no_reason_and_keeps_none() =>
        Assert.Null(Waiting().Do("zhoulin", Number(59, last: 58, gap: "无")).Now.Trail[^1].Why);

    [Fact]
    public void The_form_proposes_the_code_of_the_genre()
    {
        Assert.Equal("楚商发 2026 1", Proposed(Waiting()));
        Assert.Equal("楚商函 2026 1", Proposed(new SlipStory().Draft(SlipStory.Form() with { Genre = "函" }).Signed().Printed()));
        Assert.Equal("楚商规 2026 1", Proposed(new SlipStory().Filed().Signed().Printed()));
        Assert.Equal(" 2026 ", Proposed(new SlipStory().Draft(SlipStory.Form() with { Genre = "公告" }).Signed().Printed()));
    }

    private static string Proposed(SlipStory story) =>
        string.Join(' ', Assert.Single(story.Offered("zhoulin")).Fields.Take(3).Select(field => field.Value));
}
