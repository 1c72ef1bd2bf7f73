using DisclosureBot.Journal;
using Xunit;

namespace DisclosureBot.Tests.Journal;

/// <summary>What searches find, and what they never do.</summary>
public abstract partial class JournalConformance
{
    private const string Festival = "2026-0007 关于举办2026年楚雄州“年货节”活动的通知 罗晴 电子商务科 通知 楚商规〔2026〕12号 FDI";

    [Theory]
    [InlineData("年货节")]
    [InlineData("年货")]
    [InlineData("货")]
    [InlineData("节活")]
    [InlineData("举办 年货节 通知")]
    [InlineData("楚雄州年货节活动")]
    [InlineData("《年货节》")]
    [InlineData("楚商规〔2026〕12号")]
    [InlineData("楚商规[2026]12号")]
    [InlineData("楚商规(2026)12号")]
    [InlineData("楚商规(2026)第012号")]
    [InlineData("楚商规【2026】12 号")]
    [InlineData("楚商规 〔2026〕 12")]
    [InlineData("楚商规202612号")]
    [InlineData("楚商规 2026 12号")]
    [InlineData("楚商规\uff3b\uff12\uff10\uff12\uff16\uff3d\uff11\uff12号")]
    [InlineData("〔2026〕12号")]
    [InlineData("2026-0007")]
    [InlineData("\uff12\uff10\uff12\uff16\uff0d\uff10\uff10\uff10\uff17")]
    [InlineData("2026—0007")]
    [InlineData("0007")]
    [InlineData("26")]
    [InlineData("fdi")]
    [InlineData("fdI 通知")]
    [InlineData("fd")]
    [InlineData("\uff26\uff24\uff29")]
    public async Task A_word_is_found_however_it_is_written(string words)
    {
        await Search("slip-1", Festival);
        await Search("slip-2", "2026-0008 关于成品油市场的报告 李明 市场科 报告 楚商规〔2025〕120号");

        var found = Assert.Single(await Journal.Find(new CaseQuery(words), Everyone, 10, Stop), one => one.Case.CaseId == "slip-1");
        Assert.True(found.IsExact);
    }

    [Theory]
    [InlineData("楚商规〔2026〕1号")]
    [InlineData("楚商规〔2026〕2号")]
    [InlineData("楚商规〔2025〕12号")]
    [InlineData("2026-0009")]
    [InlineData("锟斤拷烫烫烫")]
    [InlineData("喜羊羊")]
    [InlineData("外贸转型升级")]
    [InlineData("年节")]
    [InlineData("鑫")]
    [InlineData("年货节 外贸")]
    [InlineData("()")]
    [InlineData("“”")]
    [InlineData("〔〕")]
    public async Task What_is_not_there_is_not_found(string words)
    {
        await Search("slip-1", Festival);

        Assert.Empty(await Journal.Find(new CaseQuery(words), Everyone, 10, Stop));
    }

    [Theory]
    [InlineData("年货街")]
    [InlineData("连货节")]
    [InlineData("年火节")]
    [InlineData("年货节动")]
    [InlineData("年货的节")]
    [InlineData("年节货")]
    [InlineData("举办 年货街 通知")]
    [InlineData("年货节的通知")]
    [InlineData("关于举办楚雄州年货节活动的通知")]
    [InlineData("关于举办2026年楚雄州年火节活动地通知")]
    [InlineData("电子尚务科")]
    public async Task What_is_misspelt_is_found_as_resembling(string words)
    {
        await Search("slip-1", Festival);
        await Search("slip-2", "2026-0008 关于成品油市场监管的报告 李明 市场科 报告");

        var found = Assert.Single(await Journal.Find(new CaseQuery(words), Everyone, 10, Stop));
        Assert.Equal(("slip-1", false), (found.Case.CaseId, found.IsExact));
        Assert.Empty(await Journal.Search(words, Everyone, 10, Stop));
    }

    [Fact]
    public async Task The_nearest_comes_first_and_what_is_exact_hides_what_resembles()
    {
        await Search("slip-1", "关于汽车以旧换新补贴的通知", minute: 3);
        await Search("slip-2", "关于汽车以旧换薪补贴的通知", minute: 2);

        Assert.Equal("slip-2 slip-1", Ids(await Journal.Find(new CaseQuery("汽车以旧换薪补贴得通知"), Everyone, 10, Stop)));
        Assert.Equal("slip-1", Ids(await Journal.Find(new CaseQuery("以旧换新"), Everyone, 10, Stop)));
    }

    [Fact]
    public async Task Words_that_changed_are_found_as_they_are_now()
    {
        await Search("slip-1", "关于年货节的通知");
        await Search("slip-1", "关于消费券的通知", after: 1);

        Assert.Empty(await Journal.Find(new CaseQuery("年货节"), Everyone, 10, Stop));
        Assert.Equal("slip-1", Ids(await Journal.Find(new CaseQuery("消费券"), Everyone, 10, Stop)));
    }

    [Fact]
    public async Task A_commit_undone_leaves_no_words()
    {
        await Search("slip-1", "关于年货节的通知");
        Assert.Equal(CommitOutcome.Conflict, await Journal.Commit(Write("slip-2") with { Listing = Listed("关于消费券的通知"), OnceKey = "k", ExpectedVersion = 1 }, Stop));
        await Journal.Commit(Write("slip-3") with { OnceKey = "k", Listing = Listed("甲") }, Stop);
        Assert.Equal(CommitOutcome.Conflict, await Journal.Commit(Write("slip-4") with { OnceKey = "k", Listing = Listed("关于消费券的通知") }, Stop));

        Assert.Empty(await Journal.Find(new CaseQuery("消费券"), Everyone, 10, Stop));
        Assert.Empty(await Journal.Verify((_, events) => State(events.Count), Stop));
    }

    [Theory]
    [InlineData("NEAR(年货 节)", false)]
    [InlineData("\"年货节\"", true)]
    [InlineData("年货*", false)]
    [InlineData("*", false)]
    [InlineData("年货节 OR 消费券", false)]
    [InlineData("text:年货节", false)]
    [InlineData("^年货节", false)]
    [InlineData("年货节 NOT 消费券", false)]
    [InlineData("-年货节", false)]
    [InlineData("{text}: 年货节", false)]
    [InlineData("年货节' OR 1=1 --", false)]
    [InlineData("%货节", false)]
    [InlineData("年_节", false)]
    [InlineData("年货节\\", false)]
    [InlineData("@match", false)]
    [InlineData("年\u001f货", true)]
    public async Task Signs_that_mean_something_to_a_database_mean_nothing_here(string words, bool holds)
    {
        await Search("slip-1", "关于年货节的通知");
        await Search("slip-2", "关于消费券的通知");

        Assert.Equal(holds ? "slip-1" : "", string.Join(' ', (await Journal.Search(words, Everyone, 10, Stop)).Select(one => one.CaseId)));
        Assert.DoesNotContain(await Journal.Find(new CaseQuery(words), Everyone, 10, Stop), one => one.IsExact != holds || one.Case.CaseId == "slip-2");
    }

    [Fact]
    public async Task No_text_breaks_a_search_or_finds_what_does_not_hold_it()
    {
        const string held = "关于“年货节”(第2期)100%的通知 a_b x\\y c:d e*f \"g\" 'h' 😀";
        await Search("slip-1", held);
        const string letters = "年货节通知2%_\\\"'*:^-+(){}[]〔〕 \t\0\u001f\u0001ａ１😀\ud83dabNEARORAND\n,.;@#$~|&=<>?!`/";
        var random = new Random(5);
        for (var i = 0; i < 2_000; i++)
        {
            var words = new string([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => letters[random.Next(letters.Length)])]);
            foreach (var found in await Journal.Find(new CaseQuery(words), Everyone, 10, Stop))
                Assert.True(!found.IsExact || Holds(held, words), $"'{words}' found what does not hold it.");
        }

        // Judged without the journal: every word's letters and digits, in their order, stand in the text.
        static bool Holds(string text, string words) => words
            .Split([' ', '\t', '\n', '\0', '\u001f', '\u0001']).All(word => Letters(text).Contains(Letters(word), StringComparison.Ordinal));

        static string Letters(string text) => new([.. text.Select(c => c is 'ａ' or '１' ? (char)(c - 0xfee0) : char.ToLowerInvariant(c)).Where(char.IsLetterOrDigit)]);
    }

    [Fact]
    public async Task Each_filter_alone_and_with_words_leaves_what_fits()
    {
        var (may, june) = (new DateOnly(2026, 5, 8), new DateOnly(2026, 6, 8));
        await Commit(Write("slip-1", slots: new SlotWrite("li", false, true)) with
        {
            Listing = Listed("年货节 甲") with { Number = "2026-0001", Owner = "wang", Section = "trade", Attribute = "public", Place = "print", Due = may },
        });
        await Commit(Write("slip-2", slots: new SlotWrite("li", false, false)) with
        {
            Listing = Listed("年货节 乙") with { Number = "2026-0002", Attribute = "withheld", Place = "office", Due = june, Open = false },
        });
        await Commit(Write("slip-3") with { Kind = "opinion", Listing = Listed("年货节 丙") with { Number = "舆2026-0003" } });

        (CaseQuery Query, string Expected)[] asked =
        [
            (new() { Number = "2026-0001" }, "slip-1"), (new() { Number = "2026-1" }, "slip-1"), (new() { Number = "2026-0002" }, "slip-2"),
            (new() { Owner = "wang" }, "slip-1"), (new() { Section = "trade" }, "slip-1"), (new() { WaitsFor = "li" }, "slip-1"),
            (new() { Open = false }, "slip-2"), (new() { Open = true, Kind = "slip" }, "slip-1"), (new() { Kind = "opinion" }, "slip-3"),
            (new() { Attributes = ["public", "none"] }, "slip-1"), (new() { Places = ["office", "archive"] }, "slip-2"),
            (new() { DueFrom = may, DueTo = may }, "slip-1"), (new() { DueFrom = june }, "slip-2"), (new() { DueTo = june.AddDays(-1) }, "slip-1"),
            (new() { Owner = "luoqing", Kind = "slip", Open = false, Attributes = ["withheld"], Places = ["office"], Section = "operations", DueFrom = may }, "slip-2"),
        ];
        foreach (var (query, expected) in asked)
        {
            Assert.Equal(expected, Ids(await Journal.Find(query, Everyone, 10, Stop)));
            Assert.Equal(expected, Ids(await Journal.Find(query with { Words = "年货节" }, Everyone, 10, Stop)));
            Assert.Equal(expected, Ids(await Journal.Find(query with { Words = "年货街" }, Everyone, 10, Stop)));
            Assert.Empty(await Journal.Find(query with { Words = "消费券" }, Everyone, 10, Stop));
            Assert.Empty(await Journal.Find(query, new Reach("stranger", null, false), 10, Stop));
        }
    }

    [Fact]
    public async Task What_is_found_says_where_it_lies_and_whom_it_waits_for()
    {
        var due = new DateOnly(2026, 5, 8);
        await Commit(Write(slots: [new SlotWrite("li", false, true), new SlotWrite("wang", false, false)]) with
        {
            Listing = Listed() with { Attribute = "public", Place = "print", Since = Noon, Due = due },
        });

        var found = Assert.Single(await Journal.Find(new CaseQuery("商务"), Everyone, 10, Stop));
        Assert.Equal(("public", "print", due, true), (found.Attribute, found.Place, found.Due, found.IsExact));
        Assert.Equal(Noon, found.Since);
        Assert.Equal(["li"], found.WaitsFor);
    }

    [Theory]
    [InlineData("luoqing", null, 1)]
    [InlineData("li", null, 1)]
    [InlineData("wang", "operations", 1)]
    [InlineData("wang", "trade", 0)]
    [InlineData("wang", null, 0)]
    public async Task Neither_words_nor_what_resembles_them_reach_beyond_the_asker(string person, string? section, int found)
    {
        await Commit(Write(slots: ToldNothing));

        foreach (var words in new[] { "", "通知", "知", "商务工作得通知" })
            Assert.Equal(found, (await Journal.Find(new CaseQuery(words), new(person, section, Everything: false), 10, Stop)).Count);
    }

    [Fact]
    public async Task Another_bureaus_words_are_not_found()
    {
        await Search("slip-1", "关于年货节的通知");
        var other = Open("elsewhere");

        foreach (var query in new CaseQuery[] { new("年货节"), new("年货街"), new(""), new() { Open = true }, new() { Owner = "luoqing" } })
            Assert.Empty(await other.Find(query, Everyone, 10, Stop));
    }

    private static string Ids(IEnumerable<FoundCase> found) => string.Join(' ', found.Select(one => one.Case.CaseId));

    private Task Search(string id, string text, int minute = 1, long after = 0) => Commit(Write(id, after) with
    {
        Events = [new("Submitted", "{}", "luoqing", Noon.AddMinutes(minute))],
        Listing = Listed(text),
    });
}
