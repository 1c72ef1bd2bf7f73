using System.Globalization;
using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Clock;
using DisclosureBot.Delegations;
using DisclosureBot.Opinions;
using DisclosureBot.Opinions.Clocks;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Consulting;
using DisclosureBot.Slips.Deadlines;
using DisclosureBot.Slips.Publishing;

namespace DisclosureBot.Asking;

/// <summary>Says of one case where it lies, with whom, since when, how long in working time, and what comes next. Pure.</summary>
/// <param name="now">Bureau time.</param>
internal sealed class CaseSentence(Roster roster, BureauCalendar calendar, DateTimeOffset now, StandIns? standIns = null)
{
    public IReadOnlyList<string> Of(Hit hit, string? passed) => hit switch
    {
        { Slip: { } slip } => [Passed(slip, passed) + Lies(slip), .. Asks(slip), .. Next(slip), .. Due(slip)],
        { Opinion: { } item } => [Lies(item), .. Due(item)],
        _ => [],
    };

    /// <summary>Who drafted it and who signed, with when; and whose turn it is.</summary>
    public IReadOnlyList<string> Signatures(Hit hit) => hit switch
    {
        { Slip: { } slip } =>
        [
            $"起草:{slip.Section} {slip.Drafter.Name},{Show(slip.Trail[0].At)}提交。",
            .. slip.Signatures.Select(signature => $"{Desks.Review(signature.Stage)}:{signature.By.Name},{Show(signature.At)},“{signature.Text}”。"),
            .. slip.Phase is SlipPhase.Archived or SlipPhase.Declined ? (IEnumerable<string>)[$"现在:{SlipStatus.Of(slip, roster)}。"] : [Lies(slip)],
        ],
        { Opinion: { } item } => [$"上报:{item.Reporter.Name},{Show(item.ReportedAt)}。", Lies(item)],
        _ => [],
    };

    /// <summary>How long the doors were open meanwhile: 2个工作日又3小时.</summary>
    public string Length(DateTimeOffset since)
    {
        var open = calendar.WorkingTime(since, now);
        var day = calendar.Settings.OfficeHours.Between(TimeOnly.MinValue, TimeOnly.MaxValue);
        var days = (int)(open / day);
        var hours = (int)Math.Floor((open - (days * day)).TotalHours);
        return (days, hours) switch
        {
            (0, 0) => "不到1个工作小时",
            (0, _) => Text($"{hours}个工作小时"),
            (_, 0) => Text($"{days}个工作日"),
            _ => Text($"{days}个工作日又{hours}小时"),
        };
    }

    private static string Passed(Slip slip, string? step) => step is null ? "" : Places.HasPassed(step, SlipPlace.Of(slip)) switch
    {
        true => "已经办过这一步。",
        false => "还没有。",
        null => "",
    };

    private string Lies(Slip slip) => slip.Phase switch
    {
        SlipPhase.Declined or SlipPhase.Archived => $"{SlipStatus.Of(slip, roster)}。",
        SlipPhase.InReview => $"现在在{Desks.Review(slip.Stage)},{Waits(slip)}{(Hearing.Holding(slip).Count > 0 ? "答复" : "签署")};{Since(slip)}。",
        SlipPhase.WithDrafter => $"现在在起草人{slip.Drafter.Name}手里修改;{Since(slip)}。{Why(slip)}",
        SlipPhase.Signed when Completion.Of(slip) is [var step, ..] => $"已签发,现在等“{Completion.Name(step)}”,{Waits(slip)}办理;{Since(slip)}。",
        SlipPhase.Signed => $"各步都已办完,等待自动归档;{Since(slip)}。",
        _ => throw new InvalidOperationException(slip.Phase.ToString()),
    };

    private static string Why(Slip slip) => slip.Trail.LastOrDefault(line => line.Act == SlipAct.Return) is { Why: { } why } line ? $"{line.By.Name}退回的理由:{why}。" : "";

    private string Waits(Slip slip)
    {
        // Whose comment is wanted does not sign; they are named apart.
        var waited = Waiting.On(slip, roster);
        var others = waited.Except(Hearing.Asked(slip), StringComparer.Ordinal).ToList();
        var people = (others.Count > 0 ? others : [.. waited]).Select(roster.Find).OfType<Person>().ToList();
        return people.Count == 0 ? "暂时没有能办的人,请管理员核对花名册后再" : $"等{Desks.Names(people)}";
    }

    /// <summary>Whose comment is wanted, and who may act in the place of those it waits for.</summary>
    private IEnumerable<string> Asks(Slip slip)
    {
        var asked = slip.Consultations.Where(one => Hearing.IsDue(slip, one)).ToList();
        if (asked.Count > 0) yield return $"正在{Hearing.Words(asked)}{(Hearing.Holding(slip).Count > 0 ? ",答复后才能签署" : "")}。";
        var standing = standIns?.Of(slip, Waiting.On(slip, roster), now).Distinct(StringComparer.Ordinal).Select(roster.Find).OfType<Person>().ToList() ?? [];
        if (standing.Count > 0) yield return $"受委托也可以办的:{Desks.Names(standing)}。";
    }

    private string Since(Slip slip) => $"{Show(slip.Since)}起,已{Length(slip.Since)}";

    private static IEnumerable<string> Next(Slip slip)
    {
        var next = slip.Phase switch
        {
            SlipPhase.InReview when slip.Stage == Stage.Leader => "印制",
            SlipPhase.InReview => Desks.Review(slip.Stage + 1) + (slip.Stage == Stage.GeneralOffice ? $"({slip.Content.Signer.Name})" : ""),
            SlipPhase.WithDrafter => $"改好后{Desks.Review(slip.Stage)}",
            SlipPhase.Signed => Completion.Of(slip) switch { [_, var then, ..] => Completion.Name(then), [_] => "归档", _ => null },
            SlipPhase.Declined or SlipPhase.Archived => null,
            _ => throw new InvalidOperationException(slip.Phase.ToString()),
        };
        if (next is not null) yield return $"下一步:{next}。";
    }

    private IEnumerable<string> Due(Slip slip) => slip.Deadlines.Where(clock => clock.IsRunning).OrderBy(clock => clock.Deadline.Due).Take(2)
        .Select(clock => $"{DeadlineKinds.Name(clock.Kind)}期限:{DeadlineText.Line(clock.Deadline, now.Year)}{Left(clock.Deadline.Due)}。");

    /// <summary>In working days, by the bureau's calendar.</summary>
    private string Left(DateOnly due)
    {
        var today = BureauTime.Day(now);
        if (due == today) return ",今天到期";
        var (from, to) = due < today ? (due, today) : (today, due);
        var days = 0;
        for (var day = from; day < to; day = day.AddDays(1))
            if (calendar.IsCountedAsWorkingDay(day.AddDays(1))) days++;
        return due < today ? Text($",已逾期{days}个工作日") : Text($",还有{days}个工作日");
    }

    private string Lies(OpinionItem item)
    {
        var people = OpinionWaiting.On(item, roster).Select(roster.Find).OfType<Person>().ToList();
        var hand = item is { IsOpen: true, Handler: { } handler, InHandSince: { } since } ? $"{handler.Name}{Show(since)}起处理,已{ClockText.Length(now - since)}。" : "";
        var waits = item.IsOpen && people.Count > 0 ? $"等{Desks.Names(people)}办理。" : "";
        return $"现在:{OpinionStatus.Of(item)}。{hand}{waits}";
    }

    private IEnumerable<string> Due(OpinionItem item) => item.Clocks.Where(clock => clock.IsRunning && item.IsOpen).OrderBy(clock => clock.Deadline.Due).Take(2)
        .Select(clock => $"{ClockNames.Of(clock.Deadline.Kind)}时限:{Show(clock.Deadline.Due)},{ClockText.Remaining(clock, now)}。");

    private string Show(DateTimeOffset at) => BureauTime.Show(at, now.Year);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
