using DisclosureBot.Bureau;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Interpretation;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Tests.Support;
using Xunit;
using static DisclosureBot.Tests.Slips.StepStory;

namespace DisclosureBot.Tests.Slips.Interpretation;

/// <summary>The material's release, the publication by others, and what 三同步 makes of them.</summary>
public sealed class ReleaseTests
{
    private const string Url = "https://swj.example.org/jiedu/1.html";

    private static InterpretationCommand.Release Releasing(
        string? url = Url, string? channel = "局网站", string? form = "文字解读", DateTimeOffset? when = null) => new(url, channel, form, false, when);

    /// <summary>A normative document on its way out, its material uploaded.</summary>
    private static SlipStory WithMaterial() => new SlipStory().Filed().Signed().Issued().Do("liying", File(FileRole.InterpretationMaterial, "m1"));

    private static SlipStory Ready(DateTimeOffset? published = null) => WithMaterial().Happened(Reviewed("m1"), HandedOver("x"), Published(published));

    [Theory]
    [InlineData("liying")]
    [InlineData("pulan")]
    [InlineData("luoqing")]
    public void Drafter_head_and_publisher_release_the_material(string person)
    {
        var story = Ready();
        Assert.Contains("releaseInterpretation", story.Verbs(person), StringComparison.Ordinal);
        story.Twice(person, Releasing());
        Assert.Equal((Url, Today), (story.Now.Interpretation.Released!.Url, story.Now.Clock(DeadlineKind.Interpretation)!.DoneOn));
        Assert.False(story.Offered(person).Single(form => form.Verb == DisclosureBot.Cards.Slips.StepVerbs.ReleaseInterpretation).IsMain);
    }

    [Fact]
    public void The_second_to_release_hears_who_was_first()
    {
        var story = Ready().Do("liying", Releasing());
        story.Refuses("pulan", Releasing(), RefusalKind.Stale, "李映禾(演示)");
        story.Refuses("pulan", Releasing("https://swj.example.org/other") with { Round = story.Now.Round - 1 }, RefusalKind.Stale, "李映禾(演示)");
    }

    [Fact]
    public void Others_do_not_release_it() => Ready().Refuses("zhoulin", Releasing(), RefusalKind.Forbidden, "商务运行科");

    public static TheoryData<string, InterpretationCommand.Release> Wrong() => new()
    {
        { "请填写发布网址", Releasing(url: " ") },
        { "https://", Releasing(url: "www.example.org") },
        { "https://", Releasing(url: "ftp://example.org/1") },
        { "https://", Releasing(url: "javascript:alert(1)") },
        { "https://", Releasing(url: "https://user@example.org/1") },
        { "https://", Releasing(url: "https://example.org/a b") },
        { "最多500字", Releasing(url: "https://example.org/" + new string('a', 500)) },
        { "局网站、州政府门户网站", Releasing(channel: "微博") },
        { "局网站、州政府门户网站", Releasing(channel: null) },
        { "解读形式", Releasing(form: "快板") },
        { "解读形式", Releasing(form: null) },
        { "不能晚于现在", Releasing(when: Noon.AddDays(1)) },
        { "同日发布", Releasing(when: Noon.AddDays(-1)) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_missing_or_wrong_is_named(string saying, InterpretationCommand.Release release) =>
        Ready().Refuses("liying", release, RefusalKind.Invalid, saying);

    [Fact]
    public void On_the_day_of_the_document_it_may_even_be_earlier()
    {
        var early = Noon.AddHours(-4);
        Assert.Equal(early, Ready().Do("liying", Releasing(when: early)).Now.Interpretation.Released!.When);
    }

    [Fact]
    public void Today_without_a_time_of_day_means_now()
    {
        var midnight = Noon.AddHours(-12);
        Assert.NotEqual(midnight, Ready().Do("liying", Releasing(when: midnight)).Now.Interpretation.Released!.When);
    }

    [Fact]
    public void It_waits_for_the_document_for_the_file_and_for_the_secrecy_review()
    {
        var story = new SlipStory().Filed();
        story.Refuses("liying", Releasing(), RefusalKind.Invalid, "尚未签发");
        story.Signed();
        story.Refuses("liying", Releasing(), RefusalKind.Invalid, "文件还没有公开");
        story.Happened(Published());
        story.Refuses("liying", Releasing(), RefusalKind.Invalid, "请先上传“解读材料”");
        story.Do("liying", File(FileRole.InterpretationMaterial, "m1"));
        story.Refuses("liying", Releasing(), RefusalKind.Invalid, "保密审查员周临溪(演示)");
        story.Happened(Reviewed("m1", cleared: false));
        story.Refuses("liying", Releasing(), RefusalKind.Invalid, "不得公开");
        story.Happened(Reviewed("m1")).Do("liying", File(FileRole.InterpretationMaterial, "m2"));
        story.Refuses("liying", Releasing(), RefusalKind.Invalid, "先审查、后公开");
        story.Happened(Reviewed("m2"), new PublishingEvent.TakenDown(story.Now.Drafter, Noon));
        story.Refuses("liying", Releasing(), RefusalKind.Invalid, "文件还没有公开");
        story.Happened(Published());
        story.Refuses("liying", Releasing() with { Round = 99 }, RefusalKind.Stale, "已经过时");
        story.Do("liying", Releasing());
    }

    [Fact]
    public void The_channels_are_the_bureaus_own_setting()
    {
        var rules = new SlipRules(DemoBureau.Roster, DemoBureau.Clocks, new PublishingSettings(["局网站"], ["州电视台"]));
        var slip = Ready().Now;
        Assert.IsType<Decision<SlipEvent>.Accepted>(rules.Decide(slip, Releasing(channel: "州电视台"), DemoBureau.Person("liying"), Noon));
        Assert.IsType<Decision<SlipEvent>.Refused>(rules.Decide(slip, Releasing(), DemoBureau.Person("liying"), Noon));
    }

    [Fact]
    public void A_document_drafted_for_others_counts_from_their_publication()
    {
        var story = OnBehalf();
        Assert.Contains("recordOutside", story.Verbs("liying"), StringComparison.Ordinal);
        story.Twice("liying", new InterpretationCommand.RecordOutside(Today, Url));
        Assert.Equal(Today, story.Now.Clock(DeadlineKind.Interpretation)!.Deadline.Receipt.Start);
        Assert.False(story.Now.Clock(DeadlineKind.LegalDisclosure)!.IsRunning);
        story.Do("liying", new InterpretationCommand.RecordOutside(Today, "https://example.org/other"));
        story.Do("liying", File(FileRole.InterpretationMaterial, "m1")).Happened(Reviewed("m1")).Do("liying", Releasing());
    }

    [Fact]
    public void Without_a_duty_to_explain_the_outside_publication_starts_no_clock()
    {
        var story = new SlipStory().Draft(SlipStory.Form() with { OnBehalf = true }).Signed().Do("liying", new InterpretationCommand.RecordOutside(Today, Url));
        Assert.Null(story.Now.Clock(DeadlineKind.Interpretation));
    }

    public static TheoryData<string, DateOnly?, string?> WrongOutside() => new()
    {
        { "请填写对方公开发布的日期", null, Url },
        { "不能晚于今天", Today.AddDays(1), Url },
        { "不能早于本件签发", Today.AddDays(-1), Url },
        { "请填写发布网址", Today, null },
        { "https://", Today, "example" },
    };

    [Theory]
    [MemberData(nameof(WrongOutside))]
    public void An_outside_publication_needs_its_day_and_address(string saying, DateOnly? on, string? url) =>
        OnBehalf().Refuses("liying", new InterpretationCommand.RecordOutside(on, url), RefusalKind.Invalid, saying);

    [Fact]
    public void Only_the_drafter_of_such_a_document_records_it_once_signed()
    {
        var record = new InterpretationCommand.RecordOutside(Today, Url);
        OnBehalf().Refuses("pulan", record, RefusalKind.Forbidden, "李映禾(演示)");
        OnBehalf().Refuses("liying", record with { Round = 99 }, RefusalKind.Stale, "已经过时");
        new SlipStory().Draft().Signed().Refuses("liying", record, RefusalKind.Invalid, "不是代起草文件");
        new SlipStory().Draft(SlipStory.Form() with { OnBehalf = true }).Refuses("liying", record, RefusalKind.Invalid, "尚未签发");
    }

    [Fact]
    public void Before_the_document_is_public_there_is_nothing_to_judge() =>
        Assert.Equal("未到", TripleSync.Name(TripleSync.Of(new SlipStory().Draft(Normative()).Now, Today)));

    // Published on Wednesday 18 November it is due today, Monday; on Tuesday 17 it was due on Friday.
    [Theory]
    [InlineData(0, "同步")]
    [InlineData(-1, "期限内")]
    [InlineData(-5, "期限内")]
    [InlineData(-6, "逾期")]
    public void How_far_the_release_lay_behind_the_document_is_its_status(int published, string status)
    {
        var story = Published(published).Do("liying", Releasing());
        Assert.Equal(status, TripleSync.Name(TripleSync.Of(story.Now, Today.AddDays(30))));
    }

    [Theory]
    [InlineData(0, "期限内")]
    [InlineData(-5, "期限内")]
    [InlineData(-6, "逾期")]
    public void While_it_is_still_to_come_the_day_decides(int published, string status) =>
        Assert.Equal(status, TripleSync.Name(TripleSync.Of(Published(published).Now, Today)));

    /// <summary>Published so many days from this Monday, with the clock that belongs to that day.</summary>
    private static SlipStory Published(int days) => WithMaterial().Happened(
        Reviewed("m1"),
        StepStory.Published(Noon.AddDays(days).AddHours(-4)) with { Interpretation = DemoBureau.Clocks.Interpretation(Today.AddDays(days), Noon.AddDays(days)) });

    private static PublishingEvent.Published Published(DateTimeOffset? when = null) => StepStory.Published(when);

    private static SlipStory OnBehalf() => new SlipStory().Filed(Normative() with { OnBehalf = true }).Signed();
}
