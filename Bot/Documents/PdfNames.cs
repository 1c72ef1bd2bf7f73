using System.Text;

namespace DisclosureBot.Documents;

/// <summary>Goes through the text of a PDF object by object and collects its names. Strings, comments and streams are passed over, unless another object begins in them: the file's own table may send a reader there.</summary>
internal sealed class PdfNames(Stream source, Budget budget)
{
    private const int LongestName = 127;
    private const int MostNames = 100_000;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _have;
    private int _at;
    private long _before;
    private int _back = -1;
    private readonly SortedSet<long> _targets = [];
    private bool _afterFirst;
    private long? _first;

    /// <summary>An object was said to begin inside a string or comment: what is passed over here is an object to a reader.</summary>
    public bool IsTrap { get; private set; }

    /// <summary>Null at the end.</summary>
    public PdfObject? Next()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var any = false;
        _first = null;
        while (Token(names) is { } word)
        {
            any = true;
            if (word == "endobj") return new(names, 0, 0, null);
            if (word != "stream") continue;
            var start = AfterLineEnd();
            return new(names, start, EndOfStream(), _first);
        }
        return any ? new(names, 0, 0, null) : null;
    }

    /// <summary>All names to the end, for the inside of an object stream, which begins with pairs of numbers: object and place.</summary>
    public HashSet<string> All(long first)
    {
        var (names, odd) = (new HashSet<string>(StringComparer.Ordinal), false);
        while (Position < first && Token(names) is { } word)
        {
            if (odd && long.TryParse(word, null, out var place) && _targets.Count < MostNames) _targets.Add(first + place);
            odd = !odd;
        }
        while (Token(names) is not null) { }
        return names;
    }

    /// <summary>The next token: a keyword, or empty for anything else; names are put down in passing. Null at the end.</summary>
    private string? Token(HashSet<string> names)
    {
        while (true)
        {
            var value = Read();
            if (value < 0) return null;
            if (IsSpace(value)) continue;
            var began = Position;
            if (value == '%') SkipComment();
            else if (value == '(') SkipString();
            else if (value == '<') SkipHex();
            else if (value == '/') Add(names, Name());
            else if (!IsDelimiter(value)) return Word(value);
            if (value != '/' && Position > began + 1) IsTrap |= _targets.GetViewBetween(began, Position - 1).Count > 0;
            return "";
        }
    }

    private void Add(HashSet<string> names, string name)
    {
        if (names.Count >= MostNames) throw new SpentException();
        names.Add(name);
        _afterFirst = name == "First";
    }

    private string Word(int first)
    {
        var word = new StringBuilder().Append((char)first);
        for (var value = Read(); value >= 0; value = Read())
        {
            if (IsSpace(value) || IsDelimiter(value))
            {
                _back = value;
                break;
            }
            if (word.Length < 16) word.Append((char)value);
        }
        if (_afterFirst && long.TryParse(word.ToString(), null, out var number)) _first = number;
        _afterFirst = false;
        return word.ToString();
    }

    /// <summary><c>#61</c> in a name is an a.</summary>
    private string Name()
    {
        var name = new StringBuilder();
        for (var value = Read(); value >= 0; value = Read())
        {
            if (IsSpace(value) || IsDelimiter(value))
            {
                _back = value;
                break;
            }
            if (name.Length < LongestName * 3) name.Append((char)value);
        }
        return name.ToString().Contains('#', StringComparison.Ordinal) ? Unescape(name.ToString()) : name.ToString();
    }

    private static string Unescape(string name)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '#' && i + 2 < name.Length && char.IsAsciiHexDigit(name[i + 1]) && char.IsAsciiHexDigit(name[i + 2]))
            {
                plain.Append((char)Convert.ToByte(name.Substring(i + 1, 2), 16));
                i += 2;
            }
            else plain.Append(name[i]);
        }
        return plain.ToString();
    }

    private void SkipComment()
    {
        for (var (value, begun) = (Read(), new ObjectStart()); value >= 0 && value is not ('\r' or '\n') && !begun.Completes(value); value = Read()) { }
    }

    private void SkipString()
    {
        var (depth, begun) = (1, new ObjectStart());
        for (var value = Read(); value >= 0 && !begun.Completes(value); value = Read())
        {
            if (value == '\\') Read();
            else if (value == '(') depth++;
            else if (value == ')' && --depth == 0) return;
        }
    }

    /// <summary>Two angle brackets begin a dictionary; one begins a string of hexadecimal digits.</summary>
    private void SkipHex()
    {
        var value = Read();
        if (value == '<') return;
        while (value >= 0 && (char.IsAsciiHexDigit((char)value) || IsSpace(value))) value = Read();
        if (value != '>') _back = value; // no string after all: what follows counts
    }

    private long AfterLineEnd()
    {
        var value = Read();
        while (value == ' ') value = Read();
        if (value == '\r') value = Read();
        if (value != '\n') _back = value;
        return Position;
    }

    /// <summary>Stops at <c>endstream</c>, and at <c>7 0 obj</c>.</summary>
    private long EndOfStream()
    {
        const string ends = "endstream";
        var (end, begun) = (0, new ObjectStart());
        for (var value = Read(); value >= 0; value = Read())
        {
            end = value == ends[end] ? end + 1 : value == ends[0] ? 1 : 0;
            if (end == ends.Length) return Position - ends.Length;
            if (begun.Completes(value)) return Position;
        }
        return Position;
    }

    private long Position => _before + _at - (_back >= 0 ? 1 : 0);

    private int Read()
    {
        if (_back >= 0)
        {
            var back = _back;
            _back = -1;
            return back;
        }
        if (_at == _have && !Fill()) return -1;
        return _buffer[_at++];
    }

    private bool Fill()
    {
        _before += _have;
        if (source.CanSeek) source.Position = _before;
        (_at, _have) = (0, source.Read(_buffer));
        budget.Spend(_have);
        return _have > 0;
    }

    private static bool IsSpace(int value) => value is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsDelimiter(int value) => value is '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '/' or '%';

    /// <summary>Follows digits, space, digits, space and the word obj.</summary>
    private struct ObjectStart
    {
        private const int Letters = 4;
        private int _stage;

        /// <summary>True at the last letter.</summary>
        public bool Completes(int value)
        {
            _stage = value switch
            {
                >= '0' and <= '9' => _stage is 2 or 3 ? 3 : 1,
                'o' => _stage == Letters ? 5 : 0,
                'b' => _stage == 5 ? 6 : 0,
                'j' => _stage == 6 ? 7 : 0,
                _ when IsSpace(value) => _stage switch { 1 or 2 => 2, 3 or Letters => Letters, _ => 0 },
                _ => 0,
            };
            return _stage == 7;
        }
    }
}
