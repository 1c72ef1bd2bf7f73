using System.Text;
using DisclosureBot.Bureau;

namespace DisclosureBot.Asking;

/// <summary>Parts a question into what it says, from left to right; each place of the text is looked at once. Pure.</summary>
internal sealed class Scanner(string text, Person asker, Names names)
{
    /// <summary>Nothing of a title: cut off where it stands at the edge of its words.</summary>
    private const string Edges = "的了呢吗啊吧呀哦是有在给把那这就还都被和与请你您再从让没";

    private readonly List<Token> _tokens = [];
    private readonly StringBuilder _word = new();
    private Dictionary<int, (int At, int Length, Token Token)> _spans = [];
    private int _at;

    public IReadOnlyList<Token> Scan(IEnumerable<(int At, int Length, Token Token)> known)
    {
        _spans = known.GroupBy(span => span.At).ToDictionary(same => same.Key, same => same.First());
        while (_at < text.Length)
        {
            if (_spans.TryGetValue(_at, out var span)) Take(span.Token, span.Length);
            else if (text[_at] is '《' or '〈') Quoted();
            else if (!char.IsLetterOrDigit(text[_at])) Break();
            else if (!Name() && !Phrase()) _word.Append(text[_at++]);
        }

        Flush();
        return _tokens;
    }

    private void Break()
    {
        Flush();
        _at++;
    }

    /// <summary>What stands in 《》 is a title, whatever it says.</summary>
    private void Quoted()
    {
        Flush();
        var end = text.IndexOfAny(['》', '〉'], _at);
        if (end < 0) end = text.Length;
        _word.Append(text, _at + 1, Math.Max(0, end - _at - 1));
        Flush();
        _at = Math.Min(text.Length, end + 1);
    }

    private bool Name()
    {
        var before = _word.Length == 0 ? Lexicon.BeforeHolder(text, _at) : 0;
        if (before > 0 && Person(_at + before, before, Asking.Part.Holder)) return true;
        if (Person(_at, 0, Asking.Part.Unsaid)) return true;
        if (names.SectionAt(text, _at, out var length) is not { Count: > 0 } sections || Lexicon.At(text, _at, _word.Length > 0, out var longer) is not null && longer > length) return false;
        Take(new Token.InSection(sections, text.Substring(_at, length)), length);
        return true;
    }

    private bool Person(int at, int before, Part part)
    {
        if (at >= text.Length) return false;
        IReadOnlyList<Person> people;
        int length;
        var isAsker = text[at] == '我' || string.CompareOrdinal(text, at, "本人", 0, 2) == 0;
        if (isAsker)
        {
            if (Lexicon.At(text, at, false, out _) is not null) return false;
            (people, length) = ([asker], text[at] == '我' ? 1 : 2);
        }
        else
        {
            people = names.PersonAt(text, at, _word.Length > 0 && before == 0, out length);
            if (people.Count == 0) return false;
        }

        // 我这周: the week begins there, no place does.
        var after = _spans.ContainsKey(at + length) ? 0 : Lexicon.AfterHolder(text, at + length);
        if (after > 0) part = Asking.Part.Holder;
        // 局长 alone may be part of a step: 局长签.
        if (part != Asking.Part.Holder && Names.IsOffice(text.AsSpan(at, length))) return false;
        Take(new Token.Somebody(people, text.Substring(at, length), part, isAsker), before + length + after);
        return true;
    }

    private bool Phrase()
    {
        if (Lexicon.At(text, _at, _word.Length > 0, out var length) is not { } meaning) return false;
        // A filler of one character may as well be part of a word.
        if (meaning.Sense == Sense.Filler && length == 1 && _word.Length > 0) return false;
        if (meaning.Sense == Sense.Filler && length == 1 && Edges.IndexOf(text[_at], StringComparison.Ordinal) < 0 && _at + 1 < text.Length && char.IsLetter(text[_at + 1]) && Lexicon.At(text, _at + 1, false, out _) is null) return false;
        Take(new Token.Known(meaning, text.Substring(_at, length)), length);
        return true;
    }

    private void Take(Token token, int length)
    {
        Flush();
        _tokens.Add(token);
        _at += length;
    }

    private void Flush()
    {
        if (_word.Length == 0) return;
        var word = _word.ToString().Trim(Edges.ToCharArray());
        _word.Clear();
        word = Shortened(word);
        if (Array.Find([.. Lexicon.Genres], genre => word.Length > genre.Length + 1 && word.EndsWith(genre, StringComparison.Ordinal)) is { } genre)
        {
            Add(word[..^genre.Length].TrimEnd(Edges.ToCharArray()));
            Add(genre);
        }
        else
        {
            Add(word);
        }
    }

    /// <summary>请示要我审: what stands behind a 文种 begins the next word; 纪要 stays whole.</summary>
    private static string Shortened(string word) =>
        word.Length > 2 && "要该怎咋刚也去放".Contains(word[^1], StringComparison.Ordinal) && Lexicon.Genres.Any(genre => word[..^1].EndsWith(genre, StringComparison.Ordinal)) ? word[..^1] : word;

    /// <summary>One character alone finds half the journal; 函 is a 文种.</summary>
    private void Add(string word)
    {
        if (word.Length > 1 || word is "函") _tokens.Add(new Token.Word(word));
    }
}
