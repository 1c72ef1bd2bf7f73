using System.Text.Json;
using System.Text.Json.Serialization;
using DisclosureBot.Slips;
using DisclosureBot.Slips.Issuing;

namespace DisclosureBot.Bureau;

/// <summary>The roster file's form, as in the contract.</summary>
public sealed record RosterFile(BureauEntry? Bureau, IReadOnlyList<SectionEntry?>? Sections, IReadOnlyList<PersonEntry?>? People, SettingsEntry? Settings = null);

public sealed record BureauEntry(string? Id, string? Name, string? TenantId);

public sealed record SectionEntry(string? Id, string? Name, IReadOnlyList<string>? Duties);

public sealed record PersonEntry(string? Id, string? AadObjectId, string? Name, string? Section, IReadOnlyList<string>? Roles);

/// <summary>What a bureau settles for itself; may be left out.</summary>
/// <param name="DocumentCodes">文种 (or 规范性文件) → 机关代字.</param>
public sealed record SettingsEntry(IReadOnlyDictionary<string, string?>? DocumentCodes);

/// <summary>A fault in the roster file, with the place where it stands.</summary>
public sealed class RosterException(string message) : Exception(message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(RosterFile))]
public sealed partial class RosterJson : JsonSerializerContext;

/// <summary>Reads and checks a roster file; the first fault is named by line and field.</summary>
public static class RosterReader
{
    private static readonly Dictionary<string, Role> Roles =
        Enum.GetValues<Role>().ToDictionary(role => JsonNamingPolicy.CamelCase.ConvertName(role.ToString()), StringComparer.Ordinal);

    private static readonly HashSet<string> Duties = ["publication", "opinion", "generalOffice", "policyRegulation"];

    public static Roster Read(byte[] json, string name)
    {
        var file = Parse(json, name);
        var check = new Check(json, name);
        var bureau = file.Bureau ?? throw check.Fault("bureau", "is missing");
        var sections = Sections(file, check);
        var people = People(file, sections, check);
        if (!people.Any(person => person.Is(Role.OfficeReviewer))) throw check.Fault("people", "nobody holds the role officeReviewer");
        if (!people.Any(person => person.Is(Role.LeaderInCharge) || person.Is(Role.PrincipalLeader)))
            throw check.Fault("people", "nobody holds the role leaderInCharge or principalLeader");
        return new Roster(
            check.Text(bureau.Id, "bureau.id"), check.Text(bureau.Name, "bureau.name"), check.Text(bureau.TenantId, "bureau.tenantId"), people,
            DocumentCodes(file.Settings?.DocumentCodes, check), [.. sections.Values]);
    }

    private static RosterFile Parse(byte[] json, string name)
    {
        try
        {
            return JsonSerializer.Deserialize(json, RosterJson.Default.RosterFile) ?? throw new RosterException($"{name}, line 1: the file is empty.");
        }
        catch (JsonException fault)
        {
            var unknown = fault.Message.Contains("could not be mapped", StringComparison.Ordinal);
            throw new RosterException($"{name}, line {fault.LineNumber + 1}, {fault.Path ?? "$"}: {(unknown ? "no such field is known" : "not of the expected form")}.");
        }
    }

    private static Dictionary<string, Section> Sections(RosterFile file, Check check)
    {
        var sections = new Dictionary<string, Section>(StringComparer.Ordinal);
        for (var i = 0; i < (file.Sections?.Count ?? 0); i++)
        {
            var at = $"sections[{i}]";
            var entry = file.Sections![i] ?? throw check.Fault(at, "is empty");
            foreach (var duty in entry.Duties ?? [])
                if (!Duties.Contains(duty)) throw check.Fault($"{at}.duties", $"unknown duty '{duty}' (known: {string.Join(", ", Duties)})");
            var section = new Section(check.Text(entry.Id, $"{at}.id"), check.Text(entry.Name, $"{at}.name"), entry.Duties ?? []);
            if (!sections.TryAdd(section.Id, section)) throw check.Fault($"{at}.id", $"'{section.Id}' stands twice");
        }

        return sections.Count > 0 ? sections : throw check.Fault("sections", "there is none");
    }

    private static List<Person> People(RosterFile file, Dictionary<string, Section> sections, Check check)
    {
        var people = new List<Person>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var objectIds = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < (file.People?.Count ?? 0); i++)
        {
            var at = $"people[{i}]";
            var entry = file.People![i] ?? throw check.Fault(at, "is empty");
            var id = check.Text(entry.Id, $"{at}.id");
            var objectId = check.Text(entry.AadObjectId, $"{at}.aadObjectId");
            if (!Guid.TryParse(objectId, out _)) throw check.Fault($"{at}.aadObjectId", $"'{objectId}' is no object id (a GUID)");
            if (!sections.TryGetValue(check.Text(entry.Section, $"{at}.section"), out var section)) throw check.Fault($"{at}.section", $"unknown section '{entry.Section}'");
            if (!ids.Add(id)) throw check.Fault($"{at}.id", $"'{id}' stands twice");
            if (!objectIds.Add(objectId)) throw check.Fault($"{at}.aadObjectId", $"'{objectId}' stands twice");
            people.Add(new Person(id, objectId, check.Text(entry.Name, $"{at}.name"), section, RolesOf(entry, at, check)));
        }

        return people.Count > 0 ? people : throw check.Fault("people", "there is nobody");
    }

    private static Dictionary<string, string> DocumentCodes(IReadOnlyDictionary<string, string?>? entries, Check check)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (genre, typed) in entries ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            var at = $"settings.documentCodes.{genre}";
            if (genre != Roster.NormativeDocuments && !DocumentGenre.All.Contains(genre))
                throw check.Fault(at, $"unknown genre (known: {string.Join(", ", DocumentGenre.All)}, {Roster.NormativeDocuments})");
            codes.Add(genre, DocumentCode.Code(check.Text(typed, at)) ?? throw check.Fault(at, $"'{typed}' is no code: Chinese characters only, {DocumentCode.LongestCode} at most"));
        }

        return codes;
    }

    private static HashSet<Role> RolesOf(PersonEntry entry, string at, Check check)
    {
        var roles = new HashSet<Role>();
        foreach (var name in entry.Roles ?? [])
            roles.Add(Roles.TryGetValue(name, out var role) ? role : throw check.Fault($"{at}.roles", $"unknown role '{name}' (known: {string.Join(", ", Roles.Keys)})"));
        return roles;
    }

    /// <summary>Words a fault with the line on which its field stands.</summary>
    private sealed class Check(byte[] json, string name)
    {
        private readonly Dictionary<string, int> _lines = FieldLines.Of(json);

        public RosterException Fault(string field, string what) => new($"{name}, line {Line(field)}, {field}: {what}.");

        public string Text(string? value, string field) => string.IsNullOrWhiteSpace(value) ? throw Fault(field, "is missing") : value;

        /// <summary>A missing field is reported at the object it is missing from.</summary>
        private int Line(string field)
        {
            for (var at = field; ; at = at[..at.LastIndexOfAny(['.', '['])])
            {
                if (_lines.TryGetValue(at, out var line)) return line;
                if (at.LastIndexOfAny(['.', '[']) < 0) return 1;
            }
        }
    }
}

/// <summary>On which line of a JSON text each field begins: <c>people[3].roles</c> → 17.</summary>
internal static class FieldLines
{
    public static Dictionary<string, int> Of(byte[] json)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var path = new Stack<(string Prefix, int Index)>();
        var field = "";
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                field = Join(path.Peek().Prefix, reader.GetString()!);
                lines.TryAdd(field, LineAt(json, reader.TokenStartIndex));
                continue;
            }

            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                path.Pop();
                continue;
            }

            if (path.TryPeek(out var holder) && holder.Index >= 0)
            {
                path.Pop();
                path.Push((holder.Prefix, holder.Index + 1));
                field = $"{holder.Prefix}[{holder.Index}]";
                lines.TryAdd(field, LineAt(json, reader.TokenStartIndex));
            }

            if (reader.TokenType == JsonTokenType.StartObject) path.Push((field, -1));
            if (reader.TokenType == JsonTokenType.StartArray) path.Push((field, 0));
        }

        return lines;
    }

    private static string Join(string prefix, string name) => prefix.Length == 0 ? name : $"{prefix}.{name}";

    private static int LineAt(byte[] json, long index) => json.AsSpan(0, (int)index).Count((byte)'\n') + 1;
}
