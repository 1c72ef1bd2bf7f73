using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Slips;

/// <summary>What a reviewer is offered to write: the statements of their box, against the value they are asked to confirm.</summary>
public static class ReviewForms
{
    public static ReviewForm Of(Slip slip, Roster roster, ReviewInput? typed)
    {
        var leader = slip.Stage == Stage.Leader;
        return new ReviewForm
        {
            Turn = slip.Turn,
            Box = Desks.Box(slip.Stage),
            Baseline = Baseline(slip),
            Agreed = slip.IsDivergent && leader ? null : new Choice(SlipPayload.Of(slip.Asked), Statement(slip, slip.Asked)),
            Others = AttributeStatement.InOrder
                .Where(value => value != slip.Asked || (slip.IsDivergent && leader))
                .Select(value => new Choice(SlipPayload.Of(value), leader ? AttributeStatement.Plain(value) : Statement(slip, value))).ToList(),
            Grounds = DraftForms.Grounds,
            CustomaryOpinion = slip.Stage switch
            {
                Stage.SectionHead => "拟同意,请办公室审核。",
                Stage.GeneralOffice => "文种、格式规范。",
                _ => null,
            },
            ImportantPolicy = slip.Stage == Stage.SectionHead ? slip.ImportantPolicy : null,
            ChecksFormat = slip.Stage == Stage.GeneralOffice,
            Signers = slip.Stage == Stage.GeneralOffice ? Signers(slip, roster) : [],
            SignerHint = slip.Stage == Stage.GeneralOffice ? SignerHint(slip, roster) : null,
            MayDecline = leader,
            ResumeAt = slip.Stage == Stage.SectionHead
                ? [new(SlipPayload.Of(Stage.SectionHead), "改后重新报初审")]
                : [new(SlipPayload.Of(slip.Stage), slip.Stage == Stage.GeneralOffice ? "改后直接报办公室" : "改后直接报我"), new(SlipPayload.Of(Stage.SectionHead), "改后从科室初审重新走")],
            Typed = typed,
        };
    }

    private static string Statement(Slip slip, DisclosureAttribute value) =>
        slip.Stage == Stage.Leader ? AttributeStatement.OfLeader(slip.Asked, value) : AttributeStatement.OfReviewer(slip.Asked, value);

    /// <summary>What "同意" is measured against, spelled out so that nobody has to remember B-5 and B-6.</summary>
    private static string Baseline(Slip slip)
    {
        var drafted = $"起草人原拟:{AttributeStatement.Plain(slip.Content.Attribute)}";
        if (slip.SignedAt(Stage.SectionHead) is not { } section) return drafted;
        var opinion = $"科室意见:{AttributeStatement.Plain(section.Value)}";
        if (slip.Stage == Stage.Leader && slip.SignedAt(Stage.GeneralOffice) is { } office && office.Value != section.Value)
            return $"{opinion};办公室意见:{AttributeStatement.Plain(office.Value)}。两者不一致,请明确选择最终公开属性;与科室意见相同的,签发意见写“同意”。";
        return section.Value == slip.Content.Attribute ? opinion : $"{opinion}({drafted})";
    }

    private static List<Choice> Signers(Slip slip, Roster roster) =>
        Desks.Signers(slip.Drafter.Id, roster).OrderByDescending(person => person.Id == slip.Content.Signer.Id).Select(DraftForms.Signer).ToList();

    private static string? SignerHint(Slip slip, Roster roster)
    {
        var content = slip.Content;
        var advised = content.Normative || content.ImportantPolicy || DocumentGenre.IsUpward(content.Genre);
        return advised && roster.Find(content.Signer.Id)?.Is(Role.PrincipalLeader) == false ? DraftForms.SignerAdvice : null;
    }
}
