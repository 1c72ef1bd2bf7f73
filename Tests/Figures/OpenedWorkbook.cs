using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Xunit;

namespace DisclosureBot.Tests.Figures;

/// <summary>An .xlsx as a spreadsheet program opens it: cells by sheet and place, each formula worked out anew from the cells it names.</summary>
internal sealed class OpenedWorkbook
{
    private readonly Dictionary<string, Dictionary<string, (object? Value, string? Formula)>> _sheets = new(StringComparer.Ordinal);

    public OpenedWorkbook(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        foreach (var sheet in document.WorkbookPart!.Workbook!.Descendants<Sheet>())
        {
            Names.Add(sheet.Name!.Value!);
            _sheets[sheet.Name!.Value!] = ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>()
                .ToDictionary(cell => cell.CellReference!.Value!, cell => (Read(cell), cell.CellFormula?.Text), StringComparer.Ordinal);
        }
    }

    public List<string> Names { get; } = [];

    /// <summary>As it stands in the file: a number, a text, or nothing.</summary>
    public object? this[string sheet, string place] => _sheets[sheet].TryGetValue(place, out var cell) ? cell.Value : null;

    public IEnumerable<(string Sheet, string Place, object? Cached, string Formula)> Formulas =>
        from sheet in _sheets from cell in sheet.Value where cell.Value.Formula is not null select (sheet.Key, cell.Key, cell.Value.Value, cell.Value.Formula!);

    /// <summary>The rows of a sheet from the fourth on, cell by cell.</summary>
    public IEnumerable<IReadOnlyList<object?>> Rows(string sheet, int columns)
    {
        for (var row = 4; _sheets[sheet].ContainsKey($"A{row}") || _sheets[sheet].ContainsKey($"B{row}"); row++)
            yield return [.. Enumerable.Range(0, columns).Select(column => this[sheet, $"{(char)('A' + column)}{row}"])];
    }

    public object? Calculate(string sheet, string formula) => new Reader(this, sheet, formula).All() is Grid { Cells: [var one] } ? one : new Reader(this, sheet, formula).All();

    private static object? Read(DocumentFormat.OpenXml.Spreadsheet.Cell cell) =>
        cell.DataType?.Value == CellValues.InlineString ? cell.InlineString!.Text!.Text
        : cell.DataType?.Value == CellValues.String ? cell.CellValue?.Text ?? ""
        : cell.CellValue is { } value ? double.Parse(value.Text, CultureInfo.InvariantCulture) : null;

    private sealed record Grid(IReadOnlyList<object?> Cells);

    private sealed class Broken : Exception;

    /// <summary>Just as much of the language of formulas as the tables use.</summary>
    private sealed class Reader(OpenedWorkbook book, string sheet, string text)
    {
        private int _at;

        public object? All()
        {
            _at = 0;
            var value = Comparison();
            return _at == text.Length ? value : throw new FormatException($"'{text}' at {_at}");
        }

        private object? Comparison()
        {
            var left = Joined();
            return Take('=') ? Each(left, Joined(), (a, b) => Same(a, b)) : left;
        }

        private object? Joined()
        {
            var left = Sum();
            while (Take('&')) left = Shown(left) + Shown(Sum());
            return left;
        }

        private object? Sum()
        {
            var left = Product();
            while (Peek() is '+') { _at++; left = Each(left, Product(), (a, b) => Number(a) + Number(b)); }
            return left;
        }

        private object? Product()
        {
            var left = Primary();
            while (Peek() is '*' or '/')
                left = text[_at++] == '*' ? Each(left, Primary(), (a, b) => Number(a) * Number(b)) : Each(left, Primary(), (a, b) => Number(a) / Number(b));
            return left;
        }

        private object? Primary()
        {
            if (Take('(')) { var inner = Comparison(); Must(')'); return inner; }
            if (Take('"')) { var end = text.IndexOf('"', _at); var words = text[_at..end]; _at = end + 1; return words; }
            if (char.IsDigit(Peek())) { var from = _at; while (char.IsDigit(Peek()) || Peek() == '.') _at++; return double.Parse(text[from.._at], CultureInfo.InvariantCulture); }
            if (Take('\'')) { var end = text.IndexOf('\'', _at); var name = text[_at..end]; _at = end + 1; Must('!'); return Reference(name); }
            var begin = _at;
            while (char.IsAsciiLetter(Peek())) _at++;
            if (Peek() == '(') { var function = text[begin.._at]; _at++; return Call(function); }
            _at = begin;
            return Reference(sheet);
        }

        private Grid Reference(string on)
        {
            var (column, row) = Place();
            if (!Take(':')) return new([book[on, $"{column}{row}"]]);
            var (same, last) = Place();
            return same == column ? new([.. Enumerable.Range(row, last - row + 1).Select(each => book[on, $"{column}{each}"])]) : throw new FormatException(text);
        }

        private (char Column, int Row) Place()
        {
            Take('$');
            var column = text[_at++];
            Take('$');
            var from = _at;
            while (char.IsDigit(Peek())) _at++;
            return (column, int.Parse(text[from.._at], CultureInfo.InvariantCulture));
        }

        private object? Call(string function)
        {
            List<object?> arguments = [];
            Broken? broken = null;
            do
            {
                try { arguments.Add(Comparison()); }
                catch (Broken fault) when (function == "IFERROR") { broken = fault; }
            }
            while (Take(','));
            Must(')');
            return function switch
            {
                "COUNTIFS" => CountIfs(arguments),
                "SUM" => arguments.SelectMany(Numbers).Sum(),
                "IF" => Choose(arguments),
                "IFERROR" => broken is null ? arguments[0] : arguments[^1],
                "MEDIAN" => At(Numbers(arguments[0]), 0.5),
                "PERCENTILE" => At(Numbers(arguments[0]), Number(arguments[1])),
                _ => throw new FormatException(function),
            };
        }

        private static object CountIfs(List<object?> pairs)
        {
            var ranges = pairs.Where((_, place) => place % 2 == 0).Select(range => ((Grid)range!).Cells).ToList();
            var criteria = pairs.Where((_, place) => place % 2 == 1).Select(Single).ToList();
            Assert.Single(ranges.Select(range => range.Count).Distinct());
            return (double)Enumerable.Range(0, ranges[0].Count).Count(row => ranges.Zip(criteria).All(pair => Fits(pair.First[row], pair.Second)));
        }

        private static bool Fits(object? value, object? criterion) => criterion switch
        {
            string words when words.StartsWith(">=", StringComparison.Ordinal) => value is double number && number >= double.Parse(words[2..], CultureInfo.InvariantCulture),
            string words when words.StartsWith('<') => value is double number && number < double.Parse(words[1..], CultureInfo.InvariantCulture),
            _ => value is not null && Same(value, criterion),
        };

        private static object? Choose(List<object?> arguments) => arguments[0] is Grid { Cells.Count: > 1 } conditions
            ? new Grid([.. conditions.Cells.Select((met, place) => Number(met) != 0 ? ((Grid)arguments[1]!).Cells[place] ?? 0.0 : false)])
            : Number(Single(arguments[0])) != 0 ? arguments[1] is Grid { Cells.Count: 1 } ? Single(arguments[1]) : arguments[1] : arguments.Count > 2 ? arguments[2] : false;

        private static object Each(object? left, object? right, Func<object?, object?, object> of)
        {
            var (a, b) = (left as Grid ?? new([left]), right as Grid ?? new([right]));
            var cells = Enumerable.Range(0, Math.Max(a.Cells.Count, b.Cells.Count)).Select(at => of(a.Cells[a.Cells.Count == 1 ? 0 : at], b.Cells[b.Cells.Count == 1 ? 0 : at])).ToList();
            return cells.Count == 1 ? cells[0] : new Grid(cells);
        }

        private static List<double> Numbers(object? value) => [.. (value as Grid ?? new([value])).Cells.OfType<double>()];

        private static double At(List<double> numbers, double share)
        {
            if (numbers.Count == 0) throw new Broken();
            numbers.Sort();
            var place = share * (numbers.Count - 1);
            var low = numbers[(int)Math.Floor(place)];
            return low + ((place - Math.Floor(place)) * (numbers[(int)Math.Ceiling(place)] - low));
        }

        private static object? Single(object? value) => value is Grid grid ? grid.Cells.Single() : value;

        private static double Number(object? value) => Single(value) switch { double number => number, bool yes => yes ? 1 : 0, null => 0, var other => throw new FormatException($"{other} is no number") };

        private static string Shown(object? value) => Convert.ToString(Single(value), CultureInfo.InvariantCulture)!;

        private static bool Same(object? a, object? b) => (a, b) switch
        {
            (string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase),
            (double left, double right) => left.Equals(right),
            _ => a is null && b is null,
        };

        private char Peek() => _at < text.Length ? text[_at] : '\0';

        private bool Take(char wanted)
        {
            if (Peek() != wanted) return false;
            _at++;
            return true;
        }

        private void Must(char wanted)
        {
            if (!Take(wanted)) throw new FormatException($"'{wanted}' expected in '{text}' at {_at}");
        }
    }
}
