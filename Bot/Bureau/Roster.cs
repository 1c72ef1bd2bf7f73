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
    public bool Is(Role role) => Roles.Contains(role);
}

/// <summary>One bureau's people, read once at the start and never changed while running.</summary>
public sealed class Roster
{
    private readonly FrozenDictionary<string, Person> _byId;
    private readonly FrozenDictionary<string, Person> _byObjectId;

    public Roster(string bureauId, string bureauName, string tenantId, IReadOnlyList<Person> people)
    {
        BureauId = bureauId;
        BureauName = bureauName;
        TenantId = tenantId;
        People = people;
        _byId = people.ToFrozenDictionary(p => p.Id, StringComparer.Ordinal);
        _byObjectId = people.ToFrozenDictionary(p => p.AadObjectId, StringComparer.OrdinalIgnoreCase);
    }

    public string BureauId { get; }
    public string BureauName { get; }

    /// <summary>The Entra tenant whose people may speak to the bot.</summary>
    public string TenantId { get; }

    /// <summary>In the order of the roster file.</summary>
    public IReadOnlyList<Person> People { get; }

    public Person? Find(string? id) => id is not null && _byId.TryGetValue(id, out var person) ? person : null;

    public Person? FindByObjectId(string? aadObjectId) =>
        aadObjectId is not null && _byObjectId.TryGetValue(aadObjectId, out var person) ? person : null;

    public IEnumerable<Person> Holding(Role role) => People.Where(p => p.Is(role));
}
