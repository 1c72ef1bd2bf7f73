namespace DisclosureBot.Slips;

/// <summary>法定依据: the articles of 政府信息公开条例 (国务院令第711号) that allow or demand not to disclose.</summary>
/// <param name="Code">Travels in payloads and events.</param>
/// <param name="Citation">As it is written on the slip.</param>
/// <param name="Signs">Words by which a typed reason names this ground: the article, or the Regulation's own terms.</param>
public sealed record StatutoryGround(string Code, string Citation, IReadOnlyList<string> Signs)
{
    /// <summary>In the order of the Regulation.</summary>
    public static readonly IReadOnlyList<StatutoryGround> All =
    [
        new("14", "《条例》第十四条(国家安全、公共安全、经济安全、社会稳定等)",
            ["第十四条", "第14条", "国家安全", "公共安全", "经济安全", "社会稳定"]),
        new("15", "《条例》第十五条(商业秘密、个人隐私等)", ["第十五条", "第15条", "商业秘密", "个人隐私"]),
        new("16.1", "《条例》第十六条第一款(内部事务信息)",
            ["第十六条第一款", "第16条第1款", "内部事务", "内部流程", "内部工作流程", "人事管理", "后勤管理"]),
        new("16.2", "《条例》第十六条第二款(过程性信息、行政执法案卷信息)",
            ["第十六条第二款", "第16条第2款", "过程性", "讨论记录", "过程稿", "磋商信函", "请示报告", "执法案卷"]),
        new("16", "《条例》第十六条", ["第十六条", "第16条"]),
    ];

    public static StatutoryGround? Find(string? code) => All.FirstOrDefault(ground => ground.Code == code);

    /// <summary>The ground chosen, or else the first one the person's own words name; null when neither does.</summary>
    public static StatutoryGround? Of(string? code, params ReadOnlySpan<string?> words)
    {
        if (Find(code) is { } chosen) return chosen;
        foreach (var text in words)
        {
            var named = text is null ? null : All.FirstOrDefault(ground => ground.Signs.Any(sign => text.Contains(sign, StringComparison.Ordinal)));
            if (named is not null) return named;
        }

        return null;
    }
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
