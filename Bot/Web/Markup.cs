using System.Text;

namespace DisclosureBot.Web;

/// <summary>Takes tags, comments, scripts and styles out of a web page in one pass: no place is looked at twice, whatever the page is made of.</summary>
internal sealed class Markup(string page, CancellationToken stop)
{
    /// <summary>Characters between two looks whether to stop.</summary>
    private const int Stretch = 64 * 1024;
    private readonly StringBuilder _shown = new();

    /// <summary>What is asked for and does not come after a place does not come after any later one: looked for once.</summary>
    private readonly HashSet<string> _none = new(StringComparer.Ordinal);
    private long _asked;

    /// <summary>Characters looked at so far.</summary>
    public long Steps { get; private set; }

    /// <summary>What people see; an end that does not come leaves what begins it a tag like others.</summary>
    public string Shown()
    {
        for (var at = 0; at < page.Length;)
        {
            var tag = Find("<", at);
            _shown.Append(page, at, (tag ?? page.Length) - at);
            if (tag is not { } start) break;
            at = Behind(start);
        }
        return _shown.ToString();
    }

    /// <summary>The first place behind what begins here; where nothing ends any more it is a letter like others.</summary>
    private int Behind(int start)
    {
        if (Find(">", start) is not { } end)
        {
            _shown.Append('<');
            return start + 1;
        }
        if (Begins("<!--", start) && Find("-->", start + 4) is { } comment) return Spaced(comment + 3);
        if (IsElement("script", start) && EndOf("</script", start) is { } script) return Spaced(script);
        if (IsElement("style", start) && EndOf("</style", start) is { } style) return Spaced(style);
        return end + 1;
    }

    private int Spaced(int behind)
    {
        _shown.Append(' ');
        return behind;
    }

    private int? EndOf(string closing, int start) => Find(closing, start) is { } found && Find(">", found) is { } end ? end + 1 : null;

    private bool IsElement(string name, int start) =>
        Begins("<" + name, start) && (start + name.Length + 1 >= page.Length || !char.IsLetterOrDigit(page[start + name.Length + 1]));

    private bool Begins(string what, int at)
    {
        Look(what.Length);
        return string.Compare(page, at, what, 0, what.Length, StringComparison.OrdinalIgnoreCase) == 0;
    }

    private int? Find(string what, int from)
    {
        if (_none.Contains(what)) return null;
        for (var at = from; at < page.Length; at += Stretch)
        {
            // Overlapping by what would be cut in two.
            var length = Math.Min(Stretch + what.Length - 1, page.Length - at);
            var found = page.AsSpan(at, length).IndexOf(what, StringComparison.OrdinalIgnoreCase);
            Look(found < 0 ? length : found + what.Length);
            if (found >= 0) return at + found;
        }
        _none.Add(what);
        return null;
    }

    private void Look(int characters)
    {
        Steps += characters;
        if (Steps < _asked) return;
        stop.ThrowIfCancellationRequested();
        _asked = Steps + Stretch;
    }
}
