using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Slips.Consulting;

/// <summary>Offers colleagues to choose from, and reads whom somebody chose or named. Pure.</summary>
internal sealed class Colleagues(Roster roster)
{
    /// <summary>A longer list would crowd everything else off the card; names are typed instead.</summary>
    private const int MostListed = 24;

    private static readonly char[] Between = [',', ';', '\uFF0C', '\u3001', '\uFF1B', ' ', '\u3000', '\n', '\r'];

    /// <param name="several">Whether more than one may be chosen.</param>
    public static StepField Field(string id, string label, IReadOnlyList<Person> people, bool several) => people.Count <= MostListed
        ? new StepField.Pick(id, label, [.. people.Select(person => new Choice(person.Id, $"{person.Name}({person.Section.Name})"))], Many: several)
        : new StepField.Text(id, label, Placeholder: several ? "写姓名,几人用顿号隔开" : "写姓名");

    /// <summary>What was chosen or typed, one a person.</summary>
    public static IReadOnlyList<string> Split(string? typed) => typed?.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>Null and the people, each once; or what is wrong with what was typed.</summary>
    /// <param name="bySection">A section's name stands for its head.</param>
    public Refusal? Read(IReadOnlyList<string> typed, string label, bool bySection, out IReadOnlyList<Person> people)
    {
        var found = new List<Person>();
        people = found;
        foreach (var word in typed)
        {
            if (Named(word) is { Count: > 1 }) return StepAnswers.Invalid($"有多位同事叫“{Short(word)}”,请在名单中选择,或请管理员在花名册中加以区分。");
            if ((Named(word).FirstOrDefault() ?? (bySection ? Head(word) : null)) is not { } person) return Unknown(word, bySection);
            if (!found.Contains(person)) found.Add(person);
        }

        return found.Count > 0 ? null : StepAnswers.Invalid($"请选择“{label}”。");
    }

    private List<Person> Named(string word) => roster.Find(word) is { } person ? [person] : [.. roster.People.Where(one => one.Name == word)];

    private Person? Head(string section) => roster.Holding(Role.SectionHead).FirstOrDefault(person => person.Section.Name == section);

    private Refusal Unknown(string word, bool bySection) => StepAnswers.Invalid(bySection && roster.People.Any(person => person.Section.Name == word)
        ? $"{word}在花名册中没有负责人,请写明由该科室的哪位同事会签。"
        : $"花名册中没有“{Short(word)}”,请核对姓名。");

    private static string Short(string word) => word.Length > 20 ? word[..20] + "…" : word;
}
