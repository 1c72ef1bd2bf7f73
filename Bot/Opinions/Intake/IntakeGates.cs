using DisclosureBot.Bureau;

namespace DisclosureBot.Opinions.Intake;

/// <summary>Whether a person may add to an open item or merge it now: null, or why not. Rules and cards ask it alike.</summary>
internal sealed class IntakeGates(Roster roster)
{
    public const int MostFiles = 20;

    public Refusal? Merge(Person actor) => OpinionAnswers.NotKeeping(actor, roster, "并入");

    public Refusal? AddFile(OpinionItem item, Person actor) =>
        !OpinionDuties.MayHandle(item, actor) && item.Reporter.Id != actor.Id
            ? OpinionAnswers.Forbidden($"材料由上报人{item.Reporter.Name}、{OpinionDuties.Names(OpinionDuties.Keepers(roster))}、{item.Section}或局领导存入。")
            : item.Files.Count >= MostFiles ? OpinionAnswers.Invalid($"每条舆情最多存入{MostFiles}个文件,现已存满。其余材料请用“记一笔”写明存放处。") : null;
}
