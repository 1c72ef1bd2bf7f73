using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Clock;
using DisclosureBot.Opinions.Alarm;

namespace DisclosureBot.Opinions.Watch;

/// <summary>Decides the roster and the handover of the watch. Pure.</summary>
public sealed class WatchRules(Roster roster, Calendars calendars)
{
    /// <summary>How many days ahead must have somebody.</summary>
    private const int LookAhead = 3;

    private const int NoteLimit = Cards.Opinions.WatchCard.LongestNote;

    /// <param name="actor">Null for the clock.</param>
    /// <param name="at">Bureau time.</param>
    public Decision<WatchEvent> Decide(DutyWatch? watch, WatchCommand command, Person? actor, DateTimeOffset at) => (watch, command, actor) switch
    {
        (_, WatchCommand.SetRoster set, { } entering) => SetRoster(watch, set, entering, at),
        (null, WatchCommand.Look or WatchCommand.Settle, _) => Accept(),
        (null, _, _) => Invalid("还没有值班表。请科室负责人写“值班表”录入。"),
        (_, WatchCommand.Look, _) => Look(watch, at),
        (_, WatchCommand.Settle settle, _) => watch.Reliefs.Any(relief => relief.Round == settle.Round && relief.Passing.Count > 0) ? Accept(new WatchEvent.PassedOn(Who.Clock, at, settle.Round, settle.Left)) : Accept(),
        (_, _, null) => throw new InvalidOperationException("Only the clock acts without being a person."),
        (_, WatchCommand.HandOver over, _) => HandOver(watch, over, actor, at),
        (_, WatchCommand.Receive receive, _) => Receive(watch, receive, actor, at),
        (_, WatchCommand.TakeBack back, _) => TakeBack(watch, back, actor, at),
        _ => throw new InvalidOperationException($"Unknown command {command.GetType().Name}."),
    };

    /// <summary>Who can have the watch: whoever may take an item of any section.</summary>
    public static bool MayWatch(Person person) => OpinionDuties.KeepsOrLeads(person);

    /// <summary>值班表 is the section head's of the keeping section, or an administrator's.</summary>
    public bool MayEnter(Person person) => person.Is(Role.Administrator) || Heads().Any(head => head.Id == person.Id);

    public bool MaySee(Person person) => MayWatch(person) || MayEnter(person);

    public Refusal? MayNotEnter(Person person) => MayEnter(person) ? null
        : new Refusal(RefusalKind.Forbidden, $"值班表由{OpinionDuties.Names(Heads().Concat(roster.Holding(Role.Administrator)).DistinctBy(one => one.Id))}录入。需要调整值班,请联系他们。");

    /// <summary>Whom the person may hand the watch to now; nobody where it is not theirs, or a handover waits to be received.</summary>
    public IReadOnlyList<Person> Receivers(DutyWatch? watch, Person person, DateTimeOffset at) => watch is not { Pending: null } ? [] :
        [.. roster.People.Where(MayWatch).Where(receiver => Giver(watch, person, receiver, at) is { } giver && giver.Id != receiver.Id)];

    public static bool MayReceive(DutyWatch? watch, Person person) => watch?.Pending?.To.Id == person.Id;

    public bool MayTakeBack(DutyWatch? watch, Person person) =>
        watch?.Pending is { } pending && (pending.From.Id == person.Id || pending.By.Id == person.Id || MayEnter(person));

    /// <summary>Tomorrow and the days after it that have nobody.</summary>
    public IReadOnlyList<DateOnly> Gaps(DutyWatch watch, DateTimeOffset at) =>
        [.. Enumerable.Range(1, LookAhead).Select(days => WatchDay.Of(at).AddDays(days)).Where(day => watch.On(day).All(person => roster.Find(person) is null))];

    private Decision<WatchEvent> SetRoster(DutyWatch? watch, WatchCommand.SetRoster set, Person actor, DateTimeOffset at)
    {
        if (MayNotEnter(actor) is { } forbidden) return forbidden;
        if (set.Days.Count == 0) return Invalid("请填写“值班表”,每行写日期和姓名。");
        if (Wrong(set.Days, WatchDay.Of(at)) is { } wrong) return wrong;
        if (watch is not null && set.Days.All(day => watch.On(day.Day).SequenceEqual(day.People, StringComparer.Ordinal))) return Accept();
        var to = set.Days.SelectMany(day => day.People.Except(watch?.On(day.Day) ?? [], StringComparer.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        return Accept(new WatchEvent.RosterSet(Who.Of(actor), at, set.Days, to, NextLook(at)));
    }

    private Refusal? Wrong(IReadOnlyList<DutyDay> days, DateOnly today)
    {
        if (days.FirstOrDefault(day => day.Day < today) is { } past) return Invalid($"{DutyText.Day(past.Day, today)}已经过去,值班表只能安排今天和以后的日子。");
        if (days.GroupBy(day => day.Day).FirstOrDefault(group => group.Count() > 1) is { } twice) return Invalid($"{DutyText.Day(twice.Key, today)}写了两次,请只保留一行。");
        var people = days.SelectMany(day => day.People).Distinct(StringComparer.Ordinal).Select(id => (Id: id, Person: roster.Find(id))).ToList();
        if (people.Exists(one => one.Person is null)) return Invalid("值班表中有人不在花名册中,请核对姓名后重新录入。");
        return people.Find(one => !MayWatch(one.Person!)).Person is { } stranger ? Invalid($"{stranger.Name}没有舆情职责,不能值班。可以值班的有:{OpinionDuties.Names(roster.People.Where(MayWatch))}。") : null;
    }

    private Decision<WatchEvent> HandOver(DutyWatch watch, WatchCommand.HandOver over, Person actor, DateTimeOffset at)
    {
        if (watch.Pending is { } pending)
            return pending.By.Id == actor.Id && pending.To.Id == over.ReceiverId ? Accept()
                : Stale($"{pending.From.Name}已交班给{pending.To.Name},等待接班。要改由别人接班,请先收回交班。");
        if (over.Round != watch.Round) return Overtaken;
        if (roster.Find(over.ReceiverId) is not { } receiver) return Invalid(over.ReceiverId is null ? "请选择接班人。" : "花名册中没有这位接班人,请重新选择。");
        if (!MayWatch(receiver)) return Invalid($"{receiver.Name}没有舆情职责,不能接班。请选择:{OpinionDuties.Names(roster.People.Where(MayWatch))}。");
        if (Giver(watch, actor, receiver, at) is not { } giver) return NotTheirs(watch, at);
        if (giver.Id == receiver.Id) return Invalid("不能交班给值班人本人,请选择另一位同事。");
        var note = Wording.Clean(over.Note);
        return Wording.TooLong(note, "交接说明", NoteLimit) is { } tooLong ? tooLong
            : Accept(new WatchEvent.HandedOver(Who.Of(actor), at, Who.Of(giver), Who.Of(receiver), note, over.Open));
    }

    /// <summary>
    /// Whose watch the person may hand over: their own of today, or of yesterday while the items are still with them;
    /// the section head hands over for the one officer who is not there to do it.
    /// </summary>
    private Person? Giver(DutyWatch watch, Person person, Person receiver, DateTimeOffset at)
    {
        var present = watch.OnDuty(at);
        if (present.Contains(person.Id) || HadTheNight(watch, person, at)) return person;
        return MayEnter(person) && present.Where(id => id != receiver.Id).ToList() is [var only] ? roster.Find(only) : null;
    }

    /// <summary>Ended yesterday's watch and has not handed it over since.</summary>
    private static bool HadTheNight(DutyWatch watch, Person person, DateTimeOffset at)
    {
        var begin = WatchDay.Change(at).AddDays(-1);
        return watch.OnDuty(begin.AddTicks(-1)).Contains(person.Id) && !watch.Reliefs.Any(relief => relief.At >= begin && relief.From.Id == person.Id);
    }

    private Refusal NotTheirs(DutyWatch watch, DateTimeOffset at)
    {
        var present = watch.OnDuty(at).Select(roster.Find).OfType<Person>().ToList();
        return present.Count == 0 ? Invalid("现在无人值班,没有班可交。请科室负责人写“值班表”安排今天的值班。")
            : new Refusal(RefusalKind.Forbidden, $"现在由{OpinionDuties.Names(present)}值班,请由本人交班。");
    }

    private static Decision<WatchEvent> Receive(DutyWatch watch, WatchCommand.Receive receive, Person actor, DateTimeOffset at)
    {
        if (watch.Pending is not { } pending)
            return watch.Reliefs is [.., var last] && last.Round == receive.Round && last.To.Id == actor.Id ? Accept() : Stale("这次交班已经收回或已有人接班,您的操作没有生效。下面是最新情况。");
        if (pending.To.Id != actor.Id) return new Refusal(RefusalKind.Forbidden, $"这次交班等{pending.To.Name}接班,您不能代接。");
        return receive.Round != watch.Round ? Overtaken : Accept(new WatchEvent.Received(Who.Of(actor), at, receive.InHand));
    }

    private Decision<WatchEvent> TakeBack(DutyWatch watch, WatchCommand.TakeBack back, Person actor, DateTimeOffset at)
    {
        if (watch.Pending is not { } pending)
            return watch.Reliefs is [.., var last] && last.Round >= back.Round ? Stale($"{last.To.Name}已经接班,不能再收回。需要换回,请由{last.To.Name}交班。") : Accept();
        if (!MayTakeBack(watch, actor)) return new Refusal(RefusalKind.Forbidden, $"这次交班由{pending.From.Name}发起,您不能收回。");
        return back.Round != watch.Round ? Overtaken : Accept(new WatchEvent.TakenBack(Who.Of(actor), at));
    }

    /// <summary>Told at most once a day, and in office hours only: the day's change at 08:00 itself is no reason to ring on a Sunday.</summary>
    private Decision<WatchEvent> Look(DutyWatch watch, DateTimeOffset at)
    {
        if (at < watch.Next) return Accept();
        var tell = watch.ToldOn != WatchDay.Of(at) && calendars.Present.InOfficeHours(at) == at;
        var gaps = tell ? Gaps(watch, at) : [];
        return Accept(new WatchEvent.Looked(Who.Clock, at, NextLook(at), gaps, gaps.Count == 0 ? [] : [.. Tellable().Select(person => person.Id)]));
    }

    /// <summary>The next 08:00, or the next opening of the doors where that comes first.</summary>
    private DateTimeOffset NextLook(DateTimeOffset at)
    {
        var change = WatchDay.Change(at);
        var opening = calendars.Present.NextOpening(at);
        return opening < change ? opening : change;
    }

    private IReadOnlyList<Person> Heads() => OpinionDuties.Keeping(roster) is { } keeping ? Rungs.At(EscalationRung.SectionHead, keeping.Id, roster) : [];

    private IReadOnlyList<Person> Tellable() => Heads() is { Count: > 0 } heads ? heads : [.. roster.Holding(Role.Administrator)];

    private static Refusal Overtaken => Stale("这张卡片已经过时,您的操作没有生效。下面是最新情况。");

    private static Refusal Invalid(string text) => new(RefusalKind.Invalid, text);

    private static Refusal Stale(string text) => new(RefusalKind.Stale, text);

    private static Decision<WatchEvent> Accept(params WatchEvent[] facts) => new Decision<WatchEvent>.Accepted(facts);
}
