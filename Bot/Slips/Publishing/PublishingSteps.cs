using System.Globalization;
using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Clock;
using DisclosureBot.Slips.Files;
using DisclosureBot.Slips.Steps;

namespace DisclosureBot.Slips.Publishing;

/// <summary>The steps from hand-over to the public, offered by the same gates that the rules refuse by.</summary>
public sealed class PublishingSteps(Roster roster, PublishingSettings settings) : IStepFamily
{
    private const string Clears = "yes";
    private const string Refuses = "no";
    private static readonly IReadOnlyList<Choice> Conclusions = [new(Clears, "可以公开"), new(Refuses, "不得公开")];
    private readonly List<Choice> _channels = settings.PublicationChannels.Select(channel => new Choice(channel, channel)).ToList();
    private readonly PublishingGates _gates = new(roster);

    public IEnumerable<StepForm> Offer(Slip slip, Person reader, DateTimeOffset now)
    {
        if (_gates.TakeDown(slip, reader) is null)
            yield return Form(slip, StepVerbs.TakeDown, "已撤下", [], $"公开属性已变更为“{AttributeStatement.Plain(slip.Attribute!.Value)}”,请撤下已发布的全部内容:{Publishable.Addresses(slip)}。全部撤下后按此按钮记录。", main: true);
        if (_gates.HandOver(slip, reader) is null)
            yield return Form(slip, StepVerbs.HandOver, "存档与移交", [], $"移交商务运行科:{Names(Publishable.ToHandOver(slip))},连同本处理签。{Late(slip)}", main: true);
        if (_gates.Receive(slip, reader) is null)
            yield return Form(slip, StepVerbs.Receive, "签收", [], $"{slip.Drafter.Name}移交:{Handed(slip)}。请核对后签收。{Late(slip)}", main: true);
        // Buttons of one card must not be called alike: the first is the plain one, the others name their file.
        var isFirst = true;
        foreach (var file in Publishable.ToReview(slip).Where(file => _gates.ReviewSecrecy(slip, file.Id, reader) is null).OrderBy(file => slip.Publication.ReviewOf(file.Id) is not null))
        {
            yield return isFirst ? Review(slip, file) : Review(slip, file) with { Button = $"审查“{PlainText.Clip(file.Name, 16)}”" };
            isFirst = false;
        }

        if (_gates.Publish(slip, reader) is null)
            yield return Publish(slip);
        if (_gates.Catalogue(slip, reader) is null)
            yield return Form(slip, StepVerbs.Catalogue, "列入依申请公开目录", [], "此件依申请公开,只登记标题、文号和日期,正文不发布。", main: true);
        if (_gates.PublishFeedback(slip, reader) is null && !(BureauTime.Day(now) < slip.Publication.Published!.CommentsCloseOn))
            yield return Feedback(slip, reader);
        if (_gates.ReturnHandover(slip, reader) is null)
            yield return Form(slip, StepVerbs.ReturnHandover, "退回移交", [new StepField.Text("reason", "退回理由", Multiline: true, Most: Wording.ReasonLimit)],
                "移交的文件不能使用的,写明理由退回起草人;移交期限继续计算。", main: Publishable.ToPublish(slip).Any(file => IsRefused(slip, file)));
    }

    public SlipCommand? Read(StepClick click) => click.Verb switch
    {
        StepVerbs.HandOver => new PublishingCommand.HandOver(),
        StepVerbs.Receive => new PublishingCommand.Receive(),
        StepVerbs.ReturnHandover => new PublishingCommand.ReturnHandover(click["reason"]),
        StepVerbs.ReviewSecrecy => new PublishingCommand.ReviewSecrecy(click.About ?? "", click["cleared"] switch { Clears => true, Refuses => false, _ => null }, click["basis"]),
        StepVerbs.Publish => new PublishingCommand.Publish(click["url"], Many(click["channels"]), PublicAddress.When(click["on"], click["time"]), click.Day("closes")),
        StepVerbs.Catalogue => new PublishingCommand.Catalogue(),
        StepVerbs.PublishFeedback => new PublishingCommand.PublishFeedback(click["url"], PublicAddress.When(click["on"], click["time"])),
        StepVerbs.TakeDown => new PublishingCommand.TakeDown(),
        _ => null,
    };

    private static StepForm Review(Slip slip, SlipFile file)
    {
        var before = slip.Publication.ReviewOf(file.Id);
        var lead = $"保密审查(先审查、后公开):{FileRoles.Name(file.Role)}“{file.Name}”(第{file.Version}版)。"
            + (before is null ? "" : $"{before.By.Name}已审查:{(before.Cleared ? "可以公开" : "不得公开")}({before.Basis})。");
        return Form(slip, StepVerbs.ReviewSecrecy, before is null ? "提交审查结论" : "重新审查",
            [
                new StepField.Pick("cleared", "审查结论", Conclusions, Open: true),
                new StepField.Text("basis", "审查依据", PublishingRules.UsualBasis, "不得公开的,写明涉及的事项和依据", Multiline: true, Most: Wording.ReasonLimit),
            ], lead, main: before is null) with
        { About = file.Id };
    }

    private StepForm Publish(Slip slip)
    {
        var earlier = Publishable.IsPublished(slip) ? slip.Publication.Published : null;
        var fields = new List<StepField>
        {
            new StepField.Text("url", "发布地址", earlier?.Url, "https://", Most: WebAddress.Longest),
            new StepField.Pick("channels", "发布渠道", _channels, string.Join(',', earlier?.Channels ?? [settings.PublicationChannels[0]]), Many: true),
            new StepField.Date("on", earlier is null ? "发布日期(不填即为现在)" : "发布日期(不填即不变)"),
            new StepField.Text("time", "发布时间(如 14:30,可不填)", Most: 5),
        };
        if (slip.Content.PreDecision) fields.Add(new StepField.Date("closes", "意见征集截止日期", earlier?.CommentsCloseOn is { } close ? StepTyping.Show(close) : null));
        return Form(slip, StepVerbs.Publish, earlier is null ? "记录公开发布" : "更正发布记录", fields,
            earlier is null ? $"可以发布:{Names(Publishable.ToPublish(slip))}。请先在局网站发布,再记录地址。" : null, main: earlier is null);
    }

    private static StepForm Feedback(Slip slip, Person reader)
    {
        var earlier = slip.Publication.Feedback;
        return Form(slip, StepVerbs.PublishFeedback, earlier is null ? "记录意见采纳情况反馈" : "更正反馈地址",
            [
                new StepField.Text("url", "反馈地址", earlier?.Url, "https://", Most: WebAddress.Longest),
                new StepField.Date("on", earlier is null ? "反馈日期(不填即为现在)" : "反馈日期(不填即不变)"),
                new StepField.Text("time", "反馈时间(如 14:30,可不填)", Most: 5),
            ],
            earlier is null ? $"意见征集结束{Closing(slip)}后,向社会公开意见采纳情况,并记录地址。" : null, main: earlier is null && reader.Id == slip.Drafter.Id);
    }

    private static StepForm Form(Slip slip, string verb, string button, IReadOnlyList<StepField> fields, string? lead, bool main) =>
        new(verb, button, slip.Round, fields, Lead: lead, IsMain: main);

    private static string Closing(Slip slip) => slip.Publication.Published?.CommentsCloseOn is { } close ? string.Create(CultureInfo.InvariantCulture, $"({close:M月d日}截止)") : "";

    /// <summary>Only where the text itself goes over.</summary>
    private static string Late(Slip slip) =>
        Publishable.ToHandOver(slip).Any(file => file.Role == FileRole.Document) && LateText.Of(slip) is { } late ? late + "。" : "";

    private static string Handed(Slip slip) => Names(slip.Publication.Handover!.FileIds.Select(slip.File).OfType<SlipFile>());

    private static string Names(IEnumerable<SlipFile> files) => string.Join('、', files.Select(file => $"{FileRoles.Name(file.Role)}“{file.Name}”"));

    private static bool IsRefused(Slip slip, SlipFile file) => slip.Publication.ReviewOf(file.Id) is { Cleared: false };

    private static string[] Many(string? joined) => joined?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
