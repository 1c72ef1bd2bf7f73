using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Steps;

namespace DisclosureBot.Opinions.Handling;

/// <summary>研判, 交办, 记一笔, 转其他部门 and 办结, offered by the same gates that the rules refuse by.</summary>
internal sealed class HandlingSteps(Roster roster) : IOpinionSteps
{
    private readonly HandlingGates _gates = new(roster);

    public IEnumerable<StepForm> Offer(OpinionItem item, Person reader, DateTimeOffset now)
    {
        var hasIt = item.Handler?.Id == reader.Id;
        if (_gates.Assess(item, reader) is null)
            yield return Assess(item, main: hasIt && item.Assessment is null);
        if (_gates.Assign(reader) is null)
            yield return new(OpinionVerbs.Assign, "交办", item.Round,
                [
                    new StepField.Pick("section", "交办科室", [.. _gates.Sections().Select(section => new Choice(section.Id, section.Name))], item.Assignment?.SectionId),
                    new StepField.Text("note", "交办要求(可不填)", Multiline: true, Most: HandlingRules.NoteLimit),
                ]);
        if (_gates.AddNote(item, reader) is null)
            yield return new(OpinionVerbs.Note, "记一笔", item.Round, [new StepField.Text("text", "记事", Multiline: true, Most: HandlingRules.NoteLimit)]);
        if (_gates.TransferOut(item, reader) is null)
            yield return new(OpinionVerbs.TransferOut, "转其他部门", item.Round,
                [
                    new StepField.Text("department", "转往部门", Placeholder: "如 州市场监督管理局", Most: HandlingRules.DepartmentLimit),
                    new StepField.Text("record", "转办记录", Placeholder: "转办单号、经办人和时间", Multiline: true, Most: HandlingRules.NoteLimit),
                ], Lead: "非本部门职责的,转有权处理的部门并告知当事人;转出后本条结束,不再计时。");
        if (_gates.Close(item, reader) is null)
            yield return new(OpinionVerbs.Close, "办结", item.Round, [new StepField.Text("appraisal", "评估", Placeholder: "回应效果、舆情走势、改进意见", Multiline: true, Most: HandlingRules.AppraisalLimit)], IsMain: hasIt);
    }

    public OpinionCommand? Read(StepClick click) => click.Verb switch
    {
        OpinionVerbs.Assess => new HandlingCommand.Assess(click.Chosen<OpinionKind>("kind"), click.Chosen<OpinionLevel>("level"), click["note"]),
        OpinionVerbs.Assign => new HandlingCommand.Assign(click["section"], click["note"]),
        OpinionVerbs.Note => new HandlingCommand.AddNote(click["text"]),
        OpinionVerbs.TransferOut => new HandlingCommand.TransferOut(click["department"], click["record"]),
        OpinionVerbs.Close => new HandlingCommand.Close(click["appraisal"]),
        _ => null,
    };

    private static StepForm Assess(OpinionItem item, bool main) => new(OpinionVerbs.Assess, item.Assessment is null ? "研判" : "重新研判", item.Weighed,
        [
            new StepField.Pick("kind", "舆情类别", OpinionChoices.Of(Enum.GetValues<OpinionKind>(), OpinionNames.Of), item.Kind?.ToString()),
            new StepField.Pick("level", "舆情等级(突发事件不填)", OpinionChoices.Of(Enum.GetValues<OpinionLevel>(), OpinionNames.Of),
                item.Kind == OpinionKind.Emergency ? null : item.Assessment?.Level.ToString()),
            new StepField.Text("note", "研判意见", Multiline: true, Most: HandlingRules.NoteLimit),
        ], Lead: "突发事件的级别由主要领导确定,或按应急管理部门的通报记录。", IsMain: main);
}
