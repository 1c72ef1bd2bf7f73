using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Delegations;

/// <summary>The word 委托: what one has given and been given, and the form for a new one.</summary>
public static class DelegationFormCard
{
    public static AdaptiveCard Render(DelegationFormView view) => Room.Fit(room => Compose(view, room));

    private static AdaptiveCard Compose(DelegationFormView view, Room room) => new()
    {
        FallbackText = $"委托:您委托他人{view.Given.Count}项,受他人委托{view.Received.Count}项;可填写新的委托。",
        Body =
        [
            new TextBlock("委托") { Size = "medium", Weight = "bolder", Style = "heading" },
            .. view.Notice is { } notice ? (IEnumerable<Element>)[notice.Tone.Banner(PlainText.Clip(notice.Text, room.Text))] : [],
            .. Listed("我委托他人", view.Given, room),
            .. Listed("我受他人委托", view.Received, room),
            .. Listed("其他委托", view.Others, room),
            .. Inputs(view, room),
        ],
        Actions = [new ExecuteAction("提交委托", DelegationVerbs.Grant, new Dictionary<string, string>(StringComparer.Ordinal) { ["form"] = view.Key })],
    };

    private static IEnumerable<Element> Listed(string heading, IReadOnlyList<DelegationLine> lines, Room room)
    {
        if (lines.Count == 0) yield break;
        yield return new TextBlock(heading) { Weight = "bolder", Spacing = "medium" };
        foreach (var line in lines.Take(room.Lines))
        {
            yield return new RichTextBlock(
                new TextRun(PlainText.Clip(line.Title, 80) + " ") { Weight = "bolder" },
                new TextRun(PlainText.Clip(line.Status, 40)) { Color = line.Tone.Color() },
                new TextRun($" · {PlainText.Clip(line.About, 60)}") { IsSubtle = true })
            { Spacing = "small" };
            yield return new ActionSet([DelegationCard.Show("打开", line.Delegation)]);
        }

        if (lines.Count > room.Lines) yield return new TextBlock($"另有{lines.Count - room.Lines}项,写“查 委托”可以查到。") { Size = "small", IsSubtle = true, Spacing = "small" };
    }

    private static IEnumerable<Element> Inputs(DelegationFormView view, Room room) =>
    [
        new TextBlock("新的委托") { Weight = "bolder", Separator = true, Spacing = "medium" },
        .. DraftForm.Hint(view.Lead),
        .. view.From.Count > 0 ? (IEnumerable<Element>)[DraftForm.Pick("from", "委托人", view.From, view.Typed.From)] : [],
        DraftForm.Pick("to", "受托人", view.To, view.Typed.To),
        new DateInput("开始日期") { Id = "since", Value = view.Typed.Since },
        new DateInput("结束日期") { Id = "until", Value = view.Typed.Until },
        new ChoiceInput("委托范围", view.Scopes) { Id = Payload.Scoped("scope", view.Key), Style = "expanded", Value = view.Typed.Scope ?? DraftForm.First(view.Scopes) },
        new TextInput("授权依据")
        {
            Id = "basis",
            Value = DraftForm.Refill(view.Typed.Basis, room.Typed),
            Placeholder = "如:因公出差,经分管领导同意;或授权文件的名称、文号",
            IsMultiline = true,
            MaxLength = 1_000,
        },
    ];
}
