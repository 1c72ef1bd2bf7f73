using System.Globalization;

namespace DisclosureBot.Slips.Issuing;

/// <summary>发文字号: 机关代字〔年〕序号号, e.g. 楚商发〔2026〕58号 (no leading zero, no 第).</summary>
public sealed record DocumentNumber(string Code, int Year, int Sequence)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code}〔{Year}〕{Sequence}号");
}

/// <summary>Who did a step, and when it was recorded.</summary>
public sealed record Done(Who By, DateTimeOffset At);

/// <summary>印制 → 登记 → 用印 → 发文 (四(一)4, F-14): how far the document has come on its way out.</summary>
public sealed record IssueRecord
{
    /// <summary>文件制作: the day the hand-over clock starts from (B-10).</summary>
    public DateOnly? PrintedOn { get; init; }
    public int Copies { get; init; }
    public Done? Printed { get; init; }
    public DocumentNumber? Number { get; init; }
    public Done? Registered { get; init; }
    public Done? Sealed { get; init; }
    public Done? Issued { get; init; }
}
