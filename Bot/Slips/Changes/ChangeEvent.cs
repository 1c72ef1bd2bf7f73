using DisclosureBot.Calendar;

namespace DisclosureBot.Slips.Changes;

/// <summary>变更记录: the attribute of an issued document was changed by a leader; the slip itself stays as signed (B-31).</summary>
/// <param name="Handover">The new hand-over clock, from the day of decision; absent for 此件不公开.</param>
public sealed record AttributeChanged(
    Who By, DateTimeOffset At, DisclosureAttribute From, DisclosureAttribute To, string Reason, string? Ground, Deadline? Handover) : SlipEvent(By, At)
{
    /// <summary>主动公开 within 20 working days of the change (条例 第26条); only where it opens what is not public in that form yet.</summary>
    public Deadline? LegalDisclosure { get; init; }
}
