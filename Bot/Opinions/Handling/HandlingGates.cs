using DisclosureBot.Bureau;
using DisclosureBot.Opinions.Clocks;

namespace DisclosureBot.Opinions.Handling;

/// <summary>Whether a person may assess, assign, note, transfer or close an open item now: null, or why not. Rules and cards ask it alike.</summary>
internal sealed class HandlingGates(Roster roster)
{
    public Refusal? Assess(OpinionItem item, Person actor) => OpinionAnswers.NotKeeping(actor, roster, "研判", item);

    public Refusal? Assign(Person actor) => OpinionAnswers.NotKeeping(actor, roster, "交办");

    public Refusal? AddNote(OpinionItem item, Person actor) => OpinionDuties.MayHandle(item, actor) ? null
        : OpinionAnswers.Forbidden($"“记一笔”由{OpinionDuties.Names(OpinionDuties.Keepers(roster))}、{item.Section}或局领导办理。");

    /// <summary>转其他部门: never a 重大 or 特别重大 emergency, for which the bureau answers itself (O-03).</summary>
    public Refusal? TransferOut(OpinionItem item, Person actor) => OpinionAnswers.NotKeeping(actor, roster, "转其他部门", item)
        ?? (item.Gravity >= Gravity.SeriousIncident ? OpinionAnswers.Invalid($"{OpinionNames.Of(item.Gravity)}由负责处置的部门作为信息发布第一责任人,不能转其他部门。级别有误的,请先调整级别。") : null);

    /// <summary>办结: assessed, ranked where it is an emergency, clarified where it is false, and no clock running.</summary>
    public Refusal? Close(OpinionItem item, Person actor) => OpinionAnswers.NotKeeping(actor, roster, "办结", item) ?? item switch
    {
        { Assessment: null } => OpinionAnswers.Invalid("本条尚未研判,请先研判,再办结。"),
        { Gravity: Gravity.UnrankedIncident } => OpinionAnswers.Invalid("本条研判为突发事件,尚未定级,请先定级;不是突发事件的,请重新研判。"),
        { Kind: OpinionKind.FalseInformation, Releases.Count: 0 } => OpinionAnswers.Invalid("不实信息要迅速澄清事实(三(九)),请先发布澄清,再办结。"),
        _ when item.Clocks.FirstOrDefault(clock => clock.IsRunning) is { } running => OpinionAnswers.Invalid(StillRunning(running.Deadline.Kind)),
        _ => null,
    };

    /// <summary>The sections an item can be given to: those that have somebody beside leaders.</summary>
    public IReadOnlyList<Section> Sections() => [.. roster.People.Where(person => !OpinionDuties.IsLeader(person)).Select(person => person.Section).DistinctBy(section => section.Id)];

    private static string StillRunning(OpinionClockKind kind) => kind switch
    {
        OpinionClockKind.PressConference => "“新闻发布会”时限仍在计时,请先记录新闻发布会(链接或文件),再办结。",
        OpinionClockKind.FirstRelease => "“首次权威信息”时限仍在计时,请先发布权威信息,或记录已作的发布,再办结。",
        OpinionClockKind.Response => "“回应”时限仍在计时,请先发布回应,或记录已作的回应,再办结;非本部门职责的,请“转其他部门”。",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
