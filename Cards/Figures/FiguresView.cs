namespace DisclosureBot.Cards.Figures;

/// <summary>统计 of a period as its card tells it. Text arrives ready to read; times are bureau time.</summary>
public sealed record FiguresView
{
    /// <summary>楚雄州商务局公文公开统计.</summary>
    public required string Title { get; init; }

    /// <summary>2026年10月(截至11月23日 09:00).</summary>
    public required string Period { get; init; }

    /// <summary>起草12件 签发9件 …</summary>
    public required string Counts { get; init; }

    /// <summary>公开发布, 不公开 …, 未定: the names of the parts of each section.</summary>
    public required IReadOnlyList<string> Attributes { get; init; }

    /// <summary>Every section, also with nothing.</summary>
    public required IReadOnlyList<SectionBar> Sections { get; init; }

    /// <summary>环节, 件次, 中位, 九成以内.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Desks { get; init; } = [];

    /// <summary>时限, 按时, 逾期办, 计时中, 已逾期, 按时率; only kinds that occur.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Clocks { get; init; } = [];

    /// <summary>Further lines: changes of attribute, 三同步, returns.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>What the figures rest on that is not certain; null where nothing.</summary>
    public string? Caution { get; init; }

    /// <summary>Where the table can be opened.</summary>
    public string? Url { get; init; }

    /// <summary>What to say for the period before: 统计 2026年9月.</summary>
    public required string Before { get; init; }
}

/// <param name="Parts">How many of each attribute, in the order of <see cref="FiguresView.Attributes"/>.</param>
public sealed record SectionBar(string Name, IReadOnlyList<int> Parts)
{
    public int Sum => Parts.Sum();
}
