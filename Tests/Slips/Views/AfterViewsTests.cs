using DisclosureBot.Cards.Slips;
using DisclosureBot.Clock;
using DisclosureBot.Paper;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Changes;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Interpretation;
using DisclosureBot.Slips.Issuing;
using DisclosureBot.Slips.PaperSigning;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace DisclosureBot.Tests.Slips.Views;

/// <summary>What the card says of a slip after its signature, straight from its state.</summary>
public sealed class AfterViewsTests
{
    private static readonly Who Drafter = new("liying", "李映(演示)");
    private static readonly DateTimeOffset At = new(2026, 11, 24, 9, 10, 0, TimeSpan.FromHours(8));
    private static readonly Done Once = new(Drafter, At);

    [Theory]
    [InlineData(DisclosureAttribute.Public, "印制 登记 用印 发文 移交 签收 保密审查 发布 归档")]
    [InlineData(DisclosureAttribute.Redacted, "印制 登记 用印 发文 删减版 移交 签收 保密审查 发布 归档")]
    [InlineData(DisclosureAttribute.OnRequest, "印制 登记 用印 发文 移交 签收 列入目录 归档")]
    [InlineData(DisclosureAttribute.NotDisclosed, "印制 登记 用印 发文 归档")]
    public void Only_the_steps_that_the_attribute_asks_for_are_shown(DisclosureAttribute attribute, string steps) =>
        Assert.Equal(steps.Split(' '), Way(Signed(attribute)).Select(step => step.Name));

    [Fact]
    public void Before_the_signature_there_is_no_progress() => Assert.Empty(Way(new SlipStory().Draft().Now));

    [Fact]
    public void A_step_is_waited_for_once_the_one_before_it_is_done()
    {
        var slip = Signed() with { Issue = new() { Printed = Once, Copies = 30 } };
        Assert.Equal([StepState.Done, StepState.Waiting, StepState.Later], Way(slip).Take(3).Select(step => step.State));
        Assert.Equal("李映(演示) 11月24日 09:10,30份", Way(slip)[0].Text);
    }

    [Fact]
    public void A_document_drafted_for_others_waits_for_their_publication_and_is_not_handed_over()
    {
        var slip = Signed();
        slip = slip with { Content = slip.Content with { OnBehalf = true, ImportantPolicy = true }, ImportantPolicy = true };
        Assert.Equal(["印制", "登记", "用印", "发文", "发文机关公开", "解读", "归档"], Way(slip).Select(step => step.Name));
    }

    [Fact]
    public void A_secrecy_review_that_forbids_stops_the_way_and_says_what()
    {
        var slip = Signed() with
        {
            Files = [File(FileRole.Document, 1)],
            Publication = new() { Handover = new(Drafter, At, ["Document-1"], Once), SecrecyReviews = [new("Document-1", false, "涉及工作秘密", Drafter, At)] },
        };
        Assert.Equal(new ProgressStep("保密审查", StepState.Halted, "李映(演示) 11月24日 09:10:“Document.docx”不得公开"), Way(slip).Single(step => step.Name == "保密审查"));
    }

    [Fact]
    public void What_was_published_before_a_change_must_come_down_and_does_not_count_as_published()
    {
        var published = new Publication(Drafter, At, "https://x.cn/1", ["局网站"], At, null, AddressCheck.Found);
        var slip = Signed() with
        {
            Publication = new() { Published = published },
            Changes = [new(Drafter, At.AddDays(5), DisclosureAttribute.Public, DisclosureAttribute.Redacted, "涉及个人隐私", "15", null)],
        };
        Assert.Equal((StepState.Waiting, StepState.Later), (State(slip, "撤下"), State(slip, "发布")));
        Assert.Equal(StepState.Done, State(slip with { Publication = slip.Publication with { TakenDown = Once } }, "撤下"));
        Assert.Equal("涉及个人隐私;《条例》第十五条(商业秘密、个人隐私等)", new BoxViews(2026).Line(slip.Changes[0]).Why);
    }

    [Theory]
    [InlineData(AddressCheck.Pending, null, "待核对")]
    [InlineData(AddressCheck.Found, null, "已核对:标题、文号一致")]
    [InlineData(AddressCheck.Missing, "页面未找到文号", "页面未找到文号,请核对地址")]
    [InlineData(AddressCheck.Unreachable, null, "此处无法访问该地址,请人工核对")]
    public void An_address_says_what_was_found_there(AddressCheck check, string? note, string words)
    {
        var slip = Signed() with { Publication = new() { Published = new(Drafter, At, "https://x.cn/1", ["局网站", "微博"], At, null, check, note) } };
        var view = Assert.Single(AddressViews.Of(slip, 2026));
        Assert.Equal(("公开发布", "https://x.cn/1", "局网站、微博,11月24日 09:10", words), (view.Label, view.Url, view.Where, view.Check));
    }

    [Theory]
    [InlineData(0, "同步", Tone.Good)]
    [InlineData(2, "期限内", Tone.Good)]
    public void Three_artefacts_pass_three_gates(int days, string standing, Tone tone)
    {
        var slip = Signed();
        slip = slip with
        {
            ImportantPolicy = true,
            Files = [File(FileRole.InterpretationPlan, 1), File(FileRole.InterpretationMaterial, 1) with { At = At.AddDays(1) }],
            Publication = new() { Published = new(Drafter, At, "u", [], At, null, AddressCheck.Pending) },
            Interpretation = new()
            {
                Filing = new("InterpretationPlan-1", Drafter, At),
                Released = new(Drafter, At, "u", "局网站", At.AddDays(days), "文字解读", true, AddressCheck.Pending),
            },
        };
        var view = TripleSyncViews.Of(slip, BureauTime.Day(At.AddDays(days)))!;
        Assert.Equal((standing, tone), (view.Standing, view.Tone));
        Assert.Equal(["文件", "解读方案", "解读材料"], view.Rows.Select(row => row.Artefact));
        Assert.Equal(new SyncGate(StepState.Done, "11月24日报备"), view.Rows[1].Released);
        Assert.Equal(new SyncGate(StepState.Halted, "签发后补交"), view.Rows[2].Approved);
    }

    [Fact]
    public void Where_no_interpretation_is_owed_there_is_no_table() => Assert.Null(TripleSyncViews.Of(Signed(), BureauTime.Day(At)));

    [Fact]
    public void A_pen_signed_box_bears_its_date_and_both_hands()
    {
        var slip = Signed();
        slip = slip with { Signatures = [slip.Signatures[0] with { Paper = new(new("a", "甲"), new("b", "乙"), new(2026, 11, 20)) }, .. slip.Signatures.Skip(1)] };
        var box = new BoxViews(2026).Boxes(slip)[1];
        Assert.Equal(("11月20日", "纸质,由甲录入、乙核对"), (box.On, box.Paper));
    }

    [Fact]
    public void Files_are_told_in_short_by_their_newest_version_and_in_full_the_newest_first()
    {
        var slip = Signed() with { Files = [File(FileRole.Document, 1), File(FileRole.Attachment, 1), File(FileRole.Document, 2)] };
        var views = new FileViews((_, _, file) => file == "Document-2" ? "https://bot/2" : null, (_, _) => null, new FakeTimeProvider(At));
        var reader = DemoBureau.Roster.Find("liying")!;
        Assert.Equal(["正文:Document.docx · 第2版 · 312 KB", "附件:Attachment.docx · 第1版 · 312 KB"], views.Brief(slip, reader, new FileWords(slip, reader))!.Lines);
        var all = views.All(slip, reader);
        Assert.Equal(["Document-2", "Attachment-1", "Document-1"], all.Lines.Select(line => line.Id));
        Assert.Equal(["https://bot/2", null, null], all.Lines.Select(line => line.Link));
    }

    [Fact]
    public void Who_may_not_open_the_original_is_told_its_role_and_version_alone()
    {
        var roster = DemoBureau.Roster;
        var (operations, drafter) = (roster.Find("luoqing")!, roster.Find("liying")!);
        var slip = new SlipStory().Draft(SlipStory.Form() with { Attribute = DisclosureAttribute.Redacted, Reason = "含商业秘密" })
            .Do("liying", StepStory.File(FileRole.Document, "original", "甲公司补贴.docx"))
            .Signed(DisclosureAttribute.Redacted)
            .Do("liying", StepStory.File(FileRole.RedactedVersion, "redacted", "公开稿.docx"))
            .Do("liying", new FileCommand.ListRemovals("redacted", "删去甲公司的补贴数额", "15")).Now;
        slip = slip with { Publication = new() { Handover = new(Drafter, At, ["redacted"], Once), SecrecyReviews = [new("original", false, "涉及甲公司", Drafter, At)] } };

        var files = new FileViews((_, _, file) => file, (_, _) => null, new FakeTimeProvider(At));
        Assert.Equal(["正文 · 第1版", "删减版:公开稿.docx · 第1版 · 1 KB"], files.Brief(slip, operations, new FileWords(slip, operations))!.Lines);
        var hidden = files.All(slip, operations).Lines.Single(line => line.Id == "original");
        Assert.Equal(("正文 · 第1版", "", "", "", null), (hidden.Role, hidden.Name, hidden.Size, hidden.Sha256, hidden.Link));
        Assert.DoesNotContain("SHA", CardJson(files.All(slip with { Files = [slip.File("original")!] }, operations)), StringComparison.Ordinal);

        var trail = slip.Trail.Select(new FileWords(slip, operations).Line).ToList();
        Assert.Contains(trail, line => line.What == "上传正文(第1版)");
        Assert.Contains(trail, line => line.What == "上传删减版“公开稿.docx”(第1版)");
        Assert.Contains(trail, line => line is { What: "说明删减内容", Why: null });
        Assert.DoesNotContain("甲公司", string.Concat(trail), StringComparison.Ordinal);
        Assert.Equal("“正文”不得公开", new FileWords(slip, operations).Of("“甲公司补贴.docx”不得公开"));
        Assert.Equal(slip.Trail, slip.Trail.Select(new FileWords(slip, drafter).Line));

        var paper = Paper(slip, operations);
        Assert.Equal([new PaperFile("正文", "第1版", ""), new PaperFile("删减版", "公开稿.docx(第1版)", slip.File("redacted")!.Sha256)], paper.Files);
        Assert.DoesNotContain(paper.Handling, line => line.Value.Contains("甲公司补贴.docx", StringComparison.Ordinal));
        Assert.Contains("甲公司补贴.docx(第1版)", Paper(slip, drafter).Files.Select(file => file.Name));
        Assert.Contains("甲公司补贴.docx(第1版)", Paper(slip, null).Files.Select(file => file.Name));
    }

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1023, "1023 B")]
    [InlineData(1024, "1 KB")]
    [InlineData(319_488, "312 KB")]
    [InlineData(4_404_019, "4.2 MB")]
    [InlineData(209_715_200, "200 MB")]
    public void A_size_is_told_as_people_say_it(long bytes, string told) => Assert.Equal(told, FileViews.Size(bytes));

    [Fact]
    public void A_drafter_is_asked_for_the_document_and_nobody_else_is()
    {
        var slip = new SlipStory().Draft().Now;
        var views = new FileViews((_, _, _) => null, (_, _) => null, new FakeTimeProvider(At));
        Assert.Contains("正文尚未上传", views.Brief(slip, DemoBureau.Roster.Find("liying")!, new FileWords(slip, DemoBureau.Roster.Find("liying")!))!.Hint, StringComparison.Ordinal);
        Assert.Null(views.Brief(slip, DemoBureau.Roster.Find("gaoyuan")!, new FileWords(slip, DemoBureau.Roster.Find("gaoyuan")!)));
    }

    private static string CardJson(DisclosureBot.Cards.Files.FilesView view) => DisclosureBot.Cards.CardJson.Write(DisclosureBot.Cards.Files.FilesCard.Render(view));

    private static PaperSlip Paper(Slip slip, DisclosureBot.Bureau.Person? reader) => SlipOnPaper.Of(slip, "局", null, new FileWords(slip, reader), new string('a', 64), At);

    private static Slip Signed(DisclosureAttribute attribute = DisclosureAttribute.Public)
    {
        var slip = new SlipStory().Draft().Now;
        var signature = new Signature(Stage.SectionHead, Drafter, At.AddHours(1), attribute, "同意", null, null, null, 1);
        return slip with { Phase = SlipPhase.Signed, Final = attribute, Signatures = [signature, signature with { Stage = Stage.GeneralOffice }, signature with { Stage = Stage.Leader }] };
    }

    private static SlipFile File(FileRole role, int version) => new($"{role}-{version}", role, $"{role}.docx", "x", 319_488, new string('a', 64), version, Drafter, At);

    private static IReadOnlyList<ProgressStep> Way(Slip slip) => new ProgressViews(DemoBureau.Roster, 2026).Of(slip);

    private static StepState State(Slip slip, string step) => Way(slip).Single(one => one.Name == step).State;
}
