using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Steps;

namespace DisclosureBot.Opinions.Response;

/// <summary>拟写, 保密审查 and 记录发布, offered by the same gates that the rules refuse by.</summary>
internal sealed class ResponseSteps(Roster roster) : IOpinionSteps
{
    private const string Clears = "yes";
    private const string Refuses = "no";
    private static readonly IReadOnlyList<Choice> Conclusions = [new(Clears, "可以公开"), new(Refuses, "不得公开")];
    private static readonly IReadOnlyList<Choice> Channels =
        [.. new[] { "局网站", "州政府门户网站", "微信公众号", "微博", "新闻媒体", "12345热线答复" }.Select(channel => new Choice(channel, channel))];

    private readonly ResponseGates _gates = new(roster);

    public IEnumerable<StepForm> Offer(OpinionItem item, Person reader, DateTimeOffset now)
    {
        if (_gates.Review(item, reader) is null)
            yield return Review(item);
        if (_gates.Release(item, reader) is null)
            yield return Release(item, OpinionWaiting.On(item, roster).Contains(reader.Id));
        if (_gates.Draft(item, reader) is null)
            yield return Draft(item, IsAwaited(item, reader));
    }

    public OpinionCommand? Read(StepClick click) => click.Verb switch
    {
        OpinionVerbs.Draft => new ResponseCommand.Draft(click["text"]),
        OpinionVerbs.Review => new ResponseCommand.Review(click["cleared"] switch { Clears => true, Refuses => false, _ => null }, click["basis"]),
        OpinionVerbs.Release => new ResponseCommand.Release(click["url"], click["other"] ?? click["channel"], click.Moment("on", "time")),
        _ => null,
    };

    private static StepForm Draft(OpinionItem item, bool main) => new(OpinionVerbs.Draft, $"{(item.Draft is null ? "拟写" : "改写")}{OpinionNames.Answer(item.Kind)}", item.Round,
        [new StepField.Text("text", "回应内容", item.Draft?.Text, Multiline: true, Most: ResponseRules.TextLimit)], Lead: "拟写后先作保密审查,通过后再发布。", IsMain: main);

    private static StepForm Review(OpinionItem item) => new(OpinionVerbs.Review, "保密审查", item.Round,
        [
            new StepField.Pick("cleared", "审查结论", Conclusions, Open: true),
            new StepField.Text("basis", "审查依据", ResponseRules.UsualBasis, "不得公开的,写明涉及的事项和依据", Multiline: true, Most: ResponseRules.BasisLimit),
        ], Lead: $"先审查、后公开:第{item.Draft!.Number}稿,{item.Draft.By.Name}拟写。", IsMain: true);

    private static StepForm Release(OpinionItem item, bool main) => new(OpinionVerbs.Release, "记录发布", item.Round,
        [
            new StepField.Text("url", "发布地址", Placeholder: "https://", Most: WebAddress.Longest),
            new StepField.Pick("channel", "发布渠道", Channels, Channels[0].Value),
            new StepField.Text("other", "其他渠道(不在名单中的)", Most: ResponseRules.ChannelLimit),
            new StepField.Date("on", "发布日期(不填即为现在)"),
            new StepField.Text("time", "发布时间(如 14:30)", Most: 5),
        ], Lead: $"第{item.Draft!.Number}稿已通过保密审查,请先发布,再记录地址。", IsMain: main);

    /// <summary>A refused draft is its drafter's to mend; an answer still missing is the assigned section's, or the handler's.</summary>
    private bool IsAwaited(OpinionItem item, Person reader) => item switch
    {
        { Draft.Review.Cleared: false } => item.Draft.By.Id == reader.Id,
        { Draft: not null } or { Releases.Count: > 0 } or { Assessment: null } => false,
        { Assignment: { } assigned } => OpinionDuties.Answering(assigned.SectionId, roster).Any(person => person.Id == reader.Id),
        _ => item.Handler?.Id == reader.Id,
    };
}
