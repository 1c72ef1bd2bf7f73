using System.Globalization;
using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Cards.Briefing;
using DisclosureBot.Cards.Slips;
using DisclosureBot.Clock;
using DisclosureBot.Journal;

namespace DisclosureBot.Briefing;

/// <summary>Words a brief for its card: where each case lies, how long in working hours, and what is due. Overdue first.</summary>
public sealed class BriefingViews(Calendars calendars, Roster roster)
{
    private static readonly string[] Weekdays = ["日", "一", "二", "三", "四", "五", "六"];

    public BriefingView Of(Brief brief, bool asked = false)
    {
        var calendar = calendars.Present;
        var today = BureauTime.Day(brief.At);
        var overdue = brief.Waiting.Count(one => one.Due < today);
        return new()
        {
            Title = "今日汇总",
            Day = string.Create(CultureInfo.InvariantCulture, $"{today:M月d日}(星期{Weekdays[(int)today.DayOfWeek]}) {brief.At.ToOffset(BureauTime.Offset):HH:mm}"),
            Counts = brief.IsEmpty ? "现在没有等您办理的,也没有新情况。" : Counts(brief, overdue),
            Tone = overdue > 0 ? Tone.Bad : brief.Waiting.Count > 0 ? Tone.Waiting : Tone.Neutral,
            Waiting = Lines(brief.Waiting, brief.At, calendar),
            Due = Lines(brief.Due, brief.At, calendar),
            News = [.. brief.News.Select(one => Line(one, brief.At, calendar))],
            SectionName = brief.Person.Section.Name,
            Section = Lines(brief.Section, brief.At, calendar),
            Bureau = Sections(brief.Bureau, today, calendar),
            IsAsked = asked,
        };
    }

    private static string Counts(Brief brief, int overdue) => string.Join(',', new[]
    {
        $"等您办理{brief.Waiting.Count}件", overdue > 0 ? $"其中逾期{overdue}件" : null, brief.Due.Count > 0 ? $"今明到期{brief.Due.Count}件" : null,
        brief.News.Count > 0 ? $"有新情况{brief.News.Count}件" : null, brief.Section.Count > 0 ? $"本科室在办{brief.Section.Count}件" : null,
        brief.Bureau.Count > 0 ? $"全局在办{brief.Bureau.Count}件" : null,
    }.OfType<string>());

    /// <summary>What ends first, first; then what lies longest.</summary>
    private static IReadOnlyList<BriefingLine> Lines(IReadOnlyList<FoundCase> found, DateTimeOffset at, BureauCalendar calendar) =>
        [.. found.OrderBy(one => one.Due ?? DateOnly.MaxValue).ThenBy(one => one.Since ?? one.Case.UpdatedAt).ThenBy(one => one.Case.CaseId, StringComparer.Ordinal).Select(one => Line(one, at, calendar))];

    private static BriefingLine Line(FoundCase one, DateTimeOffset at, BureauCalendar calendar)
    {
        var (due, tone) = one is { Case.Open: true, Due: { } day } ? Due(day, BureauTime.Day(at), calendar) : (null, Tone.Neutral);
        return new(one.Case.CaseId, one.Case.Number, one.Case.Title, one.Case.Status, one is { Case.Open: true, Since: { } since } ? Lain(calendar.WorkingTime(since, at)) : null, due, tone);
    }

    private static (string?, Tone) Due(DateOnly day, DateOnly today, BureauCalendar calendar) => day < today
        ? (string.Create(CultureInfo.InvariantCulture, $"已逾期{today.DayNumber - day.DayNumber}天"), Tone.Bad)
        : day == today ? ("今天到期", Tone.Warning)
        : (string.Create(CultureInfo.InvariantCulture, $"{DeadlineText.Day(day, today.Year)}到期"), day <= calendar.WorkingDayFrom(today, 1) ? Tone.Warning : Tone.Neutral);

    /// <summary>In working hours, as the doors were open.</summary>
    private static string Lain(TimeSpan length) => length switch
    {
        { TotalMinutes: < 1 } => "刚到",
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"已放{length.Minutes}分钟"),
        _ => string.Create(CultureInfo.InvariantCulture, $"已放{(int)length.TotalHours}个工作小时"),
    };

    /// <summary>One line a section that has any, in the order of the roster.</summary>
    private IReadOnlyList<string> Sections(IReadOnlyList<FoundCase> found, DateOnly today, BureauCalendar calendar)
    {
        var order = roster.People.Select(person => person.Section).DistinctBy(section => section.Id).ToList();
        var soon = calendar.WorkingDayFrom(today, 1);
        return [.. order.Select(section => (section.Name, Slips: found.Where(one => one.Case.Section == section.Id).ToList())).Where(one => one.Slips.Count > 0)
            .Select(one => (one.Name, one.Slips.Count, Late: one.Slips.Count(slip => slip.Due < today), Soon: one.Slips.Count(slip => slip.Due >= today && slip.Due <= soon)))
            .Select(one => $"{one.Name}:在办{one.Count}件{(one.Late > 0 ? $",逾期{one.Late}件" : "")}{(one.Soon > 0 ? $",今明到期{one.Soon}件" : "")}")];
    }
}
