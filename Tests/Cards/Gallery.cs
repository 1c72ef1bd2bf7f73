using DisclosureBot.Cards;
using DisclosureBot.Cards.Calendar;
using DisclosureBot.Cards.Lists;
using DisclosureBot.Cards.Slips;
using static DisclosureBot.Tests.Cards.SampleViews;

namespace DisclosureBot.Tests.Cards;

/// <summary>Every state a card can be seen in, by name; each has its reviewed snapshot.</summary>
internal static class Gallery
{
    public static readonly IReadOnlyDictionary<string, Func<AdaptiveCard>> Cards = new Dictionary<string, Func<AdaptiveCard>>(
        [.. BeforeTheSignature, .. AfterGallery.Cards, .. FileGallery.Cards, .. ReportGallery.Cards, .. OpinionGallery.Cards, .. WatchGallery.Cards, .. DigestGallery.Cards, .. DelegationGallery.Cards, .. ReachGallery.Cards, .. FiguresGallery.Cards, .. AskingGallery.Cards, .. BriefingGallery.Cards, .. SharingGallery.Cards], StringComparer.Ordinal);

    private static Dictionary<string, Func<AdaptiveCard>> BeforeTheSignature => new(StringComparer.Ordinal)
    {
        ["draft-empty"] = () => DraftCard.Render(new("form-1", Choices, new(), null)),
        ["draft-refilled"] = () => DraftCard.Render(new("form-1", Choices, Drafted with { Title = null, Attribute = "closed", Reason = "内部流程" },
            new(Tone.Bad, "还差两处:请填写标题;此件不公开须选法定依据。已填的都保留着。"))),
        ["slip-head"] = () => SlipCard.Render(Slip with { Review = HeadForm }),
        ["slip-office"] = () => SlipCard.Render(Office with { Review = OfficeForm }),
        ["slip-office-refused"] = () => SlipCard.Render(Office with
        {
            Review = OfficeForm with { Typed = new() { Opinion = "版头有误", GenreOk = false, Attribute = "closed", Ground = "16-1", Reason = "属内部流程", Signer = "luming" } },
            Notice = new(Tone.Bad, "文种未勾选为正确,不能签署。请退回修改,或勾选“文种正确”。"),
        }),
        ["slip-leader"] = () => SlipCard.Render(Leader with { Review = LeaderForm }),
        ["slip-leader-divergent"] = () => SlipCard.Render(Leader with
        {
            Boxes = Boxes("拟同意,请办公室审核。同意此件公开发布", "附件含企业联系人电话和未核实线索,建议删减。此件应删减后公开"),
            Review = LeaderForm with { Baseline = "科室意见:此件公开发布;办公室意见:此件删减后公开", Agreed = null, Others = Statements },
        }),
        ["slip-returned"] = () => SlipCard.Render(Returned with { Revise = new(4, Choices, Drafted), WithdrawTurn = 4 }),
        ["slip-returned-watched"] = () => SlipCard.Render(Returned),
        ["slip-watched"] = () => SlipCard.Render(Leader),
        ["slip-drafter"] = () => SlipCard.Render(Slip with { WithdrawTurn = 1, Notice = new(Tone.Good, "已提交,编号2026-0007,已送纪文岫(演示)初审。") }),
        ["slip-signer"] = () => SlipCard.Render(Office with
        {
            Boxes = Boxes("拟同意,请办公室审核。同意此件公开发布"),
            Trail = Trail(2),
            TakeBackTurn = 2,
            Notice = new(Tone.Good, "已签署,下一步办公室二审。"),
        }),
        ["slip-final"] = () => SlipCard.Render(Final),
        ["slip-final-changed"] = () => SlipCard.Render(Final with
        {
            ProposedStatement = "此件不公开",
            ProposedReason = "过程性信息,尚在汇总",
            ProposedGround = "《条例》第十六条第二款:过程性信息、行政执法案卷",
            FinalStatement = "此件依申请公开",
            Boxes = Boxes("数据已公布部分可供申请查阅。此件应依申请公开", "文种、格式规范。同意此件依申请公开", "同意", "此件不公开"),
        }),
        ["slip-declined"] = () => SlipCard.Render(Leader with
        {
            Status = "不予签发(高远汀(演示),11月23日 15:31)",
            StatusTone = Tone.Bad,
            Trail = [.. Trail(3), new("11月23日 15:31", "高远汀(演示)", "不予签发", "活动方案尚未报州政府同意", false)],
        }),
        ["slip-withdrawn"] = () => SlipCard.Render(Slip with
        {
            Status = "已撤回",
            StatusTone = Tone.Neutral,
            Trail = [.. Trail(1), new("11月23日 09:20", "罗青砚(演示)", "撤回", null, false)],
        }),
        ["slip-stale"] = () => SlipCard.Render(Office with { Notice = new(Tone.Warning, "您点的是旧卡片:徐山岚(演示)已于11月23日 10:05签署。下面是最新情况。") }),
        ["slip-warnings"] = () => SlipCard.Render(Warned with { Review = HeadForm with { Baseline = "起草人原拟:此件不公开", Agreed = new("closed", "同意此件不公开"), Others = [.. Statements[..3]] } }),
        ["slip-long"] = () => SlipCard.Render(Extreme.Reviewed),
        ["slip-long-revise"] = () => SlipCard.Render(Extreme.Revised),
        ["slip-hostile"] = () => SlipCard.Render(Slip with
        {
            Title = Hostile,
            MainRecipients = "- 甲\n1. 乙",
            ProposedReason = Hostile,
            Notice = new(Tone.Bad, Hostile),
            Review = HeadForm with { Typed = new() { Opinion = Hostile, Reason = Hostile } },
        }),
        ["moved"] = () => SlipCard.Moved("slip-2026-0007", "2026-0007", Title),
        ["list-empty"] = () => ListCard.Render(new("待办(0件)", [], "现在没有等您办理的文件。写“我的”看自己起草的,写“查 年货节”可以查找。")),
        ["list-full"] = () => ListCard.Render(new("待办(3件)", Items(3), "")),
        ["list-more"] = () => ListCard.Render(new("查“商务”(共31件)", Items(20), "", More: 11)),
        ["help"] = () => HelpCard.Render(Help),
        ["help-unknown"] = () => HelpCard.Render(Help with { Unknown = "没有听懂“**到哪了[x](y)**”。" }),
        ["sentence-refused"] = () => SentenceCard.Render(new("涉密文件不在此办理", "涉密文件请走线下涉密渠道,勿在本系统填写标题或上传。刚才的内容没有保存。", Tone.Bad)),
        ["calendar-tables"] = () => CalendarImportCard.Render(SampleCalendars.Tables with { Form = null }),
        ["calendar-form"] = () => CalendarImportCard.Render(SampleCalendars.Tables),
        ["calendar-form-refused"] = () => CalendarImportCard.Render(SampleCalendars.Refused),
        ["calendar-review"] = () => CalendarReviewCard.Render(SampleCalendars.Review with { MayDecide = true }),
        ["calendar-review-refused"] = () => CalendarReviewCard.Render(SampleCalendars.Review with
        {
            MayDecide = true,
            Notice = new(Tone.Bad, "“退回理由”最多1000字,现有1003字,请删减。"),
            TypedReason = "与通知原文第二条不符",
        }),
        ["calendar-proposer"] = () => CalendarReviewCard.Render(SampleCalendars.Review),
        ["calendar-confirmed"] = () => CalendarReviewCard.Render(SampleCalendars.Confirmed),
        ["calendar-rejected"] = () => CalendarReviewCard.Render(SampleCalendars.Review with { Status = "已退回(鲁明泽(演示))", StatusTone = Tone.Bad, Warnings = [], RejectReason = "与通知原文第二条不符,请核对" }),
        ["calendar-moved"] = () => CalendarReviewCard.Moved("calendar-2026-0000001", "历2026-0001", "2027年全国节假日安排"),
        ["calendar-nudge"] = () => NudgeCard.Render(new(2027, [.. SampleCalendars.Tables.Coverage.Skip(1)])),
        ["calendar-nudge-done"] = () => NudgeCard.Render(new(null, [])),
        ["sentence"] = () => SentenceCard.Render(new("没有找到", "没有叫这个编号的文件。", Tone.Neutral)),
    };

    private static SlipView Office => Slip with
    {
        Status = "等待办公室二审(周临溪(演示)、徐山岚(演示))",
        ProposedStatement = "此件不公开",
        ProposedReason = "过程性信息,尚在汇总",
        ProposedGround = "《条例》第十六条第二款:过程性信息、行政执法案卷",
        Boxes = Boxes("数据已公布部分可供申请查阅。此件应依申请公开", proposed: "此件不公开"),
        Trail = [.. Trail(1), new("11月23日 09:40", "纪文岫(演示)", "此件应依申请公开(此件不公开→此件依申请公开)", "数据已公布部分可供申请查阅", false)],
    };

    private static SlipView Leader => Slip with
    {
        Status = "等待签发(高远汀(演示))",
        Boxes = Boxes("拟同意,请办公室审核。同意此件公开发布", "文种、格式规范。同意此件公开发布"),
        Trail = Trail(3),
    };

    private static SlipView Returned => Slip with
    {
        Status = "退回起草人修改(罗青砚(演示))",
        StatusTone = Tone.Warning,
        Trail =
        [
            Trail(1)[0],
            Trail(2)[1] with { Void = true },
            new("11月23日 10:05", "周临溪(演示)", "退回修改,改好后从科室初审重新走", "附件二的经费数与正文不一致", false),
        ],
    };

    private static SlipView Final => Leader with
    {
        Status = "已签发(高远汀(演示),11月23日 15:31)",
        StatusTone = Tone.Good,
        FinalStatement = "此件公开发布",
        Boxes = Boxes("拟同意,请办公室审核。同意此件公开发布", "文种、格式规范。同意此件公开发布", "同意"),
        Trail = Trail(4),
    };

    private static SlipView Warned => Slip with
    {
        Title = "楚雄州生活必需品市场供应突发事件应急预案(2026年修订)",
        Normative = true,
        ImportantPolicy = true,
        Urgency = "特急",
        Signer = "鲁明泽(演示)(主要领导)",
        ProposedStatement = "此件不公开",
        ProposedReason = "内部流程",
        ProposedGround = "《条例》第十六条第一款:内部事务信息",
        Warnings = ["规范性文件、重要政策拟不公开:《条例》第二十条要求主动公开应急预案,请特别核对。", "规范性文件建议由主要领导签发。"],
        Boxes = Boxes(proposed: "此件不公开"),
    };

    private static HelpView Help => new("公开助手", "楚雄州商务局",
    [
        new("拟稿", "起草一份文件审批处理签", true),
        new("待办", "等我办理的", true),
        new("我的", "我起草的", true),
        new("查 年货节", "按标题、编号或姓名查找", false),
        new("帮助", "再看一遍这张卡片", true),
    ]);

    private static ListItem[] Items(int count) =>
    [
        .. Enumerable.Range(1, count).Select(n => new ListItem(
            $"slip-2026-{n:0000}",
            $"2026-{n:0000}",
            n % 3 == 0 ? "关于商请协助落实生活必需品应急保供储备点的函" : Title,
            "商务运行科 罗青砚(演示) 11月23日 09:12",
            n % 2 == 0 ? "等待办公室二审" : "退回起草人修改",
            n % 2 == 0 ? Tone.Waiting : Tone.Warning)),
    ];
}
