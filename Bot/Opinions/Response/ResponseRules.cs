using DisclosureBot.Bureau;
using DisclosureBot.Opinions.Clocks;

namespace DisclosureBot.Opinions.Response;

/// <summary>Decides drafts, their secrecy review and their release. Pure.</summary>
internal sealed class ResponseRules(Roster roster)
{
    public const int TextLimit = 2000;
    public const int BasisLimit = 500;
    public const int ChannelLimit = 50;

    /// <summary>What a reviewer writes who clears a draft; no basis for refusing one.</summary>
    public const string UsualBasis = "经审查,不涉及国家秘密、工作秘密。";

    private readonly ResponseGates _gates = new(roster);

    public Decision<OpinionEvent> Decide(OpinionItem item, ResponseCommand command, Person actor, DateTimeOffset at) => command switch
    {
        ResponseCommand.Draft draft => Draft(item, draft, actor, at),
        ResponseCommand.Review review => Review(item, review, actor, at),
        ResponseCommand.Release release => Release(item, release, actor, at),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
    };

    private Decision<OpinionEvent> Draft(OpinionItem item, ResponseCommand.Draft draft, Person actor, DateTimeOffset at)
    {
        if (_gates.Draft(item, actor) is { } no) return no;
        return OpinionAnswers.Text(draft.Text, "回应内容", TextLimit, out var text) is { } wrong
            ? wrong
            : OpinionAnswers.Accept(new ResponseEvent.Drafted(Who.Of(actor), at, item.Round + 1, text, [.. OpinionDuties.Reviewers(actor.Id, roster).Select(person => person.Id)]));
    }

    private Decision<OpinionEvent> Review(OpinionItem item, ResponseCommand.Review review, Person actor, DateTimeOffset at)
    {
        if (_gates.Review(item, actor) is { } no) return no;
        if (review.Cleared is not { } cleared) return OpinionAnswers.Invalid("请选择“审查结论”:可以公开,或不得公开。");
        if (OpinionAnswers.Optional(review.Basis, "审查依据", BasisLimit, out var basis) is { } wrong) return wrong;
        return !cleared && (basis is null or UsualBasis)
            ? OpinionAnswers.Invalid("结论为不得公开的,请在“审查依据”中写明涉及的事项和依据(勿写具体涉密内容)。")
            : OpinionAnswers.Accept(new ResponseEvent.Reviewed(Who.Of(actor), at, item.Draft!.Number, cleared, basis ?? UsualBasis));
    }

    private Decision<OpinionEvent> Release(OpinionItem item, ResponseCommand.Release release, Person actor, DateTimeOffset at)
    {
        if (_gates.Release(item, actor) is { } no) return no;
        if (WebAddress.Read(release.Url, "“发布地址”", out var url) is { } wrongUrl) return wrongUrl;
        if (OpinionAnswers.Text(release.Channel, "发布渠道", ChannelLimit, out var channel) is { } noChannel) return noChannel;
        var when = release.When ?? at;
        return (OpinionMoments.NotPast(when, at, "发布时间") ?? OpinionMoments.Before(when, OpinionMoments.Beginning(item), "发布时间", "发生或获知时间")) is { } wrongTime
            ? wrongTime
            : OpinionAnswers.Accept(new ResponseEvent.Released(Who.Of(actor), at, item.Draft!.Number, url, channel, when, Met(item)));
    }

    /// <summary>An answer is an authoritative word as well; a press conference it is not.</summary>
    private static IReadOnlyList<OpinionClockKind> Met(OpinionItem item) =>
        [.. item.Clocks.Where(clock => clock is { IsRunning: true, Deadline.Kind: OpinionClockKind.Response or OpinionClockKind.FirstRelease }).Select(clock => clock.Deadline.Kind)];
}
