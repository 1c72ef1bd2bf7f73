using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Reachability;

/// <summary>Whom Teams reaches, ready to read.</summary>
/// <param name="Summary">Null where the title says it all.</param>
public sealed record ReachView(string Title, string? Summary, Tone Tone)
{
    /// <summary>The most urgent first.</summary>
    public IReadOnlyList<ReachGroup> Groups { get; init; } = [];

    /// <summary>How many are not named because all is well with them.</summary>
    public string? Rest { get; init; }

    /// <summary>Where everything is to be found meanwhile.</summary>
    public string? Note { get; init; }

    /// <summary>As it was once told: a tap asks how it is now.</summary>
    public bool OffersPresent { get; init; }
}

/// <summary>People in the same state, and what to do about it.</summary>
/// <param name="Advice">Null where there is nothing to do.</param>
public sealed record ReachGroup(string State, Tone Tone, string? Advice, IReadOnlyList<ReachLine> People);

/// <param name="Waiting">What has not arrived; null where nothing is.</param>
public sealed record ReachLine(string Name, string Section, string? Waiting);
