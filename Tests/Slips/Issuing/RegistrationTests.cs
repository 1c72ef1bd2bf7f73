using DisclosureBot.Journal;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Issuing;
using DisclosureBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static DisclosureBot.Tests.Slips.StepStory;

namespace DisclosureBot.Tests.Slips.Issuing;

/// <summary>Numbers in the real journal: however many clerks register at once, no number is given twice.</summary>
public sealed class RegistrationTests : IDisposable
{
    private const int Clerks = 12;
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("numbers-");
    private readonly List<Sqlite> _opened = [];
    private readonly FakeTimeProvider _clock = new(Noon);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Clerks_who_register_at_once_never_get_the_same_number()
    {
        var offices = new[] { await Office(), await Office() };
        var documents = new List<string>();
        for (var i = 1; i <= Clerks; i++) documents.Add(await Waiting(offices[0], i));

        // All ask for number 1, each through one of two processes; who is refused takes the next one that the refusal names.
        var given = await Task.WhenAll(documents.Select((id, i) => Task.Run(() => Persist(offices[i % 2], id), Stop)));

        Assert.Equal(Enumerable.Range(1, Clerks), given.Order());
        Assert.Equal(Clerks, (await Office()).Book.Last("楚商发", 2026));
    }

    [Fact]
    public async Task What_the_clicks_own_ledger_says_is_not_believed()
    {
        var office = await Office();
        var (first, second) = (await Waiting(office, 1), await Waiting(office, 2));
        await Register(office, first, Number(7, gap: "前六号线下已用"));

        var refused = await Register(office, second, Number(7));
        Assert.Contains("下一号是楚商发〔2026〕8号", refused.Refusal!.Text, StringComparison.Ordinal);
        Assert.Contains("补用空号", (await Register(office, second, Number(6))).Refusal!.Text, StringComparison.Ordinal);
        Assert.Equal("楚商发〔2026〕8号", (await Register(office, second, Number(8))).State!.Issue.Number!.ToString());
    }

    [Fact]
    public async Task The_same_click_again_neither_fails_nor_takes_another_number()
    {
        var office = await Office();
        var id = await Waiting(office, 1);
        await Register(office, id, Number(1));
        var again = await Register(office, id, Number(1));
        Assert.Equal((false, null), (again.Committed, again.Refusal));
    }

    [Fact]
    public async Task Codes_and_years_count_apart()
    {
        var office = await Office();
        await Register(office, await Waiting(office, 1), Number(1));
        Assert.True((await Register(office, await Waiting(office, 2), Number(1, "楚商函"))).Committed);
        // 楚商 is no code that 楚商发 would count towards.
        Assert.True((await Register(office, await Waiting(office, 3), Number(1, "楚商"))).Committed);
    }

    [Fact]
    public async Task An_impossible_number_is_refused_before_the_ledger_is_asked()
    {
        var office = await Office();
        Assert.Contains("机关代字", (await Register(office, await Waiting(office, 1), Number(code: "::"))).Refusal!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_book_hears_of_every_commit_and_looks_up_the_rest()
    {
        var office = await Office();
        await Register(office, await Waiting(office, 1), Number(1));
        Assert.Equal((1, 0), (office.Book.Last("楚商发", 2026), office.Book.Last("楚商发", 2025)));
        Assert.Equal(1, (await Office()).Book.Last("楚商发", 2026));
        Assert.Null(NumberBook.Read("form-1"));
        Assert.Null(NumberBook.Read(null));
    }

    public void Dispose()
    {
        foreach (var dialect in _opened) dialect.Dispose();
        _directory.Delete(recursive: true);
    }

    private static async Task<int> Persist(Desk office, string id)
    {
        for (var sequence = 1; ; sequence++)
        {
            var outcome = await Register(office, id, Number(sequence));
            if (outcome.Refusal is null) return outcome.State!.Issue.Number!.Sequence;
            Assert.Contains("不能重号", outcome.Refusal.Text, StringComparison.Ordinal);
        }
    }

    private static Task<Outcome<Slip>> Register(Desk office, string id, IssuingCommand.Register command) =>
        office.Registration.Register(DemoBureau.Person("zhoulin"), id, command, null, Stop);

    /// <summary>A document printed and waiting for its number.</summary>
    private static async Task<string> Waiting(Desk office, int nth)
    {
        var id = $"slip-2026-{nth:D7}";
        (string Actor, Func<Slip?, SlipCommand> Command)[] steps =
        [
            ("liying", _ => new SlipCommand.Draft(id, $"2026-{nth:D4}", $"form-{nth}", SlipStory.Form())),
            ("pulan", slip => new SlipCommand.Sign(slip!.Turn, SlipStory.Value(DisclosureAttribute.Public))),
            ("zhoulin", slip => new SlipCommand.Sign(slip!.Turn, SlipStory.Value(DisclosureAttribute.Public))),
            ("gaoyuan", slip => new SlipCommand.Sign(slip!.Turn, SlipStory.Value(DisclosureAttribute.Public))),
            ("liying", _ => new IssuingCommand.Print(null, 10)),
        ];
        foreach (var (actor, command) in steps)
        {
            var outcome = await office.Workflow.Run(office.Slips, id, slip => office.Rules.Decide(slip, command(slip), DemoBureau.Person(actor), Noon), null, Stop);
            Assert.True(outcome.Committed, outcome.Refusal?.Text);
        }

        return id;
    }

    /// <summary>One process of the bureau on the same journal.</summary>
    private async Task<Desk> Office()
    {
        var dialect = new Sqlite($"Data Source={Path.Combine(_directory.FullName, "journal.db")}");
        _opened.Add(dialect);
        var journal = new CaseJournal(dialect, DemoBureau.Roster.BureauId);
        journal.Prepare();
        var rules = new SlipRules(DemoBureau.Roster, DemoBureau.Clocks);
        var slips = new SlipCase(rules, DemoBureau.Roster, DemoBureau.Clocks);
        var workflow = new Workflow(journal);
        var book = new NumberBook(journal, DemoBureau.Roster, _clock);
        await book.Load(Stop);
        journal.Committed += book.Heard;
        return new Desk(workflow, slips, rules, new Registration(workflow, slips, rules, journal, _clock), book);
    }

    private sealed record Desk(Workflow Workflow, SlipCase Slips, SlipRules Rules, Registration Registration, NumberBook Book);
}
