using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DisclosureBot.Paper;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace DisclosureBot.Tests.Paper;

/// <summary>The paper slip as a reader of PDF sees it.</summary>
public sealed partial class SlipPaperTests
{
    [Fact]
    public async Task Every_box_stands_on_the_paper_with_its_words_in_order()
    {
        var text = await PrintedPaper.Of(SamplePapers.Finished, "finished").Text();
        string[] expected =
        [
            "楚雄州商务局(演示)文件审批处理签", "编号:2026-0007", "标题楚雄州商务局关于印发《楚雄州农村电子商务专项资金管理办法》的通知",
            "文种通知紧急程度加急", "规范性文件是重要政策是", "主送各县市商务主管部门,局机关各科室", "附件1.楚雄州农村电子商务专项资金管理办法2.专项资金申报表(样式)",
            "拟稿人演示起草人拟稿单位商务运行科拟稿日期2026年11月2日", "密级此件公开发布演示起草人2026年11月2日09:12",
            "拟稿单位(科室)意见经研究,申报表中含有企业账户信息。此件应删减后公开理由:申报表样式附有企业开户行和账号,公开会损害其合法权益。"
                + "依据:《中华人民共和国政府信息公开条例》第十五条(商业秘密、个人隐私)演示科长2026年11月2日15:40",
            "办公室意见文种、格式符合规定。同意此件删减后公开演示办公室主任2026年11月3日10:05", "签发意见同意演示局长2026年11月3日16:30",
            "公开属性(最终)此件删减后公开", "变更记录2026年11月20日演示局长:此件公开发布。", "发文字号楚商发〔2026〕12号成文日期2026年11月3日",
            "印制日期2026年11月4日印制份数30份", "登记2026年11月4日09:20", "用印2026年11月4日09:45", "发文2026年11月4日10:00", "移交/签收2026年11月5日14:10",
            "发布2026年11月6日", "解读2026年11月6日", "电子文件1.正文:管理办法-v3.docx(SHA-2569f2c4e7ab81d06c3…)2.删减版:",
            $"核验码{SamplePapers.Finished.VerificationCode};向机器人写“核验2026-0007{SamplePapers.Finished.VerificationCode}”即可查验", "打印时间2026年11月23日15:30", "第1页共1页",
        ];
        var from = 0;
        foreach (var words in expected)
        {
            var at = text.IndexOf(words, from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"'{words}' is not on the paper after '{text[..from]}'.\n{text}");
            from = at + words.Length;
        }
    }

    [Fact]
    public async Task Countersigned_comments_stand_between_section_and_office_on_the_same_page()
    {
        var text = await PrintedPaper.Of(SamplePapers.Joint, "joint").Text();
        Assert.Contains("2026年11月23日11:02会签意见1.市场体系建设科演示会签科长2026年11月2日17:05:同意会签。2.对外贸易科演示贸易科长2026年11月3日09:10:建议与外贸扶持资金一并申报。办公室意见", text, StringComparison.Ordinal);
        Assert.Contains("第1页共1页", text, StringComparison.Ordinal);
        Assert.DoesNotContain("会签意见", await PrintedPaper.Of(SamplePapers.UnderWay, "alone").Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_typefaces_are_embedded_cut_down_to_what_is_used_and_readable()
    {
        var paper = PrintedPaper.Of(SamplePapers.Finished, "fonts");
        var faces = (await paper.Fonts()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.Equal(2, faces.Count);
        Assert.All(faces, face => Assert.Matches(@"^[A-Z]{6}\+NotoSerifSC-(Regular|Bold) +CID TrueType +Identity-H +yes yes yes ", face));
        Assert.InRange(paper.Bytes.Length, 10_000, 300_000);
    }

    [Fact]
    public async Task A_signature_made_by_pen_says_who_entered_and_who_compared_it()
    {
        Assert.Contains("纸质签署,由演示起草人录入、演示办公室主任核对", await PrintedPaper.Of(SamplePapers.Finished, "pen").Text(), StringComparison.Ordinal);
        var uncompared = SamplePapers.Finished with { SigningOpinion = SamplePapers.Finished.SigningOpinion with { Entry = new("演示起草人", null) } };
        Assert.Contains("纸质签署,由演示起草人录入、尚未核对", await PrintedPaper.Of(uncompared, "pen-unchecked").Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stand_in_s_signature_stands_in_its_box_with_for_whom_it_was_given()
    {
        var paper = SamplePapers.Finished with { SectionOpinion = SamplePapers.Finished.SectionOpinion with { SignedBy = "欧阳演示一(演示)(受司马演示二(演示)委托)" } };
        Assert.Contains("欧阳演示一(演示)(受司马演示二(演示)委托)2026年11月2日15:40", await PrintedPaper.Of(paper, "stand-in").Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unfinished_paper_is_marked_on_every_page_and_a_finished_one_on_none()
    {
        var text = await PrintedPaper.Of(SamplePapers.UnderWay, "under-way").Text();
        Assert.Contains("办理状态办理中:等待办公室二审", text, StringComparison.Ordinal);
        Assert.DoesNotContain("办理中", await PrintedPaper.Of(SamplePapers.Finished, "finished-unmarked").Text(), StringComparison.Ordinal);

        var pages = await PrintedPaper.Of(SamplePapers.Overlong with { Status = new("待办结", "等待签收") }, "marked").Pages();
        Assert.True(pages.Count > 3);
        Assert.All(pages, page => Assert.Contains("待", page, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.Contains("结", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whatever_is_too_long_goes_on_overleaf_and_nothing_of_it_is_lost()
    {
        var slip = SamplePapers.Overlong with { Status = null };
        var pages = await PrintedPaper.Of(slip, "overlong").Pages();
        Assert.All(pages.Skip(1), page => Assert.StartsWith("编号:2026-0007文件审批处理签(续页)", page, StringComparison.Ordinal));

        var text = Furniture(pages.Count).Replace(string.Concat(pages), "");
        Assert.All(LongTexts(slip), words => Assert.Contains(PrintedPaper.Solid(words), text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_word_lies_over_another_or_outside_the_paper()
    {
        foreach (var slip in new[] { SamplePapers.Finished, SamplePapers.Overlong with { Status = null } })
        {
            var pages = (await PrintedPaper.Of(slip, "places").Places()).Split("<page ").Skip(1);
            foreach (var page in pages)
            {
                var words = Word().Matches(page).Select(match => Rectangle.Of(match)).ToList();
                Assert.NotEmpty(words);
                Assert.All(words, word => Assert.True(word is { Left: > 50, Top: > 40, Right: < 545, Bottom: < 820 }, $"{word}"));
                Assert.All(words.SelectMany((word, at) => words.Skip(at + 1), (word, other) => (word, other)),
                    pair => Assert.False(pair.word.Covers(pair.other), $"{pair.word} and {pair.other}"));
            }
        }
    }

    [Fact]
    public async Task Rare_characters_are_drawn_and_what_no_face_has_is_named()
    {
        var text = await PrintedPaper.Of(SamplePapers.UnderWay with { Drafter = "䶮㛃堃", Section = "𠮷野科😀" }, "rare").Text();
        Assert.Contains("拟稿人䶮㛃堃拟稿单位□(U+20BB7)野科□(U+1F600)拟稿日期", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Characters_that_cannot_be_seen_or_turn_text_around_are_named()
    {
        var text = await PrintedPaper.Of(SamplePapers.UnderWay with { Title = "甲\u202E乙\u200B丙\0丁\uD800戊\u00AD己" }, "unseen").Text();
        Assert.Contains("标题甲□(U+202E)乙□(U+200B)丙□(U+0000)丁□(U+FFFD)戊□(U+00AD)己", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_text_stays_text()
    {
        const string hostile = ") Tj ET endstream endobj /JS (app.alert(1)) /OpenAction << /URI (https://example.invalid) >> \\) <FEFF> %%EOF";
        var paper = PrintedPaper.Of(
            SamplePapers.Finished with { Title = hostile, Number = hostile, Bureau = hostile, SigningOpinion = new(hostile, hostile, hostile), VerificationCode = hostile },
            "hostile");
        Assert.Contains("标题" + PrintedPaper.Solid(hostile) + "文种", await paper.Text(), StringComparison.Ordinal);
        var about = await paper.About();
        Assert.Matches(@"JavaScript: +no", about);
        Assert.Matches(@"Form: +none", about);
        Assert.DoesNotMatch(@"/(JS|JavaScript|URI|Annots|OpenAction|AA|Launch|EmbeddedFile)\b", Encoding.Latin1.GetString(paper.Bytes));
    }

    [Fact]
    public async Task The_metadata_carry_title_and_number_and_no_more()
    {
        var about = await PrintedPaper.Of(SamplePapers.UnderWay, "about").About();
        Assert.Matches(@"^Title: +文件审批处理签 2026-0008 关于做好2026年岁末年初商贸领域保供稳价工作的通知\n", about);
        Assert.DoesNotMatch("(?m)^(Author|Creator|Producer|CreationDate|ModDate|Subject|Keywords):", about);
    }

    [Fact]
    public async Task The_same_slip_gives_the_same_bytes_even_when_many_are_printed_at_once()
    {
        var first = PrintedPaper.Print(SamplePapers.Overlong);
        var others = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => PrintedPaper.Print(SamplePapers.Overlong))));
        Assert.All(others, other => Assert.Equal(first, other));
        Assert.NotEqual(first, PrintedPaper.Print(SamplePapers.Overlong with { MadeAt = "2026年11月23日 15:31" }));
    }

    [Fact]
    public async Task Labels_and_names_beyond_all_measure_end_too()
    {
        var endless = SamplePapers.Repeat("无尽", 6000);
        var slip = SamplePapers.Finished with
        {
            Handling = [new(endless, "短"), new("短", endless), new(endless, endless)],
            OfficeOpinion = new(null, endless, endless, null, endless, new(endless, endless)),
            Drafter = endless,
            Status = new(endless, endless),
        };
        var text = await PrintedPaper.Of(slip, "endless").Text();
        Assert.True(text.Count(character => character == '尽') >= 12 * 3000);
    }

    [Property(MaxTest = 40)]
    public Property Every_character_that_is_entered_is_on_the_paper() => Prop.ForAll(
        Gen.OneOf(Gen.Choose(0x4E00, 0x9FFF), Gen.Choose(0x3400, 0x4DBF), Gen.Choose(0x20, 0x2FFF), Gen.Choose(0x3000, 0x2FFFF))
            .Where(Rune.IsValid).Select(code => new Rune(code)).Where(IsPlain).ArrayOf().Select(string.Concat).ToArbitrary(),
        async Task (text) =>
        {
            var paper = await PrintedPaper.Of(SamplePapers.UnderWay with { SectionOpinion = new($"始{text}终") }, "any").Text();
            Assert.Matches("始" + string.Concat(text.EnumerateRunes().Select(DrawnOrNamed)) + "终", paper);
        });

    /// <summary>Letters that a reader of PDF hands back as they are: no marks to be joined, no line ends.</summary>
    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.OtherSymbol or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LowercaseLetter;

    /// <summary>A character stands there itself or, where the face lacks it, by its code point; common Chinese always itself.</summary>
    private static string DrawnOrNamed(Rune rune) => rune.Value is >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF
        ? rune.ToString()
        : $@"({Regex.Escape(rune.ToString())}|□\(U\+{rune.Value:X4}\))";

    private static IEnumerable<string> LongTexts(PaperSlip slip) =>
    [
        slip.Title, slip.MainRecipients!, .. slip.Enclosures, slip.Section, slip.Drafter,
        slip.SectionOpinion.Text!, slip.SectionOpinion.SignedBy!, slip.SectionOpinion.Reason!, slip.SectionOpinion.Ground!, slip.OfficeOpinion.Text!,
        .. slip.Countersigned, .. slip.Changes, .. slip.Handling.SelectMany(line => new[] { line.Label, line.Value }), .. slip.Files.Select(file => file.Name),
    ];

    /// <summary>What each page repeats: its head, its foot, and the label of a row that goes on.</summary>
    private static Regex Furniture(int pages) => new(
        $@"编号:2026-0007文件审批处理签\(续页\)(拟稿单位\(科室\)意见|会签意见|办公室意见|移交/签收|电子文件|变更记录|附件)?|核验码.{{0,120}}打印时间2026年11月23日15:30第\d+页共{pages}页",
        RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));

    [GeneratedRegex("""<word xMin="(?<left>[0-9.-]+)" yMin="(?<top>[0-9.-]+)" xMax="(?<right>[0-9.-]+)" yMax="(?<bottom>[0-9.-]+)">""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();

    private sealed record Rectangle(double Left, double Top, double Right, double Bottom)
    {
        private const double Touch = 0.5;

        public static Rectangle Of(Match match) => new(Side(match, "left"), Side(match, "top"), Side(match, "right"), Side(match, "bottom"));

        public bool Covers(Rectangle other) =>
            Math.Min(Right, other.Right) - Math.Max(Left, other.Left) > Touch && Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top) > Touch;

        private static double Side(Match match, string name) => double.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
    }
}
