using System.Buffers;
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
    private PdfEntries _entries = new();

    /// <summary>Space and the signs that end a name.</summary>
    public static SearchValues<byte> Ends { get; } = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);

    /// <summary>How often a name that announces a stream of objects stood where names count.</summary>
    public int Announced { get; private set; }

    /// <summary>Null at the end.</summary>
    public PdfObject? Next()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var any = false;
        _entries = new();
        while (Token(names) is { } word)
        {
            any = true;
            if (word == "endobj") return new(names, 0, false);
            if (word != "stream") continue;
            var start = AfterLineEnd();
            EndOfStream();
            return new(names, start, _entries.ArePlain);
        }
        return any ? new(names, 0, false) : null;
    }

    /// <summary>The next token: a keyword, or empty for anything else; names are put down in passing. Null at the end.</summary>
    private string? Token(HashSet<string> names)
    {
        while (true)
        {
            var value = Read();
            if (value < 0) return null;
            if (IsSpace(value)) continue;
            if (value == '%')
            {
                SkipComment();
                return "";
            }
            if (value == '/')
            {
                Add(names, Name());
                return "";
            }
            if (!IsDelimiter(value)) return _entries.Take(Word(value));
            _entries.Take(((char)value).ToString());
            if (value == '(') SkipString();
            else if (value == '<') SkipHex();
            return "";
        }
    }

    private void Add(HashSet<string> names, string name)
    {
        if (names.Count >= MostNames) throw new SpentException();
        names.Add(name);
        _entries.Take("/" + name);
        if (PdfCheck.Announces(name)) Announced++;
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
        return Unescape(name.ToString());
    }

    public static string Unescape(string name)
    {
        if (!name.Contains('#', StringComparison.Ordinal)) return name;
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
        return _before + _at - (_back >= 0 ? 1 : 0);
    }

    /// <summary>Stops at <c>endstream</c>, and at <c>7 0 obj</c>.</summary>
    private void EndOfStream()
    {
        const string ends = "endstream";
        var (end, begun) = (0, new ObjectStart());
        for (var value = Read(); value >= 0; value = Read())
        {
            end = value == ends[end] ? end + 1 : value == ends[0] ? 1 : 0;
            if (end == ends.Length) return;
            if (begun.Completes(value)) return;
        }
    }

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

/// <summary>Watches in the dictionary of a stream whether the entries that decide how it is read are written out in it, in the common way.</summary>
internal sealed class PdfEntries
{
    private readonly List<string> _last = [];
    private int _firsts;
    private bool _odd;

    /// <summary>One First, which is a number, and no Filter but a single FlateDecode.</summary>
    public bool ArePlain => _firsts == 1 && !_odd;

    /// <summary>Each token in turn, names with their slash.</summary>
    public string Take(string token)
    {
        if (_last.Count == 4) _last.RemoveAt(0);
        _last.Add(token);
        _odd |= token is "/DecodeParms" or "/DP" or "/F" or "/FFilter";
        if (Before(1) == "/First")
        {
            _firsts++;
            _odd |= !IsNumber(token);
        }
        // 7 0 R would be a number somewhere else.
        _odd |= Before(2) == "/First" && IsNumber(token);
        _odd |= Before(1) == "/Filter" && token is not ("/FlateDecode" or "/Fl" or "[");
        _odd |= (Before(2), Before(1)) == ("/Filter", "[") && token is not ("/FlateDecode" or "/Fl");
        _odd |= (Before(3), Before(2)) == ("/Filter", "[") && token != "]";
        return token;
    }

    private string Before(int back) => _last.Count > back ? _last[^(back + 1)] : "";

    private static bool IsNumber(string token) => token.Length > 0 && token.All(char.IsAsciiDigit);
}
