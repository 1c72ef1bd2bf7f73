using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Slips.Deadlines;

namespace DisclosureBot.Slips.Changes;

/// <summary>Decides whether a leader may change the attribute of an issued document (B-31). Pure.</summary>
public sealed class ChangeRules(Roster roster, SlipClocks clocks)
{
    public Decision<SlipEvent> Decide(Slip slip, ChangeAttribute command, Person actor, DateTimeOffset at)
    {
        if (Repeats(slip, command, actor)) return Accept();
        if (command.Round is { } round && round != slip.Round) return SlipStatus.Overtaken(slip, roster);
        if (Gate(slip, actor, roster) is { } no) return no;
        if (command.To is not { } to) return Invalid("请选择变更后的“公开属性”。");
        if (to == slip.Attribute) return Invalid($"本件现在的公开属性就是“{AttributeStatement.Plain(to)}”,请选择另一项。");
        if (Wording.Reason(command.Reason, "变更理由", out var reason) is { } wrong) return wrong;
        var ground = AttributeStatement.IsLessOpen(to, slip.Attribute!.Value) ? StatutoryGround.Of(command.Ground, command.Reason) : null;
        if (ground is null && AttributeStatement.IsLessOpen(to, slip.Attribute.Value))
            return Invalid("变更为更少公开的,请选择“法定依据”,或在理由中写明《条例》第十四、十五、十六条中的哪一条。");
        var handover = to == DisclosureAttribute.NotDisclosed ? null : clocks.HandoverAfterChange(BureauTime.Day(at), slip.IsConfirmedNormative, at);
        return Accept(new AttributeChanged(Who.Of(actor), at, slip.Attribute.Value, to, reason, ground, handover)
        {
            LegalDisclosure = Opens(slip, to) ? clocks.LegalDisclosureAfterChange(BureauTime.Day(at), at) : null,
        });
    }

    /// <summary>To be put before the public, and not there in that form already.</summary>
    private static bool Opens(Slip slip, DisclosureAttribute to) => to is DisclosureAttribute.Public or DisclosureAttribute.Redacted
        && slip.Interpretation.Outside is null && !(slip.Publication is { Published: { } published, TakenDown: null } && published.As == to);

    /// <summary>Null where this person may change it now; the card offers by it.</summary>
    public static Refusal? Gate(Slip slip, Person actor, Roster roster)
    {
        var leaders = Desks.Signers(slip.Drafter.Id, roster);
        if (Desks.Wrote(slip, actor) || leaders.All(leader => leader.Id != actor.Id))
            return new(RefusalKind.Forbidden, $"{(Desks.Wrote(slip, actor) ? "起草人不能变更自己起草的文件的公开属性。" : "")}公开属性的变更由局领导决定:{Desks.Names(leaders)}。");
        return slip.Phase switch
        {
            SlipPhase.Signed or SlipPhase.Archived when slip.Issue.Issued is not null => null,
            SlipPhase.Signed or SlipPhase.Archived => Invalid($"变更记录用于已发文的文件,本件尚未发文,请先办理“{Publishing.Completion.Name(Publishing.Completion.Of(slip)[0])}”。"),
            SlipPhase.InReview or SlipPhase.WithDrafter => Invalid($"本件尚未签发,公开属性在签署时核定,不用变更记录。现在:{SlipStatus.Of(slip, roster)}。"),
            _ => SlipStatus.Overtaken(slip, roster),
        };
    }

    private static bool Repeats(Slip slip, ChangeAttribute command, Person actor) =>
        slip.Changes is [.., var last] && last.By.IsHandOf(actor) && last.To == command.To && last.Reason == Wording.Clean(command.Reason);

    private static Refusal Invalid(string text) => new(RefusalKind.Invalid, text);

    private static Decision<SlipEvent>.Accepted Accept(params SlipEvent[] facts) => new(facts);
}
