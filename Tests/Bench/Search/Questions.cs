using System.Globalization;
using DisclosureBot.Journal;

namespace DisclosureBot.Tests.Bench.Search;

/// <summary>What is asked: kinds of questions, each made anew from slips that are there, so that no two are quite alike.</summary>
internal static class Questions
{
    public static readonly (string Kind, Func<Random, MadeSlip, CaseQuery> Ask)[] All =
    [
        ("common word", (random, _) => new(Pick(random, "通知", "关于", "工作的通知", "楚雄市", "管理办法", "实施方案", "有限公司"))),
        ("subject", (random, _) => new(Pick(random, SlipMaker.Subjects))),
        ("rare word", (_, slip) => new(Company(slip))),
        ("two characters", (random, slip) => new(random.Next(2) == 0 ? Pick(random, "通知", "报告", "年货", "外贸", "家政", "冷链") : Company(slip)[..2])),
        ("one character", (random, slip) => new(random.Next(2) == 0 ? Pick(random, "函", "市", "菌") : Company(slip)[..1])),
        ("two words", (random, slip) => new($"{Pick(random, SlipMaker.Subjects)} {(random.Next(2) == 0 ? slip.DrafterName : Company(slip)[..2])}")),
        ("three common words", (random, slip) => new($"{slip.SectionName} {Pick(random, SlipMaker.Subjects)} {Pick(random, "通知", "报告", "批复")}")),
        ("whole title", (_, slip) => new(slip.Title)),
        ("document number", (random, slip) => new(Document(random, slip))),
        ("slip number", (_, slip) => new() { Number = slip.Number }),
        ("slip number as word", (_, slip) => new(slip.Number)),
        ("typo in a rare word", (random, slip) => new($"{Spoil(random, Company(slip))}有限公司")),
        ("typo in a common word", (random, _) => new(Spoil(random, Pick(random, [.. SlipMaker.Subjects.Where(one => one.Length > 3)])))),
        ("typo in a title", (random, slip) => new(Spoil(random, slip.Title))),
        ("nothing there", (random, _) => new(new string([.. Enumerable.Range(0, 4).Select(_ => (char)('\u6000' + random.Next(3_000)))]))),
        ("nothing of common parts", (random, _) => new(Shuffled(random, Pick(random, SlipMaker.Subjects) + "的通知工作"))),
        ("word in a section, withheld", (random, slip) => new(Pick(random, SlipMaker.Subjects)) { Section = slip.Section, Attributes = ["withheld"] }),
        ("word among the open", (random, _) => new(Pick(random, SlipMaker.Subjects)) { Open = true }),
        ("word of a drafter", (random, slip) => new(Pick(random, SlipMaker.Subjects)) { Owner = slip.Drafter }),
        ("what waits for somebody", (random, _) => new() { WaitsFor = SlipMaker.Person(random.Next(SlipMaker.People)) }),
        ("what lies where", (random, slip) => new() { Section = slip.Section, Places = [Pick(random, "sectionHead", "office", "print")] }),
        ("due in a week", (random, _) => new() { Open = true, DueFrom = new DateOnly(2025, 11, 1).AddDays(random.Next(30)), DueTo = new DateOnly(2025, 11, 8).AddDays(random.Next(30)) }),
        ("the newest", (_, _) => new()),
    ];

    private static string Company(MadeSlip slip) => slip.Company;

    private static string Document(Random random, MadeSlip slip)
    {
        var number = slip.Document ?? "楚商发〔2020〕7号";
        return random.Next(4) switch
        {
            0 => number,
            1 => number.Replace('〔', '[').Replace('〕', ']'),
            2 => number.Replace("〔", "", StringComparison.Ordinal).Replace("〕", "", StringComparison.Ordinal),
            _ => number.Replace('〔', ' ').Replace('〕', ' '),
        };
    }

    private static string Spoil(Random random, string word)
    {
        var letters = Enumerable.Range(0, word.Length).Where(i => !char.IsAsciiDigit(word[i])).ToArray();
        var at = letters[random.Next(letters.Length)];
        return random.Next(3) switch
        {
            0 => $"{word[..at]}讠{word[(at + 1)..]}",
            1 => word.Remove(at, 1),
            _ => word.Insert(at, "的"),
        };
    }

    private static string Shuffled(Random random, string text)
    {
        var letters = text.ToCharArray();
        random.Shuffle(letters);
        return new string(letters);
    }

    private static string Pick(Random random, params string[] from) => from[random.Next(from.Length)];
}
