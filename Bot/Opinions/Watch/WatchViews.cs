using System.Globalization;
using DisclosureBot.Bureau;
using DisclosureBot.Cards;
using DisclosureBot.Cards.Opinions;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Clock;
using DisclosureBot.Opinions.Clocks;

namespace DisclosureBot.Opinions.Watch;

/// <summary>Makes what one person sees of the watch and its roster; who may keep the roster but not have the watch sees nothing of the items.</summary>
public sealed class WatchViews(WatchRules rules, Roster roster, TimeProvider clock)
{
    /// <summary>How many days of the roster are shown.</summary>
    private const int Ahead = 14;

    public WatchView Of(DutyWatch? watch, IReadOnlyList<OpinionItem> open, Person reader, Notice? notice = null, HandOverInput? typed = null)
    {
        var now = clock.BureauNow();
        var ofItems = WatchRules.MayWatch(reader);
        return new()
        {
            OnDuty = Names(watch?.OnDuty(now) ?? []),
            At = BureauTime.Show(now, now.Year),
            Round = watch?.Round ?? 0,
            Pending = watch?.Pending is { } pending ? Line(pending, ofItems, now) : null,
            Last = watch?.Reliefs is [.., var last] ? Line(last, ofItems, now) : null,
            Days = Days(watch, now),
            Items = !ofItems ? [] : [.. open.OrderByDescending(item => item.Gravity).ThenBy(item => Nearest(item)?.Deadline.Due ?? DateTimeOffset.MaxValue).ThenBy(item => item.Number, StringComparer.Ordinal).Select(item => Line(item, now))],
            Count = ofItems ? Count(open) : null,
            Receivers = [.. rules.Receivers(watch, reader, now).Select(person => new Choice(person.Id, person.Name))],
            MayReceive = WatchRules.MayReceive(watch, reader),
            MayTakeBack = rules.MayTakeBack(watch, reader),
            MayEnter = rules.MayEnter(reader),
            Typed = typed ?? new(),
            Notice = notice ?? Gaps(watch, reader, now),
        };
    }

    public DutyRosterView Roster(DutyWatch? watch, Person reader, string? typed = null, Notice? notice = null) => new(
        Days(watch, clock.BureauNow()), OpinionDuties.Names(roster.People.Where(WatchRules.MayWatch)), rules.MayEnter(reader), typed, notice);

    /// <summary>Whoever keeps the roster sees at once where it has nobody.</summary>
    private Notice? Gaps(DutyWatch? watch, Person reader, DateTimeOffset now) =>
        watch is not null && rules.MayEnter(reader) && rules.Gaps(watch, now) is { Count: > 0 } gaps
            ? new(Tone.Warning, $"{string.Join('、', gaps.Select(day => DutyText.Day(day, WatchDay.Of(now))))}无人值班,请写“值班表”安排。")
            : null;

    /// <summary>Today alone, then the days of the same people together.</summary>
    private List<DutyLine> Days(DutyWatch? watch, DateTimeOffset now)
    {
        var today = WatchDay.Of(now);
        List<DutyLine> lines = [new($"{DutyText.Day(today, today)}({DutyText.Weekday(today)})", Names(watch?.OnDuty(now) ?? []), IsToday: true)];
        for (var (first, end) = (today.AddDays(1), today.AddDays(Ahead)); first < end;)
        {
            var people = Names(watch?.On(first) ?? []);
            var last = first;
            while (last.AddDays(1) < end && Names(watch?.On(last.AddDays(1)) ?? []) == people) last = last.AddDays(1);
            lines.Add(new(first == last ? $"{DutyText.Day(first, today)}({DutyText.Weekday(first)})" : $"{DutyText.Day(first, today)}至{DutyText.Day(last, today)}({DutyText.Weekday(first)}至{DutyText.Weekday(last)})", people));
            first = last.AddDays(1);
        }
        return lines;
    }

    private static HandoverLine Line(Handover pending, bool ofItems, DateTimeOffset now) => new(
        $"{pending.From.Name}交班给{pending.To.Name},等待接班", BureauTime.Show(pending.At, now.Year), ofItems ? pending.Note : null,
        !ofItems || pending.Open.Count == 0 ? null : string.Join('、', pending.Open.Select(item => item.Number)));

    private static string Line(Relief last, bool ofItems, DateTimeOffset now) =>
        $"{last.To.Name}于{BureauTime.Show(last.At, now.Year)}接{last.From.Name}的班{(last.Passing.Count > 0 ? $",{last.Passing.Count}件舆情正在转交" : last.Left.Count > 0 && ofItems ? $",{string.Join('、', last.Left)}未能转交,请到卡片上办理" : "")}。";

    private static WatchItem Line(OpinionItem item, DateTimeOffset now)
    {
        var nearest = Nearest(item);
        var late = nearest?.Deadline.Due <= now;
        var due = nearest is null ? null : $"{ClockNames.Of(nearest.Deadline.Kind)} {BureauTime.Show(nearest.Deadline.Due, now.Year)}{(late ? " 已逾期" : "")}";
        return new(item.Id, item.Number, item.Story.Headline, OpinionNames.Of(item.Gravity), due, late ? Tone.Bad : Tone.Waiting, item.IsDrill);
    }

    private static OpinionClock? Nearest(OpinionItem item) => item.Clocks.Where(one => one.IsRunning).MinBy(one => one.Deadline.Due);

    /// <summary>A drill counts in no number (演练 is out of all statistics).</summary>
    private static string Count(IReadOnlyList<OpinionItem> open)
    {
        var drills = open.Count(item => item.IsDrill);
        return string.Create(CultureInfo.InvariantCulture, $"{open.Count - drills}件{(drills > 0 ? $",另有演练{drills}件" : "")}");
    }

    private string? Names(IReadOnlyList<string> people) =>
        people.Select(roster.Find).OfType<Person>().ToList() is { Count: > 0 } known ? OpinionDuties.Names(known) : null;
}
