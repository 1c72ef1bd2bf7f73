using DisclosureBot.Bureau;

namespace DisclosureBot.Asking;

/// <summary>Who asks, and who reads the answer: what is found, each of the readers may see.</summary>
/// <param name="Readers">With nobody, nothing is found.</param>
internal sealed record Audience(Person Asker, IReadOnlyList<Person> Readers)
{
    /// <summary>In their own chat.</summary>
    public static Audience Of(Person asker) => new(asker, [asker]);
}
