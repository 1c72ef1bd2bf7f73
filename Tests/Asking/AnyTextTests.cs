using DisclosureBot.Asking;
using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Asking;
using DisclosureBot.Cards.Lists;
using DisclosureBot.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace DisclosureBot.Tests.Asking;

/// <summary>Any text at all is answered: nothing throws, nothing is met with silence, and no text is read more than once per place.</summary>
public sealed class AnyTextTests(AskedBureau bureau) : IClassFixture<AskedBureau>
{
    private static readonly string[] Pieces =
    [
        "到哪了", "谁压着", "我的", "文件", "本周", "逾期", "电商科", "待审", "没", "签", "了", "的", "高局", "小李", "2026-0002", "舆2026-0003", "楚商规〔2026〕2号", "11月31日", "99月", "0号",
        "《", "》", "〔", " ", "不公开", "几件", "昨天", "三个工作日内", "科", "等", "\0", "\ud83d", "😀", "年货节", "通知", "{{DATE(1)}}", "%", "_", "'", "\"", "十十", "2026-99999999", "局", "a", "9",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Elements(Pieces).ListOf(12).Select(string.Concat),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""));

    [Property(MaxTest = 60)]
    public Property Every_text_is_answered() => Prop.ForAll(Texts.ToArbitrary(), Gen.Elements(DemoBureau.Roster.People.ToArray()).ToArbitrary(), (text, person) =>
    {
        var answered = bureau.Ask(person.Id, text).GetAwaiter().GetResult();
        Assert.NotEmpty(answered.View.Title);
        Assert.True(answered.Cases.Count > 0 || answered.View.FollowUps.Count is 2 or 3, text);
        Assert.True(CardJson.Write(AnswerCard.Render(answered.View)).Length < 28_000 / 2);
    });

    [Property(MaxTest = 60)]
    public Property Nobody_is_shown_what_they_may_not_see() => Prop.ForAll(Texts.ToArbitrary(), text =>
    {
        // 毛云舟 heads another section: of these documents none ever came before them.
        var answered = bureau.Ask("maoyun", text).GetAwaiter().GetResult();
        Assert.All(answered.Cases, number => Assert.Contains(number, Seen));
    });

    private static readonly string[] Seen = ["2026-0003", "2026-0012", "2026-0013", "2026-0019", "2026-0025", "2026-0027", "舆2026-0003"];

    /// <summary>Steps, not seconds: what is read is bounded, however long the text.</summary>
    [Theory]
    [InlineData("签了没有")]
    [InlineData("的")]
    [InlineData("2026-")]
    [InlineData("《")]
    [InlineData("电子商务")]
    public void A_flood_is_read_as_far_as_a_question_goes(string piece)
    {
        var calendar = new Calendars(CalendarSettings.Default).Present;
        var (asker, today) = (DemoBureau.Person("liying"), new DateOnly(2026, 11, 25));
        var reader = new QuestionReader(DemoBureau.Roster);
        var flood = string.Concat(Enumerable.Repeat(piece, 200_000));
        var (of, whole) = (reader.Read(flood, asker, today, calendar), reader.Read(flood[..1_000], asker, today, calendar));
        Assert.Equal((whole.Intent, whole.Words), (of.Intent, of.Words));
        Assert.True(of.Words.Length <= 300);
    }

    /// <summary>Whatever is offered to tap is itself a question or word that is understood.</summary>
    [Theory]
    [InlineData("商务科 待审")]
    [InlineData("电商科 待审")]
    [InlineData("逾期")]
    [InlineData("年货节")]
    [InlineData("小段的文件")]
    public async Task What_is_offered_to_tap_is_understood(string text)
    {
        var answered = await bureau.Ask("gaoyuan", text);
        Assert.InRange(answered.View.FollowUps.Count, 2, 3);
        foreach (var next in answered.View.FollowUps.Except(["待办", "我的"], StringComparer.Ordinal))
            Assert.NotEqual(Intent.Unclear, (await bureau.Ask("gaoyuan", next)).Question.Intent);
    }

    [Fact]
    public void A_list_of_the_longest_cases_fits_a_card()
    {
        var items = Enumerable.Range(1, 40).Select(n => new ListItem($"slip-2026-{n:0000000}", $"2026-{n:0000}", new string('题', 300), new string('行', 300), new string('态', 300), DisclosureBot.Cards.Slips.Tone.Bad)).ToList();
        var view = new AnswerView(new string('问', 500), [.. Enumerable.Repeat(new string('句', 900), 6)], items, [new string('追', 300), "乙", "丙"]) { More = 60, Note = new string('注', 500) };
        Assert.True(CardJson.Write(AnswerCard.Render(view)).Length <= Room);
    }

    private const int Room = 13_800;
}
