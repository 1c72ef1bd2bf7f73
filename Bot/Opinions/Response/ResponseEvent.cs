using DisclosureBot.Opinions.Clocks;

namespace DisclosureBot.Opinions.Response;

/// <summary>回应: draft, secrecy review, release. An answer may be drafted anew at any time before the end.</summary>
public abstract record ResponseEvent(Who By, DateTimeOffset At) : OpinionEvent(By, At)
{
    /// <param name="Number">第几稿, from 1.</param>
    /// <param name="To">The secrecy reviewers (先审查、后公开).</param>
    public sealed record Drafted(Who By, DateTimeOffset At, int Number, string Text, IReadOnlyList<string> To) : ResponseEvent(By, At);

    public sealed record Reviewed(Who By, DateTimeOffset At, int Number, bool Cleared, string Basis) : ResponseEvent(By, At);

    /// <param name="When">When it was published; bureau time.</param>
    /// <param name="Met">Which clocks it stops.</param>
    public sealed record Released(Who By, DateTimeOffset At, int Number, string Url, string Channel, DateTimeOffset When, IReadOnlyList<OpinionClockKind> Met) : ResponseEvent(By, At);
}
