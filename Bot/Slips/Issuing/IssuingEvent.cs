using DisclosureBot.Calendar;

namespace DisclosureBot.Slips.Issuing;

/// <summary>Facts of 印制 → 登记 → 用印 → 发文, in this order only (F-14).</summary>
public abstract record IssuingEvent(Who By, DateTimeOffset At) : SlipEvent(By, At)
{
    /// <param name="Handover">Absent for 此件不公开, which is not handed over.</param>
    public sealed record Printed(Who By, DateTimeOffset At, DateOnly On, int Copies, Deadline? Handover) : IssuingEvent(By, At);

    /// <param name="GapReason">Why numbers were left out, or an earlier one is used after all.</param>
    public sealed record Registered(Who By, DateTimeOffset At, DocumentNumber Number, string? GapReason) : IssuingEvent(By, At);

    public sealed record Sealed(Who By, DateTimeOffset At) : IssuingEvent(By, At);

    public sealed record Issued(Who By, DateTimeOffset At) : IssuingEvent(By, At);
}
