using DisclosureBot.Bureau;
using DisclosureBot.Clock;

namespace DisclosureBot.Figures;

/// <summary>统计 and what follows it, read: a period and perhaps a section, or what is unclear about it.</summary>
/// <param name="Section">Null for the whole bureau.</param>
/// <param name="Unclear">What to say instead; null where all is clear.</param>
public sealed record FigureQuestion(Period Period, Section? Section, string? Unclear = null)
{
    public const string Word = "统计";

    /// <summary>What can be written.</summary>
    public const string Examples = "可以写“统计 本月”“统计 上季”“统计 2026年”“统计 2026年10月”“统计 2026年第三季度”,后面可加科室,如“统计 今年 电子商务科”。";

    private static readonly string[] Everybody = ["全局", "全部", "各科室", "所有科室"];

    /// <summary>Null where the words are about something else, e.g. 统计局来函.</summary>
    /// <param name="now">Bureau time.</param>
    public static FigureQuestion? Read(string said, Roster roster, DateTimeOffset now)
    {
        if (!said.StartsWith(Word, StringComparison.Ordinal)) return null;
        var (today, rest) = (BureauTime.Day(now), Narrow(said[Word.Length..]));
        var isApart = rest.Length == 0 || !char.IsLetter(rest[0]);
        rest = rest.TrimStart(':', ',', ' ').Replace(',', ' ');
        var found = PeriodWords.Find(rest, today);
        var period = found?.Period ?? Period.Month(today.Year, today.Month);
        var named = string.Concat((found?.Others ?? rest).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('的', '、');
        var sections = named.Length == 0 || Everybody.Contains(named, StringComparer.Ordinal) ? [] : Sections(named, roster);
        if (named.Length > 0 && sections is { Count: 0 } && !Everybody.Contains(named, StringComparer.Ordinal))
            return isApart || found is not null ? new(period, null, $"没有看懂“{Cards.PlainText.Clip(named, 20)}”是哪个时段或科室。{Examples}") : null;
        if (sections.Count > 1) return new(period, null, $"“{Cards.PlainText.Clip(named, 20)}”可能是{string.Join('、', sections.Select(section => section.Name))},请写全称。");
        return period.First > today ? new(period, null, $"{period.Name}还没有开始,没有可统计的。{Examples}") : new(period, sections is [var only] ? only : null);
    }

    /// <summary>By the whole name, else by a part of it, else by its characters in their order (电商科 is 电子商务科).</summary>
    private static List<Section> Sections(string named, Roster roster)
    {
        Func<string, bool>[] ways = [name => name == named, name => name.Contains(named, StringComparison.Ordinal), name => IsShortFor(named, name)];
        return ways.Select(way => roster.Sections.Where(section => way(Narrow(section.Name))).ToList()).FirstOrDefault(found => found.Count > 0) ?? [];
    }

    /// <summary>One character would be short for half of the bureau.</summary>
    private static bool IsShortFor(string named, string name)
    {
        if (named.Length < 2) return false;
        var at = 0;
        foreach (var letter in name)
            if (at < named.Length && letter == named[at]) at++;
        return at == named.Length;
    }

    /// <summary>Wide digits, letters, brackets and blanks as narrow ones.</summary>
    private static string Narrow(string text) => string.Concat(text.Select(letter => letter switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(letter - 0xFEE0),
        '\u3000' => ' ',
        _ => letter,
    }));
}
