using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Steps;
using DisclosureBot.Clock;
using DisclosureBot.Opinions.Clocks;

namespace DisclosureBot.Opinions.Emergency;

/// <summary>定级 and the proofs that a clock was met, offered by the same gates that the rules refuse by.</summary>
internal sealed class EmergencySteps(Roster roster) : IOpinionSteps
{
    private static readonly IReadOnlyList<Choice> Levels = OpinionChoices.Of(Enum.GetValues<IncidentLevel>().Reverse(), OpinionNames.Of);
    private static readonly Dictionary<string, OpinionClockKind> Proofs = new(StringComparer.Ordinal)
    {
        [OpinionVerbs.MeetFirstRelease] = OpinionClockKind.FirstRelease,
        [OpinionVerbs.MeetPressConference] = OpinionClockKind.PressConference,
        [OpinionVerbs.MeetResponse] = OpinionClockKind.Response,
    };

    private readonly EmergencyGates _gates = new(roster);

    public IEnumerable<StepForm> Offer(OpinionItem item, Person reader, DateTimeOffset now)
    {
        if (_gates.SetLevel(item, reader) is null)
            yield return SetLevel(item, reader);
        foreach (var (verb, kind) in Proofs.Where(proof => _gates.MeetClock(item, proof.Value, reader) is null))
            yield return Meet(item, verb, kind, reader);
    }

    public OpinionCommand? Read(StepClick click) =>
        Proofs.TryGetValue(click.Verb, out var kind) ? new EmergencyCommand.MeetClock(kind, click.Moment("on", "time"), click["what"], click["url"], click["file"])
        : click.Verb == OpinionVerbs.SetLevel ? new EmergencyCommand.SetLevel(click.Chosen<IncidentLevel>("level"), click.Chosen<LevelAuthority>("authority"), click["basis"], click.Moment("on", "time"))
        : null;

    private StepForm SetLevel(OpinionItem item, Person reader)
    {
        var authorities = Enum.GetValues<LevelAuthority>().Where(authority => _gates.SetLevel(authority, reader) is null).ToList();
        var occurred = item.Story.OccurredAt;
        return new(OpinionVerbs.SetLevel, item.Incident is null ? "定级" : "调整级别", item.Weighed,
            [
                new StepField.Pick("level", "级别", Levels, item.Incident?.Level.ToString()),
                new StepField.Pick("authority", "由谁定级", OpinionChoices.Of(authorities, OpinionNames.Of), authorities[0].ToString()),
                new StepField.Text("basis", "定级依据", Placeholder: "通报单位、文号和时间;主要领导确定的可不填", Multiline: true, Most: EmergencyRules.BasisLimit),
                new StepField.Date("on", "发生日期", occurred is { } day ? StepTyping.Show(BureauTime.Day(day)) : null),
                new StepField.Text("time", "发生时间(如 14:30)", occurred is { } time ? OpinionMoments.Time(time) : null, Most: 5),
            ],
            Lead: "时限自发生起按自然小时计算:特别重大、重大突发事件24小时内举行新闻发布会。", IsMain: item.Incident is null && item.Assessment is not null && reader.Is(Role.PrincipalLeader));
    }

    /// <summary>A press conference is waited for from the first spokesperson, and from the handler once there is nothing else to send out.</summary>
    private static StepForm Meet(OpinionItem item, string verb, OpinionClockKind kind, Person reader) => new(verb, Button(kind), item.Round,
        [
            new StepField.Date("on", $"{EmergencyRules.TimeLabel(kind)}(日期)"),
            new StepField.Text("time", $"{EmergencyRules.TimeLabel(kind)}(如 14:30)", Most: 5),
            new StepField.Text("what", "说明", EmergencyRules.Usual(kind), "由谁、在何处、以何种方式", Most: EmergencyRules.WhatLimit),
            new StepField.Text("url", "链接(与文件至少有一项)", Placeholder: "https://", Most: WebAddress.Longest),
            .. item.Files.Count == 0 ? [] : (IEnumerable<StepField>)[new StepField.Pick("file", "作为证明的文件", [.. item.Files.Select(file => new Choice(file.Id, file.Name))])],
        ],
        Lead: Lead(kind), IsMain: kind == OpinionClockKind.PressConference && (reader.Is(Role.PrincipalLeader) || (item.Handler?.Id == reader.Id && item.Releases.Count > 0)));

    private static string Button(OpinionClockKind kind) => kind switch
    {
        OpinionClockKind.PressConference => "记录新闻发布会",
        OpinionClockKind.FirstRelease => "记录首次权威信息",
        OpinionClockKind.Response => "记录回应",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static string Lead(OpinionClockKind kind) => kind switch
    {
        OpinionClockKind.PressConference => "州级新闻发布会通常由州人民政府新闻办公室举行:请协调举行,并记录时间和证明。",
        OpinionClockKind.FirstRelease => "已由本局或上级发布的权威信息,记录时间和证明;用“记录发布”登记的回应自动计入。",
        OpinionClockKind.Response => "已用其他方式回应的,记录时间和证明;用“记录发布”登记的回应自动计入。",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
