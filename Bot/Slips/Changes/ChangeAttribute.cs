namespace DisclosureBot.Slips.Changes;

/// <summary>A leader changes the attribute of an issued document (B-31).</summary>
public sealed record ChangeAttribute(DisclosureAttribute? To, string? Reason, string? Ground) : SlipCommand;
