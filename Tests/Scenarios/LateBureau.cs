using System.Text;
using DisclosureBot.Tests.Support;
using Xunit;

namespace DisclosureBot.Tests.Scenarios;

/// <summary>A town whose clock moves only as told, with the bureau's own web site and file store beside it, and a record of every reminder.</summary>
internal sealed class LateBureau : IAsyncDisposable
{
    public const string Drafter = "liying";
    public const string Head = "pulan";
    public const string Office = "zhoulin";
    public const string Registrar = "xushan";
    public const string Leader = "gaoyuan";
    public const string Principal = "luming";
    public const string Publisher = "luoqing";
    public const string PublishersHead = "jiwen";
    public const string Regulation = "qiwen";

    /// <summary>Where idling stops each day: before the doors open, as they open, and after closing.</summary>
    private static readonly TimeSpan[] Stops = [new(7, 55, 0), new(8, 0, 0), new(20, 0, 0)];

    private DateTimeOffset _now = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));

    private LateBureau(Town town, FakeFileHost site) => (Town, Site, Reminders) = (town, site, new Reminders(town));

    public Town Town { get; }

    /// <summary>Holds what people send in chat, and the pages that they publish.</summary>
    public FakeFileHost Site { get; }

    public Reminders Reminders { get; }

    /// <summary>The morning of Monday, 23 November 2026; everybody has the app.</summary>
    /// <param name="journal">A PostgreSQL database; SQLite where none is named.</param>
    public static async Task<LateBureau> Open(string? journal = null)
    {
        var site = await FakeFileHost.Start();
        (string, string)[] kept = journal is null ? [] : [("Journal:Provider", "postgres"), ("ConnectionStrings:Journal", journal)];
        var town = await Town.Start([("Publishing:AllowLocalAddresses", "true"), .. kept]);
        await town.Install([.. DemoBureau.Roster.People.Select(person => person.Id)]);
        return new LateBureau(town, site);
    }

    /// <summary>A little while, in which everything is delivered; longer than a slow machine needs between two acts.</summary>
    public async Task Wait()
    {
        _now += TimeSpan.FromMinutes(5);
        await Town.Pass(TimeSpan.FromMinutes(5));
    }

    /// <summary>Nobody does anything until this moment of 2026, bureau time; whatever is sent meanwhile is a reminder.</summary>
    public async Task IdleUntil(int month, int day, int hour, int minute = 0)
    {
        var end = new DateTimeOffset(2026, month, day, hour, minute, 0, _now.Offset);
        Reminders.Begin();
        while (_now < end)
        {
            var next = Next();
            if (next > end) next = end;
            await Town.Pass(next - _now);
            _now = next;
            Reminders.Take(_now);
        }
    }

    /// <summary>A page of the bureau's site that says this; its address.</summary>
    public string Page(params string[] words) =>
        Site.Serve(Encoding.UTF8.GetBytes($"<html><body>{string.Concat(words.Select(word => $"<p>{word}</p>"))}</body></html>"), "text/html; charset=utf-8");

    public async ValueTask DisposeAsync()
    {
        await Town.DisposeAsync();
        await Site.DisposeAsync();
    }

    private DateTimeOffset Next()
    {
        var midnight = _now - _now.TimeOfDay;
        return Stops.Concat(Stops.Select(stop => stop + TimeSpan.FromDays(1))).Select(stop => midnight + stop).First(stop => stop > _now);
    }
}
