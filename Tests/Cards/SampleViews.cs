using DisclosureBot.Cards;
using DisclosureBot.Cards.Slips;

namespace DisclosureBot.Tests.Cards;

/// <summary>Views as the bot makes them, on invented documents of the demo bureau.</summary>
internal static class SampleViews
{
    public const string Title = "楚雄州商务局关于开展2027年“彝乡年货节”促消费活动的通知";
    public const string Hostile = "[点击](http://evil.example) **粗** _斜_ # {{DATE(2026-11-23T00:00:00Z)}} <b>1</b> \"引\" \\";

    public static Choice[] Statements { get; } = [new("open", "此件公开发布"), new("onRequest", "此件依申请公开"), new("redacted", "此件删减后公开"), new("closed", "此件不公开")];
    public static Choice[] Grounds { get; } =
    [
        new("14", "《条例》第十四条:国家秘密以外依法不得公开,或可能危及安全稳定"),
        new("15", "《条例》第十五条:商业秘密、个人隐私"),
        new("16-1", "《条例》第十六条第一款:内部事务信息"),
        new("16-2", "《条例》第十六条第二款:过程性信息、行政执法案卷"),
    ];
    public static Choice[] Signers { get; } = [new("gaoyuan", "高远汀(演示)(分管领导)"), new("luming", "鲁明泽(演示)(主要领导)")];

    private static string[] GenreNames { get; } =
        ["决议", "决定", "命令(令)", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函", "纪要"];

    public static DraftChoices Choices { get; } = new()
    {
        SignerHint = "规范性文件、重要政策和上行文(请示、报告、议案)建议由主要领导签发。",
        Genres = [.. GenreNames.Select(name => new Choice(name, name))],
        Urgencies = [new("none", "平件"), new("urgent", "加急"), new("extra", "特急")],
        Statements = Statements,
        Grounds = Grounds,
        Signers = Signers,
    };

    public static DraftInput Drafted { get; } = new()
    {
        Secret = "no",
        Title = Title,
        Genre = "通知",
        Urgency = "urgent",
        MainRecipients = "各县市商务局,局属各单位",
        Attribute = "open",
        Signer = "gaoyuan",
    };

    public static SlipView Slip { get; } = new()
    {
        Slip = "slip-2026-0007",
        Number = "2026-0007",
        Draft = 1,
        Title = Title,
        Genre = "通知",
        Urgency = "加急",
        MainRecipients = "各县市商务局,局属各单位",
        Drafter = "罗青砚(演示)",
        Section = "商务运行科",
        SubmittedOn = "11月23日 09:12",
        Signer = "高远汀(演示)(分管领导)",
        ProposedStatement = "此件公开发布",
        Status = "等待科室负责人初审(纪文岫(演示))",
        StatusTone = Tone.Waiting,
        Boxes = Boxes(),
        Trail = Trail(1),
    };

    public static ReviewForm HeadForm { get; } = new()
    {
        Turn = 1,
        Box = "拟稿单位(科室)意见",
        Baseline = "起草人原拟:此件公开发布",
        Agreed = new("open", "同意此件公开发布"),
        Others = [new("onRequest", "此件应依申请公开"), new("redacted", "此件应删减后公开"), new("closed", "此件应不公开")],
        Grounds = Grounds,
        CustomaryOpinion = "拟同意,请办公室审核。",
        ImportantPolicy = false,
        ResumeAt = [new("here", "改好后直接交回我"), new("start", "从科室初审重新走")],
    };

    public static ReviewForm OfficeForm { get; } = HeadForm with
    {
        Turn = 2,
        Box = "办公室意见",
        Baseline = "科室意见:此件依申请公开(起草人原拟:此件不公开)",
        Agreed = new("onRequest", "同意此件依申请公开"),
        Others = [new("open", "此件应公开发布"), new("redacted", "此件应删减后公开"), new("closed", "此件应不公开")],
        CustomaryOpinion = "文种、格式规范。",
        ImportantPolicy = null,
        ChecksFormat = true,
        Signers = Signers,
        SignerHint = "规范性文件、上行文、重要政策建议由主要领导签发。",
    };

    public static ReviewForm LeaderForm { get; } = HeadForm with
    {
        Turn = 3,
        Box = "签发意见",
        Baseline = "科室意见、办公室意见:此件公开发布",
        Agreed = new("open", "同意"),
        Others = [new("onRequest", "此件依申请公开"), new("redacted", "此件删减后公开"), new("closed", "此件不公开")],
        CustomaryOpinion = null,
        ImportantPolicy = null,
        MayDecline = true,
    };

    public static BoxView[] Boxes(string? head = null, string? office = null, string? leader = null, string proposed = "此件公开发布") =>
    [
        new("密级", proposed, "罗青砚(演示)", "11月23日 09:12"),
        head is null ? new("拟稿单位(科室)意见", null, null, null) : new("拟稿单位(科室)意见", head, "纪文岫(演示)", "11月23日 09:40"),
        office is null ? new("办公室意见", null, null, null) : new("办公室意见", office, "周临溪(演示)", "11月23日 10:05"),
        leader is null ? new("签发意见", null, null, null) : new("签发意见", leader, "高远汀(演示)", "11月23日 15:31"),
    ];

    public static TrailLine[] Trail(int lines) =>
    [
        .. new TrailLine[]
        {
            new("11月23日 09:12", "罗青砚(演示)", "提交第1稿,密级:此件公开发布", null, false),
            new("11月23日 09:40", "纪文岫(演示)", "同意此件公开发布", null, false),
            new("11月23日 10:05", "周临溪(演示)", "同意此件公开发布", null, false),
            new("11月23日 15:31", "高远汀(演示)", "同意", null, false),
        }.Take(lines),
    ];
}
