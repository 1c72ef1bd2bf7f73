using System.IO.Compression;
using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Figures;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Changes;
using DisclosureBot.Slips.Publishing;
using DisclosureBot.Tests.Support;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace DisclosureBot.Tests.Figures;

/// <summary>The .xlsx of a period: sound, the same twice, every number a formula whose value is what the rows below it give.</summary>
public sealed class WorkbookTests
{
    private static readonly string[] SheetNames = ["说明", "汇总", "科室", "用时", "时限", "舆情", "明细(文件)", "明细(环节)", "明细(变更)", "明细(时限)"];
    private static readonly Period October = Period.Month(2026, 10);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Whatever_happened_every_formula_gives_its_value_and_the_value_is_the_count(int seed)
    {
        var tales = new RandomTales(seed).Make(40);
        var facts = Bench.Read(October, seed % 2 == 0 ? "2026-10-20T11:00" : "2026-11-23T09:00", tales.Select(tale => tale.Facts));
        var bytes = Bench.Print(facts);
        var book = new OpenedWorkbook(bytes);
        Assert.Equal(SheetNames, book.Names);
        foreach (var (sheet, place, cached, formula) in book.Formulas)
        {
            var worked = book.Calculate(sheet, formula);
            Assert.True(worked is double number ? cached is double value && Math.Abs(value - number) < 1e-9 : Equals(worked, cached), $"{sheet}!{place} {formula}: {cached} ≠ {worked}");
        }

        Assert.Empty(Faults(bytes));
        Counted(book, tales, facts.AsOf);
    }

    /// <summary>Counted anew from the facts alone, in the simplest way.</summary>
    private static void Counted(OpenedWorkbook book, IReadOnlyList<Tale> tales, DateTimeOffset asOf)
    {
        var (from, to) = (October.From, asOf < October.To ? asOf : October.To);
        var past = tales.Select(tale => tale.Facts.Where(fact => fact.At < asOf).ToList()).Where(facts => facts.Count > 0).ToList();
        var rows = DemoBureau.Roster.Sections.Zip(book.Rows("科室", 16)).ToDictionary(pair => pair.First.Id, pair => pair.Second, StringComparer.Ordinal);
        foreach (var section in DemoBureau.Roster.Sections)
        {
            var own = past.Where(facts => ((SlipEvent.Drafted)facts[0]).SectionId == section.Id).ToList();
            Slip Fold(List<SlipEvent> facts) => facts.Aggregate(default(Slip), Slip.Evolve)!;
            bool In(DateTimeOffset at) => at >= from && at < to;
            var drafted = own.Where(facts => In(facts[0].At)).ToList();
            double[] expected =
            [
                drafted.Count,
                own.Count(facts => Fold(facts) is { Phase: SlipPhase.Signed or SlipPhase.Archived } && In(facts.OfType<SlipEvent.Signed>().Last(fact => fact.Stage == Stage.Leader).At)),
                own.Sum(facts => facts.OfType<SlipEvent.Declined>().Count(fact => In(fact.At))),
                .. AttributeStatement.InOrder.Select(value => (double)drafted.Count(facts => (facts.OfType<AttributeChanged>().LastOrDefault()?.To ?? Fold(facts).Final) == value)),
                drafted.Count(facts => Fold(facts).Final is null),
            ];
            Assert.Equal(expected, rows[section.Id].Skip(1).Take(expected.Length).Select(value => (double)value!));
            Assert.Equal(own.Sum(facts => facts.OfType<SlipEvent.Returned>().Count(fact => In(fact.At))), (double)rows[section.Id][12]!);
        }

        var ends = book.Rows("汇总", 2).Take(9).ToDictionary(row => (string)row[0]!, row => (double)row[1]!, StringComparer.Ordinal);
        int All<T>() where T : SlipEvent => past.Sum(facts => facts.OfType<T>().Count(fact => fact.At >= from && fact.At < to));
        Assert.Equal((All<SlipEvent.Returned>(), All<PublishingEvent.HandoverReturned>(), All<SlipEvent.Withdrawn>(), All<SlipEvent.TakenBack>()),
            ((int)ends["退回修改"], (int)ends["退回移交"], (int)ends["起草人撤回"], (int)ends["上一环节收回"]));
        var desks = book.Rows("用时", 4).ToDictionary(row => (string)row[0]!, row => (double)row[1]!, StringComparer.Ordinal);
        foreach (var (stage, name) in new[] { (Stage.SectionHead, "科室负责人初审"), (Stage.GeneralOffice, "办公室二审") })
            Assert.Equal(past.Sum(facts => facts.Count(fact => In(fact, from, to) && fact is SlipEvent.Signed { Stage: var at } && at == stage || In(fact, from, to) && fact is SlipEvent.Returned { Stage: var back } && back == stage)), (int)desks[name]);
    }

    private static bool In(SlipEvent fact, DateTimeOffset from, DateTimeOffset to) => fact.At >= from && fact.At < to;

    [Fact]
    public void The_random_tales_hold_everything_that_is_counted()
    {
        var facts = new FigureFacts(October, October.To);
        var reader = new SlipReader(facts, (from, to) => to - from, _ => true);
        for (var seed = 1; seed <= 8; seed++)
            foreach (var tale in new RandomTales(seed).Make(40)) reader.Read(tale.Facts);
        Assert.Equal(Enum.GetValues<TurnEnd>().Except([TurnEnd.Overtaken]), facts.Turns.Select(turn => turn.End).Distinct().Order().Except([TurnEnd.Overtaken]));
        Assert.Equal(Enum.GetValues<TurnDesk>(), facts.Turns.Select(turn => turn.Desk).Distinct().Order());
        Assert.Equal(Enum.GetValues<ChangePoint>(), facts.Changes.Select(change => change.Point).Distinct().Order());
        Assert.Equal([ClockResult.InTime, ClockResult.Late, ClockResult.Running, ClockResult.Overdue], facts.Clocks.Select(clock => clock.Result).Distinct().Order());
        Assert.Equal(5, facts.Documents.Select(document => document.Attribute).Distinct().Count());
    }

    [Fact]
    public void A_period_without_anything_has_every_section_with_zero_and_no_median()
    {
        var bytes = Bench.Print(Bench.Read(October, "2026-11-23T09:00", []));
        var book = new OpenedWorkbook(bytes);
        var rows = book.Rows("科室", 16).ToList();
        Assert.Equal([.. DemoBureau.Roster.Sections.Select(section => section.Name), "合计"], rows.Select(row => (string)row[0]!));
        Assert.All(rows, row => Assert.Equal([.. Enumerable.Repeat<object>(0.0, 14), ""], row.Skip(1)));
        Assert.Equal(["", ""], book.Rows("用时", 4).First().Skip(2));
        Assert.All(book.Formulas, cell => Assert.Equal(cell.Cached, book.Calculate(cell.Sheet, cell.Formula)));
        Assert.Empty(Faults(bytes));
    }

    [Fact]
    public void A_section_that_has_nobody_and_one_that_is_no_longer_there_have_their_rows()
    {
        var facts = Bench.Read(October, "2026-11-23T09:00", [Bench.Tale(1, "2026-10-09T09:00").Draft().Facts]);
        var rows = new OpenedWorkbook(Bench.Print(facts, [new("empty", "新设科", []), new("twin", "新设科", []), new("odd", "=1*?", [])])).Rows("科室", 2).ToList();
        Assert.Equal(["新设科(empty)", "新设科(twin)", "\uFF1D1\uFF0A\uFF1F", "电子商务科", "合计"], rows.Select(row => (string)row[0]!));
        Assert.Equal([0.0, 0.0, 0.0, 1.0, 1.0], rows.Select(row => (double)row[1]!));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\",\"点\")")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(1)")]
    public void A_title_is_never_a_formula(string title)
    {
        var bytes = Bench.Print(Bench.Read(October, "2026-11-23T09:00", [Bench.Tale(1, "2026-10-09T09:00").Draft(title: title).Facts]));
        var book = new OpenedWorkbook(bytes);
        Assert.Equal(title, book["明细(文件)", "B4"]);
        Assert.DoesNotContain(book.Formulas, cell => cell.Sheet.StartsWith("明细", StringComparison.Ordinal));
        Assert.Empty(Faults(bytes));
    }

    [Fact]
    public void Controls_and_escapes_in_a_title_come_out_harmless()
    {
        var tale = Bench.Tale(1, "2026-10-09T09:00").Draft();
        var first = (SlipEvent.Drafted)tale.Facts[0];
        var spoilt = first with { Content = first.Content with { Title = "甲\u0001乙\u202e丙\uD800丁\uFFFF_x0041_" } };
        var bytes = Bench.Print(Bench.Read(October, "2026-11-23T09:00", [[spoilt]]));
        Assert.Equal("甲乙丙丁_x005F_x0041_", new OpenedWorkbook(bytes)["明细(文件)", "B4"]);
        Assert.Empty(Faults(bytes));
    }

    [Fact]
    public void What_the_reader_may_not_see_is_counted_and_not_named()
    {
        var facts = Bench.Read(October, "2026-11-23T09:00", [new RandomTales(1).Make(1)[0].Facts, Bench.Tale(9, "2026-10-09T09:00").Draft(title: "秘而不宣").Later(TimeSpan.FromHours(1)).Sign().Facts], _ => false);
        var bytes = Bench.Print(facts);
        Assert.Equal(2, facts.Documents.Count);
        foreach (var sheet in SheetNames.Where(name => name.StartsWith("明细", StringComparison.Ordinal)))
            Assert.All(new OpenedWorkbook(bytes).Rows(sheet, 5), row => Assert.Equal((null, "(不在您的查看范围)"), (row[0], row[1])));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries)
        {
            using var text = new StreamReader(entry.Open());
            var all = text.ReadToEnd();
            Assert.DoesNotContain("秘而不宣", all, StringComparison.Ordinal);
            Assert.DoesNotContain("普云岚", all, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_same_figures_give_the_same_bytes()
    {
        byte[] Make() => Bench.Print(Bench.Read(October, "2026-11-23T09:00", new RandomTales(3).Make(10).Select(tale => tale.Facts)));
        Assert.Equal(Make(), Make());
    }

    [Fact]
    public void Heads_stay_in_sight_and_on_every_printed_page()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Bench.Print(Bench.Read(October, "2026-11-23T09:00", []))), false);
        Assert.All(document.WorkbookPart!.WorksheetParts, part => Assert.Contains("<pane ySplit=\"3\"", part.Worksheet!.OuterXml.Replace("x:", "", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.All(document.WorkbookPart.WorksheetParts, part => Assert.Equal("landscape", part.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.PageSetup>().Single().Orientation!.InnerText));
        Assert.Equal(SheetNames.Length, document.WorkbookPart.Workbook!.DefinedNames!.Count());
    }

    private static List<string> Faults(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")];
    }
}
