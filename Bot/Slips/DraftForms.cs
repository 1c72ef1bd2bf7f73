using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Slips;

/// <summary>What a drafter is offered to choose from, and how a checked draft reads when it returns to the form.</summary>
public static class DraftForms
{
    public const string SignerAdvice = "规范性文件、重要政策和上行文(请示、报告、议案)建议由主要领导签发。";

    public static readonly IReadOnlyList<Choice> Grounds =
        StatutoryGround.All.Select(ground => new Choice(ground.Code, ground.Citation)).ToList();

    private static readonly IReadOnlyList<Choice> Genres = DocumentGenre.All.Select(genre => new Choice(genre, genre)).ToList();

    private static readonly IReadOnlyList<Choice> Urgencies = UrgencyLevel.All.Select(level => new Choice(level, level)).ToList();

    private static readonly IReadOnlyList<Choice> Statements =
        AttributeStatement.InOrder.Select(value => new Choice(SlipPayload.Of(value), AttributeStatement.Plain(value))).ToList();

    public static DraftChoices Choices(Person drafter, Roster roster) => new()
    {
        Genres = Genres,
        Urgencies = Urgencies,
        Statements = Statements,
        Grounds = Grounds,
        Signers = Desks.Signers(drafter.Id, roster).Select(Signer).ToList(),
        SignerHint = SignerAdvice,
    };

    public static Choice Signer(Person leader) => new(leader.Id, $"{leader.Name}({Desks.Office(leader)})");

    /// <summary>An empty form, with the defaults of the rule: 公开发布 and the leader in charge (G-03, B-8).</summary>
    public static DraftInput Blank(DraftChoices choices) => new()
    {
        Genre = DocumentGenre.All[0],
        Urgency = UrgencyLevel.Ordinary,
        Attribute = SlipPayload.Of(DisclosureAttribute.Public),
        Signer = choices.Signers.Count > 0 ? choices.Signers[0].Value : null,
    };

    public static DraftInput Typed(DraftContent content) => new()
    {
        Secret = "no",
        Title = content.Title,
        Genre = content.Genre,
        Normative = content.Normative,
        ImportantPolicy = content.ImportantPolicy,
        OnBehalf = content.OnBehalf,
        PreDecision = content.PreDecision,
        Urgency = content.Urgency,
        MainRecipients = content.MainRecipients,
        Attribute = SlipPayload.Of(content.Attribute),
        Reason = content.Reason,
        // Of several grounds none can be preselected; the reason still names them.
        Ground = content.Ground?.Contains(',') == true ? null : content.Ground,
        Signer = content.Signer.Id,
    };
}
