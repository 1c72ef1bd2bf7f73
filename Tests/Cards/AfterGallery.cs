using DisclosureBot.Cards;
using DisclosureBot.Cards.Slips;
using static DisclosureBot.Tests.Cards.SampleViews;

namespace DisclosureBot.Tests.Cards;

/// <summary>Every state of a slip's card around and after the signature, by name.</summary>
internal static class AfterGallery
{
    public static Dictionary<string, Func<AdaptiveCard>> Cards => new(StringComparer.Ordinal)
    {
        ["slip-print"] = () => SlipCard.Render(Signed with { Steps = [SampleSteps.Print] }),
        ["slip-register-refused"] = () => SlipCard.Render(Signed with
        {
            Progress = Way(1),
            Clocks = [Clocks[0]],
            Notice = new(Tone.Bad, "文号楚商发〔2026〕58号已经用过,请改用其他序号。"),
            Steps = [SampleSteps.Register with { Fields = [.. SampleSteps.Register.Fields.Select(one => one with { Value = one.Id == "sequence" ? "abc" : one.Value })] }],
        }),
        ["slip-publish"] = () => SlipCard.Render(Public with { Steps = [SampleSteps.Publish, SampleSteps.HandOver with { Verb = StepVerbs.ReturnHandover, Button = "退回移交" }] }),
        ["slip-secrecy-two"] = () => SlipCard.Render(Public with
        {
            Steps = [SampleSteps.Secrecy("file-1", "通知.docx") with { IsMain = true }, SampleSteps.Secrecy("file-2", "问答.docx") with { Button = "提交审查结论(2)" }],
        }),
        ["slip-many-steps"] = () => SlipCard.Render(Public with { Steps = [SampleSteps.Publish, .. SampleSteps.All.Where(form => form.Verb != StepVerbs.Publish).Take(7).Select(form => form with { IsMain = false })] }),
        ["slip-review-and-steps"] = () => SlipCard.Render(Slip with
        {
            Review = HeadForm with { ImportantPolicy = true },
            ImportantPolicy = true,
            Sync = Sync(0),
            Files = Files(2),
            Steps = [SampleSteps.Secrecy("file-1", "x") with { Verb = StepVerbs.FilePlan, Button = "报备解读方案", Lead = "报备政策法规科后,才能报出本科室。" }, SampleSteps.HandOver with { Verb = StepVerbs.EnterPaper, Button = "录入纸质签署" }],
        }),
        ["slip-consulting"] = () => SlipCard.Render(Slip with
        {
            Status = "等待征求罗青砚(演示)意见后科室负责人初审(普云岚(演示))",
            Consultations = Consultations,
            CopiedTo = "毛云舟(演示)、段禾川(演示)",
            Warnings = ["本件正等待征求罗青砚(演示)意见,答复后才能签署。不再等待的,请用“撤销征求”写明理由;也可以退回修改。"],
            Review = HeadForm,
            Steps = SampleSteps.Consulting,
        }),
        ["slip-colleagues"] = () => ColleaguesCard.Render(Colleagues),
        ["slip-colleagues-refused"] = () => ColleaguesCard.Render(Colleagues with { Notice = new(Tone.Bad, "请选择“征求谁的意见”。") }),
        ["slip-colleagues-none"] = () => ColleaguesCard.Render(Colleagues with { Steps = [] }),
        ["slip-consulted"] = () => SlipCard.Render(Slip with { Consultations = Consultations, Steps = [SampleSteps.Answer("c4", "提交意见", "意见", null)] }),
        ["slip-countersign"] = () => SlipCard.Render(Slip with
        {
            Status = "等待张牧原(演示)会签后办公室二审(周临溪(演示)、徐山岚(演示))",
            Boxes = Boxes("拟同意,请办公室审核。同意此件公开发布"),
            Consultations = [Consultations[3] with { State = "等待答复,答复后签署", Tone = Tone.Waiting }],
            Steps = [SampleSteps.Answer("c5", "提交会签意见", "会签意见", "同意会签。")],
        }),
        ["slip-clocks"] = () => SlipCard.Render(Signed with { Progress = Way(4), Clocks = Clocks }),
        ["slip-addresses"] = () => SlipCard.Render(Public with { Progress = Way(8), Addresses = Addresses, Sync = Sync(3) }),
        ["slip-changed"] = () => SlipCard.Render(Public with { ChangedStatement = "此件依申请公开", Changes = Changes(1), Progress = Way(4) }),
        ["slip-paper"] = () => SlipCard.Render(Slip with
        {
            Boxes = [Boxes()[0], Boxes("拟同意,请办公室审核。同意此件公开发布")[1] with { On = "11月20日", Paper = "纸质,由罗青砚(演示)录入、徐山岚(演示)核对" }, .. Boxes()[2..]],
            PendingPaper = "徐山岚(演示)已录入周临溪(演示)的纸质签署(11月23日):“文种、格式规范。同意此件公开发布”。待另一人对照原件核对后生效。",
            Steps = [SampleSteps.HandOver with { Verb = StepVerbs.ConfirmPaper, Button = "核对无误", IsMain = true, Lead = "请对照纸质原件逐字核对。" }, SampleSteps.HandOver with { Verb = StepVerbs.DismissPaper, Button = "与原件不符" }],
        }),
        ["slip-halted"] = () => SlipCard.Render(Public with { Progress = [.. Way(6), new("保密审查", StepState.Halted, "沈听雨(演示) 11月25日 09:20:“通知.docx”不得公开"), new("发布", StepState.Later, "待商务运行科发布")] }),
        ["slip-archived"] = () => SlipCard.Render(Public with { Status = "已归档,公开属性:此件公开发布", StatusTone = Tone.Neutral, Progress = Way(10), Addresses = [Addresses[0]], Clocks = [Clocks[4]] }),
        ["slip-fullest"] = () => SlipCard.Render(Fullest),
        ["slip-after-long"] = () => SlipCard.Render(Extreme.After),
        ["slip-after-hostile"] = () => SlipCard.Render(Public with
        {
            DocumentNumber = Hostile,
            ChangedStatement = Hostile,
            PendingPaper = Hostile,
            Changes = [new("11月30日 09:00", Hostile, Hostile, Hostile)],
            Progress = [new(Hostile, StepState.Done, Hostile)],
            Clocks = [new(Hostile, Hostile, Tone.Bad, [Hostile], [Hostile])],
            Sync = new(Hostile, Tone.Bad, [new(Hostile, new(StepState.Done, Hostile), new(StepState.Done, Hostile), new(StepState.Done, Hostile))]),
            Addresses = [new("公开发布", "javascript:alert(1)", Hostile, Hostile, Tone.Bad), new("解读材料", "http://evil.example@host/", null, Hostile, Tone.Bad)],
            Files = new(1, [Hostile], Hostile, "file:///etc/passwd"),
            Steps = [SampleSteps.Secrecy("file-1", Hostile) with { IsMain = true }],
        }),
    };

    private static ColleaguesView Colleagues { get; } = new(Slip.Slip, Slip.Number, Slip.Title, "等待科室负责人初审(普云岚(演示))",
        [.. SampleSteps.Consulting.Where(step => StepVerbs.WithColleagues.Contains(step.Verb, StringComparer.Ordinal))]);

    public static SlipView Signed => Slip with
    {
        Status = "已签发,公开属性(最终):此件公开发布",
        StatusTone = Tone.Good,
        FinalStatement = "此件公开发布",
        Boxes = Boxes("拟同意,请办公室审核。同意此件公开发布", "文种、格式规范。同意此件公开发布", "同意"),
        Trail = Trail(4),
        Progress = Way(0),
        Files = Files(1),
    };

    public static SlipView Public => Signed with { DocumentNumber = "楚商发〔2026〕58号", Progress = Way(6), Clocks = [Clocks[4], Clocks[1]], Files = Files(3) };

    /// <summary>Signed, all clocks, ten files, twenty lines of trail, three steps: the fullest an honest slip becomes.</summary>
    public static SlipView Fullest => Public with
    {
        Normative = true,
        ImportantPolicy = true,
        OnBehalf = true,
        PreDecision = true,
        Warnings = ["规范性文件属《条例》第二十条第(一)项应当主动公开的内容,拟不公开的请慎重核定。"],
        Boxes = [.. Boxes("数据已公布部分可供申请查阅。此件应依申请公开", "文种、格式规范。同意此件公开发布", "同意").Select(box => box with { Why = "属过程性信息,尚在汇总;《条例》第十六条第二款(过程性信息、行政执法案卷信息)", Paper = "纸质,由罗青砚(演示)录入、徐山岚(演示)核对" })],
        Progress = Way(8),
        Clocks = Clocks,
        Sync = Sync(3),
        Addresses = Addresses,
        Changes = Changes(2),
        Files = Files(10),
        Trail = [.. Enumerable.Range(1, 20).Select(n => new TrailLine($"11月{n}日 09:12", "罗青砚(演示)", $"上传附件“附件{n}:2027年彝乡年货节活动方案.docx”(第1版)", n % 4 == 0 ? "附件二的经费数与正文不一致" : null, n % 4 == 0))],
        Steps = [SampleSteps.Publish, SampleSteps.HandOver with { Verb = StepVerbs.ReturnHandover, Button = "退回移交" }, SampleSteps.Change],
    };

    public static ProgressStep[] Way(int done)
    {
        (string Name, string Done, string Waiting)[] steps =
        [
            ("印制", "罗青砚(演示) 11月24日 09:10,30份", "待起草人罗青砚(演示)印制"), ("登记", "徐山岚(演示) 11月24日 09:40,楚商发〔2026〕58号", "待办公室登记文号"),
            ("用印", "徐山岚(演示) 11月24日 09:45", "待办公室用印"), ("发文", "徐山岚(演示) 11月24日 10:00", "待发文"),
            ("移交", "罗青砚(演示) 11月24日 11:00", "待起草人罗青砚(演示)移交商务运行科"), ("签收", "纪文岫(演示) 11月24日 15:00", "待商务运行科签收"),
            ("保密审查", "沈听雨(演示) 11月25日 09:20", "待沈听雨(演示)审查"), ("发布", "罗青砚(演示) 11月25日 10:00", "待商务运行科发布"),
            ("解读", "罗青砚(演示) 11月25日 10:30", "待商务运行科发布解读材料"), ("归档", "11月25日 10:35,封存校验值3f1a09c2b7de", "各步办结后自动封存"),
        ];
        return [.. steps.Select((step, place) => place < done ? new ProgressStep(step.Name, StepState.Done, step.Done) : new(step.Name, place == done ? StepState.Waiting : StepState.Later, step.Waiting))];
    }

    public static ClockView[] Clocks { get; } =
    [
        new("移交", "11月27日(周五)前,还剩3天", Tone.Good, [], ["文件制作后3日内移交(依据:方案四(一)4)", "自印制之日11月24日(周二)的次日起算,3个自然日", "日历版本2026-1"]),
        new("公开发布", "11月26日(周四)前,今天到期", Tone.Warning, [], ["签收后下一个工作日公开发布(依据:内部目标)", "自签收之日11月25日(周三)的次日起算,1个工作日", "日历版本2026-1"]),
        new("主动公开法定", "2027年1月4日(周一)前,还剩39天", Tone.Good, ["暂定:2027年节假日安排尚未录入", "含州内假日"],
            ["自形成之日起20个工作日内主动公开(依据:条例第26条)", "自签发之日12月1日(周二)的次日起算,20个工作日", "期间有12月21日至12月24日彝族年(州内放假)、2027年1月1日至2027年1月3日元旦(放假)", "2027年节假日安排尚未录入,本期限为暂定,录入后重新计算", "日历版本2026-1+暂定2027"]),
        new("解读", "11月20日(周五)前,已逾期6天", Tone.Bad, [], ["文件公开后3个工作日内发布解读材料(依据:方案三(八))", "日历版本2026-1"]),
        new("移交", "11月24日(周二)完成,按期", Tone.Good, [], ["文件制作后3日内移交(依据:方案四(一)4)", "自印制之日11月24日(周二)的次日起算,3个自然日", "最后一日11月29日(周日)逢休息日,顺延至11月30日(周一)", "日历版本2026-1"]),
    ];

    public static AddressView[] Addresses { get; } =
    [
        new("公开发布", "https://swj.example.cn/zwgk/2026/1125/58.html", "局网站、微信公众号,11月25日 10:00", "已核对:标题、文号一致", Tone.Good),
        new("解读材料", "http://portal.example.cn/jd/58", "文字解读,州政府门户网站,11月25日 10:30", "此处无法访问该地址,请人工核对", Tone.Warning),
        new("意见采纳情况", "swj.example.cn/yj/58", "11月25日 11:00", "页面未找到文号,请核对地址", Tone.Bad),
    ];

    public static TripleSyncView Sync(int far)
    {
        SyncGate Gate(bool passed, string done, string open) => passed ? new(StepState.Done, done) : new(StepState.Later, open);
        return new(far < 3 ? "待报备解读方案" : "同步", far < 3 ? Tone.Warning : Tone.Good,
        [
            new("文件", new(StepState.Done, "11月23日"), Gate(far > 1, "11月23日", "待签发"), Gate(far > 2, "11月25日", "待发布")),
            new("解读方案", Gate(far > 0, "11月23日", "待上传"), Gate(far > 1, "11月23日", "待签发"), Gate(far > 0, "11月23日报备", "待报备")),
            new("解读材料", Gate(far > 0, "11月24日", "待上传"), far > 1 ? new(StepState.Halted, "签发后补交") : new(StepState.Later, "待签发"), Gate(far > 2, "11月25日同步", "待发布")),
        ]);
    }

    public static FilesBrief Files(int count) => new(count + 2,
    [
        .. Enumerable.Range(1, count).Select(n => n switch
        {
            1 => "正文:关于开展“彝乡年货节”促消费活动的通知.docx · 第2版 · 312 KB",
            2 => "解读方案:解读方案.docx · 第1版 · 45 KB",
            3 => "解读材料:一图读懂.pdf · 第1版 · 4.2 MB",
            _ => $"附件:附件{n}(经费测算表).xlsx · 第1版 · 88 KB",
        }),
    ], null, "https://bot.example.cn/paper/slip-2026-0007?key=abc");

    public static ChangeLine[] Changes(int count) =>
    [
        .. Enumerable.Range(1, count).Select(n => new ChangeLine($"12月{n}日 09:00", "高远汀(演示)", "公开属性由“此件公开发布”变更为“此件依申请公开”", "涉及企业商业秘密;《条例》第十五条(商业秘密、个人隐私等)")),
    ];

    /// <summary>One of each state: waited for, answered, withdrawn, to come, over.</summary>
    private static ConsultationView[] Consultations =>
    [
        new("征求意见", "罗青砚(演示)(商务运行科)", "普云岚(演示) 11月23日 10:05", "活动期间能否安排专人值守?", null, "等待答复,答复后签署", Tone.Waiting),
        new("征求意见", "何砚秋(演示)(政策法规科)", "李映禾(演示) 11月23日 09:30", null, "没有不同意见。", "11月23日 09:50答复", Tone.Good),
        new("征求意见", "段禾川(演示)(对外贸易科)", "李映禾(演示) 11月23日 09:31", null, null, "李映禾(演示) 11月23日 09:55撤销:已当面沟通", Tone.Neutral),
        new("会签", "张牧原(演示)(市场体系建设科)", "普云岚(演示) 11月23日 10:06", "场地由两科共同安排", null, "科室负责人签署后会签", Tone.Waiting),
    ];
}
