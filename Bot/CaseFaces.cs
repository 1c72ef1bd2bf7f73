using DisclosureBot.Bureau;
using DisclosureBot.Channel;
using DisclosureBot.Journal;

namespace DisclosureBot;

/// <summary>What delivery, deadlines and verification need of one kind of case.</summary>
public interface ICaseFace
{
    /// <summary>As the journal calls the kind.</summary>
    string Kind { get; }

    /// <summary>The message a person's slot should show now, and the version it shows; of a case that they may no longer see, that it is theirs no more.</summary>
    Task<(Message Message, long Version)> Of(string caseId, Person person, bool alert, CancellationToken stop);

    /// <summary>What an older message of the case becomes.</summary>
    Task<Message> Moved(string caseId, CancellationToken stop);

    /// <summary>Whether a person may know of the case as it is now; what they were once shown of it does not count.</summary>
    bool MaySee(StoredCase stored, Person person);

    /// <summary>The state that the events alone give, as the journal stores it.</summary>
    string Rebuild(IEnumerable<StoredEvent> events);

    /// <summary>What lists and searches show of a state that is stored.</summary>
    Listing List(string state);

    /// <summary>A timer fell due. Must be repeatable: a crash in between brings it again.</summary>
    Task Fire(DueTimer timer, CancellationToken stop);
}

/// <summary>Every kind of case by its name.</summary>
public sealed class CaseFaces(IEnumerable<ICaseFace> faces)
{
    private readonly Dictionary<string, ICaseFace> _byKind = faces.ToDictionary(face => face.Kind, StringComparer.Ordinal);

    public ICaseFace Of(string kind) => _byKind.TryGetValue(kind, out var face) ? face : throw new InvalidOperationException($"Nobody keeps cases of kind {kind}.");

    /// <summary>Of a case of any kind, the state that its events alone give.</summary>
    public string Rebuild(string kind, IReadOnlyList<StoredEvent> events) => Of(kind).Rebuild(events);

    /// <summary>Of a case of any kind, what lists and searches show of the state.</summary>
    public Listing List(string kind, string state) => Of(kind).List(state);
}
