using DisclosureBot.Cards.Lists;

namespace DisclosureBot.Cards.Asking;

/// <summary>The answer to a question in somebody's own words.</summary>
/// <param name="Title">How the question was understood, and how many were found.</param>
/// <param name="Sentences">The answer itself, one paragraph each; empty where the list says it all.</param>
/// <param name="Items">The cases it is about; each opens at a tap.</param>
/// <param name="FollowUps">Ready questions to tap, word for word as they would be typed.</param>
public sealed record AnswerView(string Title, IReadOnlyList<string> Sentences, IReadOnlyList<ListItem> Items, IReadOnlyList<string> FollowUps)
{
    /// <summary>How many were found and are not shown.</summary>
    public int More { get; init; }

    /// <summary>A small line at the end, e.g. what else can be written.</summary>
    public string? Note { get; init; }
}
