using DisclosureBot.Cards.Lists;

namespace DisclosureBot.Cards.Asking;

/// <summary>Answers a question: in a sentence, with the cases it is about, and with what may be asked next.</summary>
public static class AnswerCard
{
    public const int MostFollowUps = 3;

    private const int MostSentences = 12;

    public static AdaptiveCard Render(AnswerView view) => Room.Fit(room => Compose(view, room));

    /// <summary>What stands in the chat's overview.</summary>
    public static string Summary(AnswerView view) => PlainText.Clip(PlainText.Of(view.Sentences.Count == 0 ? view.Title : view.Sentences[0]), 120);

    private static AdaptiveCard Compose(AnswerView view, Room room) => new()
    {
        FallbackText = Summary(view),
        Body =
        [
            new RichTextBlock(new TextRun(PlainText.Clip(view.Title, 120)) { Size = "medium", Weight = "bolder" }),
            .. view.Sentences.Take(MostSentences).Select(sentence => new RichTextBlock(new TextRun(PlainText.Clip(sentence, Math.Min(room.Text, 400)))) { Spacing = "small" }),
            .. view.Items.Take(Rows(room)).Select(ListCard.Item),
            .. Rest(view, Rows(room)),
            .. FollowUps(view.FollowUps),
        ],
    };

    private static int Rows(Room room) => room.Detail switch
    {
        Detail.Full => ListCard.MostItems,
        Detail.Folded => 9,
        Detail.Brief => 6,
        Detail.Bare => 3,
        _ => throw new InvalidOperationException(room.Detail.ToString()),
    };

    private static IEnumerable<Element> Rest(AnswerView view, int rows)
    {
        var more = view.More + Math.Max(0, view.Items.Count - rows);
        if (more > 0) yield return Small($"还有{more}件未显示,可加上科室、姓名、日期或标题里的词再问。");
        if (view.Note is { } note) yield return Small(note);
    }

    private static RichTextBlock Small(string text) => new(new TextRun(PlainText.Clip(text, 300)) { Size = "small", IsSubtle = true }) { Separator = true, Spacing = "small" };

    private static IEnumerable<Element> FollowUps(IReadOnlyList<string> questions)
    {
        if (questions.Count > 0)
            yield return new ActionSet([.. questions.Take(MostFollowUps).Select(SayClick.Button)]) { Separator = true, Spacing = "medium" };
    }
}
