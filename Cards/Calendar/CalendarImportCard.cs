using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Cards.Calendar;

/// <summary>节假日: what is known of which year, and for an administrator the box to paste the next notice into.</summary>
public static class CalendarImportCard
{
    /// <summary>A notice of the State Council has about a thousand characters.</summary>
    public const int LongestNotice = 2_000;

    public static AdaptiveCard Render(CalendarTablesView view) => Room.Fit(room => Compose(view, room));

    private static AdaptiveCard Compose(CalendarTablesView view, Room room) => new()
    {
        FallbackText = PlainText.Clip(PlainText.Of("节假日安排:" + string.Join(';', view.Coverage.Select(line => $"{line.Label}{line.Text}"))), 120),
        Body =
        [
            new TextBlock("节假日安排") { Size = "medium", Weight = "bolder", Style = "heading" },
            .. view.Notice is { } notice ? (IEnumerable<Element>)[notice.Tone.Banner(PlainText.Clip(notice.Text, room.Text))] : [],
            .. view.Coverage.Select(line => Covered(line, room)),
            new RichTextBlock(new TextRun($"现行日历:{view.Version}") { Size = "small", IsSubtle = true }) { Spacing = "small" },
            .. view.Form is { } form ? Inputs(form, room) : [],
        ],
        Actions = view.Form is { } shown
            ? [new ExecuteAction("提交核对", CalendarVerbs.Propose, new Dictionary<string, string>(StringComparer.Ordinal) { ["form"] = shown.Key })]
            : null,
    };

    private static RichTextBlock Covered(CoverageLine line, Room room) => new(
        new TextRun(line.Label + " ") { Weight = "bolder" },
        new TextRun(PlainText.Clip(line.Text, Math.Min(200, room.Text))) { Color = line.Tone.Color() })
    { Spacing = "small" };

    private static IEnumerable<Element> Inputs(ImportForm form, Room room) =>
    [
        new TextBlock("录入新的安排") { Weight = "bolder", Separator = true, Spacing = "medium" },
        DraftForm.Pick("year", "年度", form.Years, form.Typed.Year ?? DraftForm.First(form.Years)),
        new ChoiceInput("范围", form.Scopes) { Id = Payload.Scoped("scope", form.Key), Style = "expanded", Value = form.Typed.Scope ?? DraftForm.First(form.Scopes) },
        new TextInput("放假通知")
        {
            Id = "notice",
            Value = DraftForm.Refill(form.Typed.Text, room.Typed),
            Placeholder = "粘贴通知中列明放假日期的各行,如“元旦:1月1日(周四)至3日(周六)放假调休,共3天。1月4日(周日)上班。”",
            IsMultiline = true,
            MaxLength = LongestNotice,
        },
        .. DraftForm.Hint("提交后由第二个人对照通知原文确认,确认后才生效。"),
    ];
}
