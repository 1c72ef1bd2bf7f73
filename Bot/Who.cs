using System.Text.Json.Serialization;
using DisclosureBot.Bureau;

namespace DisclosureBot;

/// <summary>A person as they were called when they acted; a later roster cannot rename a signature.</summary>
/// <param name="Name">Ready to read; of a stand-in with whom they stood in for.</param>
/// <param name="For">Person id of whom they stood in for (委托); null where they acted in their own name.</param>
public sealed record Who(string Id, string Name, string? For = null)
{
    /// <summary>The clock, where nobody acted.</summary>
    public static readonly Who Clock = new("clock", "系统");

    public static Who Of(Person person) => person.ActedBy is { } standIn
        ? new(standIn.Id, $"{standIn.Name}(受{person.Name}委托)", person.Id)
        : new(person.Id, person.Name);

    /// <summary>Whether that person acted, or was stood in for.</summary>
    public bool Concerns(string person) => Id == person || For == person;

    /// <summary>The same of a person who may act for another: whoever acts, and whoever they act for, are both kept apart from what either did before.</summary>
    public bool Concerns(Person person) => Concerns(person.Id) || (person.ActedBy is { } standIn && Concerns(standIn.Id));

    /// <summary>Whether the same hand did it, in whatever name: a repeated click is known by it.</summary>
    public bool IsHandOf(Person person) => Id == (person.ActedBy ?? person).Id;

    /// <summary>Person id of whose part it was: what was done in it they, or their present stand-in, may correct or take back.</summary>
    [JsonIgnore]
    public string PartOf => For ?? Id;
}
