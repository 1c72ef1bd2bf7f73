namespace DisclosureBot.Cards.Slips;

/// <summary>拟稿: the form from which a slip begins.</summary>
public static class DraftCard
{
    public static AdaptiveCard Render(DraftView view) => Room.Fit(room => Compose(view, room));

    private static AdaptiveCard Compose(DraftView view, Room room) => new()
    {
        FallbackText = "拟稿:填写文件审批处理签。当前客户端不能显示表单,请改用办件台。",
        Body =
        [
            new TextBlock("文件审批处理签 · 拟稿") { Size = "medium", Weight = "bolder", Style = "heading" },
            .. Said(view.Notice, room),
            .. DraftForm.Inputs(view.Choices, view.Typed, view.Key, room.Typed),
        ],
        Actions =
        [
            new ExecuteAction("提交", SlipVerbs.Draft, new Dictionary<string, string>(StringComparer.Ordinal) { ["form"] = view.Key }),
        ],
    };

    private static IEnumerable<Element> Said(Notice? notice, Room room) => notice is null ? [] : [notice.Tone.Banner(PlainText.Clip(notice.Text, room.Text))];
}
