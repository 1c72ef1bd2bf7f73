using System.Collections.Frozen;
using DisclosureBot.Bureau;
using DisclosureBot.Slips;

namespace DisclosureBot.Asking;

/// <summary>How the people and sections of a roster are called: full names, given names, surname with title, sections shortened by leaving characters out. Made once per roster.</summary>
internal sealed class Names
{
    private const int LongestSection = 12;
    private const string Principal = "局长";
    private static readonly string[] Leaders = ["局长", "副局长", "局", "副局"];
    private static readonly string[] Heads = ["科长", "副科长", "科", "负责人"];
    private static readonly string[] Office = ["主任", "副主任"];
    private static readonly string[] Anybody = ["老师", "工", "同志", "姐", "哥"];

    private readonly FrozenDictionary<string, IReadOnlyList<Person>> _people;
    private readonly int _longest;
    private readonly IReadOnlyList<Section> _sections;
    private readonly FrozenSet<char> _ends;

    public Names(Roster roster)
    {
        var called = new Dictionary<string, List<Person>>(StringComparer.Ordinal);
        foreach (var person in roster.People)
            foreach (var name in Full(person)) Add(name, person);
        foreach (var group in roster.People.GroupBy(person => Surname(Bare(person.Name))))
            foreach (var (name, people) in Titled(group.Key, group.ToList())) people.ForEach(person => Add(name, person));
        foreach (var leader in roster.People.Where(person => person.Is(Role.PrincipalLeader))) Add(Principal, leader);
        _people = called.ToFrozenDictionary(pair => pair.Key, pair => (IReadOnlyList<Person>)pair.Value, StringComparer.Ordinal);
        _longest = called.Keys.Select(name => name.Length).DefaultIfEmpty().Max();
        _sections = roster.People.Select(person => person.Section).Distinct().ToList();
        _ends = _sections.Select(section => section.Name[^1]).ToFrozenSet();

        void Add(string name, Person person)
        {
            if (!called.TryGetValue(name, out var people)) called[name] = people = [];
            if (!people.Contains(person)) people.Add(person);
        }
    }

    /// <summary>Whom the text names at this place; the longest name goes first. Empty where nobody.</summary>
    /// <param name="inWord">In the middle of other words: 小 and 老 begin no name there.</param>
    public IReadOnlyList<Person> PersonAt(string text, int at, bool inWord, out int length)
    {
        for (length = Math.Min(_longest, text.Length - at); length >= 2; length--)
            if (_people.TryGetValue(text.Substring(at, length), out var people) && !(inWord && text[at] is '小' or '老'))
                return people;
        return [];
    }

    /// <summary>The sections whose name holds these characters in this order, the last one as the last: 电商科 is 电子商务科.</summary>
    public IReadOnlyList<Section> SectionAt(string text, int at, out int length)
    {
        for (length = Math.Min(LongestSection, text.Length - at); length >= 3; length--)
        {
            if (!_ends.Contains(text[at + length - 1])) continue;
            var called = text.Substring(at, length);
            // 楚雄州商务局办公室, 局办公室.
            var meant = _sections.Where(section => section.Name == called || called == "局" + section.Name).ToList() is { Count: > 0 } exact
                ? exact
                : _sections.Where(section => IsShort(called, section.Name)).ToList();
            if (meant.Count > 0) return meant;
        }

        return [];
    }

    /// <summary>An office instead of a name.</summary>
    public static bool IsOffice(ReadOnlySpan<char> called) => called.SequenceEqual(Principal);

    /// <summary>The name without what stands in brackets behind it.</summary>
    public static string Bare(string name) => name.IndexOfAny(['(', '\uFF08']) is var bracket and > 0 ? name[..bracket] : name;

    private static bool IsShort(string called, string name)
    {
        if (called[^1] != name[^1]) return false;
        var found = 0;
        foreach (var letter in name)
            if (found < called.Length && letter == called[found]) found++;
        return found == called.Length;
    }

    private static IEnumerable<string> Full(Person person)
    {
        var name = Bare(person.Name).ToLowerInvariant();
        yield return name;
        if (name.Length - Surname(name).Length >= 2) yield return name[Surname(name).Length..];
    }

    private static string Surname(string name) => name.Length >= 4 ? name[..2] : name[..1];

    /// <summary>小李, 高局, 韩科长: among those of the surname whom the title fits, or all of them where it fits none.</summary>
    private static IEnumerable<(string Name, List<Person> People)> Titled(string surname, List<Person> people)
    {
        foreach (var title in Leaders) yield return (surname + title, Fitting(people, SlipDuties.IsLeader));
        foreach (var title in Heads) yield return (surname + title, Fitting(people, person => person.Is(Role.SectionHead)));
        foreach (var title in Office) yield return (surname + title, Fitting(people, SlipDuties.IsGeneralOffice));
        foreach (var title in Anybody) yield return (surname + title, people);
        yield return ("小" + surname, people);
        yield return ("老" + surname, people);
    }

    private static List<Person> Fitting(List<Person> people, Func<Person, bool> fits) => people.Where(fits).ToList() is { Count: > 0 } some ? some : people;
}
