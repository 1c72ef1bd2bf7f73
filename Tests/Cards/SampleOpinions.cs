using DisclosureBot.Cards;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;

namespace DisclosureBot.Tests.Cards;

/// <summary>Public opinion items as the bot words them, all invented, and a form for every step.</summary>
internal static class SampleOpinions
{
    private const long Round = 0;

    public static Choice[] Kinds { get; } =
    [
        new("Misunderstanding", "误解误读"), new("FalseInformation", "不实信息"), new("Hardship", "实际困难"), new("Suggestion", "建设性意见"), new("PublicInterest", "公众切身利益"),
        new("MoralLine", "冲击道德底线"), new("Hotspot", "社会热点"), new("SuperiorRequest", "上级要求回应"), new("Emergency", "突发事件"),
    ];

    private static Choice[] People { get; } = [.. Enumerable.Range(1, 15).Select(n => new Choice($"person-{n}", $"罗青砚{n}(演示)(商务运行科)"))];

    private static Choice[] Sections { get; } = [new("operations", "商务运行科"), new("market", "市场体系建设科"), new("policy", "政策法规科"), new("ecommerce", "电子商务科"), new("trade", "对外贸易科")];

    public static StepForm Take { get; } = new(OpinionVerbs.Take, "我来处理", Round, [], IsMain: true);

    public static StepForm Assess { get; } = new(OpinionVerbs.Assess, "提交研判", Round,
    [
        new StepField.Pick("kind", "类别", Kinds), new StepField.Pick("level", "轻重", [new("General", "一般舆情"), new("Important", "重要舆情")], Open: true),
        new StepField.Text("note", "研判意见", Multiline: true),
    ], Lead: "请先核实,再定类别和轻重;属突发事件的,级别由主要负责人或应急管理部门确定。", IsMain: true);

    public static StepForm Pass { get; } = new(OpinionVerbs.Pass, "转交", Round, [new StepField.Pick("person", "转交给", People), new StepField.Text("note", "说明")]);

    public static StepForm Assign { get; } = new(OpinionVerbs.Assign, "交办", Round, [new StepField.Pick("section", "交办科室", Sections), new StepField.Text("note", "要求", Multiline: true)]);

    public static StepForm Note { get; } = new(OpinionVerbs.Note, "记一笔", Round, [new StepField.Text("text", "记事", Multiline: true)]);

    public static StepForm SetLevel { get; } = new(OpinionVerbs.SetLevel, "确定级别", Round,
    [
        new StepField.Pick("level", "级别", [new("ExtraordinarilySerious", "特别重大"), new("Serious", "重大"), new("Major", "较大"), new("General", "一般")], Open: true),
        new StepField.Pick("authority", "依据谁的决定", [new("PrincipalLeader", "主要负责人"), new("EmergencyAuthority", "州应急管理部门通知")], Open: true),
        new StepField.Text("basis", "理由或通知文号"), new StepField.Date("occurredOn", "发生日期", "2026-11-21"), new StepField.Text("occurredTime", "发生时间", "21:40", "21:40", Most: 5),
    ], Lead: "级别由人确定,本系统不作推断。", IsMain: true);

    public static StepForm Draft { get; } = new(OpinionVerbs.Draft, "提交澄清", Round, [new StepField.Text("text", "澄清内容", Multiline: true, Most: 2_000)], Lead: "先送保密审查,再发布。", IsMain: true);

    public static StepForm Review { get; } = new(OpinionVerbs.Review, "提交审查结论", 2,
    [
        new StepField.Pick("conclusion", "审查结论", [new("yes", "可以公开"), new("no", "不得公开")], Open: true), new StepField.Text("basis", "审查依据", Multiline: true),
    ], Lead: "先审查、后公开。", IsMain: true);

    public static StepForm Release { get; } = new(OpinionVerbs.Release, "记录发布", 2,
        [new StepField.Text("url", "发布地址", Placeholder: "https://"), new StepField.Text("channel", "发布渠道", "微信公众号"), new StepField.Date("on", "发布日期", "2026-11-23"), new StepField.Text("time", "发布时间", "11:30", Most: 5)], IsMain: true);

    public static StepForm Close { get; } = new(OpinionVerbs.Close, "办结", Round, [new StepField.Text("appraisal", "评估", Placeholder: "回应效果、舆情走势、改进之处", Multiline: true, Most: 1_000)], IsMain: true);

    public static StepForm Meet(string verb, string name) => new(verb, $"{name}完成", Round,
        [new StepField.Text("what", name + "情况"), new StepField.Text("url", name + "链接", Placeholder: "https://"), new StepField.Date("on", name + "日期"), new StepField.Text("time", name + "时间", Most: 5)]);

    /// <summary>One form for each verb.</summary>
    public static IReadOnlyList<StepForm> All { get; } =
    [
        Take, Assess, Pass, Assign, Note, SetLevel, Draft, Review, Release, Close,
        Meet(OpinionVerbs.MeetPressConference, "新闻发布会"), Meet(OpinionVerbs.MeetFirstRelease, "首次权威信息"), Meet(OpinionVerbs.MeetResponse, "回应"),
        new(OpinionVerbs.Merge, "并入另一条", Round, [new StepField.Text("into", "并入的编号", Placeholder: "舆2026-0001")]),
        new(OpinionVerbs.TransferOut, "转出", Round, [new StepField.Text("department", "转往部门"), new StepField.Text("record", "转办记录", Multiline: true)]),
    ];

    /// <summary>What whoever has an item in hand finds beside the step waited for.</summary>
    public static IReadOnlyList<StepForm> Besides { get; } = [.. All.Where(form => form.Verb is OpinionVerbs.Pass or OpinionVerbs.Assign or OpinionVerbs.Note or OpinionVerbs.Merge or OpinionVerbs.TransferOut).Select(form => form with { IsMain = false })];

    public static OpinionView Salt { get; } = new()
    {
        Case = "opinion-2026-0000002",
        Number = "舆2026-0002",
        Headline = "短视频称“某县超市食盐断货、限购”",
        Status = "等待接手",
        StatusTone = Tone.Warning,
        Gravity = "未研判",
        GravityTone = Tone.Waiting,
        Text = "短视频画面为一超市空货架,配文“食盐断货,每人限购两袋”,两小时内转发约三百次。",
        Place = "某县城区",
        LearntOn = "11月23日 08:05(至今25分钟)",
        Reporter = "罗青砚(演示),11月23日 08:10",
        Section = "商务运行科",
        Escalation = "11月23日 09:10仍无人接手,将再向上提请",
        Sources = [new("短视频平台", "短视频称“某县超市食盐断货、限购”", "https://video.example.cn/v/1001", "11月23日 08:05")],
        Clocks = [Response("还剩47小时35分", Tone.Waiting)],
        Trail = Trail(1),
    };

    public static OpinionView Taken { get; } = Salt with
    {
        Status = "罗青砚(演示)处理中,等待研判",
        StatusTone = Tone.Waiting,
        Handler = "罗青砚(演示)",
        Escalation = null,
        Trail = Trail(2),
    };

    public static OpinionView Assessed { get; } = Taken with
    {
        Status = "罗青砚(演示)处理中,等待回应",
        Gravity = "重要舆情",
        GravityTone = Tone.Warning,
        Kind = "不实信息",
        Trail = Trail(3),
    };

    public static OpinionView UnderReview { get; } = Assessed with
    {
        Status = "回应第2稿等待保密审查",
        Draft = new("澄清(第2稿)", "经核查,我州食盐库存充足,可供全州销售六十天以上,各超市供应正常,不存在断货、限购情况。请广大群众不信谣、不传谣,按需购买。", "罗青砚(演示) 11月23日 10:20拟写,等待保密审查", Tone.Waiting),
        Trail = Trail(5),
    };

    public static OpinionView Released { get; } = Assessed with
    {
        Status = "已回应,等待办结",
        Clocks = [Met],
        Releases = [new("澄清(第2稿)", UnderReview.Draft!.Text, "微信公众号,11月23日 11:30发布", Tone.Good, "https://swj.example.cn/yq/2.html")],
        Trail = Trail(8),
    };

    public static OpinionView Closed { get; } = Released with
    {
        Status = "已办结",
        StatusTone = Tone.Good,
        GravityTone = Tone.Neutral,
        LearntOn = "11月23日 08:05",
        End = new("评估", "澄清发布后三小时内相关短视频下架,热度回落,未再出现新的不实信息。下次应同时在短视频平台发布。", "罗青砚(演示),11月23日 17:00"),
        Trail = Trail(9),
    };

    /// <summary>An emergency on its first night, ranked 重大, all its clocks running.</summary>
    public static OpinionView Fire { get; } = new()
    {
        Case = "opinion-2026-0000008",
        Number = "舆2026-0008",
        Headline = "某县商贸综合体夜间火灾",
        Status = "罗青砚(演示)处理中,等待回应",
        StatusTone = Tone.Waiting,
        Gravity = "重大突发事件",
        GravityTone = Tone.Bad,
        IsEmergency = true,
        Kind = "突发事件",
        Text = "21时40分左右商贸综合体二楼起火,消防已到场,人员伤亡情况正在核实。",
        Place = "某县商贸综合体",
        OccurredOn = "11月21日 21:40(至今1小时10分)",
        LearntOn = "11月21日 22:05(至今45分钟)",
        Reporter = "罗青砚(演示),11月21日 22:06",
        Section = "商务运行科",
        Handler = "罗青砚(演示)",
        FirstSpokesperson = "鲁明泽(演示)",
        Sources = [new("值班电话", "某县商贸综合体夜间火灾", null, "11月21日 22:05")],
        Clocks = [FirstRelease("还剩3小时50分", Tone.Waiting), Press("还剩22小时50分", Tone.Waiting)],
        Trail =
        [
            new("11月21日 22:06", "罗青砚(演示)", "上报(值班电话)", null, false), new("11月21日 22:09", "罗青砚(演示)", "我来处理", null, false),
            new("11月21日 22:15", "罗青砚(演示)", "研判:突发事件", "现场已由消防确认", false), new("11月21日 22:31", "鲁明泽(演示)", "定级:重大", "与州应急管理局电话会商后确定", false),
        ],
    };

    public static ClockLine Met => Response("已于11月23日 11:30完成(提前44小时35分)", Tone.Good) with { IsRunning = false, Proof = new("微信公众号发布,罗青砚(演示)登记", "https://swj.example.cn/yq/2.html") };

    public static ClockLine Response(string state, Tone tone) => new("回应", "国家规定", "11月25日 08:05", state, tone, true,
        ["规则:获知政务舆情后48小时内回应", "依据:国家规定:国办发〔2016〕61号", "起算:2026年11月23日(周一) 08:05获知,计48小时", "截止:2026年11月25日(周三) 08:05", "计时:自然小时,夜间、周末、节假日不停表"]);

    public static ClockLine FirstRelease(string state, Tone tone) => new("首次权威信息", "国家规定", "11月22日 02:40", state, tone, true,
        ["规则:特别重大、重大突发事件发生后5小时内发布权威信息", "依据:国家规定:国办发〔2016〕80号", "起算:2026年11月21日(周六) 21:40发生,计5小时", "截止:2026年11月22日(周日) 02:40", "计时:自然小时,夜间、周末、节假日不停表"]);

    public static ClockLine Press(string state, Tone tone) => new("新闻发布会", "方案 三(九)", "11月22日 21:40", state, tone, true,
        ["规则:特别重大、重大突发事件发生后24小时内举行新闻发布会", "依据:方案 三(九)", "起算:2026年11月21日(周六) 21:40发生,计24小时", "截止:2026年11月22日(周日) 21:40", "计时:自然小时,夜间、周末、节假日不停表"]);

    private static TrailLine[] Trail(int far) =>
    [
        .. new TrailLine[]
        {
            new("11月23日 08:10", "罗青砚(演示)", "上报(短视频平台)", null, false), new("11月23日 08:40", "罗青砚(演示)", "我来处理", null, false),
            new("11月23日 09:02", "罗青砚(演示)", "研判:不实信息,重要舆情", "库存充足,画面为去年旧闻", false), new("11月23日 09:40", "罗青砚(演示)", "拟写澄清(第1稿)", null, false),
            new("11月23日 10:20", "罗青砚(演示)", "拟写澄清(第2稿)", null, false), new("11月23日 10:41", "周临溪(演示)", "第2稿可以公开", "不涉及国家秘密、商业秘密", false),
            new("11月23日 11:05", "罗青砚(演示)", "新增来源:微博", null, false), new("11月23日 11:32", "罗青砚(演示)", "发布澄清(微信公众号)", "https://swj.example.cn/yq/2.html", false),
            new("11月23日 17:00", "罗青砚(演示)", "办结", "短视频下架,热度回落", false),
        }.Take(far),
    ];
}
