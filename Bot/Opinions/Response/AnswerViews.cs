using System.Globalization;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Clock;

namespace DisclosureBot.Opinions.Response;

/// <summary>Words an item's draft and releases for its card.</summary>
internal static class AnswerViews
{
    public static AnswerLine Of(OpinionItem item, ResponseDraft draft, DateTimeOffset now)
    {
        var (state, tone) = Standing(draft, now);
        return new(Name(item, draft.Number), draft.Text, state, tone);
    }

    public static AnswerLine Of(OpinionItem item, ResponseRelease release, DateTimeOffset now) => new(
        Name(item, release.Number), release.Text, $"{release.Channel},{BureauTime.Show(release.When, now.Year)}发布", Tone.Good, release.Url);

    private static (string State, Tone Tone) Standing(ResponseDraft draft, DateTimeOffset now) => draft.Review switch
    {
        null => ($"{draft.By.Name} {BureauTime.Show(draft.At, now.Year)}拟写,等待保密审查", Tone.Waiting),
        { Cleared: true } review => ($"{Reviewed(review, now)}可以公开,等待发布", Tone.Good),
        { } review => ($"{Reviewed(review, now)}不得公开:{review.Basis}", Tone.Bad),
    };

    private static string Reviewed(ResponseReview review, DateTimeOffset now) => $"{review.By.Name} {BureauTime.Show(review.At, now.Year)}审查,";

    /// <summary>澄清(第2稿).</summary>
    private static string Name(OpinionItem item, int number) => string.Create(CultureInfo.InvariantCulture, $"{OpinionNames.Answer(item.Kind)}(第{number}稿)");
}
