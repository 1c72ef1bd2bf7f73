using System.Collections.Frozen;

namespace DisclosureBot.Bureau;

/// <summary>The duties of the contract's roster file; authority comes from these alone.</summary>
public enum Role
{
    Drafter, SectionHead, OfficeReviewer, SecrecyReviewer, LeaderInCharge,
    PrincipalLeader, Publisher, OpinionOfficer, DisclosureOfficer, Administrator,
}

public sealed record Section(string Id, string Name, IReadOnlyList<string> Duties);

/// <param name="AadObjectId">The one stable identity in Teams; compared without regard to case.</param>
public sealed record Person(string Id, string AadObjectId, string Name, Section Section, IReadOnlySet<Role> Roles)
{
    /// <summary>Who takes this person's part by a 委托 (B-26); null where they act themselves. Everything else here stays the person stood in for: what may be done is theirs.</summary>
    public Person? ActedBy { get; init; }

    public bool Is(Role role) => Roles.Contains(role);
}

/// <summary>One bureau's people, read once at the start and never changed while running.</summary>
public sealed class Roster
{
    private readonly FrozenDictionary<string, Person> _byId;
    private readonly FrozenDictionary<string, Person> _byObjectId;

    /// <summary>Stands beside the genres in <see cref="DocumentCodes"/> and goes before them.</summary>
    public const string NormativeDocuments = "规范性文件";

    public Roster(string bureauId, string bureauName, string tenantId, IReadOnlyList<Person> people, IReadOnlyDictionary<string, string>? documentCodes = null,
        IReadOnlyList<Section>? sections = null)
    {
        BureauId = bureauId;
        BureauName = bureauName;
        TenantId = tenantId;
        People = people;
        Sections = sections ?? [.. people.Select(person => person.Section).DistinctBy(section => section.Id, StringComparer.Ordinal)];
        DocumentCodes = documentCodes ?? FrozenDictionary<string, string>.Empty;
        _byId = people.ToFrozenDictionary(p => p.Id, StringComparer.Ordinal);
        _byObjectId = people.ToFrozenDictionary(p => p.AadObjectId, StringComparer.OrdinalIgnoreCase);
    }

    public string BureauId { get; }
    public string BureauName { get; }

    /// <summary>The Entra tenant whose people may speak to the bot.</summary>
    public string TenantId { get; }

    /// <summary>In the order of the roster file.</summary>
    public IReadOnlyList<Person> People { get; }

    /// <summary>In the order of the roster file; also such as have nobody.</summary>
    public IReadOnlyList<Section> Sections { get; }

    /// <summary>机关代字 as proposed at registration, by 文种 or for 规范性文件; where a genre has none, none is proposed.</summary>
    public IReadOnlyDictionary<string, string> DocumentCodes { get; }

    public Person? Find(string? id) => id is not null && _byId.TryGetValue(id, out var person) ? person : null;

    public Person? FindByObjectId(string? aadObjectId) =>
        aadObjectId is not null && _byObjectId.TryGetValue(aadObjectId, out var person) ? person : null;

    public IEnumerable<Person> Holding(Role role) => People.Where(p => p.Is(role));
}
