using DisclosureBot.Bureau;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Slips;

/// <summary>One slip under the rules alone: commands in, facts or a refusal out, every accepted fact applied.</summary>
internal sealed class SlipStory(Roster? roster = null)
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));
    private readonly Roster _roster = roster ?? DemoBureau.Roster;
    private int _minutes;

    public Slip? Slip { get; private set; }

    public Slip Now => Slip!;

    public SlipRules Rules => new(_roster, DemoBureau.Clocks);

    /// <summary>Bureau time of the next step.</summary>
    public DateTimeOffset Time => Morning.AddMinutes(_minutes);

    public SlipStory Later(TimeSpan time)
    {
        _minutes += (int)time.TotalMinutes;
        return this;
    }

    /// <summary>Facts that another part of the rules made.</summary>
    public SlipStory Given(params SlipEvent[] facts)
    {
        Slip = facts.Aggregate(Slip, Slip.Evolve);
        return this;
    }

    public static DraftForm Form(DisclosureAttribute attribute = DisclosureAttribute.Public, string? signer = "gaoyuan") => new(
        Secret: false, "关于做好冬季保供工作的通知", "通知", Normative: false, ImportantPolicy: false, "平件", "各县市商务局",
        attribute, attribute == DisclosureAttribute.Public ? null : "《条例》第十六条第二款:过程性信息", null, signer);

    public static SignForm Value(DisclosureAttribute value, string? opinion = null) => new(value, opinion, "《条例》第十五条:商业秘密", null);

    public Decision<SlipEvent> Try(string? actor, SlipCommand command)
    {
        var decision = Rules.Decide(Slip, command, actor is null ? null : _roster.Find(actor), Morning.AddMinutes(_minutes++));
        if (decision is Decision<SlipEvent>.Accepted accepted) Slip = accepted.Events.Aggregate(Slip, Slip.Evolve);
        return decision;
    }

    public SlipStory Do(string? actor, SlipCommand command)
    {
        var decision = Try(actor, command);
        Assert.True(decision is Decision<SlipEvent>.Accepted { Events.Count: > 0 }, (decision as Decision<SlipEvent>.Refused)?.Refusal.Text ?? "nothing happened");
        return this;
    }

    /// <summary>A fact from elsewhere, as if decided.</summary>
    public void Suffer(SlipEvent fact) => Slip = Slip.Evolve(Slip, fact);

    public Refusal Refused(string? actor, SlipCommand command)
    {
        var before = Slip;
        var refusal = Assert.IsType<Decision<SlipEvent>.Refused>(Try(actor, command)).Refusal;
        Assert.Same(before, Slip);
        Assert.NotEmpty(refusal.Text);
        return refusal;
    }

    public void Nothing(string? actor, SlipCommand command) =>
        Assert.Empty(Assert.IsType<Decision<SlipEvent>.Accepted>(Try(actor, command)).Events);

    public SlipStory Draft(DraftForm? form = null, string drafter = "liying") =>
        Do(drafter, new SlipCommand.Draft("slip-2026-0000001", "2026-0001", "form-1", form ?? Form()));

    public SlipStory Sign(string actor, DisclosureAttribute value = DisclosureAttribute.Public) => Do(actor, new SlipCommand.Sign(Now.Turn, Value(value)));

    /// <summary>The statements in the four boxes, an empty one as null.</summary>
    public IReadOnlyList<string?> Statements =>
    [
        AttributeStatement.Plain(Now.Content.Attribute),
        .. Enum.GetValues<Stage>().Select(stage => Now.SignedAt(stage)?.Statement),
    ];
}
