namespace DisclosureBot.Cards.Steps;

/// <summary>A card's steps as laid out: the one that is waited for, and those beside it behind buttons, never more in a row than a phone shows.</summary>
internal sealed record StepList(StepPart? Main, IReadOnlyList<CardAction> Besides)
{
    /// <summary>Teams shows six buttons side by side at most, a phone fewer.</summary>
    private const int MostInRow = 5;

    /// <param name="form">The inputs that stand open on the card already: where there are any, every step stands behind a button.</param>
    /// <param name="actions">The buttons beside those inputs, which may hold inputs of their own.</param>
    /// <param name="last">Opens further steps on a card of their own; null where there are none.</param>
    public static StepList Of(string caseId, IReadOnlyList<StepForm> steps, Room room, IReadOnlyList<Element> form, IReadOnlyList<CardAction> actions, CardAction? last = null)
    {
        var first = form.Count == 0 && actions.Count == 0 ? steps.FirstOrDefault(step => step.IsMain) : null;
        IReadOnlyList<StepForm> ordered = [.. first is null ? (IEnumerable<StepForm>)[] : [first], .. steps.Where(step => !ReferenceEquals(step, first))];
        IReadOnlyList<StepPart> parts = [.. StepLabels.Apart(ordered, form, actions).Select(step => new StepPart(caseId, step, room))];
        return first is null ? new(null, Behind(parts, last)) : new(parts[0], Behind(parts.Skip(1), last));
    }

    /// <summary>Whether these and <paramref name="others"/> buttons can stand side by side.</summary>
    public bool FitsBeside(int others) => Besides.Count + others <= MostInRow;

    /// <summary>Buttons that would crowd out the ones waited for stand above the form, in rows of their own.</summary>
    public IEnumerable<Element> Rows =>
    [
        new TextBlock("其他办理") { Size = "small", Weight = "bolder", Spacing = "medium" },
        .. Besides.Chunk(MostInRow).Select(row => new ActionSet(row) { Spacing = "small" }),
    ];

    private static IReadOnlyList<CardAction> Behind(IEnumerable<StepPart> parts, CardAction? last) =>
        [.. parts.Select(part => part.Behind), .. last is null ? (IEnumerable<CardAction>)[] : [last]];
}
