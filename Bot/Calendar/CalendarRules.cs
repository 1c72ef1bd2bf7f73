using DisclosureBot.Bureau;
using DisclosureBot.Slips;

namespace DisclosureBot.Calendar;

/// <summary>What somebody wants of an import. The actor and the time arrive beside it, never in it.</summary>
public abstract record CalendarCommand
{
    private CalendarCommand() { }

    /// <summary>提交核对 a table under a number reserved for it.</summary>
    /// <param name="Key">Names the form it was typed on: one form, one import.</param>
    /// <param name="Present">The calendar it would be merged into.</param>
    public sealed record Propose(string Id, string Number, string Key, CalendarTable Table, BureauCalendar Present) : CalendarCommand;

    /// <summary>确认生效. <paramref name="Present"/> as it is now: another import may have come in between.</summary>
    public sealed record Confirm(BureauCalendar Present) : CalendarCommand;

    /// <summary>退回.</summary>
    public sealed record Reject(string? Reason) : CalendarCommand;

    /// <summary>The clock's: all open deadlines were counted again.</summary>
    public sealed record Recount(int Changed) : CalendarCommand;
}

/// <summary>Decides what a command makes of an import: an administrator enters, a second person confirms. Pure.</summary>
public sealed class CalendarRules(Roster roster)
{
    public static readonly Refusal Unknown = new(RefusalKind.NotFound, "没有找到这次节假日安排的录入。请写“节假日”查看现行安排。");

    /// <param name="actor">Null for the clock.</param>
    /// <param name="at">Bureau time.</param>
    public Decision<CalendarEvent> Decide(CalendarImport? import, CalendarCommand command, Person? actor, DateTimeOffset at) => (import, command, actor) switch
    {
        (null, CalendarCommand.Propose propose, { } proposer) => Propose(propose, proposer, at),
        (null, _, _) => Unknown,
        (_, CalendarCommand.Recount recount, _) => import is { Phase: ImportPhase.Confirmed, RecountedChanged: null } ? Accept(new CalendarEvent.Recounted(Who.Clock, at, recount.Changed)) : Accept(),
        (_, _, null) => throw new InvalidOperationException("Only the clock acts without being a person."),
        (_, CalendarCommand.Propose, _) => throw new InvalidOperationException("An import is proposed under a number of its own."),
        (_, CalendarCommand.Confirm confirm, _) => Confirm(import, confirm, actor, at),
        (_, CalendarCommand.Reject reject, _) => Reject(import, reject, actor, at),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
    };

    /// <summary>Who may confirm what this person enters: another administrator; where there is none, a leader or whoever keeps disclosure.</summary>
    public IReadOnlyList<Person> Confirmers(Person proposer)
    {
        bool Other(Person person) => person.Id != proposer.Id;
        var administrators = roster.Holding(Role.Administrator).Where(Other).ToList();
        return administrators.Count > 0
            ? administrators
            : [.. roster.People.Where(person => Other(person) && (person.Is(Role.DisclosureOfficer) || person.Is(Role.LeaderInCharge) || person.Is(Role.PrincipalLeader)))];
    }

    public static Refusal? MayNotPropose(Person person) => person.Is(Role.Administrator)
        ? null
        : new Refusal(RefusalKind.Forbidden, "只有管理员可以录入节假日安排。发现安排有误或缺少,请联系本局管理员。");

    /// <summary>等待确认(高远汀(演示)), 已生效, 已退回.</summary>
    public string Status(CalendarImport import) => import switch
    {
        { Phase: ImportPhase.Proposed } => $"等待确认({string.Join('、', import.Confirmers.Select(id => roster.Find(id)?.Name ?? id))})",
        { Phase: ImportPhase.Rejected } => $"已退回({import.DecidedBy!.Name})",
        { RecountedChanged: { } changed } => $"已生效({import.DecidedBy!.Name}确认),重新计算后{(changed == 0 ? "没有期限变动" : $"{changed}件期限有变动")}",
        _ => $"已生效({import.DecidedBy!.Name}确认),正在重新计算未办结的期限",
    };

    private Decision<CalendarEvent> Propose(CalendarCommand.Propose propose, Person actor, DateTimeOffset at)
    {
        if (MayNotPropose(actor) is { } refusal) return refusal;
        var check = CalendarCheck.Of(propose.Table, at.Year, propose.Present);
        if (check.Faults.Count > 0) return Faulty(check.Faults);
        var to = Confirmers(actor);
        if (to.Count == 0) return new Refusal(RefusalKind.Invalid, "花名册中没有第二个人可以确认(另一位管理员、政务公开专职人员或局领导),请先补充花名册。");
        var changes = Changes(propose.Table, propose.Present);
        return Accept(new CalendarEvent.Proposed(
            Who.Of(actor), at, propose.Id, propose.Number, propose.Key, actor.Section.Id, propose.Table, changes, check.Warnings, [.. to.Select(person => person.Id)]));
    }

    private Decision<CalendarEvent> Confirm(CalendarImport import, CalendarCommand.Confirm confirm, Person actor, DateTimeOffset at)
    {
        if (import is { Phase: ImportPhase.Confirmed } && import.DecidedBy!.Id == actor.Id) return Accept();
        if (NotTheirs(import, actor) is { } refusal) return refusal;
        var check = CalendarCheck.Of(import.Table, at.Year, confirm.Present);
        return check.Faults.Count > 0
            ? new Refusal(RefusalKind.Invalid, $"提交之后日历已有变化,这份安排不能生效:{string.Concat(check.Faults)}请退回,由管理员重新录入。")
            : Accept(new CalendarEvent.Confirmed(Who.Of(actor), at));
    }

    private Decision<CalendarEvent> Reject(CalendarImport import, CalendarCommand.Reject reject, Person actor, DateTimeOffset at)
    {
        if (import is { Phase: ImportPhase.Rejected } && import.DecidedBy!.Id == actor.Id) return Accept();
        if (NotTheirs(import, actor) is { } refusal) return refusal;
        return Wording.Reason(reject.Reason, "退回理由", out var reason) is { } wrong ? wrong : Accept(new CalendarEvent.Rejected(Who.Of(actor), at, reason));
    }

    private Refusal? NotTheirs(CalendarImport import, Person actor)
    {
        if (import.Phase != ImportPhase.Proposed) return new(RefusalKind.Stale, $"这次录入已经办结:{Status(import)}。下面是最新情况。");
        if (import.Proposer.Id == actor.Id) return new(RefusalKind.Forbidden, $"录入人不能确认自己录入的安排,请由{Names(import)}对照通知原文核对。");
        return import.Confirmers.Contains(actor.Id) ? null : new(RefusalKind.Forbidden, $"这次录入由{Names(import)}确认,您不能办理。");
    }

    private string Names(CalendarImport import) => string.Join('、', import.Confirmers.Select(id => roster.Find(id)?.Name ?? id));

    /// <summary>Every day whose work the table changes or announces, in order.</summary>
    private static List<DayChange> Changes(CalendarTable table, BureauCalendar present)
    {
        var merged = new BureauCalendar([.. present.Tables, table], present.Settings);
        var days = table.Days.Concat(present.Tables.Where(old => old.Year == table.Year).SelectMany(old => old.Days)).Select(day => day.Date).Distinct().Order();
        return [.. from day in days
                   let was = present.IsWorkingDay(day)
                   let becomes = merged.IsCountedAsWorkingDay(day)
                   where was != becomes
                   select new DayChange(day, (merged.Special(day) ?? present.Special(day))!.Name, was, becomes)];
    }

    private static Refusal Faulty(IReadOnlyList<string> faults) => new(RefusalKind.Invalid, Listed(faults));

    /// <summary>The first faults, each a sentence; a notice of another year would have dozens.</summary>
    public static string Listed(IReadOnlyList<string> faults) =>
        string.Concat(faults.Take(6)) + (faults.Count > 6 ? $"……共{faults.Count}处,请对照通知原文修改后再提交。" : "请对照通知原文修改后再提交。");

    private static Decision<CalendarEvent> Accept(params CalendarEvent[] facts) => new Decision<CalendarEvent>.Accepted(facts);
}
