using DisclosureBot.Cards;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;

namespace DisclosureBot.Tests.Cards;

/// <summary>A form for every step, of every kind of field, as the parts of a slip offer them.</summary>
internal static class SampleSteps
{
    private const long Round = 12;

    public static Choice[] Channels { get; } = [new("site", "局网站"), new("portal", "州政府门户网站"), new("wechat", "微信公众号"), new("weibo", "微博")];

    public static StepForm Print { get; } = new(StepVerbs.Print, "印制完成", Round,
        [new StepField.Date("on", "印制日期", "2026-11-24"), new StepField.Number("copies", "印数", "30", 1, 5_000)],
        Lead: "自印制完成之日的次日起算移交期限。", IsMain: true);

    public static StepForm Register { get; } = new(StepVerbs.Register, "登记", Round,
    [
        new StepField.Text("code", "机关代字", "楚商发", Most: 20), new StepField.Number("year", "年份", "2026", 2000, 2100),
        new StepField.Number("sequence", "序号", "58"), new StepField.Text("gapReason", "空号说明", Placeholder: "与上一号不连续的,请说明", Multiline: true),
    ], Lead: "上一号:楚商发〔2026〕57号。", IsMain: true);

    public static StepForm Publish { get; } = new(StepVerbs.Publish, "发布完成", Round,
    [
        new StepField.Text("url", "公开地址", Placeholder: "https://", Most: 500), new StepField.Pick("channels", "发布渠道", Channels, "site", Many: true),
        new StepField.Date("on", "发布日期", "2026-11-26"), new StepField.Text("time", "发布时间", "09:30", Most: 5),
    ], Lead: "请先发布,再填写地址;局网站为第一平台。", IsMain: true);

    public static StepForm Secrecy(string file, string name) => new(StepVerbs.ReviewSecrecy, "提交审查结论", Round,
    [
        new StepField.Pick("conclusion", "审查结论", [new("yes", "可以公开"), new("no", "不得公开")], Open: true),
        new StepField.Text("basis", "审查依据", Multiline: true),
    ], About: file, Lead: $"保密审查“{name}”(先审查、后公开)。");

    public static StepForm HandOver { get; } = new(StepVerbs.HandOver, "存档并移交", Round, []);

    public static StepForm Change { get; } = new(StepVerbs.ChangeAttribute, "变更公开属性", Round,
    [
        new StepField.Pick("to", "变更为", SampleViews.Statements, Open: true), new StepField.Text("reason", "变更理由", Multiline: true, Most: 1_000),
        new StepField.Pick("ground", "变更依据", SampleViews.Grounds),
    ], Lead: "处理签不作修改,变更另行记录,并从决定之日起重新计算移交期限。");

    public static StepForm TakeDown { get; } = new(StepVerbs.TakeDown, "撤下完成", Round, [new StepField.Tick("sure", "已逐一核对各发布渠道", "全部撤下")]);

    public static StepForm Answer(string about, string button, string label, string? proposed) => new(StepVerbs.AnswerConsultation, button, Round,
        [new StepField.Text("comment", label, proposed, Multiline: true)], About: about, Lead: "普云岚(演示)征求您的意见:活动期间能否安排专人值守?只提意见,公开属性另由各道核定。", IsMain: true);

    private static Choice[] People { get; } = [new("luoqing", "罗青砚(演示)(商务运行科)"), new("zhangmu", "张牧原(演示)(市场体系建设科)"), new("maoyun", "毛云舟(演示)(对外贸易科)")];

    /// <summary>What a head is offered beside the signature.</summary>
    public static StepForm[] Consulting { get; } =
    [
        new(StepVerbs.WaiveConsultation, "撤销征求", Round, [new StepField.Pick("which", "撤销哪一项", [new("c2", "征求罗青砚(演示)意见")], "c2"), new StepField.Text("reason", "撤销理由", Multiline: true)]),
        new(StepVerbs.Consult, "征求同事意见", Round,
            [new StepField.Pick("of", "征求谁的意见", People, Many: true), new StepField.Text("question", "征求内容", Placeholder: "可不填", Multiline: true), new StepField.Tick("waits", "答复之前,本道不签署", "等待答复", "true")],
            Lead: "被征求的同事可以看到本件,只提意见,不签署。"),
        new(StepVerbs.Countersign, "请科室会签", Round, [new StepField.Pick("of", "会签单位", People, Many: true), new StepField.Text("question", "会签事项", Multiline: true)]),
        new(StepVerbs.PassOn, "转办", Round, [new StepField.Pick("to", "转给谁", People), new StepField.Text("reason", "转办理由", Multiline: true)]),
        new(StepVerbs.Copy, "抄送", Round, [new StepField.Pick("to", "抄送给", People, Many: true)]),
    ];

    /// <summary>One form for each verb, with all kinds of fields among them.</summary>
    public static IReadOnlyList<StepForm> All { get; } =
    [
        Print, Register, Publish, Secrecy("file-1", "通知.docx"), HandOver, Change, TakeDown,
        .. StepVerbs.All.Except([Print.Verb, Register.Verb, Publish.Verb, StepVerbs.ReviewSecrecy, HandOver.Verb, Change.Verb, TakeDown.Verb], StringComparer.Ordinal)
            .Select(verb => new StepForm(verb, "办理" + verb[5..], Round, [new StepField.Text("note", "说明" + verb[5..]), new StepField.Pick("one", "选择" + verb[5..], Channels)])),
    ];
}
