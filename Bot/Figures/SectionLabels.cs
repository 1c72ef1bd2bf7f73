using DisclosureBot.Bureau;

namespace DisclosureBot.Figures;

/// <summary>What rows and formulas call the sections: no two alike, and nothing in them that a spreadsheet's criterion reads as more than letters.</summary>
internal static class SectionLabels
{
    /// <summary>By section id; in the order of the roster, then such as only old slips name.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(IReadOnlyList<Section> sections, FigureFacts facts)
    {
        var found = facts.Documents.Select(row => row.About).Concat(facts.Turns.Select(row => row.About)).Concat(facts.Changes.Select(row => row.About)).Concat(facts.Clocks.Select(row => row.About))
            .DistinctBy(about => about.SectionId, StringComparer.Ordinal).Select(about => (Id: about.SectionId, Name: about.Section));
        var all = sections.Select(section => (section.Id, section.Name)).Concat(found).DistinctBy(one => one.Id, StringComparer.Ordinal).ToList();
        var twice = all.GroupBy(one => Plain(one.Name), StringComparer.OrdinalIgnoreCase).Where(alike => alike.Count() > 1).Select(alike => alike.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. all.Select(one => new KeyValuePair<string, string>(one.Id, Plain(twice.Contains(Plain(one.Name)) ? $"{one.Name}({one.Id})" : one.Name)))];
    }

    /// <summary>Wildcards and comparisons in their wide form.</summary>
    private static string Plain(string name) => string.Concat(Cards.PlainText.Of(name).Trim().Select(letter => letter is '*' or '?' or '~' or '=' or '<' or '>' ? (char)(letter + 0xFEE0) : letter));
}
