namespace DisclosureBot.Cards.Steps;

/// <summary>One step that this person may take now: a few inputs and a button. Text arrives ready to read.</summary>
/// <param name="Verb">Names the step, e.g. one of <see cref="Slips.StepVerbs"/>.</param>
/// <param name="Button">The button's title: 印制完成.</param>
/// <param name="Round">Names the state it was offered in; a click that carries another one is stale.</param>
/// <param name="About">The file the step is about, where it is about one.</param>
/// <param name="Lead">What is asked and why, above the inputs; null where the button says it all.</param>
/// <param name="IsMain">What the person is waited for; the others stand behind buttons of their own.</param>
public sealed record StepForm(string Verb, string Button, long Round, IReadOnlyList<StepField> Fields, string? About = null, string? Lead = null, bool IsMain = false)
{
    /// <summary>The same form with what was typed, where that was typed on it: a refusal loses nothing.</summary>
    public StepForm Refilled(StepClick typed) => IsOf(typed)
        ? this with { Fields = [.. Fields.Select(field => field with { Value = typed[field.Id] })] }
        : this;

    /// <summary>Whether the click was on this form.</summary>
    public bool IsOf(StepClick click) => Verb == click.Verb && About == click.About;
}

/// <summary>One input of a step.</summary>
/// <param name="Id">Unique within its step; on the card it carries the verb before it.</param>
/// <param name="Value">What stands in it: the proposal, or what was typed before a refusal.</param>
public abstract record StepField(string Id, string Label, string? Value)
{
    public sealed record Text(string Id, string Label, string? Value = null, string? Placeholder = null, bool Multiline = false, int Most = 500) : StepField(Id, Label, Value);

    /// <param name="Value">yyyy-MM-dd.</param>
    public sealed record Date(string Id, string Label, string? Value = null) : StepField(Id, Label, Value);

    public sealed record Number(string Id, string Label, string? Value = null, int Least = 1, int Most = 100_000) : StepField(Id, Label, Value);

    /// <param name="Many">Several may be chosen; their values travel joined by commas.</param>
    public sealed record Pick(string Id, string Label, IReadOnlyList<Choice> Choices, string? Value = null, bool Open = false, bool Many = false) : StepField(Id, Label, Value);

    /// <param name="Value"><c>true</c> or <c>false</c>.</param>
    public sealed record Tick(string Id, string Label, string Title, string? Value = null) : StepField(Id, Label, Value);
}
