using DisclosureBot.Bureau;
using DisclosureBot.Journal;

namespace DisclosureBot.Briefing;

/// <summary>What one person's card tells, as the journal has it at a moment.</summary>
/// <param name="Waiting">等您办理.</param>
/// <param name="Due">Drafted by them, ending today or on the next working day, and waiting for others.</param>
/// <param name="News">Changed since the last card, and asking nothing of them.</param>
/// <param name="Section">Of a section head: their section's slips under way that do not wait for the head.</param>
/// <param name="Bureau">Of a leader: every slip under way.</param>
public sealed record Brief(
    Person Person, DateTimeOffset At, IReadOnlyList<FoundCase> Waiting, IReadOnlyList<FoundCase> Due, IReadOnlyList<FoundCase> News,
    IReadOnlyList<FoundCase> Section, IReadOnlyList<FoundCase> Bureau)
{
    /// <summary>Nothing to say: nothing is sent.</summary>
    public bool IsEmpty => Waiting.Count + Due.Count + News.Count + Section.Count + Bureau.Count == 0;
}
