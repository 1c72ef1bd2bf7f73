namespace DisclosureBot.Cards.Steps;

/// <summary>
/// Gives every input on a card a label of its own: people, and those who read a card aloud, tell inputs by nothing else.
/// The form that is waited for keeps its words; a step beside it that uses the same ones says which step it is.
/// </summary>
internal static class StepLabels
{
    /// <summary>The steps in the same order, their labels told apart from those of <paramref name="form"/> and from each other.</summary>
    public static IReadOnlyList<StepForm> Apart(IReadOnlyList<StepForm> steps, IEnumerable<Element> form, IEnumerable<CardAction> actions)
    {
        var taken = form.Concat(actions.OfType<ShowCardAction>().SelectMany(action => action.Card.Body)).OfType<Input>().SelectMany(Names).ToHashSet(StringComparer.Ordinal);
        return [.. steps.Select(step => step with { Fields = [.. step.Fields.Select(field => Named(field, step.Button, taken))] })];
    }

    private static IEnumerable<string> Names(Input input) => input is ToggleInput toggle ? [toggle.Label, toggle.Title] : [input.InputLabel];

    private static StepField Named(StepField field, string button, HashSet<string> taken)
    {
        var named = field with { Label = Free(field.Label, button, taken) };
        return named is StepField.Tick tick && tick.Title != field.Label ? tick with { Title = Free(tick.Title, button, taken) } : named;
    }

    private static string Free(string words, string button, HashSet<string> taken)
    {
        var free = words;
        for (var times = 1; !taken.Add(free); times++)
            free = times == 1 ? $"{words}({button})" : $"{words}({button}{times})";
        return free;
    }
}
