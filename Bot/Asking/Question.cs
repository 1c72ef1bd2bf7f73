using DisclosureBot.Bureau;

namespace DisclosureBot.Asking;

/// <summary>What the asker wants to know of the cases.</summary>
public enum Intent
{
    /// <summary>Where one lies, since when and with whom; several are listed.</summary>
    Where,

    /// <summary>In whose hands.</summary>
    WhoHolds,

    /// <summary>How long it has lain there.</summary>
    HowLong,

    /// <summary>Who drafted and signed it, and when.</summary>
    Signatures,

    /// <summary>What somebody did in a time.</summary>
    Did,

    /// <summary>How many there are.</summary>
    Count,

    /// <summary>Which there are.</summary>
    List,

    /// <summary>Nothing of this can be read in the words.</summary>
    Unclear,
}

/// <summary>What happened to a case at a time that is asked for.</summary>
public enum Happening { Drafted, Returned, Signed, Issued, HandedOver, Published, Archived }

/// <summary>Days of the bureau's wall calendar, both included; <paramref name="Name"/> as it was asked: 本周, 明天.</summary>
public sealed record Days(DateOnly From, DateOnly To, string Name);

/// <summary>A question, read: everything that is given must hold of what is found.</summary>
/// <param name="Words">Of the document's title or text, as typed, parted by blanks.</param>
public sealed record Question(Intent Intent, string Words = "")
{
    /// <summary>The journal's name of the kind; null for slips and opinion items alike.</summary>
    public string? Kind { get; init; }

    /// <summary>2026-0007 or 舆2026-0003, as cases are numbered.</summary>
    public string? Number { get; init; }

    /// <summary>Who drafted or reported it.</summary>
    public Person? Owner { get; init; }

    /// <summary>Whom it waits for.</summary>
    public Person? Holder { get; init; }

    /// <summary>Who signed it.</summary>
    public Person? Signer { get; init; }

    /// <summary>Named, but not in what part: first taken for who drafted it, then for whom it waits for.</summary>
    public Person? Named { get; init; }
    public Section? Section { get; init; }
    public bool? Open { get; init; }
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>What the places were called, ready to read.</summary>
    public string? PlaceName { get; init; }

    /// <summary>Whether it has passed these places, where that is what was asked.</summary>
    public string? PassedStep { get; init; }
    public IReadOnlyList<string> Attributes { get; init; } = [];
    public string? AttributeName { get; init; }

    /// <summary>The day on which the running deadline ends.</summary>
    public Days? Due { get; init; }
    public bool IsOverdue { get; init; }

    /// <summary>Only items that nobody has in hand.</summary>
    public bool IsUntaken { get; init; }

    /// <summary>Only 规范性文件.</summary>
    public bool IsNormative { get; init; }

    /// <summary>When something happened, or was done.</summary>
    public Days? When { get; init; }
    public Happening? Happened { get; init; }

    /// <summary>Names that could be several people or sections: nobody is guessed at.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The name that could be theirs, as typed.</summary>
    public string Unsure { get; init; } = "";

    /// <summary>No filter beside the words: a document is looked for.</summary>
    public bool IsAboutDocument => Words.Length > 0 || Number is not null;

    /// <summary>Some filter stands beside the words.</summary>
    public bool IsNarrowed => Owner is not null || Holder is not null || Signer is not null || Named is not null || Section is not null || Open is not null
        || Places.Count > 0 || Attributes.Count > 0 || Due is not null || When is not null || Kind is not null;
}
