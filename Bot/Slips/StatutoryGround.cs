using System.Text.RegularExpressions;

namespace DisclosureBot.Slips;

/// <summary>法定依据: the articles of 政府信息公开条例 (国务院令第711号) that allow or demand not to disclose.</summary>
/// <param name="Code">Travels in payloads and events; several are joined by commas.</param>
/// <param name="Citation">As it is written on the slip.</param>
/// <param name="Terms">The Regulation's own words for it, by which a reason without an article may still name it.</param>
public sealed partial record StatutoryGround(string Code, string Citation, IReadOnlyList<string> Terms)
{
    /// <summary>In the order of the Regulation.</summary>
    public static readonly IReadOnlyList<StatutoryGround> All =
    [
        new("14", "《条例》第十四条(国家安全、公共安全、经济安全、社会稳定等)", ["国家安全", "公共安全", "经济安全", "社会稳定"]),
        new("15", "《条例》第十五条(商业秘密、个人隐私等)", ["商业秘密", "个人隐私"]),
        new("16.1", "《条例》第十六条第一款(内部事务信息)", ["内部事务", "内部流程", "内部工作流程", "人事管理", "后勤管理"]),
        new("16.2", "《条例》第十六条第二款(过程性信息、行政执法案卷信息)", ["过程性", "讨论记录", "过程稿", "磋商信函", "请示报告", "执法案卷"]),
        new("16", "《条例》第十六条", []),
    ];

    /// <summary>The codes of the ground chosen, or else of those the person's own words name; null when it stays open which.</summary>
    public static string? Of(string? chosen, params ReadOnlySpan<string?> words)
    {
        if (All.Any(ground => ground.Code == chosen)) return chosen;
        var text = string.Concat(words.ToArray()).Replace(" ", "", StringComparison.Ordinal).Replace("\u3000", "", StringComparison.Ordinal);
        var cited = Article().Matches(text).Select(CodeOf).Distinct().ToList();
        if (cited.Count > 0) return string.Join(',', cited);
        // Without an article only one ground, and no denial of it, is clear enough to be written on a slip.
        var named = All.Where(ground => ground.Terms.Any(term => text.Contains(term, StringComparison.Ordinal))).ToList();
        return named.Count == 1 && !Denial().IsMatch(text) ? named[0].Code : null;
    }

    /// <summary>The citations of these codes, ready to read; null for none.</summary>
    public static string? Cite(string? codes) => codes is null
        ? null
        : string.Join('、', codes.Split(',').Select(code => All.FirstOrDefault(ground => ground.Code == code)?.Citation).Where(citation => citation is not null));

    private static string CodeOf(Match article)
    {
        var number = article.Groups["article"].Value switch { "十四" or "14" => "14", "十五" or "15" => "15", _ => "16" };
        return (number, article.Groups["paragraph"].Value) switch
        {
            ("16", "一" or "1") => "16.1",
            ("16", "二" or "2") => "16.2",
            _ => number,
        };
    }

    [GeneratedRegex("第?(?<article>十[四五六]|1[456])条(第?(?<paragraph>[一二三12])款)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Article();

    [GeneratedRegex("不涉及|不含|不属于|不适用|并非|无关", RegexOptions.None, 1000)]
    private static partial Regex Denial();
}

/// <summary>文种: the fifteen genres of 党政机关公文处理工作条例 第8条.</summary>
public static class DocumentGenre
{
    public static readonly IReadOnlyList<string> All =
        ["通知", "报告", "请示", "函", "通报", "意见", "批复", "纪要", "公告", "通告", "决定", "决议", "命令(令)", "公报", "议案"];

    /// <summary>上行文: addressed to a superior, and so usually signed by the principal leader (B-8).</summary>
    public static bool IsUpward(string genre) => genre is "请示" or "报告" or "议案";
}

/// <summary>紧急程度, as GB/T 9704 names it; an ordinary document bears none.</summary>
public static class UrgencyLevel
{
    public const string Ordinary = "平件";
    public const string Urgent = "加急";
    public const string ExtraUrgent = "特急";
    public static readonly IReadOnlyList<string> All = [Ordinary, Urgent, ExtraUrgent];

    /// <summary>How long an urgent slip may rest on one desk before that desk is reminded; natural time. Null: no reminder.</summary>
    public static TimeSpan? Patience(string urgency) => urgency switch
    {
        ExtraUrgent => TimeSpan.FromHours(2),
        Urgent => TimeSpan.FromHours(24),
        _ => null,
    };
}
