using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using DisclosureBot.Bureau;

namespace DisclosureBot.Calendar;

/// <summary>Reads a table from the project's own JSON (see Calendar/Data); every fault is a sentence naming its line.</summary>
public static class CalendarFile
{
    /// <summary>More than a year of days, in bytes.</summary>
    public const int Largest = 256 * 1024;

    private const int MostDays = 120;
    private const int LongestText = 200;

    /// <summary>Null where the bytes are no table; each fault says where and what.</summary>
    public static CalendarTable? Read(ReadOnlySpan<byte> json, out IReadOnlyList<string> faults)
    {
        if (json.Length > Largest) return Nothing($"文件过大:最多{Largest / 1024}KB。", out faults);
        try
        {
            if (json.StartsWith("\uFEFF"u8)) json = json[3..];
            var raw = JsonSerializer.Deserialize(json, RawTableJson.Default.RawTable);
            return raw is null ? Nothing("文件是空的。", out faults) : new Reading(raw, FieldLines.Of(json.ToArray())).Table(out faults);
        }
        catch (JsonException wrong)
        {
            return Nothing($"第{(wrong.LineNumber ?? 0) + 1}行不是本系统的节假日文件格式(JSON):{wrong.Path}。请核对文件。", out faults);
        }
        catch (InvalidOperationException)
        {
            return Nothing("文件中有无法识别的字符。", out faults); // an escaped half of a surrogate pair
        }
    }

    private static CalendarTable? Nothing(string fault, out IReadOnlyList<string> faults)
    {
        faults = [fault];
        return null;
    }

    /// <summary>One reading; gathers all faults instead of stopping at the first.</summary>
    private sealed class Reading(RawTable raw, Dictionary<string, int> lines)
    {
        private readonly List<string> _faults = [];

        public CalendarTable? Table(out IReadOnlyList<string> faults)
        {
            var source = new CalendarSource(
                Text(raw.Source?.Title, "source.title"), Optional(raw.Source?.DocNo, "source.docNo"), Optional(raw.Source?.Url, "source.url"),
                raw.Source?.IssuedOn is { } issued ? Date(issued, "source.issuedOn") : null);
            var table = new CalendarTable(
                raw.Year ?? Fault("year", "缺少年度", 0), source, Word(raw.Status, "status", Statuses), Days(), raw.Missing?.Select((name, i) => Text(name, $"missing[{i}]")).ToList());
            faults = _faults;
            return _faults.Count == 0 ? table : null;
        }

        private List<CalendarDay> Days()
        {
            if (raw.Days is not { Count: <= MostDays } days) return Fault<List<CalendarDay>>("days", raw.Days is null ? "缺少日期列表" : $"最多{MostDays}天", []);
            return [.. days.Select((day, i) => new CalendarDay(
                Date(day?.Date, $"days[{i}].date"), Word(day?.Kind, $"days[{i}].kind", Kinds), Text(day?.Name, $"days[{i}].name"), Word(day?.Scope, $"days[{i}].scope", Scopes)))];
        }

        private DateOnly Date(string? text, string field) =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date
                : Fault(field, $"“{Short(text)}”不是日期,应写作 2026-10-01", default(DateOnly));

        private T Word<T>(string? text, string field, Dictionary<string, T> words) => text is not null && words.TryGetValue(text, out var value)
            ? value
            : Fault(field, $"“{Short(text)}”不能识别,应为 {string.Join(" 或 ", words.Keys)}", words.Values.First());

        private string Text(string? text, string field) => string.IsNullOrWhiteSpace(text) ? Fault(field, "没有填写", "") : Optional(text, field)!;

        private string? Optional(string? text, string field) => text?.Length > LongestText ? Fault(field, $"最多{LongestText}字", "") : text;

        private T Fault<T>(string field, string what, T instead)
        {
            _faults.Add($"第{Line(field)}行({field}):{what}。");
            return instead;
        }

        /// <summary>A missing field is reported at the object it is missing from.</summary>
        private int Line(string field)
        {
            for (var at = field; ; at = at[..at.LastIndexOfAny(['.', '['])])
            {
                if (lines.TryGetValue(at, out var line)) return line;
                if (at.LastIndexOfAny(['.', '[']) < 0) return 1;
            }
        }

        private static string Short(string? text) => text is null ? "" : text.Length > 30 ? text[..30] + "…" : text;

        private static readonly Dictionary<string, TableStatus> Statuses = new(StringComparer.Ordinal) { ["official"] = TableStatus.Official, ["provisional"] = TableStatus.Provisional };
        private static readonly Dictionary<string, DayKind> Kinds = new(StringComparer.Ordinal) { ["off"] = DayKind.Off, ["work"] = DayKind.Work };
        private static readonly Dictionary<string, DayScope> Scopes = new(StringComparer.Ordinal) { ["national"] = DayScope.National, ["local"] = DayScope.Local };
    }
}

/// <summary>The file as it stands, nothing of it believed yet.</summary>
internal sealed record RawTable(int? Year, RawSource? Source, string? Status, IReadOnlyList<RawDay?>? Days, IReadOnlyList<string?>? Missing);

internal sealed record RawSource(string? Title, string? DocNo, string? Url, string? IssuedOn);

internal sealed record RawDay(string? Date, string? Kind, string? Name, string? Scope);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(RawTable))]
internal sealed partial class RawTableJson : JsonSerializerContext;
