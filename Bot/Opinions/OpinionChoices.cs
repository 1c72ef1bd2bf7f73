using DisclosureBot.Cards;
using DisclosureBot.Cards.Steps;

namespace DisclosureBot.Opinions;

/// <summary>The named values that a form lets people choose from, and what came back of them.</summary>
internal static class OpinionChoices
{
    public static IReadOnlyList<Choice> Of<T>(IEnumerable<T> values, Func<T, string> name)
        where T : struct, Enum => [.. values.Select(value => new Choice(value.ToString(), name(value)))];

    /// <summary>Null where nothing was chosen, or what no form offers: numbers count as nothing.</summary>
    public static T? Chosen<T>(this StepClick click, string field)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => value.ToString() == click[field]).Select(value => (T?)value).FirstOrDefault();
}
