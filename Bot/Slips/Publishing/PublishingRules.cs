using System.Globalization;
using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Slips.Deadlines;

namespace DisclosureBot.Slips.Publishing;

/// <summary>Decides hand-over, receipt, secrecy review, publication, catalogue, feedback and take-down (F-15, B-10…B-16, B-20). Pure.</summary>
public sealed class PublishingRules(Roster roster, SlipClocks clocks, PublishingSettings settings)
{
    /// <summary>What a reviewer writes who clears a file; no basis for refusing one.</summary>
    public const string UsualBasis = "经审查,不涉及国家秘密、工作秘密。";

    private readonly PublishingGates _gates = new(roster);

    public Decision<SlipEvent> Decide(Slip slip, PublishingCommand command, Person actor, DateTimeOffset at) => Repeats(slip, command, actor)
        ? Accept()
        : command.Round is { } round && round != slip.Round ? SlipStatus.Overtaken(slip, roster)
        : command switch
        {
            PublishingCommand.HandOver => HandOver(slip, actor, at),
            PublishingCommand.Receive => Receive(slip, actor, at),
            PublishingCommand.ReturnHandover back => ReturnHandover(slip, back, actor, at),
            PublishingCommand.ReviewSecrecy review => ReviewSecrecy(slip, review, actor, at),
            PublishingCommand.Publish publish => Publish(slip, publish, actor, at),
            PublishingCommand.Catalogue => _gates.Catalogue(slip, actor) is { } no ? no : Accept(new PublishingEvent.Catalogued(Who.Of(actor), at)),
            PublishingCommand.PublishFeedback feedback => PublishFeedback(slip, feedback, actor, at),
            PublishingCommand.TakeDown => _gates.TakeDown(slip, actor) is { } no ? no : Accept(new PublishingEvent.TakenDown(Who.Of(actor), at)),
            _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
        };

    /// <summary>What only the clock does; it is refused nothing, what no longer applies is simply not done.</summary>
    public static Decision<SlipEvent> Decide(Slip slip, PublishingCommand command, DateTimeOffset at) => command switch
    {
        PublishingCommand.RecordAddress seen => AddressesAt(slip, seen.Url).Any(known => known == AddressCheck.Pending || known == AddressCheck.Unreachable)
            ? Accept(new PublishingEvent.AddressChecked(Who.Clock, at, seen.Url, seen.Check, seen.Note))
            : Accept(),
        PublishingCommand.Archive package => Completion.IsDone(slip)
            ? Accept(new PublishingEvent.Archived(Who.Clock, at, package.PackageId, package.Seal, package.Size))
            : Accept(),
        _ => throw new InvalidOperationException($"{command.GetType().Name} is not the clock's."),
    };

    private Decision<SlipEvent> HandOver(Slip slip, Person actor, DateTimeOffset at) => _gates.HandOver(slip, actor) is { } no
        ? no
        : Accept(new PublishingEvent.HandedOver(Who.Of(actor), at,
            Publishable.ToHandOver(slip).Select(file => file.Id).ToList(), PublishingDesks.Receivers(slip, roster, Who.Of(actor)).Select(person => person.Id).ToList()));

    private Decision<SlipEvent> Receive(Slip slip, Person actor, DateTimeOffset at) => _gates.Receive(slip, actor) is { } no
        ? no
        // Of a document that somebody else publishes nothing is left to do here.
        : Accept(new PublishingEvent.Received(Who.Of(actor), at,
            Publishable.ByUs(slip) || slip.Attribute == DisclosureAttribute.OnRequest ? clocks.Publication(BureauTime.Day(at), at) : null));

    private Decision<SlipEvent> ReturnHandover(Slip slip, PublishingCommand.ReturnHandover back, Person actor, DateTimeOffset at) =>
        (_gates.ReturnHandover(slip, actor) ?? Wording.Reason(back.Reason, "退回理由", out _)) is { } no
            ? no
            : Accept(new PublishingEvent.HandoverReturned(Who.Of(actor), at, Wording.Clean(back.Reason)!));

    private Decision<SlipEvent> ReviewSecrecy(Slip slip, PublishingCommand.ReviewSecrecy review, Person actor, DateTimeOffset at)
    {
        if (_gates.ReviewSecrecy(slip, review.FileId, actor) is { } no) return no;
        if (review.Cleared is not { } cleared) return Invalid("请选择“审查结论”:可以公开,或不得公开。");
        if (Wording.Reason(review.Basis, "审查依据", out var basis) is { } wrong) return wrong;
        if (!cleared && basis == UsualBasis) return Invalid("结论为不得公开的,请在“审查依据”中写明涉及的事项和依据(勿写具体涉密内容)。");
        // Nobody overrules a colleague by a click on a card that did not yet show what they concluded.
        if (cleared && basis == UsualBasis && slip.Publication.ReviewOf(review.FileId) is { Cleared: false } before)
            return Invalid($"{before.By.Name}已于{BureauTime.Show(before.At)}审查为不得公开({before.Basis})。改为可以公开的,请在“审查依据”中写明改变结论的理由。");
        return Accept(new PublishingEvent.SecrecyReviewed(Who.Of(actor), at, review.FileId, cleared, basis));
    }

    private Decision<SlipEvent> Publish(Slip slip, PublishingCommand.Publish publish, Person actor, DateTimeOffset at)
    {
        if (_gates.Publish(slip, actor) is { } no) return no;
        if (WebAddress.Read(publish.Url, "“发布地址”", out var url) is { } wrongUrl) return wrongUrl;
        if (PublicAddress.ChannelList(publish.Channels, settings.PublicationChannels, out var channels) is { } wrongChannel) return wrongChannel;
        var earlier = Publishable.IsPublished(slip) ? slip.Publication.Published : null;
        var when = publish.When ?? earlier?.When ?? at;
        if ((PublicAddress.Moment(when, at, "发布日期") ?? PublicAddress.AfterIssue(slip, when)) is { } wrongDay) return wrongDay;
        if (when != earlier?.When && (AfterReceipt(slip, when) ?? ReviewOrder.Before(slip, Publishable.ToPublish(slip), when, "发布日期")) is { } tooEarly) return tooEarly;
        var close = slip.Content.PreDecision ? publish.CommentsCloseOn ?? earlier?.CommentsCloseOn : null;
        if (slip.Content.PreDecision && close is null) return Invalid("征求意见的文件,请填写“意见征集截止日期”。");
        if (close <= BureauTime.Day(when)) return Invalid("“意见征集截止日期”应在发布日期之后。");
        return Accept(earlier is null
            ? new PublishingEvent.Published(Who.Of(actor), at, url, channels, when, close, Interpretation(slip, when, at), close is { } day && slip.Publication.Feedback is null ? clocks.CommentFeedback(day, at) : null)
            : new PublishingEvent.Published(Who.Of(actor), at, url, channels, when, close, Moved(slip, earlier, when, at), Moved(slip, earlier, close, at)));
    }

    /// <summary>Another day than was recorded: what runs from publication is counted from the true one.</summary>
    private Calendar.Deadline? Moved(Slip slip, Publication earlier, DateTimeOffset when, DateTimeOffset at) =>
        slip.Clock(DeadlineKind.Interpretation) is { IsRunning: true } && BureauTime.Day(when) != BureauTime.Day(earlier.When) ? clocks.Interpretation(BureauTime.Day(when), at) : null;

    private Calendar.Deadline? Moved(Slip slip, Publication earlier, DateOnly? close, DateTimeOffset at) =>
        slip.Clock(DeadlineKind.CommentFeedback) is { IsRunning: true } && close is { } day && close != earlier.CommentsCloseOn ? clocks.CommentFeedback(day, at) : null;

    private static Refusal? AfterReceipt(Slip slip, DateTimeOffset when) => slip.Publication.Handover?.Received is { } received && ReviewOrder.IsBefore(when, received.At)
        ? Invalid($"发布不能早于签收({BureauTime.Show(received.At)}),请核对“发布日期”。")
        : null;

    /// <summary>三(八): three working days from publication, unless the material came out with it.</summary>
    private Calendar.Deadline? Interpretation(Slip slip, DateTimeOffset when, DateTimeOffset at) =>
        slip.NeedsInterpretation && slip.Interpretation.Released is null ? clocks.Interpretation(BureauTime.Day(when), at) : null;

    private Decision<SlipEvent> PublishFeedback(Slip slip, PublishingCommand.PublishFeedback feedback, Person actor, DateTimeOffset at)
    {
        if (_gates.PublishFeedback(slip, actor) is { } no) return no;
        if (WebAddress.Read(feedback.Url, "“反馈地址”", out var url) is { } wrong) return wrong;
        if (slip.Publication.Feedback is { } done && done.Url == url) return SlipStatus.Done(done.By, done.At, "反馈意见采纳情况", slip, roster);
        var when = feedback.When ?? slip.Publication.Feedback?.When ?? at;
        if (PublicAddress.Moment(when, at, "反馈日期") is { } wrongDay) return wrongDay;
        if (BureauTime.Day(when) < slip.Publication.Published!.CommentsCloseOn)
            return Invalid(string.Create(CultureInfo.InvariantCulture, $"意见征集于{slip.Publication.Published.CommentsCloseOn:yyyy年M月d日}截止,截止后才能反馈采纳情况,请核对“反馈日期”。"));
        return BureauTime.Day(when) < BureauTime.Day(slip.Publication.Published.When)
            ? Invalid($"反馈意见采纳情况不能早于决策草案公开({BureauTime.Show(slip.Publication.Published.When)}),请核对“反馈日期”。")
            : Accept(new PublishingEvent.FeedbackPublished(Who.Of(actor), at, url, when));
    }

    /// <summary>Already so by this person's own hand: Teams repeats clicks that it thinks lost.</summary>
    private static bool Repeats(Slip slip, PublishingCommand command, Person actor) => (command, slip.Publication) switch
    {
        (PublishingCommand.HandOver, { Handover.By: { } by }) => by.IsHandOf(actor),
        (PublishingCommand.Receive, { Handover.Received.By: { } by }) => by.IsHandOf(actor),
        (PublishingCommand.ReturnHandover back, { Handover: null, Returned: { } returned }) => returned.By.IsHandOf(actor) && returned.Reason == Wording.Clean(back.Reason),
        (PublishingCommand.ReviewSecrecy review, var record) =>
            record.ReviewOf(review.FileId) is { } done && done.By.IsHandOf(actor) && done.Cleared == review.Cleared && done.Basis == Wording.Clean(review.Basis),
        (PublishingCommand.Publish publish, { Published: { } done }) => Publishable.IsPublished(slip) && done.By.IsHandOf(actor) && done.Url == Wording.Clean(publish.Url)
            && done.Channels.ToHashSet(StringComparer.Ordinal).SetEquals(publish.Channels)
            && (publish.When is null || publish.When == done.When) && (publish.CommentsCloseOn is null || publish.CommentsCloseOn == done.CommentsCloseOn),
        (PublishingCommand.Catalogue, { Catalogued.By: { } by }) => by.IsHandOf(actor),
        (PublishingCommand.PublishFeedback feedback, { Feedback: { } done }) =>
            done.By.IsHandOf(actor) && done.Url == Wording.Clean(feedback.Url) && (feedback.When is null || feedback.When == done.When),
        (PublishingCommand.TakeDown, { TakenDown.By: { } by }) => by.IsHandOf(actor) && !Publishable.OwesTakeDown(slip),
        _ => false,
    };

    private static IEnumerable<AddressCheck> AddressesAt(Slip slip, string url)
    {
        if (slip.Publication.Published is { } published && published.Url == url) yield return published.Check;
        if (slip.Publication.Feedback is { } feedback && feedback.Url == url) yield return feedback.Check;
        if (slip.Interpretation.Released is { } released && released.Url == url) yield return released.Check;
    }

    private static Refusal Invalid(string text) => new(RefusalKind.Invalid, text);

    private static Decision<SlipEvent>.Accepted Accept(params SlipEvent[] facts) => new(facts);
}
