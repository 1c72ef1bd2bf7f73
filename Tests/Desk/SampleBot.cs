using System.Text.Json;
using DisclosureBot.Cards;
using DisclosureBot.Channel;
using DisclosureBot.Desk;
using DisclosureBot.Journal;

namespace DisclosureBot.Tests.Desk;

/// <summary>A bot of one slip under way, enough to work the page: it can be shown, signed, refused, and changed by others.</summary>
internal sealed class SampleBot
{
    public const string Slip = "slip-2026-0007";
    private static readonly DateTimeOffset Morning = new(2026, 11, 23, 9, 12, 0, TimeSpan.FromHours(8));
    private long _version = 4;
    private string _status = "等待科室负责人初审(普云岚(演示))";
    private bool _signed;

    public DeskFeed? Feed { get; set; }

    /// <summary>While set, every click waits for it.</summary>
    public Task Held { get; set; } = Task.CompletedTask;

    public int Clicks { get; private set; }

    public Task<IReadOnlyList<InboxCase>> Inbox(string person, int most, CancellationToken stop) => Task.FromResult<IReadOnlyList<InboxCase>>(
    [
        new(Slip, "slip", "2026-0007", "关于组织开展2026年楚雄州直播电商培训活动的通知", _status, true, !_signed, _version, Morning),
        new("slip-2026-0009", "slip", "2026-0009", "关于印发楚雄州县域商业体系建设项目资金管理办法的通知", "等待办公室二审(周临溪(演示)、徐山岚(演示))", true, false, 5, Morning.AddHours(-20)),
        new("slip-2026-0003", "slip", "2026-0003", "关于商请支持南华野生菌出口基地建设的函", "已签发:此件公开发布", false, false, 9, Morning.AddDays(-6)),
    ]);

    public async Task<Answer> Handle(Turn turn, CancellationToken stop)
    {
        await Held;
        return turn switch
        {
            Turn.Said { Text: "待办" } => new([new Message("待办(1件)", List())]),
            Turn.Said said => new([new Message($"没有看懂“{said.Text}”。写“帮助”可以看到全部用法。")]),
            Turn.Clicked click => Click(click),
            _ => Answer.Silence,
        };
    }

    public void ChangeElsewhere(string status)
    {
        _status = status;
        Commit();
    }

    private Answer Click(Turn.Clicked click)
    {
        if (click.Verb is "slip.show") return Show(null);
        Clicks++;
        if (click.Verb is "slip.return" && Text(click.Data, "returnReason").Length < 4)
            return new([], new ClickAnswer.Refusal(400, "ReasonTooShort", "退回理由太短,请写清要改什么。"));
        _signed = true;
        _status = "等待办公室二审(周临溪(演示)、徐山岚(演示))";
        Commit();
        return Show($"已签署:{Text(click.Data, "opinion")}");
    }

    private void Commit() => Feed?.Tell(Commits.Of(Slip, _version++, "pulan"));

    private Answer Show(string? notice) => new([], new ClickAnswer.Card(Card(notice)));

    private static string Text(JsonElement data, string name) => data.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private AdaptiveCard Card(string? notice) => new()
    {
        FallbackText = "审批处理签 2026-0007",
        Body =
        [
            .. notice is null ? [] : new Element[] { new Container([new TextBlock(notice) { Color = "Good" }]) { Style = "good" } },
            new ColumnSet([
                new("stretch", [
                    new TextBlock("楚雄州商务局文件审批处理签") { Size = "Small", IsSubtle = true },
                    new TextBlock(@"关于组织开展2026年楚雄州\*直播电商\*培训活动的通知 <b>a</b>") { Size = "Large", Weight = "Bolder", Style = "heading" }]),
                new("auto", [new TextBlock("加急") { Color = "Attention", Weight = "Bolder" }])]),
            new TextBlock(_status) { Color = "Warning", Weight = "Bolder", Spacing = "Small" },
            new TextBlock("文种:通知 起草人:李映禾(演示) 主送:各县(市)商务主管部门,各电子商务公共服务中心"),
            Box("拟稿单位(科室)意见", _signed ? "同意此件公开发布。" : null, "普云岚(演示) 11月23日"),
            Box("办公室意见", null, ""),
            Box("签发意见", null, ""),
            new TextBlock("办理经过") { Weight = "Bolder", Separator = true, Spacing = "Medium" },
            new TextBlock("11月23日 09:12 李映禾(演示) 拟稿提交,原拟此件公开发布") { Size = "Small", Spacing = "Small" },
            .. _signed ? [] : Form(),
        ],
    };

    private static IEnumerable<Element> Form() =>
    [
        new TextInput("处理意见") { Id = "opinion", IsMultiline = true, Value = "已审核,建议按程序报批。", Separator = true, Spacing = "Medium", MaxLength = 500 },
        new ActionSet([
            new ExecuteAction("同意此件公开发布", "slip.sign", Data),
            new ShowCardAction("改为其他属性",
                [
                    new ChoiceInput("公开属性", [new("internal", "此件应不公开"), new("request", "此件应依申请公开"), new("part", "此件应删减后公开")]) { Id = "attribute", Placeholder = "请选择", IsRequired = true, ErrorMessage = "请选择公开属性" },
                    new TextInput("理由") { Id = "reason", IsMultiline = true, IsRequired = true, ErrorMessage = "请写明理由" },
                    new ToggleInput("文种正确", "核对") { Id = "genreOk", Value = "true" },
                ],
                [new ExecuteAction("签署", "slip.sign", Data)]),
            new ShowCardAction("退回修改",
                [
                    new TextInput("退回理由") { Id = "returnReason", IsMultiline = true, IsRequired = true, ErrorMessage = "请写明退回理由" },
                    new ChoiceInput("改好后送到", [new("here", "直接送回本人"), new("start", "从头开始")]) { Id = "resumeAt", Style = "expanded", Value = "here" },
                ],
                [new ExecuteAction("退回", "slip.return", Data)])]),
    ];

    private static Dictionary<string, string> Data => new(StringComparer.Ordinal) { ["slip"] = Slip, ["turn"] = "1" };

    private static Container Box(string name, string? text, string by) => new(
        [new TextBlock(name) { Size = "Small", IsSubtle = true },
         new TextBlock(text ?? "(待签)") { IsSubtle = text is null, Spacing = "Small" },
         .. text is null ? [] : new Element[] { new TextBlock(by) { Size = "Small", HorizontalAlignment = "Right", Spacing = "Small" } }])
    { Style = "emphasis" };

    private static AdaptiveCard List() => new()
    {
        FallbackText = "待办(1件)",
        Body =
        [
            new TextBlock("待办(1件)") { Weight = "Bolder", Size = "Medium" },
            new Container([
                new TextBlock("关于组织开展2026年楚雄州直播电商培训活动的通知") { Weight = "Bolder" },
                new TextBlock("2026-0007 · 电子商务科 李映禾(演示) · 11月23日 09:12") { Size = "Small", IsSubtle = true, Spacing = "Small" },
                new TextBlock("等待科室负责人初审") { Color = "Warning", Size = "Small", Spacing = "Small" }])
            { SelectAction = new ExecuteAction("打开", "slip.show", Data), Separator = true, Spacing = "Medium" },
        ],
        Actions = [new ExecuteAction("打开第一件", "slip.show", Data)],
    };
}
