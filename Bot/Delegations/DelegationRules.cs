using System.Globalization;
using DisclosureBot.Bureau;
using DisclosureBot.Clock;
using DisclosureBot.Slips;

namespace DisclosureBot.Delegations;

/// <summary>Decides who may stand in for whom, for how long and in what (B-26). Pure.</summary>
public sealed class DelegationRules(Roster roster)
{
    /// <summary>First and last day included.</summary>
    public const int LongestDays = 90;

    public static readonly Refusal Unknown = new(RefusalKind.NotFound, "没有找到这项委托,或者它与您无关。写“委托”查看您委托他人和受他人委托的事项。");

    /// <param name="actor">Null for the clock.</param>
    /// <param name="at">Bureau time.</param>
    public Decision<DelegationEvent> Decide(Delegation? one, DelegationCommand command, Person? actor, DateTimeOffset at) => (one, command, actor) switch
    {
        (null, DelegationCommand.Grant grant, { } entering) => Grant(grant, entering, at),
        (null, _, _) => Unknown,
        (_, DelegationCommand.Begin, _) => one.Begun || !one.RunsAt(at) ? Accept() : Accept(new DelegationEvent.Began(Who.Clock, at)),
        (_, DelegationCommand.End, _) => one.Ended || at < one.Ends ? Accept() : Accept(new DelegationEvent.Ended(Who.Clock, at)),
        (_, _, null) => throw new InvalidOperationException("Only the clock acts without being a person."),
        (_, DelegationCommand.Grant, _) => throw new InvalidOperationException("A 委托 is entered under a number of its own."),
        _ when !MaySee(one, actor) => Unknown,
        (_, DelegationCommand.Revoke revoke, _) => Revoke(one, revoke, actor, at),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
    };

    /// <summary>Enters a 委托 for somebody absent.</summary>
    public static bool MayEnterForOthers(Person person) => person.Is(Role.Administrator) || SlipDuties.IsGeneralOffice(person);

    public static bool MaySee(Delegation one, Person person) =>
        one.From.Id == person.Id || one.To.Id == person.Id || one.GrantedBy.Id == person.Id || MayEnterForOthers(person);

    public static bool MayRevoke(Delegation one, Person person, DateTimeOffset at) => MaySee(one, person) && at < one.Ends;

    private Decision<DelegationEvent> Grant(DelegationCommand.Grant grant, Person actor, DateTimeOffset at)
    {
        var form = grant.Form;
        if (roster.Find(form.From ?? actor.Id) is not { } from) return Invalid("花名册中没有这位委托人,请重新选择。");
        if (from.Id != actor.Id && !MayEnterForOthers(actor))
            return new Refusal(RefusalKind.Forbidden, "您只能录入本人的委托;代他人录入的,请联系办公室或管理员。");
        if (form.To is null) return Invalid("请选择“受托人”。");
        if (roster.Find(form.To) is not { } to) return Invalid("花名册中没有这位受托人,请重新选择。");
        if (to.Id == from.Id) return Invalid("不能委托给委托人本人,请选择另一位同事。");
        if (form.Scope is not { } scope) return Invalid("请选择“委托范围”。");
        if (WrongDays(form, BureauTime.Day(at), out var since, out var until) is { } wrongDays) return wrongDays;
        if (Wording.Reason(form.Basis, "授权依据", out var basis) is { } noBasis) return noBasis;
        if (NotFit(from, to, scope, roster) is { } unfit) return unfit;
        if (grant.Others.FirstOrDefault(other => other.From.Id == from.Id && other.Overlaps(since, until, scope)) is { } other)
            return Invalid(other.To.Id == to.Id
                ? $"{from.Name}在{DelegationText.Days(other)}已委托{to.Name}({DelegationText.Of(other.Scope)},{other.Number}),不必重复。需要改动的,请先撤销原委托。"
                : $"{from.Name}在{DelegationText.Days(other)}已委托{other.To.Name}({DelegationText.Of(other.Scope)},{other.Number}),同一事项不能同时委托两人。请先撤销原委托,或另选日期、范围。");
        return Accept(new DelegationEvent.Granted(
            Who.Of(actor), at, grant.Id, grant.Number, grant.Key, from.Section.Id, Who.Of(from), Who.Of(to), since, until, scope, basis));
    }

    private static Refusal? WrongDays(DelegationForm form, DateOnly today, out DateOnly since, out DateOnly until)
    {
        (since, until) = (form.Since ?? default, form.Until ?? default);
        if (form.Since is null) return Invalid("请填写委托的“开始日期”。");
        if (form.Until is null) return Invalid("请填写委托的“结束日期”。");
        if (since < today) return Invalid("“开始日期”不能早于今天:已经过去的日子不能补办委托。");
        if (until < since) return Invalid("“结束日期”不能早于“开始日期”。");
        return until.DayNumber - since.DayNumber >= LongestDays
            ? Invalid(string.Create(CultureInfo.InvariantCulture, $"一次委托最多{LongestDays}天,请缩短日期,到期后再办。"))
            : null;
    }

    /// <summary>
    /// Whose signature may be given by whom. 签发 is a bureau leader's and never falls below one; a section head's first review goes to
    /// the same section, another head or a leader; the office's second review and the review for secrets stay with the office and its reviewers.
    /// Handling alone (起草经办) anybody may take.
    /// </summary>
    public static Refusal? NotFit(Person from, Person to, DelegationScope scope, Roster roster)
    {
        if (scope == DelegationScope.Handling) return null;
        if (SlipDuties.IsLeader(from) && !SlipDuties.IsLeader(to))
            return Invalid($"局领导的签发只能委托其他局领导:{Names(roster, from, SlipDuties.IsLeader)}。其他人员可以只代起草经办。");
        if (SlipDuties.IsLeader(from)) return null;
        if (from.Is(Role.SectionHead) && !MayHead(from, to))
            return Invalid($"科室负责人的初审只能委托本科室人员、其他科室负责人或局领导。请另选受托人,或改为“{DelegationText.Of(DelegationScope.Handling)}”。");
        return (from.Is(Role.OfficeReviewer) || from.Is(Role.SecrecyReviewer)) && !SlipDuties.IsGeneralOffice(to)
            ? Invalid($"办公室的审核和保密审查只能委托办公室人员:{Names(roster, from, SlipDuties.IsGeneralOffice)}。")
            : null;
    }

    private static bool MayHead(Person from, Person to) => to.Section.Id == from.Section.Id || to.Is(Role.SectionHead) || SlipDuties.IsLeader(to);

    private static string Names(Roster roster, Person from, Func<Person, bool> fit) =>
        SlipDuties.Names(roster.People.Where(person => person.Id != from.Id && fit(person)).ToList(), roster);

    private static Decision<DelegationEvent> Revoke(Delegation one, DelegationCommand.Revoke revoke, Person actor, DateTimeOffset at)
    {
        if (one.RevokedBy is { } by)
            return by.Id == actor.Id ? Accept() : new Refusal(RefusalKind.Stale, $"{by.Name}已于{BureauTime.Show(one.RevokedAt!.Value)}撤销这项委托,不必再办。");
        if (at >= one.Ends) return new Refusal(RefusalKind.Stale, $"这项委托({DelegationText.Days(one)})已经到期,不必撤销。");
        var reason = Wording.Clean(revoke.Reason);
        return Wording.TooLong(reason, "撤销原因", Wording.ReasonLimit) is { } tooLong ? tooLong : Accept(new DelegationEvent.Revoked(Who.Of(actor), at, reason));
    }

    private static Refusal Invalid(string text) => new(RefusalKind.Invalid, text);

    private static Decision<DelegationEvent>.Accepted Accept(params DelegationEvent[] facts) => new(facts);
}
