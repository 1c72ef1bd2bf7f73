using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Slips;
using DisclosureBot.Slips.StandingIn;

namespace DisclosureBot.Delegations;

/// <summary>
/// Lets people act on slips in the place of those they stand in for: as themselves first, then as each one whose part their 委托 covers
/// at that very moment. Never in a chain: only for what is the other's own.
/// </summary>
public sealed class StandIns(DelegationBook book, Roster roster)
{
    /// <summary>Those in whose place this person may act on slips at this moment, as their seats.</summary>
    public IReadOnlyList<(Delegation By, Person Seat)> Seats(Person person, DateTimeOffset at) =>
        [.. book.RunningAt(at).Where(one => one.To.Id == person.Id).Select(one => (one, Seat(one))).Where(pair => pair.Item2 is not null).Select(pair => (pair.one, pair.Item2!))];

    /// <summary>Those of them whose part of this slip the person may take now, or has taken before.</summary>
    public IReadOnlyList<(Delegation By, Person Seat)> Seats(Slip slip, Person person, DateTimeOffset at) =>
        [.. Seats(person, at).Where(pair => Desks.MaySee(slip, person) ? Desks.MaySee(slip, pair.Seat) : TakesPart(slip, pair.By, pair.Seat))];

    /// <summary>Whether a person may know of the slip: by their own right, or because it now waits for somebody they stand in for.</summary>
    public bool MaySee(Slip slip, Person person, DateTimeOffset at) =>
        Desks.MaySee(slip, person) || Seats(person, at).Any(pair => TakesPart(slip, pair.By, pair.Seat));

    /// <summary>Whether a 委托 once put the slip before them, and they may see it no more.</summary>
    public bool StoodDown(Slip slip, Person person, DateTimeOffset at) =>
        !MaySee(slip, person, at) && book.All.Any(one => one.To.Id == person.Id && one.Begins <= at);

    /// <summary>Person ids of the stand-ins of those whom the slip waits for.</summary>
    public IEnumerable<string> Of(Slip slip, IReadOnlySet<string> waitedFor, DateTimeOffset at) =>
        from one in book.RunningAt(at)
        where waitedFor.Contains(one.From.Id) && Seat(one) is { } seat && TakesPart(slip, one, seat)
        select one.To.Id;

    /// <summary>Whether the slip waits for whom this 委托 is of, in what it covers, and its stand-in is not kept away.</summary>
    public bool TakesPart(Slip slip, Delegation one, Person seat)
    {
        var asked = Waiting.Asked(slip, seat.Id, roster);
        return !StandInDesks.IsKeptAway(slip, seat, roster) && (one.Scope switch
        {
            DelegationScope.All => asked.Review || asked.Handling || (asked.Comment && StandInDesks.MayComment(slip, seat)),
            DelegationScope.Review => asked.Review,
            DelegationScope.Handling => asked.Handling,
            _ => throw new InvalidOperationException(one.Scope.ToString()),
        });
    }

    /// <summary>What comes of the command: in their own name where that is allowed, else in the place of somebody they stand in for. Pure as the rules are.</summary>
    /// <param name="decide">The rules.</param>
    public Decision<SlipEvent> Decide(Slip? slip, SlipCommand command, Person person, DateTimeOffset at, Func<Person, Decision<SlipEvent>> decide)
    {
        var own = decide(person);
        if (slip is null || own is not Decision<SlipEvent>.Refused { Refusal: var best }) return own;
        foreach (var (one, seat) in Seats(slip, person, at).Where(pair => DelegationScopes.Covers(pair.By.Scope, command)))
        {
            var tried = decide(seat);
            if (tried is not Decision<SlipEvent>.Refused { Refusal: var other }) return tried;
            if (Weight(other) > Weight(best)) best = other;
        }

        return best.Kind is RefusalKind.NotFound or RefusalKind.Forbidden or RefusalKind.Stale && TooLate(slip, command, person, at, decide) is { } late ? late : best;
    }

    /// <summary>The card was put before them while the 委托 ran, and nobody has done it since: they are told why it no longer is theirs.</summary>
    private Refusal? TooLate(Slip slip, SlipCommand command, Person person, DateTimeOffset at, Func<Person, Decision<SlipEvent>> decide)
    {
        foreach (var one in book.EndedFor(person.Id, at))
        {
            if (slip.Since < one.Ends && DelegationScopes.Covers(one.Scope, command) && Seat(one) is { } seat && TakesPart(slip, one, seat)
                && decide(seat) is Decision<SlipEvent>.Accepted or Decision<SlipEvent>.Refused { Refusal.Kind: RefusalKind.Invalid })
                return new(RefusalKind.Forbidden,
                    $"您受{one.From.Name}的委托已于{BureauTime.Show(one.Ends)}{(one.RevokedAt is null ? "到期" : "撤销")},不能再代为办理,您的操作没有生效。本件请由{one.From.Name}办理;确需继续代办的,请重新办理委托。");
        }

        return null;
    }

    /// <summary>Of several refusals the one that says most is told; of equals the first, which is their own.</summary>
    private static int Weight(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.Secret => 4,
        RefusalKind.Invalid => 3,
        RefusalKind.Stale => 2,
        RefusalKind.Forbidden => 1,
        RefusalKind.NotFound => 0,
        _ => throw new InvalidOperationException(refusal.Kind.ToString()),
    };

    /// <summary>Whom this 委托 is of, with who acts for them; null where either has left the bureau.</summary>
    public Person? Seat(Delegation one) => roster.Find(one.From.Id) is { } absent && roster.Find(one.To.Id) is { } to ? absent with { ActedBy = to } : null;
}
