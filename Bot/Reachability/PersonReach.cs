using DisclosureBot.Bureau;
using DisclosureBot.Journal;

namespace DisclosureBot.Reachability;

/// <summary>Whether what is sent to a person arrives; the worse, the higher. The names travel in events.</summary>
public enum ReachState
{
    /// <summary>Everything has arrived.</summary>
    Delivered,

    /// <summary>Being sent.</summary>
    OnTheWay,

    /// <summary>The channel was not to be had; it is sent again by itself.</summary>
    Retrying,

    /// <summary>The last message may or may not have arrived.</summary>
    InDoubt,

    /// <summary>No way to them is known yet.</summary>
    NotYet,

    /// <summary>The channel refuses the bot, or the message: for administrators to put right.</summary>
    Refused,

    /// <summary>They do not have the app, or removed it.</summary>
    NotInstalled,

    /// <summary>They blocked the bot.</summary>
    Blocked,
}

/// <summary>How one person of the roster is reached in Teams. Pure.</summary>
/// <param name="Count">Cards that have not arrived.</param>
/// <param name="MustAct">Of them: those in which the person is waited for.</param>
/// <param name="Oldest">When the one that has waited longest was last changed; null where there is none.</param>
public sealed record PersonReach(Person Person, ReachState State, int Count, int MustAct, DateTimeOffset? Oldest)
{
    /// <summary>Nothing will arrive until somebody does something about it.</summary>
    public bool IsOut => State is ReachState.Blocked or ReachState.NotInstalled or ReachState.Refused || this is { State: ReachState.NotYet, Count: > 0 };

    /// <summary>Everyone of the roster, in its order.</summary>
    public static IReadOnlyList<PersonReach> Of(Roster roster, IEnumerable<KnownWay> ways, IEnumerable<Undelivered> undelivered)
    {
        var known = ways.ToDictionary(way => way.Person, StringComparer.Ordinal);
        var behind = undelivered.ToLookup(one => one.Person, StringComparer.Ordinal);
        return [.. roster.People.Select(person => Of(person, known.GetValueOrDefault(person.Id), [.. behind[person.Id]]))];
    }

    private static PersonReach Of(Person person, KnownWay? way, IReadOnlyList<Undelivered> behind)
    {
        // A way can be opened to whoever never wrote, but not to whoever removed the bot.
        var atLeast = way is { Gone: true } ? ReachState.NotInstalled : way is null && behind.Count == 0 ? ReachState.NotYet : ReachState.Delivered;
        var state = behind.Select(Of).Append(atLeast).Max();
        return new(person, state, behind.Sum(one => one.Count), behind.Where(one => one.MustAct).Sum(one => one.Count), behind.Count == 0 ? null : behind.Min(one => one.Oldest));
    }

    private static ReachState Of(Undelivered one) => one.State switch
    {
        SlotState.Unreachable => Barred(one.Error),
        SlotState.Failed => ReachState.Refused,
        SlotState.Unknown => ReachState.InDoubt,
        SlotState.Idle or SlotState.Sending when !one.IsTried => ReachState.OnTheWay,
        SlotState.Idle or SlotState.Sending => Lapsed(one.Error) ? ReachState.Refused : ReachState.Retrying,
        _ => throw new InvalidOperationException(one.State.ToString()),
    };

    /// <summary>By the channel's own words for it, or ours; whatever else bars the way, the app is not there to be spoken to.</summary>
    private static ReachState Barred(string? error) => error switch
    {
        "ConversationBlockedByUser" or "MessageWritesBlocked" => ReachState.Blocked,
        "BotDisabledByAdmin" or "BotNotRegistered" or "ForbiddenOperationException" => ReachState.Refused,
        CaseJournal.NobodyKnown => ReachState.NotYet,
        _ => ReachState.NotInstalled,
    };

    /// <summary>A credential or permission that no longer holds.</summary>
    private static bool Lapsed(string? error) => error is not null && (error.StartsWith("401", StringComparison.Ordinal) || error.StartsWith("403", StringComparison.Ordinal));
}
