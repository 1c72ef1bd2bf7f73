using System.Text;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Emergency;
using DisclosureBot.Opinions.Intake;
using DisclosureBot.Tests.Paper;
using Xunit;
using static DisclosureBot.Tests.Opinions.Digest.Register;
using static DisclosureBot.Tests.Opinions.Report.SampleReports;

namespace DisclosureBot.Tests.Opinions.Report;

/// <summary>政务舆情专报 as a reader of PDF sees it.</summary>
public sealed class OpinionReportTests
{
    [Fact]
    public async Task Everything_that_was_done_stands_on_it_in_order()
    {
        var text = await Printed(Finished, "finished").Text();
        string[] expected =
        [
            "楚雄州商务局(演示)政务舆情专报", "编号:舆2026-0001", "标题南华县一仓储物流园起火,园内存有政府储备物资",
            "级别重大突发事件主要领导鲁明泽(演示)定级,2026年11月22日20:20。依据:库内有储备物资研判:2026年11月22日20:10,罗青砚(演示)。传播较快",
            "办理状态已办结", "发生2026年11月22日19:40", "获知2026年11月22日20:00", "上报2026年11月22日20:00,罗青砚(演示)", "接手2026年11月22日20:04(上报后4分钟);现由罗青砚(演示)处理",
            "鲁明泽(演示)", "地点楚雄市", "主办科室市场体系建设科(2026年11月22日20:25,罗青砚(演示)交办:核对库存,今晚22时前报数)",
            "1.抖音,2026年11月22日20:00:南华县一仓储物流园起火", "https://video.example.cn/1", "2.州应急管理局值班电话,2026年11月22日20:01:物流园火情通报",
            "2026年11月23日00:40前:自发生2026年11月22日19:40起5小时(自然小时,不扣节假日)", "2026年11月22日22:30完成:局门户网站发布(按时;", "证明:https://swj.example.cn/1",
            "2026年11月23日20:00完成:州人民政府新闻办举行新闻发布会(逾期20分钟;", "证明:https://www.cxz.example.cn/fabu/1.html", "证明:新闻发布会通稿.pdf",
            "园内储备物资已转移,市场供应未受影响。后续情况将及时发布。", "评估回应及时,传播已回落2026年11月24日09:00,罗青砚(演示)",
            "新闻发布会通稿.pdf(482,113字节,2026年11月23日18:00,罗青砚(演示))SHA-256" + Finished.Files[0].Sha256, "处置经过(共12条)",
            "2026年11月22日20:00罗青砚(演示)上报(抖音)", "2026年11月22日20:20鲁明泽(演示)定级:重大库内有储备物资", "2026年11月24日09:00罗青砚(演示)办结",
            "本件由系统按第1至12条记录生成,内容以系统记录为准。生成时间2026年11月24日09:30;生成人纪文岫(演示)第2页共2页",
        ];
        var from = 0;
        foreach (var words in expected)
        {
            var at = text.IndexOf(words, from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"'{words}' is not on the paper after '{text[..from]}'.\n{text[from..]}");
            from = at + words.Length;
        }
    }

    [Fact]
    public async Task A_new_item_says_what_is_not_known_yet()
    {
        var text = await Printed(Fresh, "fresh").Text();
        Assert.Contains("级别未研判办理状态等待接手发生不详", text, StringComparison.Ordinal);
        Assert.Contains("接手尚无人接手", text, StringComparison.Ordinal);
        Assert.Contains("2026年11月25日09:00前:自获知2026年11月23日09:00起48小时(自然小时,不扣节假日)尚未完成", text, StringComparison.Ordinal);
        Assert.DoesNotContain("评估", text, StringComparison.Ordinal);
        Assert.DoesNotContain("演练", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_drill_says_so_in_its_name_and_across_every_page()
    {
        var paper = Printed(Drilled, "drill");
        var pages = await paper.Pages();
        Assert.Contains("楚雄州商务局(演示)政务舆情演练专报", string.Concat(pages), StringComparison.Ordinal);
        Assert.Contains("演练本件是演练,时限按12倍速计,不计入统计,不反映真实事件。", string.Concat(pages), StringComparison.Ordinal);
        Assert.Contains("编号:演2026-0001", pages[0], StringComparison.Ordinal);
        // Drawn first on each page, under everything else.
        Assert.True(pages.Count > 1);
        Assert.All(pages, page => Assert.StartsWith("演练", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Three_hundred_lines_go_on_overleaf_and_none_is_lost()
    {
        var paper = Printed(Long(300), "long");
        var pages = await paper.Pages();
        Assert.True(pages.Count > 8);
        Assert.All(pages.Skip(1), page => Assert.Contains("政务舆情专报(续页)", page, StringComparison.Ordinal));
        Assert.All(pages, (page, at) => Assert.Contains($"第{at + 1}页共{pages.Count}页", page, StringComparison.Ordinal));
        var text = string.Concat(pages);
        Assert.Contains("处置经过(共302条)", text, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, 300), n => Assert.Contains($"记事第{n}条:", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_timeline_beyond_all_measure_keeps_its_newest_lines_and_says_how_many_are_left_out()
    {
        var text = await Printed(Finished with { Trail = [.. Enumerable.Range(1, 3_005).Select(n => new OpinionTrail(At("2026-11-22T20:00"), Officer, $"第{n}步"))] }, "endless-trail").Text();
        Assert.Contains("处置经过(共3005条,更早的5条未列出)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("(演示)第5步", text, StringComparison.Ordinal);
        Assert.Contains("(演示)第6步", text, StringComparison.Ordinal);
        Assert.Contains("(演示)第3005步", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("无尽", 20_000)]
    [InlineData("https://e.example.cn/", 9_000)]
    [InlineData("\n", 300)]
    public async Task Texts_beyond_all_measure_end_too(string unit, int length)
    {
        var text = string.Concat(Enumerable.Repeat(unit, length / unit.Length)) + "终";
        var paper = Printed(Filled(text), $"filled-{unit.Length}");
        Assert.InRange((await paper.Pages()).Count, 2, 400);
    }

    [Fact]
    public async Task Many_sources_are_counted_where_they_are_not_named()
    {
        var many = Finished with { Sources = [.. Enumerable.Range(1, 250).Select(n => new OpinionSource($"k{n}", $"来源{n}", "标题", null, At("2026-11-22T20:00")))] };
        var text = await Printed(many, "sources").Text();
        Assert.Contains("200.来源200", text, StringComparison.Ordinal);
        Assert.DoesNotContain("来源201", text, StringComparison.Ordinal);
        Assert.Contains("另有50个未列出。", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_and_unseen_characters_stay_text()
    {
        const string hostile = ") Tj ET endstream endobj /JS (app.alert(1)) /OpenAction << /URI (https://example.invalid) >> \\) %%EOF";
        var paper = Printed(Filled(hostile + "甲\u202E乙\u200B丙\0丁𠮷😀"), "hostile");
        var text = await paper.Text();
        Assert.Contains("标题" + PrintedPaper.Solid(hostile) + "甲□(U+202E)乙□(U+200B)丙□(U+0000)丁□(U+20BB7)□(U+1F600)级别", text, StringComparison.Ordinal);
        Assert.Matches(@"JavaScript: +no", await paper.About());
        Assert.DoesNotMatch(@"/(JS|JavaScript|URI|Annots|OpenAction|AA|Launch|EmbeddedFile)\b", Encoding.Latin1.GetString(paper.Bytes));
    }

    [Fact]
    public void The_same_item_gives_the_same_bytes() => Assert.Equal(Bytes(Finished), Bytes(Finished));

    [Fact]
    public async Task On_whose_word_an_emergency_has_its_level_is_said()
    {
        var noticed = Finished with { Incident = Finished.Incident! with { Authority = LevelAuthority.EmergencyAuthority } };
        Assert.Contains("级别重大突发事件应急管理部门或政府定级,鲁明泽(演示)记录,", await Printed(noticed, "authority").Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_under_way_and_other_ends_are_named()
    {
        var drafted = Item(Reported(4, "2026-11-22T20:00"), Taken("2026-11-22T20:04"), Assessed("2026-11-22T20:10", OpinionKind.FalseInformation), Drafted("2026-11-22T21:00"));
        var text = await Printed(drafted, "drafted").Text();
        Assert.Contains("级别重要舆情(不实信息)", text, StringComparison.Ordinal);
        Assert.Contains("拟稿第1稿,2026年11月22日21:00,罗青砚(演示);尚未保密审查补贴资金充足", text, StringComparison.Ordinal);

        var away = Item(Reported(4, "2026-11-22T20:00"), Taken("2026-11-22T20:04"), TransferredOut("2026-11-22T20:10"));
        text = await Printed(away, "away").Text();
        Assert.Contains("转出已电话移交", text, StringComparison.Ordinal);
        Assert.Contains("结束时未完成", text, StringComparison.Ordinal);
    }
}
