using DisclosureBot.Slips;
using DisclosureBot.Slips.Interpretation;

namespace DisclosureBot.Figures.Workbook;

/// <summary>The sheets of figures: every number a formula over the detail sheets, with the value it has.</summary>
internal sealed class SummarySheets(BureauFigures figures, DetailSheets details)
{
    private const string From = "'说明'!$B$4";
    private const string To = "'说明'!$B$5";

    /// <summary>The last row of 科室 that is a section's, and the row of the sum.</summary>
    private int LastSection => SheetPlan.FirstRow - 1 + figures.Sections.Count;

    public IEnumerable<SheetPlan> All(string title, string note) =>
    [
        new("汇总", title, note, [("项目", 30), ("数量", 16), ("占比", 16), ("", 16), ("", 16)], Summary()),
        new("科室", title, note,
            [("科室", 22), ("起草", 8), ("签发", 8), ("不予签发", 9), .. AttributeStatement.InOrder.Select(value => (FigureNames.Of(value), 12.0)), (FigureNames.Undetermined, 8), ("移交", 8), ("公开(登记)", 9), ("属性改动", 9), ("退回修改", 9), ("移交按时", 9), ("移交逾期", 9), ("移交按时率", 10)],
            Sections()),
        new("用时", title, note, [("环节", 22), ("件次", 9), ("中位(工作小时)", 12), ("九成以内(工作小时)", 13), .. Enum.GetValues<TurnEnd>().Select(end => (FigureNames.Of(end), 11.0))], Desks()),
        new("时限", title, note, [("时限", 32), .. SlipResults.Select(result => (FigureNames.Of(result), 13.0)), ("按时率", 13)], Deadlines()),
        new("舆情", title, note, [("时限", 32), .. Enum.GetValues<ClockResult>().Select(result => (FigureNames.Of(result), 13.0)), ("按时率", 13)], Opinions()),
    ];

    private static readonly ClockResult[] SlipResults = [ClockResult.InTime, ClockResult.Late, ClockResult.Running, ClockResult.Overdue];

    private IEnumerable<IReadOnlyList<Cell>> Summary()
    {
        var (total, row) = (figures.Total, SheetPlan.FirstRow);
        (string Name, char Column, int Value)[] headlines = [("起草", 'B', total.Drafted), ("签发", 'C', total.Signed), ("不予签发", 'D', total.Declined), ("移交", 'J', total.HandedOver), ("公开(登记)", 'K', total.Opened)];
        foreach (var (name, column, value) in headlines) yield return [new Cell.Words(name), new Cell.Formula(Text($"'科室'!{column}{LastSection + 1}"), value)];
        foreach (var end in new[] { TurnEnd.Returned, TurnEnd.HandoverReturned, TurnEnd.Withdrawn, TurnEnd.TakenBack })
            yield return [new Cell.Words(FigureNames.Of(end)), new Cell.Formula(Text($"COUNTIFS({details.Turns['I']},$A{row + headlines.Length + Array.IndexOf(Undoing, end)})"), figures.Desks.Sum(desk => desk.Ends[(int)end]))];
        row += headlines.Length + Undoing.Length;
        yield return Heads("公开属性(按起草)", "件数", "占比");
        foreach (var (value, count) in AttributeStatement.InOrder.Select((value, place) => ((DisclosureAttribute?)value, total.ByAttribute[place])).Append((null, total.Undetermined)))
            yield return
            [
                new Cell.Words(FigureNames.Of(value)), new Cell.Formula(Text($"COUNTIFS({details.Documents['G']},$A{++row},{Within('D')})"), count),
                new Cell.Formula(Text($"IF($B$4=0,\"\",B{row}/$B$4)"), total.Drafted == 0 ? null : (double)count / total.Drafted, CellStyle.Share),
            ];
        row++;
        foreach (var change in figures.Changes)
        {
            var head = row++;
            yield return Heads([FigureNames.Of(change.Point), .. AttributeStatement.InOrder.Select(value => FigureNames.Of(value))]);
            foreach (var (from, counts) in AttributeStatement.InOrder.Zip(change.Matrix))
            {
                var at = row++;
                yield return [new Cell.Words(FigureNames.Of(from)), .. counts.Select((count, place) =>
                    new Cell.Formula(Text($"COUNTIFS({details.Changes['D']},$A${head},{details.Changes['F']},$A{at},{details.Changes['G']},{(char)('B' + place)}${head})"), count))];
            }
        }
    }

    private static readonly TurnEnd[] Undoing = [TurnEnd.Returned, TurnEnd.HandoverReturned, TurnEnd.Withdrawn, TurnEnd.TakenBack];

    private IEnumerable<IReadOnlyList<Cell>> Sections()
    {
        var row = SheetPlan.FirstRow;
        foreach (var section in figures.Sections) yield return Section(section, row++);
        yield return Total(row);
    }

    private IReadOnlyList<Cell> Section(SectionFigures section, int row)
    {
        var (documents, turns, changes, clocks) = (details.Documents, details.Turns, details.Changes, details.Clocks);
        Cell Documents(char moment, int value) => new Cell.Formula(Text($"COUNTIFS({documents['C']},$A{row},{Within(moment)})"), value);
        string Handed(ClockResult result) => $"COUNTIFS({clocks['C']},$A{row},{clocks['D']},\"{FigureNames.Of(Slips.Deadlines.DeadlineKind.Handover)}\",{clocks['H']},\"{FigureNames.Of(result)}\")";
        return
        [
            new Cell.Words(section.Name), Documents('D', section.Drafted), Documents('E', section.Signed), Documents('F', section.Declined),
            .. section.ByAttribute.Append(section.Undetermined).Select((count, place) =>
                new Cell.Formula(Text($"COUNTIFS({documents['C']},$A{row},{documents['G']},{(char)('E' + place)}$3,{Within('D')})"), count)),
            Documents('H', section.HandedOver), Documents('I', section.Opened),
            new Cell.Formula(Text($"COUNTIFS({changes['C']},$A{row})"), section.Changed),
            new Cell.Formula(Text($"COUNTIFS({turns['C']},$A{row},{turns['I']},\"{FigureNames.Of(TurnEnd.Returned)}\")"), section.Returned),
            new Cell.Formula(Handed(ClockResult.InTime), section.HandoverInTime), new Cell.Formula($"{Handed(ClockResult.Late)}+{Handed(ClockResult.Overdue)}", section.HandoverLate),
            HandoverShare(section, row, CellStyle.Share),
        ];
    }

    private IReadOnlyList<Cell> Total(int row)
    {
        var total = figures.Total;
        int[] values = [total.Drafted, total.Signed, total.Declined, .. total.ByAttribute, total.Undetermined, total.HandedOver, total.Opened, total.Changed, total.Returned, total.HandoverInTime, total.HandoverLate];
        return
        [
            new Cell.Words(total.Name, CellStyle.TotalText),
            .. values.Select((value, place) => new Cell.Formula(Text($"SUM({(char)('B' + place)}{SheetPlan.FirstRow}:{(char)('B' + place)}{LastSection})"), value, CellStyle.TotalCount)),
            HandoverShare(total, row, CellStyle.TotalShare),
        ];
    }

    private static Cell HandoverShare(SectionFigures section, int row, CellStyle style) => new Cell.Formula(
        Text($"IF(N{row}+O{row}=0,\"\",N{row}/(N{row}+O{row}))"),
        section.HandoverInTime + section.HandoverLate is var all and > 0 ? (double)section.HandoverInTime / all : null, style);

    private IEnumerable<IReadOnlyList<Cell>> Desks() => figures.Desks.Select((desk, place) =>
    {
        var (row, turns) = (SheetPlan.FirstRow + place, details.Turns);
        var own = Text($"IF(({turns['D']}=$A{row})*({turns['J']}=\"{DetailSheets.Yes}\"),{turns['H']})");
        return (IReadOnlyList<Cell>)
        [
            new Cell.Words(FigureNames.Of(desk.Desk)),
            new Cell.Formula(Text($"COUNTIFS({turns['D']},$A{row},{turns['J']},\"{DetailSheets.Yes}\")"), desk.Turns),
            new Cell.Formula($"IFERROR(MEDIAN({own}),\"\")", desk.Median, CellStyle.Hours, IsArray: true),
            new Cell.Formula($"IFERROR(PERCENTILE({own},0.9),\"\")", desk.Ninetieth, CellStyle.Hours, IsArray: true),
            .. desk.Ends.Select((count, end) => new Cell.Formula(Text($"COUNTIFS({turns['D']},$A{row},{turns['I']},{(char)('E' + end)}$3)"), count)),
        ];
    });

    private IEnumerable<IReadOnlyList<Cell>> Deadlines()
    {
        var row = SheetPlan.FirstRow;
        foreach (var clock in figures.Deadlines)
            yield return Clock(clock, [clock.InTime, clock.Late, clock.Running, clock.Overdue], row++, Text($"B{row - 1}+C{row - 1}+E{row - 1}"));
        yield return Heads("三同步(期内公开的)", "件数", "占比");
        var (first, last) = (++row, row + 2);
        (SyncStatus Status, int Count)[] counts = [(SyncStatus.Synchronous, figures.Sync.Synchronous), (SyncStatus.InTime, figures.Sync.InTime), (SyncStatus.Overdue, figures.Sync.Overdue)];
        foreach (var (status, count) in counts)
        {
            var at = row++;
            yield return
            [
                new Cell.Words(TripleSync.Name(status)), new Cell.Formula(Text($"COUNTIFS({details.Documents['J']},$A{at})"), count),
                new Cell.Formula(Text($"IF(SUM($B${first}:$B${last})=0,\"\",B{at}/SUM($B${first}:$B${last}))"), figures.Sync.Sum == 0 ? null : (double)count / figures.Sync.Sum, CellStyle.Share),
            ];
        }
    }

    private IEnumerable<IReadOnlyList<Cell>> Opinions() => figures.Opinions.Select((clock, place) =>
    {
        var row = SheetPlan.FirstRow + place;
        return Clock(clock, [clock.InTime, clock.Late, clock.Running, clock.Overdue, clock.LeftOpen], row, Text($"B{row}+C{row}+E{row}+F{row}"));
    });

    private IReadOnlyList<Cell> Clock(ClockFigures clock, IReadOnlyList<int> counts, int row, string all) =>
    [
        new Cell.Words(FigureNames.Of(clock)),
        .. counts.Select((count, place) => new Cell.Formula(Text($"COUNTIFS({details.Clocks['D']},$A{row},{details.Clocks['H']},{(char)('B' + place)}$3)"), count)),
        new Cell.Formula(Text($"IF({all}=0,\"\",B{row}/({all}))"), clock.Share, CellStyle.Share),
    ];

    /// <summary>A moment of the documents lies in the period.</summary>
    private string Within(char column) => $"{details.Documents[column]},\">=\"&{From},{details.Documents[column]},\"<\"&{To}";

    private static IReadOnlyList<Cell> Heads(params IReadOnlyList<string> words) => [.. words.Select(word => new Cell.Words(word, CellStyle.Head))];

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
