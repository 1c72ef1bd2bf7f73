using System.Globalization;

namespace DisclosureBot.Cards.Steps;

/// <summary>
/// One step: its inputs and its button. Nothing is demanded by the client of what stands at the top of the card, or it
/// would hold up every other button; the rules answer in a sentence.
/// </summary>
/// <param name="Case">The case id that travels with the click.</param>
internal sealed record StepPart(string Case, StepForm Form, Room Room)
{
    /// <summary>A choice's title where the card is so full that its texts are cut.</summary>
    private const int LeastTitle = 60;

    private string Scope { get; } = StepButtons.Scope(Case, Form.Round, Form.About);

    public ExecuteAction Button => StepButtons.Act(Case, Form);

    /// <summary>What the person is waited for: it stands open in the card.</summary>
    public IReadOnlyList<Element> Open =>
    [
        new RichTextBlock(new TextRun("请办理:") { Weight = "bolder" }, new TextRun(Form.Button) { Weight = "bolder", Color = "accent" }) { Separator = true, Spacing = "medium" },
        .. Lead,
        .. Form.Fields.Select(one => Input(one, demanded: false)),
    ];

    /// <summary>What may be done besides: behind a button of its own.</summary>
    public ShowCardAction Behind => new(Form.Button + "…", Inside, [Button]);

    private IReadOnlyList<Element> Inside
    {
        get
        {
            IReadOnlyList<Element> inside = [.. Lead, .. Form.Fields.Select(one => Input(one, demanded: true))];
            return inside.Count > 0 ? inside : [new RichTextBlock(new TextRun($"确认无误后,请按“{Form.Button}”。") { IsSubtle = true })];
        }
    }

    private IEnumerable<Element> Lead => Form.Lead is not { } lead ? [] :
        [new RichTextBlock(new TextRun(PlainText.Clip(lead, Room.Text)) { IsSubtle = true }) { Spacing = "small" }];

    private Input Input(StepField field, bool demanded) => field switch
    {
        StepField.Text text => new TextInput(text.Label)
        {
            Id = Id(text),
            Value = Slips.DraftForm.Refill(text.Value, Room.Typed),
            Placeholder = text.Placeholder,
            IsMultiline = text.Multiline ? true : null,
            MaxLength = text.Most,
        },
        StepField.Date date => new DateInput(date.Label)
        {
            Id = Id(date),
            Value = DateOnly.TryParseExact(date.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? date.Value : null,
        },
        StepField.Number number => new NumberInput(number.Label)
        {
            Id = Id(number),
            Value = long.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null,
            Min = demanded ? number.Least : null,
            Max = demanded ? number.Most : null,
            ErrorMessage = demanded ? string.Create(CultureInfo.InvariantCulture, $"请填{number.Least}到{number.Most}之间的整数。") : null,
        },
        StepField.Pick pick => Choices(pick),
        StepField.Tick tick => new ToggleInput(tick.Title, tick.Label) { Id = Id(tick), Value = Slips.DraftForm.Tick(bool.TryParse(tick.Value, out var on) && on) },
        _ => throw new InvalidOperationException($"Unknown field {field.GetType().Name}."),
    };

    private ChoiceInput Choices(StepField.Pick pick) => new(pick.Label, [.. pick.Choices.Select(Short)])
    {
        Id = Id(pick),
        Style = pick.Open || pick.Many ? "expanded" : "compact",
        IsMultiSelect = pick.Many ? true : null,
        Value = pick.Value,
        Placeholder = pick.Open || pick.Many ? null : "请选择",
    };

    private Choice Short(Choice choice) => choice with { Title = PlainText.Clip(choice.Title, Math.Max(LeastTitle, Room.Text)) };

    /// <summary>Radio buttons and boxes are told apart over the whole page, and every input where a card holds several forms of one kind.</summary>
    private string Id(StepField field)
    {
        var name = $"{Form.Verb}.{field.Id}";
        return Form.About is not null || field is StepField.Pick { Open: true } or StepField.Pick { Many: true } ? Payload.Scoped(name, Scope) : name;
    }
}
