using DisclosureBot.Bureau;
using DisclosureBot.Cards.Steps;

namespace DisclosureBot.Opinions;

/// <summary>Some of an item's steps: offered on cards by the same conditions that the rules refuse by, and read back from clicks.</summary>
public interface IOpinionSteps
{
    /// <summary>What this person, who may see the item, may do now while it is open.</summary>
    IEnumerable<StepForm> Offer(OpinionItem item, Person reader, DateTimeOffset now);

    /// <summary>Null where the verb is another family's.</summary>
    OpinionCommand? Read(StepClick click);
}

/// <summary>Every step of an item, whichever family it is of.</summary>
public sealed class OpinionSteps(IEnumerable<IOpinionSteps> families)
{
    private readonly IReadOnlyList<IOpinionSteps> _families = [.. families];

    /// <summary>What this person may do now; nothing on what has ended.</summary>
    /// <param name="typed">A refused click: its form keeps what was typed and stands open in place of the one that was waited for.</param>
    public IReadOnlyList<StepForm> Offer(OpinionItem item, Person reader, DateTimeOffset now, StepClick? typed = null) =>
        item.IsOpen && OpinionDuties.MaySee(item, reader)
            ? Again([.. _families.SelectMany(family => family.Offer(item, reader, now))], typed)
            : [];

    /// <summary>What was typed lies before its writer again, not folded away behind a button.</summary>
    private static IReadOnlyList<StepForm> Again(IReadOnlyList<StepForm> forms, StepClick? typed) =>
        typed is null || !forms.Any(form => form.IsOf(typed)) ? forms : [.. forms.Select(form => form.Refilled(typed) with { IsMain = form.IsOf(typed) })];

    public OpinionCommand? Read(StepClick click) =>
        _families.Select(family => family.Read(click)).FirstOrDefault(command => command is not null) is { } command
            ? command with { Round = click.Round }
            : null;
}
