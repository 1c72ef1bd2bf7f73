using DisclosureBot.Calendar;

namespace DisclosureBot.Slips.Changes;

/// <summary>变更记录: the attribute of an issued document was changed by a leader; the slip itself stays as signed (B-31).</summary>
/// <param name="Handover">The new hand-over clock, from the day of decision; absent for 此件不公开.</param>
public sealed record AttributeChanged(
    Who By, DateTimeOffset At, DisclosureAttribute From, DisclosureAttribute To, string Reason, string? Ground, Deadline? Handover) : SlipEvent(By, At);
