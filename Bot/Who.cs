using DisclosureBot.Bureau;

namespace DisclosureBot;

/// <summary>A person as they were called when they acted; a later roster cannot rename a signature.</summary>
public sealed record Who(string Id, string Name)
{
    /// <summary>The clock, where nobody acted.</summary>
    public static readonly Who Clock = new("clock", "系统");

    public static Who Of(Person person) => new(person.Id, person.Name);
}
