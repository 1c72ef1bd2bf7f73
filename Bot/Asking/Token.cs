using DisclosureBot.Bureau;

namespace DisclosureBot.Asking;

/// <summary>What a name's neighbours say of its part.</summary>
internal enum Part { Unsaid, Holder }

/// <summary>A piece of a question that says something.</summary>
internal abstract record Token
{
    public sealed record Known(Meaning Meaning, string Text) : Token;

    public sealed record Somebody(IReadOnlyList<Person> People, string Text, Part Part, bool IsAsker) : Token;

    public sealed record InSection(IReadOnlyList<Section> Sections, string Text) : Token;

    public sealed record On(Days Days) : Token;

    public sealed record Numbered(FoundNumber Number) : Token;

    /// <summary>Of the document's own words.</summary>
    public sealed record Word(string Text) : Token;
}
