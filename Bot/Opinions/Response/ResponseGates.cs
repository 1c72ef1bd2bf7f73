using DisclosureBot.Bureau;
using DisclosureBot.Clock;

namespace DisclosureBot.Opinions.Response;

/// <summary>Whether a person may draft, review or release an answer to an open item now: null, or why not. Rules and cards ask it alike.</summary>
internal sealed class ResponseGates(Roster roster)
{
    public Refusal? Draft(OpinionItem item, Person actor) => item.Handler?.Id == actor.Id || OpinionDuties.IsKeeper(actor) || actor.Section.Id == item.SectionId
        ? null
        : OpinionAnswers.Forbidden($"{OpinionNames.Answer(item.Kind)}由{item.Handler?.Name ?? item.Keeper}或{item.Section}拟写。");

    /// <summary>先审查、后公开: never the drafter's own (B-20).</summary>
    public Refusal? Review(OpinionItem item, Person actor)
    {
        if (item.Draft is not { } draft) return NoDraft(item, "现在没有等待审查的回应稿,请先拟写。");
        var reviewers = OpinionDuties.Reviewers(draft.By.Id, roster);
        if (reviewers.All(person => person.Id != actor.Id)) return NotReviewer(draft, actor, reviewers);
        return draft.Review is { } done
            ? OpinionAnswers.Stale($"{done.By.Name}已于{BureauTime.Show(done.At)}审查第{draft.Number}稿:{Conclusion(done)}。需要改变结论的,请重新拟写送审。")
            : null;
    }

    public Refusal? Release(OpinionItem item, Person actor) => !OpinionDuties.MayRelease(actor)
        ? OpinionAnswers.Forbidden($"发布由{OpinionDuties.Names(roster.People.Where(OpinionDuties.MayRelease))}办理。")
        : item.Draft switch
        {
            null => NoDraft(item, "没有可以发布的回应稿,请先拟写并经保密审查。"),
            { Review: null } draft => OpinionAnswers.Invalid($"先审查、后公开:第{draft.Number}稿尚未作保密审查,{Reviewers(draft)}。"),
            { Review: { Cleared: false } review } draft => OpinionAnswers.Invalid($"第{draft.Number}稿经{review.By.Name}保密审查不得公开({review.Basis}),请修改后重新送审。"),
            _ => null,
        };

    private Refusal NotReviewer(ResponseDraft draft, Person actor, IReadOnlyList<Person> reviewers) => reviewers.Count == 0
        ? OpinionAnswers.Forbidden("花名册中没有人可以审查本稿(起草人不得自审),请联系管理员补充保密审查员。")
        : OpinionAnswers.Forbidden($"{(actor.Id == draft.By.Id ? "起草人不得审查自己的稿件。" : "")}第{draft.Number}稿由{OpinionDuties.Names(reviewers)}作保密审查。{Added(draft)}");

    /// <summary>Where a leader stands in, it is said what is missing.</summary>
    private string Added(ResponseDraft draft) =>
        roster.Holding(Role.SecrecyReviewer).All(person => person.Id == draft.By.Id) ? "请联系管理员补充保密审查员。" : "";

    private string Reviewers(ResponseDraft draft) =>
        OpinionDuties.Reviewers(draft.By.Id, roster) is { Count: > 0 } people ? $"请{OpinionDuties.Names(people)}审查" : "请联系管理员补充保密审查员";

    private static Refusal NoDraft(OpinionItem item, string otherwise) => item.Releases is [.., var last]
        ? OpinionAnswers.Stale($"{last.By.Name}已于{BureauTime.Show(last.At)}记录第{last.Number}稿的发布。需要再次回应的,请重新拟写。")
        : OpinionAnswers.Invalid(otherwise);

    private static string Conclusion(ResponseReview review) => review.Cleared ? "可以公开" : "不得公开";
}
