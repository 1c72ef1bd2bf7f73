using System.Text.Json;

namespace DisclosureBot.Cards;

/// <summary>
/// The data of a click, read without trust: plain values only, none absurdly long. One wrong value spoils the whole
/// (<see cref="IsSound"/>), for no client of ours sends it.
/// </summary>
public sealed class Payload
{
    /// <summary>Longest ids, keys and chosen values.</summary>
    public const int Token = 100;

    /// <summary>Longest typed texts; the rules allow far fewer, and say so in a sentence.</summary>
    public const int Typed = 20_000;

    private readonly JsonElement _data;

    public Payload(JsonElement data)
    {
        _data = data;
        IsSound = data.ValueKind == JsonValueKind.Object;
    }

    public bool IsSound { get; private set; }

    /// <summary>What <paramref name="read"/> makes of the data; null where any of it is malformed. Never throws, whatever the JSON.</summary>
    public static T? Read<T>(JsonElement data, Func<Payload, T?> read) where T : class
    {
        try
        {
            var payload = new Payload(data);
            var click = read(payload);
            return payload.IsSound ? click : null;
        }
        catch (InvalidOperationException)
        {
            return null; // an escaped half of a surrogate pair: valid JSON, but no text
        }
    }

    /// <summary>The text under this name, cleaned; null where it is missing, blank or wrong.</summary>
    public string? Text(string name, int most = Token)
    {
        if (!IsSound || !_data.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.String => PlainText.Typed(value.GetString()!),
            JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        IsSound = text?.Length <= most;
        return IsSound && text!.Length > 0 ? text : null;
    }

    /// <summary>A title or list of names, which is one line however it was pasted.</summary>
    public string? OneLine(string name) => Text(name, Typed)?.ReplaceLineEndings(" ");

    /// <summary>What was chosen among radio buttons, whose ids carry the card's scope (see <see cref="Scoped"/>).</summary>
    public string? Chosen(string name, string scope) => Text(Scoped(name, scope)) ?? Text(name);

    /// <summary>
    /// The id of a set of radio buttons. The reference renderer groups them by id over the whole page, so two cards
    /// side by side must not share one: choosing in the second would clear the first.
    /// </summary>
    public static string Scoped(string name, string scope) => $"{name}.{scope}";

    /// <summary>
    /// All typed texts of one form, by the name of their input: its id without what stands before it, and without
    /// the form's scope where it has one (see <see cref="Scoped"/>). What other forms on the card hold is left alone.
    /// </summary>
    public IReadOnlyDictionary<string, string> Under(string prefix, string scope)
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!IsSound)
            return typed;
        // The scoped names last: where both are there, the form's own input counts.
        foreach (var (name, field, _) in Named(prefix).Where(one => one.Scope is null || one.Scope == scope).OrderBy(one => one.Scope is not null).ToList())
        {
            if (Text(name, Typed) is { } text)
                typed[field] = text;
        }
        return typed;
    }

    private IEnumerable<(string Name, string Field, string? Scope)> Named(string prefix) =>
        from property in _data.EnumerateObject()
        where property.Name.StartsWith(prefix, StringComparison.Ordinal)
        let parts = property.Name[prefix.Length..].Split('.', 2)
        select (property.Name, parts[0], parts.Length > 1 ? parts[1] : null);

    public string Required(string name)
    {
        var text = Text(name);
        IsSound &= text is not null;
        return text ?? string.Empty;
    }

    public long Number(string name)
    {
        IsSound &= long.TryParse(Required(name), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number);
        return number;
    }

    /// <summary>A toggle: its text is <c>true</c> or <c>false</c>.</summary>
    public bool Ticked(string name, bool otherwise = false) => bool.TryParse(Text(name), out var ticked) ? ticked : otherwise;
}
