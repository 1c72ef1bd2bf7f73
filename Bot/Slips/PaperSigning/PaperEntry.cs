using System.Globalization;
using System.Text.Json.Serialization;

namespace DisclosureBot.Slips.PaperSigning;

/// <summary>A pen-signed opinion as one person copied it from the paper; valid only once another has compared it.</summary>
/// <param name="For">Whose hand signed.</param>
/// <param name="SignedOn">The date on the paper.</param>
public sealed record PaperEntry(
    Who By, DateTimeOffset At, Stage Stage, Who For, DateOnly SignedOn, DisclosureAttribute Value, string Statement, string? Opinion, string? Reason, string? Ground)
{
    /// <summary>Tells this entry from another made at the same desk.</summary>
    [JsonIgnore]
    public string Key => At.UtcTicks.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Marks a signature as paper: who copied it and who compared it.</summary>
public sealed record PaperMark(Who EnteredBy, Who ConfirmedBy, DateOnly SignedOn);

/// <summary>Facts of copying a pen-signed opinion. Its confirmation is a <see cref="SlipEvent.Signed"/> that bears a <see cref="PaperMark"/>.</summary>
public abstract record PaperEvent(Who By, DateTimeOffset At) : SlipEvent(By, At)
{
    public sealed record Entered(Who By, DateTimeOffset At, PaperEntry Entry) : PaperEvent(By, At);

    /// <summary>The copy does not agree with the paper.</summary>
    public sealed record Dismissed(Who By, DateTimeOffset At, string Reason) : PaperEvent(By, At);
}
