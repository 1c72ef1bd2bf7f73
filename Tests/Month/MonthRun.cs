using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DisclosureBot.Bureau;
using DisclosureBot.Calendar;
using DisclosureBot.Clock;

namespace DisclosureBot.Tests.Month;

/// <summary>What is simulated.</summary>
/// <param name="SlipsADay">Drafted on each working day.</param>
/// <param name="Mode">即时, 按紧急程度 or 每日汇总, for everybody.</param>
/// <param name="Step">How often people come to their desks, in minutes.</param>
internal sealed record MonthPlan(int People, DateOnly First, DateOnly Last, double SlipsADay, int Seed, string Mode, int Step = 30)
{
    /// <summary>From a look to the next, which sees what the acts have brought about.</summary>
    public TimeSpan Between { get; init; } = TimeSpan.FromMinutes(5);
}

/// <summary>
/// The real program over so many days with the clock moved, everybody's chat on a recording far side. Whoever a slip waits for works it
/// off after a time of their own in working hours, from the desk, the morning's card or a message alike: the moments depend on the seed, the slip
/// and its stage alone. So all ways to be reminded go with the same work, and differ only in what reaches people's chats.
/// </summary>
internal sealed partial class MonthRun(MonthPlan plan)
{
    private readonly BureauCalendar _calendar = new Calendars(CalendarSettings.Default).Present;
    private readonly MonthBureau _bureau = new(plan.People);
    private readonly Chance _chance = new(plan.Seed);
    private readonly Dictionary<string, string> _titles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _urgencies = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Case, string Place), Wait> _open = [];
    private readonly List<Wait> _waits = [];
    private readonly Dictionary<(string Case, string Place, string Person), DateTimeOffset> _since = [];
    private readonly HashSet<(string, string, string)> _idle = [];
    private int _drafted;
    private DateTimeOffset _now;

    public Roster Roster => _bureau.Roster;

    public async Task<MonthFigures> Go(byte[] document)
    {
        await using var box = await Postbox.Open(document);
        await using var house = await LoneHouse.Open(await Settings());
        await Live(house, box, new Visitor(house, box, Roster));
        return await Count(box.All, house);
    }

    /// <summary>What the program is started with.</summary>
    public async Task<Dictionary<string, string>> Settings()
    {
        var roster = Path.GetTempFileName();
        await File.WriteAllBytesAsync(roster, _bureau.Json);
        return new(StringComparer.Ordinal)
        {
            ["Bureau:File"] = roster,
            ["Clock:Start"] = BureauTime.At(plan.First, new TimeOnly(7, 30)).ToString("O", CultureInfo.InvariantCulture),
            ["Reminding:Default"] = plan.Mode,
            ["Publishing:AllowLocalAddresses"] = "true",
            ["Logging:LogLevel:Default"] = "Warning",
        };
    }

    /// <summary>Everybody installs the app, and the days go by.</summary>
    public async Task Live(IHouse house, Postbox box, Visitor visitor)
    {
        _now = box.Now = BureauTime.At(plan.First, new TimeOnly(7, 30));
        foreach (var person in Roster.People) await visitor.Install(person);
        var errand = new Errand(visitor, box, _chance);
        for (var day = plan.First; day <= plan.Last; day = day.AddDays(1))
            foreach (var time in Times(day)) await At(BureauTime.At(day, time), house, box, visitor, errand);
    }

    /// <summary>Every so often while the doors are open, from the full hour on; once on a day off, that nothing comes.</summary>
    private IEnumerable<TimeOnly> Times(DateOnly day)
    {
        if (!_calendar.IsCountedAsWorkingDay(day)) return [new(9, 0)];
        return Enumerable.Range(0, 24 * 60 / plan.Step).Select(n => TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(n * plan.Step))).Where(time => _calendar.InOfficeHours(BureauTime.At(day, time)) == BureauTime.At(day, time)).Append(new(18, 30));
    }

    private async Task At(DateTimeOffset at, IHouse house, Postbox box, Visitor visitor, Errand errand)
    {
        (_now, box.Now) = (at, at);
        await house.Settle(_now);
        await Look(house);
        if (_calendar.InOfficeHours(at) != at) return;
        await Draft(at, visitor, box);
        foreach (var (caseId, place, person) in Due(at)) await Act(caseId, place, person, errand);
        // What the acts bring about is under way before the next look.
        _now = box.Now = at + plan.Between;
        await house.Settle(_now);
        await Look(house);
    }

    /// <summary>What now waits for whom.</summary>
    private async Task Look(IHouse house)
    {
        var waiting = await house.Rows("SELECT s.case_id, COALESCE(c.place, ''), s.person, c.due FROM slots s JOIN cases c ON c.bureau = s.bureau AND c.id = s.case_id WHERE s.must_act = 1 AND c.open = 1 AND c.kind = 'slip'");
        var present = waiting.Select(row => (row[0]!, row[1]!)).ToHashSet();
        foreach (var gone in _open.Keys.Where(key => !present.Contains(key)).ToList())
        {
            _open[gone].Until = _now;
            _open.Remove(gone);
        }

        foreach (var row in waiting)
        {
            var key = (row[0]!, row[1]!);
            if (!_open.TryGetValue(key, out var wait)) _waits.Add(_open[key] = wait = new(key.Item1, key.Item2, _now, Day(row[3]), []));
            wait.People.Add(row[2]!);
            _since.TryAdd((key.Item1, key.Item2, row[2]!), _now);
        }

        var still = waiting.Select(row => (row[0]!, row[1]!, row[2]!)).ToHashSet();
        foreach (var over in _since.Keys.Where(key => !still.Contains(key)).ToList())
        {
            _since.Remove(over);
            _idle.Remove(over);
        }
    }

    private async Task Draft(DateTimeOffset at, Visitor visitor, Postbox box)
    {
        var steps = Times(BureauTime.Day(at)).Count() - 1;
        if (_chance.Of("draft?", at) >= plan.SlipsADay / steps % 1 && plan.SlipsADay < steps) return;
        for (var n = 0; n < Math.Max(1, (int)(plan.SlipsADay / steps)); n++) await DraftOne(visitor, box);
    }

    private async Task DraftOne(Visitor visitor, Postbox box)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"关于第{++_drafted}项商务工作的通知");
        var drafter = _chance.Pick(_bureau.Drafters, "drafter", title);
        var urgency = _chance.Of("urgency", title) switch { < 0.05 => "特急", < 0.2 => "加急", _ => "平件" };
        (string, string)[] attribute = _chance.Of("attribute", title) switch
        {
            < 0.55 => [("公开属性", "此件公开发布")],
            < 0.7 => [("公开属性", "此件依申请公开"), ("理由", "仅与特定企业有关")],
            _ => [("公开属性", "此件不公开"), ("理由", "属内部事务信息"), ("法定依据", "《条例》第十六条第一款(内部事务信息)")],
        };
        var form = (await visitor.Say(drafter, "拟稿"))[0];
        var made = await visitor.Press(drafter, form, "提交", [("是否涉密", "否"), ("标题", title), ("文种", "通知"), ("紧急程度", urgency), .. attribute]);
        var number = SlipNumber().Match(made!.Text).Groups["number"].Value;
        var caseId = $"slip-{number[..4]}-{number[5..].PadLeft(7, '0')}";
        (_titles[caseId], _urgencies[caseId]) = (title, urgency);
        var ask = (await visitor.SendFile(drafter, $"{number} 正文", "正文.docx", box.Document(_drafted)))[0];
        await visitor.Press(drafter, ask, "存入", ("放到哪件", $"{number} {title}"), ("文件类别", "正文"));
    }

    /// <summary>Who by now has had it on the desk for long enough, in an order of the seed's.</summary>
    private List<(string Case, string Place, string Person)> Due(DateTimeOffset at) => [.. _since.Keys.Where(key => !_idle.Contains(key) && IsReady(key, at))
        .OrderBy(key => key.Case, StringComparer.Ordinal).ThenBy(key => _chance.Of("order", _titles.GetValueOrDefault(key.Case, key.Case), key.Person)).ThenBy(key => key.Person, StringComparer.Ordinal)];

    private bool IsReady((string Case, string Place, string Person) key, DateTimeOffset at) =>
        _calendar.WorkingTime(_since[key], at) >= _chance.Delay(Mean(key.Case), "delay", _titles.GetValueOrDefault(key.Case, key.Case), key.Place, key.Person);

    private TimeSpan Mean(string caseId) => _urgencies.GetValueOrDefault(caseId) switch
    {
        "特急" => TimeSpan.FromMinutes(30),
        "加急" => TimeSpan.FromHours(1.5),
        _ => TimeSpan.FromHours(4),
    };

    private async Task Act(string caseId, string place, string person, Errand errand)
    {
        if (!await errand.Do(_bureau.Roster.Find(person)!, caseId, _titles.GetValueOrDefault(caseId, ""))) _idle.Add((caseId, place, person));
    }

    private async Task<MonthFigures> Count(IReadOnlyList<Mail> mail, IHouse house)
    {
        var ledger = new Ledger(_calendar, mail);
        var days = Days().ToList();
        var rings = mail.Where(one => one.Rings).ToLookup(one => (one.Person, BureauTime.Day(one.At)));
        // What ended before it had to be seen was seen by whoever ended it; what is due after the last look nobody can tell.
        var tasks = _waits.Where(wait => ledger.Latest(wait) is var latest && latest <= _now && !(wait.Until <= latest)).ToList();
        var rungs = (await house.Rows("SELECT case_id, body, at FROM events WHERE type = 'DeadlineReminded'")).Select(Rung).Where(rung => rung.Rung != "before" || _calendar.NextOpening(rung.At).AddMinutes(10) <= _now).ToList();
        var signed = await house.Rows("SELECT MIN(d.at), MAX(e.at) FROM events e JOIN events d ON d.case_id = e.case_id AND d.version = 1 WHERE e.type = 'Signed' GROUP BY e.case_id HAVING COUNT(*) >= 3");
        return new(
            [.. from day in days from person in _bureau.Roster.People select rings[(person.Id, day)].Count()],
            mail.Count(one => one is { IsPost: true, Rings: false }), mail.Count(one => !one.IsPost), mail.Count(one => one is { Rings: true, IsBriefing: true }),
            _drafted, signed.Count, signed.Count == 0 ? 0 : signed.Average(row => _calendar.WorkingTime(Moment(row[0]!), Moment(row[1]!)).TotalHours / 7.5),
            tasks.Count, [.. tasks.Where(wait => !ledger.WasSeen(wait)).Select(wait => $"{wait.Case} {wait.Place} since {wait.From:MM-dd HH:mm} for {string.Join(' ', wait.People)}")],
            rungs.Count, [.. rungs.Where(rung => !ledger.WasSeen(rung)).Select(rung => $"{rung.Case} {rung.Rung} {rung.At.ToOffset(BureauTime.Offset):MM-dd HH:mm} to {string.Join(' ', rung.To)}")], ledger.Twice());
    }

    private IEnumerable<DateOnly> Days()
    {
        for (var day = plan.First; day <= plan.Last; day = day.AddDays(1))
            if (_calendar.IsCountedAsWorkingDay(day))
                yield return day;
    }

    [GeneratedRegex(@"签号 (?<number>\d{4}-\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SlipNumber();

    public static RungFact Rung(string?[] row)
    {
        using var body = JsonDocument.Parse(row[1]!);
        var rung = body.RootElement.GetProperty("rung");
        var name = rung.ValueKind == JsonValueKind.String ? rung.GetString()! : rung.GetInt32().ToString(CultureInfo.InvariantCulture);
        return new(row[0]!, name.Equals("before", StringComparison.OrdinalIgnoreCase) ? "before" : name, Moment(row[2]!), [.. body.RootElement.GetProperty("to").EnumerateArray().Select(one => one.GetString()!)]);
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
