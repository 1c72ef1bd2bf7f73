using System.Text.Json;
using System.Text.Json.Serialization;
using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Channel;

namespace DisclosureBot.Desk;

/// <summary>Who sits here; <see cref="People"/> only where one may change seats.</summary>
internal sealed record Me(string Bureau, Colleague Person, IReadOnlyList<Colleague>? People);

internal sealed record Colleague(string Id, string Name, string Section, string? Roles)
{
    public static Colleague Of(Person person) => new(person.Id, person.Name, person.Section.Name,
        string.Join('、', person.Roles.Order().Select(DutyNames.Of)));
}

internal sealed record Inbox(int Waiting, IReadOnlyList<InboxLine> Cases);

internal sealed record InboxLine(
    string CaseId, string Number, string Title, string Status, bool Open, bool MustAct, long Version, DateTimeOffset UpdatedAt);

internal sealed record SaidBody(string? Text);

internal sealed record ClickedBody(string? Verb, JsonElement Data);

/// <summary>What the bot said, as the page shows it.</summary>
internal sealed record Reply(string Summary, AdaptiveCard? Card)
{
    public static Reply Of(Message message) => new(message.Summary, message.Card);
}

internal sealed record Replies([property: JsonPropertyName("replies")] IReadOnlyList<Reply> All);

/// <summary>What comes of a click: a card, a sentence or a refusal, and what the bot said besides.</summary>
/// <param name="Version">The case version the card is at least as new as; null where unknown.</param>
internal sealed record Outcome(long? Version, AdaptiveCard? Card, string? Text, Refused? Refusal, IReadOnlyList<Reply> Replies)
{
    public static Outcome Of(Answer answer, long? version) => new(
        version,
        (answer.Click as ClickAnswer.Card)?.Content,
        (answer.Click as ClickAnswer.Sentence)?.Text,
        answer.Click is ClickAnswer.Refusal no ? new Refused(no.Status, no.Code, no.Text) : null,
        [.. answer.Replies.Select(Reply.Of)]);
}

internal sealed record Refused(int Status, string Code, string Text);

/// <summary>In which roles this seat may add files to a slip now, and what is taken in.</summary>
/// <param name="Most">Bytes.</param>
/// <param name="Types">Extensions without their dots.</param>
internal sealed record Attach(IReadOnlyList<AttachRole> Roles, long Most, IReadOnlyList<string> Types);

internal sealed record AttachRole(string Role, string Name);

/// <summary>A file is on its slip; the outcome shows the slip as it now stands.</summary>
/// <param name="Said">What became of it, in a sentence.</param>
internal sealed record Attached(Outcome Outcome, string Name, long Size, string Sha256, string Said);

/// <summary>Why the desk itself turned a request away.</summary>
internal sealed record Problem(string Error);

internal sealed record SlotChanged(string CaseId, long Version);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 32)]
[JsonSerializable(typeof(Me))]
[JsonSerializable(typeof(Inbox))]
[JsonSerializable(typeof(SaidBody))]
[JsonSerializable(typeof(ClickedBody))]
[JsonSerializable(typeof(Replies))]
[JsonSerializable(typeof(Outcome))]
[JsonSerializable(typeof(Attach))]
[JsonSerializable(typeof(Attached))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(SlotChanged))]
internal sealed partial class DeskJson : JsonSerializerContext;

/// <summary>The duties in the words of the bureau, for the seat switcher.</summary>
internal static class DutyNames
{
    public static string Of(Role role) => role switch
    {
        Role.Drafter => "起草人",
        Role.SectionHead => "科室负责人",
        Role.OfficeReviewer => "办公室核稿",
        Role.SecrecyReviewer => "保密审查员",
        Role.LeaderInCharge => "分管领导",
        Role.PrincipalLeader => "主要领导",
        Role.Publisher => "信息发布员",
        Role.OpinionOfficer => "舆情专员",
        Role.DisclosureOfficer => "政务公开专员",
        Role.Administrator => "管理员",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "a duty without a name"),
    };
}
