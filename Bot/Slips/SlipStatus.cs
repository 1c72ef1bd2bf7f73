using System.Globalization;
using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Slips.Consulting;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Publishing;

namespace DisclosureBot.Slips;

/// <summary>Where a slip stands, in one line, and what a person hears who came too late.</summary>
public static class SlipStatus
{
    public static string Of(Slip slip, Roster roster) => slip.Phase switch
    {
        SlipPhase.InReview => $"等待{Before(slip)}{Desks.Review(slip.Stage)}({Desks.Names(Desks.At(slip.Stage, slip, roster))})",
        SlipPhase.WithDrafter => $"在起草人{slip.Drafter.Name}处修改",
        SlipPhase.Signed => Signed(slip),
        SlipPhase.Declined => "不予签发,已办结",
        SlipPhase.Archived => Archived(slip),
        _ => throw new InvalidOperationException(slip.Phase.ToString()),
    };

    /// <summary>Whose comment the desk waits for.</summary>
    private static string Before(Slip slip) => Hearing.Holding(slip) is { Count: > 0 } holding ? $"{Hearing.Words(holding)}后" : "";

    /// <summary>Who did what last, and whose turn it is.</summary>
    public static string Standing(Slip slip, Roster roster)
    {
        var last = slip.Trail[^1];
        return $"{last.By.Name}已于{BureauTime.Show(last.At)}办理:{last.What}。现在:{Of(slip, roster)}。";
    }

    /// <summary>What this person did last, ready to read; comparing a paper opinion counts, though the line is the signer's. Null where nothing.</summary>
    public static string? LastDone(Slip slip, Person person) =>
        slip.Trail.LastOrDefault(line => line.By.Id == person.Id || line.Signature?.Paper?.ConfirmedBy.Id == person.Id) is not { } own ? null
        : own.Signature?.Paper?.ConfirmedBy.Id == person.Id ? $"核对确认{own.By.Name}的纸质签署“{own.What}”"
        : own.What;

    /// <summary>A click on a card that was overtaken.</summary>
    public static Refusal Overtaken(Slip slip, Roster roster) =>
        new(RefusalKind.Stale, $"这张卡片已经过时,您的操作没有生效。{Standing(slip, roster)}");

    /// <summary>Another was faster with the same step.</summary>
    public static Refusal Done(Who by, DateTimeOffset at, string what, Slip slip, Roster roster) =>
        new(RefusalKind.Stale, $"{by.Name}已于{BureauTime.Show(at)}{what},不必再办。现在:{Of(slip, roster)}。");

    private static string Signed(Slip slip)
    {
        var open = Completion.Of(slip);
        return open.Count == 0 ? $"{Reached(slip)},待归档"
            : open[0] == OpenStep.Print ? $"已签发,公开属性(最终):{AttributeStatement.Plain(slip.Final!.Value)};待起草人印制"
            : Next(open[0], slip);
    }

    private static string Next(OpenStep step, Slip slip) => step switch
    {
        OpenStep.Print => "待起草人印制",
        OpenStep.Register => "待办公室登记",
        OpenStep.Seal => "待用印",
        OpenStep.Issue => "待发文",
        OpenStep.TakeDown => $"公开属性已变更为{AttributeStatement.Plain(slip.Attribute!.Value)},待撤下已发布内容",
        OpenStep.HandOver => $"待移交商务运行科{By(slip, DeadlineKind.Handover)}",
        OpenStep.Receive => "待签收",
        OpenStep.ReviewSecrecy => Publishable.Unreviewed(slip).Count > 0 ? $"{Sofar(slip)}待保密审查" : $"{Sofar(slip)}保密审查不得公开,待更换文件或变更公开属性",
        OpenStep.Publish => "待发布",
        OpenStep.Catalogue => "待列入依申请公开目录",
        OpenStep.RecordOutside => "待记录委托机关公开情况",
        OpenStep.ReleaseInterpretation => $"已发布,待解读{By(slip, DeadlineKind.Interpretation)}",
        OpenStep.PublishFeedback => $"已发布,待反馈意见采纳情况{By(slip, DeadlineKind.CommentFeedback)}",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    /// <summary>The last day, which still counts.</summary>
    private static string By(Slip slip, DeadlineKind kind) => slip.Clock(kind) is { IsRunning: true } clock
        ? string.Create(CultureInfo.InvariantCulture, $"({clock.Deadline.Due:M月d日}前)")
        : "";

    private static string Sofar(Slip slip) => Publishable.IsPublished(slip) ? "已发布,解读材料" : "";

    private static string Reached(Slip slip) => slip.Attribute switch
    {
        DisclosureAttribute.NotDisclosed => "不公开",
        DisclosureAttribute.OnRequest => "已列入依申请公开目录",
        _ => "已发布",
    };

    private static string Archived(Slip slip) => slip.Attribute switch
    {
        DisclosureAttribute.NotDisclosed => "不公开,已归档,列入定期评审",
        DisclosureAttribute.OnRequest => "已列入依申请公开目录,已归档",
        _ => $"已发布,已归档,公开属性:{AttributeStatement.Plain(slip.Attribute!.Value)}",
    };
}
