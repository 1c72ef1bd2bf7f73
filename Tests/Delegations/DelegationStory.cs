using DisclosureBot.Bureau;
using DisclosureBot.Delegations;
using DisclosureBot.Slips;
using DisclosureBot.Tests.Slips;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Delegations;

/// <summary>One slip and several 委托 under the rules alone: people click, in their own name or another's.</summary>
internal sealed class DelegationStory
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));
    public static readonly DateOnly Today = new(2026, 11, 23);
    private readonly Roster _roster;
    private readonly DelegationRules _granting;
    private readonly SlipRules _rules;

    public DelegationStory(Roster? roster = null)
    {
        _roster = roster ?? DemoBureau.Roster;
        (_granting, _rules, StandIns) = (new DelegationRules(_roster), new SlipRules(_roster, DemoBureau.Clocks), new StandIns(Book, _roster));
    }

    public DelegationBook Book { get; } = new();

    public StandIns StandIns { get; }

    public DateTimeOffset Time { get; set; } = Morning;

    public Slip? Slip { get; private set; }

    public Slip Now => Slip!;

    public List<SlipEvent> Facts { get; } = [];

    public static DelegationForm Form(string to, DelegationScope scope = DelegationScope.All, int days = 5, string? from = null, int ahead = 0) =>
        new(from, to, Today.AddDays(ahead), Today.AddDays(ahead + days - 1), scope, "因公出差,经分管领导同意");

    public Decision<DelegationEvent> Grant(string actor, DelegationForm form)
    {
        var id = $"delegation-2026-{Book.All.Count + 1:D7}";
        var decision = _granting.Decide(null, new DelegationCommand.Grant(id, $"委2026-{Book.All.Count + 1:D4}", id, form, Book.All), _roster.Find(actor), Time);
        if (decision is Decision<DelegationEvent>.Accepted { Events: [var granted] }) Book.Take(Delegation.Evolve(null, granted));
        return decision;
    }

    public DelegationStory Given(string from, string to, DelegationScope scope = DelegationScope.All, int days = 5)
    {
        var decision = Grant(from, Form(to, scope, days));
        Assert.True(decision is Decision<DelegationEvent>.Accepted, (decision as Decision<DelegationEvent>.Refused)?.Refusal.Text);
        return this;
    }

    public Refusal NotGranted(string actor, DelegationForm form) => Assert.IsType<Decision<DelegationEvent>.Refused>(Grant(actor, form)).Refusal;

    public Decision<DelegationEvent> Revoke(string actor, int which = 0, string? reason = null)
    {
        var one = Book.All[which];
        var decision = _granting.Decide(one, new DelegationCommand.Revoke(reason), _roster.Find(actor), Time);
        if (decision is Decision<DelegationEvent>.Accepted accepted) Book.Take(accepted.Events.Aggregate(one, Delegation.Evolve));
        return decision;
    }

    public DelegationStory Draft(string drafter = "liying", DraftForm? form = null)
    {
        Keep(_rules.Decide(null, new SlipCommand.Draft("slip-2026-0000001", "2026-0001", "form-1", form ?? SlipStory.Form()), _roster.Find(drafter), Time));
        Assert.NotNull(Slip);
        return this;
    }

    public Decision<SlipEvent> Try(string person, SlipCommand command)
    {
        var decision = StandIns.Decide(Slip, command, _roster.Find(person)!, Time, actor => _rules.Decide(Slip, command, actor, Time));
        Keep(decision);
        return decision;
    }

    public DelegationStory Do(string person, SlipCommand command)
    {
        var decision = Try(person, command);
        Assert.True(decision is Decision<SlipEvent>.Accepted { Events.Count: > 0 }, (decision as Decision<SlipEvent>.Refused)?.Refusal.Text ?? "nothing happened");
        return this;
    }

    public DelegationStory Sign(string person) => Do(person, Signing());

    public SlipCommand.Sign Signing() => new(Now.Turn, SlipStory.Value(DisclosureAttribute.Public));

    public Refusal Refused(string person, SlipCommand command) => Assert.IsType<Decision<SlipEvent>.Refused>(Try(person, command)).Refusal;

    public void Nothing(string person, SlipCommand command) => Assert.Empty(Assert.IsType<Decision<SlipEvent>.Accepted>(Try(person, command)).Events);

    public DelegationStory Later(TimeSpan time)
    {
        Time += time;
        return this;
    }

    /// <summary>Whom the slip is now put before, in person or as a stand-in.</summary>
    public IReadOnlySet<string> AskedNow()
    {
        var waitedFor = Waiting.On(Now, _roster);
        return waitedFor.Union(StandIns.Of(Now, waitedFor, Time)).ToHashSet(StringComparer.Ordinal);
    }

    private void Keep(Decision<SlipEvent> decision)
    {
        if (decision is not Decision<SlipEvent>.Accepted accepted) return;
        Facts.AddRange(accepted.Events);
        Slip = accepted.Events.Aggregate(Slip, Slip.Evolve);
    }
}
