namespace DisclosureBot.Calendar;

/// <summary>The bureau's deadlines in days, each with its exact rule and source. All times are bureau time.</summary>
public sealed class DeadlineRules(CalendarSettings settings, BureauCalendar calendar)
{
    private const string Target = "内部目标(方案未定量)";

    /// <summary>What starts a clock anew where the attribute of an issued document was changed (B-31).</summary>
    public const string Change = "变更决定";

    /// <summary>方案 四(一)4: 3 days after printing, 5 for a 规范性文件 without asking (B-9, B-12).</summary>
    public Deadline Handover(DateOnly printedOn, bool normative, DateTimeOffset now) => Handover(printedOn, normative, "制作", "印制", now);

    /// <summary>The same days from the decision that changed the attribute (B-31).</summary>
    public Deadline HandoverAfterChange(DateOnly decidedOn, bool normative, DateTimeOffset now) => Handover(decidedOn, normative, Change, Change, now);

    private Deadline Handover(DateOnly start, bool normative, string happened, string startedBy, DateTimeOffset now)
    {
        var days = normative ? 5 : 3;
        var document = normative ? "规范性文件" : "文件";
        var source = normative ? "方案 四(一)4(规范性文件可延长至5日)" : "方案 四(一)4";
        var term = new Term($"{document}{happened}后{days}日内移交商务运行科", source, startedBy);
        return settings.PublicationDayUnit == DayUnit.WorkingDay
            ? calendar.CountWorkingDays(term with { Rule = term.Rule + "(本局按工作日计)" }, start, days, now)
            : calendar.CountCalendarDays(term, start, days, settings.RollForward, now);
    }

    /// <summary>方案 三(八): interpretation material on the portal within 3 working days of publication (B-16).</summary>
    public Deadline Interpretation(DateOnly publishedOn, DateTimeOffset now) =>
        Working(new("文件公开后3个工作日内在政府门户网站发布解读材料", "方案 三(八)", "文件公开"), publishedOn, 3, now);

    /// <summary>No text gives publication itself a deadline; the bureau's own target counts from the hand-over (B-15).</summary>
    public Deadline PublicationTarget(DateOnly receivedOn, DateTimeOffset now) =>
        Working(new($"商务运行科签收后{settings.PublicationTargetDays}个工作日内公开发布", Target, "签收"), receivedOn, settings.PublicationTargetDays, now);

    /// <summary>条例 第26条: the hard limit of proactive disclosure, 20 working days from formation or change (B-15).</summary>
    public Deadline LegalDisclosure(DateOnly formedOn, DateTimeOffset now) =>
        Working(new("政府信息形成或者变更之日起20个工作日内主动公开", "《条例》第二十六条", "文件形成"), formedOn, 20, now);

    /// <summary>The same limit for what a change of attribute opens: “形成或者变更之日起”.</summary>
    public Deadline LegalDisclosureAfterChange(DateOnly decidedOn, DateTimeOffset now) =>
        Working(new("政府信息形成或者变更之日起20个工作日内主动公开", "《条例》第二十六条", Change), decidedOn, 20, now);

    /// <summary>方案 三(五) says promptly (及时); the number is the bureau's own target.</summary>
    public Deadline CommentFeedback(DateOnly closedOn, DateTimeOffset now) =>
        Working(new($"征求意见结束后{settings.CommentFeedbackDays}个工作日内反馈意见采纳情况", $"方案 三(五);{Target}", "征求意见结束"), closedOn, settings.CommentFeedbackDays, now);

    /// <summary>条例 第33条: the reply to a request for disclosure, 20 working days from its receipt, 20 more once extended.</summary>
    public Deadline RequestReply(DateOnly receivedOn, bool extended, DateTimeOffset now) => extended
        ? Working(new("收到申请之日起20个工作日内答复,经批准延长20个工作日", "《条例》第三十三条", "收到申请"), receivedOn, 40, now)
        : Working(new("收到申请之日起20个工作日内答复", "《条例》第三十三条", "收到申请"), receivedOn, 20, now);

    /// <summary>条例 第30条: what must be corrected in a request is told at once, within 7 working days of its receipt.</summary>
    public Deadline CorrectionNotice(DateOnly receivedOn, DateTimeOffset now) =>
        Working(new("收到申请之日起7个工作日内一次性告知补正", "《条例》第三十条", "收到申请"), receivedOn, 7, now);

    /// <summary>条例 第32条: a third party answers within 15 working days of being asked.</summary>
    public Deadline ThirdPartyOpinion(DateOnly askedOn, DateTimeOffset now) =>
        Working(new("第三方收到征求意见书之日起15个工作日内提出意见", "《条例》第三十二条", "收到征求意见书"), askedOn, 15, now);

    private Deadline Working(Term term, DateOnly start, int count, DateTimeOffset now) => calendar.CountWorkingDays(term, start, count, now);
}
