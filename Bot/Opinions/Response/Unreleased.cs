using DisclosureBot.Bureau;

namespace DisclosureBot.Opinions.Response;

/// <summary>先审查、后公开 within the bureau too: whoever reported an item, or once had to do with it, sees that an answer is being drafted, not what it says or why it may not go out.</summary>
internal static class Unreleased
{
    private const string Text = "(发布前仅办理、审查和发布人员可看内容)";

    /// <summary>The item as this reader may see it, on cards and on paper.</summary>
    public static OpinionItem For(OpinionItem item, Person reader) => MayRead(item, reader) ? item : item with
    {
        Draft = item.Draft is { } draft ? draft with { Text = Text, Review = draft.Review is { Cleared: false } review ? review with { Basis = Text } : draft.Review } : null,
        Trail = [.. item.Trail.Select(line => line.IsInner ? line with { Why = null } : line)],
    };

    private static bool MayRead(OpinionItem item, Person reader) =>
        OpinionDuties.MayHandle(item, reader) || item.Handler?.Id == reader.Id || item.Draft?.By.Id == reader.Id || reader.Is(Role.SecrecyReviewer)
        || (reader.Is(Role.Publisher) && item.Draft is { Review.Cleared: true });
}
