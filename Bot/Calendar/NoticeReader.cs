using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DisclosureBot.Calendar;

/// <summary>
/// Reads a table from the lines of a notice as the State Council and the prefecture word them:
/// 元旦:1月1日(周四)至3日(周六)放假调休,共3天。1月4日(周日)上班。 Weekdays and numbers of days that are named must agree.
/// </summary>
public sealed partial class NoticeReader
{
    private static readonly HashSet<string> NationalNames =
        ["元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节", "国庆节、中秋节", "中秋节、国庆节"];

    private readonly int _year;
    private readonly DayScope _scope;
    private readonly List<string> _faults = [];
    private readonly List<CalendarDay> _days = [];
    private string? _title, _docNo, _name;
    private DateOnly? _issuedOn;
    private int _line;

    private NoticeReader(int year, DayScope scope) => (_year, _scope) = (year, scope);

    /// <summary>Null where anything cannot be read; each fault names its line. Prose without dates is passed over.</summary>
    /// <param name="scope">In a notice of the prefecture the country's own holidays are passed over: they are not its to change.</param>
    public static CalendarTable? Read(string text, int year, DayScope scope, out IReadOnlyList<string> faults)
    {
        var reader = new NoticeReader(year, scope);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n')) reader.Line(line);
        if (reader is { _faults: [], _days: [] }) reader._faults.Add("没有读到放假或上班的日期。请粘贴通知中列明日期的各行,例如“元旦:1月1日(周四)至3日(周六)放假调休,共3天。1月4日(周日)上班。”");
        faults = reader._faults;
        return reader._faults.Count == 0 ? reader.Table() : null;
    }

    private CalendarTable Table()
    {
        var title = _title ?? string.Create(CultureInfo.InvariantCulture, $"{_year}年部分节假日安排的通知{(_scope == DayScope.Local ? "(州内)" : "")}");
        return new(_year, new(title, _docNo, null, _issuedOn), TableStatus.Official, [.. _days.OrderBy(day => day.Date)]);
    }

    private void Line(string line)
    {
        _line++;
        foreach (var sentence in Plain(line).Split('。', StringSplitOptions.RemoveEmptyEntries)) Sentence(Numbering().Replace(sentence, ""));
    }

    private void Sentence(string sentence)
    {
        if (Heading(sentence) || sentence.StartsWith("鼓励", StringComparison.Ordinal)) return;
        if (Days().Count(sentence) == 0)
        {
            if (sentence.Contains("放假", StringComparison.Ordinal) && Count().IsMatch(sentence)) Fault("写了放假天数,但没有读到日期");
            return;
        }

        if (Holiday().Match(sentence) is { Success: true } holiday)
        {
            _name = holiday.Groups["name"].Value;
            if (Number(holiday.Groups["year"]) is { } named && named != _year) Fault($"写的是{named}年,填报的年度是{_year}年");
            sentence = sentence[(holiday.Groups["name"].Index + _name.Length)..];
        }

        if (_name is null) Fault("没有写明是什么节日,应写作“节日名称:日期”");
        else if (_scope == DayScope.National || !NationalNames.Contains(_name)) Dated(sentence);
    }

    /// <summary>What stands above and below the list: title, document number, date of issue.</summary>
    private bool Heading(string sentence)
    {
        if (Title().Match(sentence) is { Success: true } title)
        {
            _title ??= title.Value;
            if (Number(title.Groups["year"]) is { } named && named != _year) Fault($"通知是{named}年的,填报的年度是{_year}年");
            return true;
        }

        if (DocumentNumber().IsMatch(sentence)) _docNo ??= sentence;
        else if (Issued().Match(sentence) is { Success: true } issued) _issuedOn = Date(Number(issued.Groups["y"])!.Value, Number(issued.Groups["m"])!.Value, Number(issued.Groups["d"])!.Value);
        else return false;
        return true;
    }

    /// <summary>Dates gather until a word says what they are; 与…周末连休 only mentions its own.</summary>
    private void Dated(string sentence)
    {
        List<DateOnly> pending = [];
        var (off, sawOff, end) = (0, false, 0);
        Match? last = null;
        foreach (Match token in Tokens().Matches(sentence))
        {
            if (token.Groups["d"].Success)
            {
                Gather(pending, sentence[end..token.Index], token, last);
                last = token;
            }
            else
            {
                if (token.Value == "上班") Keep(pending, DayKind.Work);
                else if (token.Value != "连休") off += Keep(pending, DayKind.Off);
                sawOff |= token.Value is not ("上班" or "连休");
                pending.Clear();
            }

            end = token.Index + token.Length;
        }

        if (sawOff && off == 0) off += Keep(pending, DayKind.Off);
        else if (pending.Count > 0) Fault($"{DeadlineText.Day(pending[0])}没有写明是放假还是上班");
        if (off > 0 && Count().Match(sentence) is { Success: true } count && Number(count.Groups["n"]) != off) Fault($"写明共{count.Groups["n"].Value}天,按日期数是{off}天");
    }

    private int Keep(List<DateOnly> dates, DayKind kind)
    {
        foreach (var date in dates)
        {
            if (kind == DayKind.Work && date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) Fault($"{DeadlineText.Day(date)}不是周六、周日,不能是调休上班日");
            else if (_days.Find(day => day.Date == date) is { } twice) Fault($"{DeadlineText.Day(date)}前面已写为{(twice.IsOff ? "放假" : "上班")}({twice.Name}),重复或矛盾");
            else _days.Add(new(date, kind, _name!, _scope));
        }

        return dates.Count;
    }

    private void Gather(List<DateOnly> pending, string gap, Match token, Match? last)
    {
        var before = pending.Count > 0 ? pending[^1] : (DateOnly?)null;
        var year = Number(token.Groups["y"]) ?? (before?.Year ?? _year) + (gap.Contains("次年", StringComparison.Ordinal) ? 1 : 0);
        if ((Number(token.Groups["m"]) ?? before?.Month) is not { } month)
        {
            Fault($"“{token.Value}”没有写月份");
            return;
        }

        if (Date(year, month, Number(token.Groups["d"])!.Value) is not { } date) return;
        var isRange = before is not null && Through().IsMatch(gap);
        if (before is not null && !isRange && !And().IsMatch(gap)) Fault($"“{gap}”看不懂,日期之间应写“至”或“、”");
        var weekdays = Weekday().Matches(token.Groups["note"].Value);
        // (星期一至星期三) after a range names both its ends.
        if (isRange && weekdays.Count == 2) Agree(before!.Value, weekdays[0]);
        if (weekdays.Count > 0) Agree(date, weekdays[^1]);
        if (isRange) Range(pending, before!.Value, date);
        else pending.Add(date);
    }

    private void Range(List<DateOnly> pending, DateOnly from, DateOnly to)
    {
        if (to <= from) Fault($"结束日期{DeadlineText.Day(to)}不在开始日期{DeadlineText.Day(from)}之后,跨年的请写明年份");
        else if (to.DayNumber - from.DayNumber > 15) Fault($"{DeadlineText.Day(from)}至{DeadlineText.Day(to)}超过15天");
        else for (var day = from.AddDays(1); day <= to; day = day.AddDays(1)) pending.Add(day);
    }

    private void Agree(DateOnly date, Match weekday)
    {
        var named = weekday.Groups["w"].Value[0] is '天' ? '日' : weekday.Groups["w"].Value[0];
        if (named != DeadlineText.Weekday(date)) Fault($"{date.Year}年{date.Month}月{date.Day}日是周{DeadlineText.Weekday(date)},写的是周{named},请核对日期和年度");
    }

    private DateOnly? Date(int year, int month, int day)
    {
        if (year is >= 2000 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)) return new(year, month, day);
        Fault(string.Create(CultureInfo.InvariantCulture, $"没有{year}年{month}月{day}日这一天"));
        return null;
    }

    private void Fault(string what) => _faults.Add(string.Create(CultureInfo.InvariantCulture, $"第{_line}行{(_name is null ? "" : $"“{_name}”")}:{what}。"));

    private static int? Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : null;

    /// <summary>Half-width and without spaces, whatever it was pasted from.</summary>
    private static string Plain(string line)
    {
        var plain = new StringBuilder(line.Length);
        foreach (var letter in line)
            if (letter is >= '\uFF01' and <= '\uFF5E') plain.Append((char)(letter - 0xFEE0));
            else if (!char.IsWhiteSpace(letter)) plain.Append(letter);
        return plain.ToString();
    }

    private const int Patience = 1000;

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十0-9]{1,3}\)|[0-9]{1,2}[.、](?![0-9]))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"^.{0,40}关于(?<year>20[0-9]{2})年.{0,40}(?:放假|安排).{0,20}通知(?:\(.{0,20}\))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Title();

    [GeneratedRegex(@"^\p{L}{1,12}[〔\[]20[0-9]{2}[〕\]][0-9]{1,4}号$", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(@"^(?<y>20[0-9]{2})年(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日$", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Issued();

    [GeneratedRegex(@"^(?:(?<year>20[0-9]{2})年)?(?<name>[^:,0-9]{1,30}?)(?::|放假)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Holiday();

    [GeneratedRegex("[0-9]{1,2}日", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Days();

    [GeneratedRegex(@"(?:(?<y>[0-9]{4})年)?(?:(?<m>[0-9]{1,2})月)?(?<d>[0-9]{1,2})日(?:\((?<note>[^)]{0,40})\))?|放假|法定节?假日|补休|上班|连休", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Tokens();

    [GeneratedRegex("(?:共|放假)(?<n>[0-9]{1,2})天", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Count();

    [GeneratedRegex("^(?:至|到|—+|–|-|~)(?:次年)?$", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex Through();

    [GeneratedRegex("^[、,和及与]$", RegexOptions.CultureInvariant, Patience)]
    private static partial Regex And();

    [GeneratedRegex("(?:周|星期)(?<w>[一二三四五六日天])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Weekday();
}
